"""Keys of people, laptops and the workspace."""
