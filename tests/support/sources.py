"""A clock and a chance that repeat themselves."""

import itertools
import random

from app.config import Sources

START = 1_763_794_800_000
"""22 November 2025, 07:00 UTC, in milliseconds."""


def seeded_sources(seed: int = 1, start: int = START, step: int = 1_000) -> Sources:
    """Each look at the clock is `step` milliseconds after the last."""
    ticks = itertools.count(start, step)
    chance = random.Random(seed)
    return Sources(now=lambda: next(ticks), random_bytes=chance.randbytes)
