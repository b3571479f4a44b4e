"""The parts of the merge page."""
