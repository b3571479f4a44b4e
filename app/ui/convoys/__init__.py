"""The parts of the Convoys page."""
