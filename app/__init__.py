"""Qafila: the offline desktop app for aid convoys."""
