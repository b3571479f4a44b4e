"""The parts of the Receipts page."""
