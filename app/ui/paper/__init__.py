"""What comes back on paper, and what is printed besides receipts."""
