"""The parts of the settings page that are more than a choice."""
