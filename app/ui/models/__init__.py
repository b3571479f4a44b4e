"""Table models over the store."""
