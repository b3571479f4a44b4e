"""The parts of the Stock page."""
