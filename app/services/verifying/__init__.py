"""Receipts that come back: whether they are genuine, and aid records made from them again."""
