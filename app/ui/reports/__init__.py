"""The parts of the Reports page."""
