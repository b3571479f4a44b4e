"""Questions to the tables that more than one use case asks."""
