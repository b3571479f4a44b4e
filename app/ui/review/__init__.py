"""The parts of the review page: one file for each kind of case."""
