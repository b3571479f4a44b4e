"""What comes before a store is open."""
