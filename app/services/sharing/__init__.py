"""Whom other organisations served, told without names."""
