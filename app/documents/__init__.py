"""Everything printed: a frozen description in, PDF bytes out."""
