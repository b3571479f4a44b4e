"""The people of one laptop in the window."""
