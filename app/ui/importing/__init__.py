"""Taking in a list: its columns, its first rows, what is found in it."""
