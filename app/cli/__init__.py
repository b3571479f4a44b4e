"""The same services from a terminal: one file a command."""
