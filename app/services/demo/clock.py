"""Time and chance of a demonstration: both run from its seed."""

import datetime as dt
import random
from typing import Final

from app.config import Sources

Chance = random.Random
"""Repeatable on purpose: nothing that has to stay secret is drawn from it."""

_EGYPT: Final = dt.timezone(dt.timedelta(hours=2))
_FIRST_DAY: Final = dt.date(2025, 10, 11)
_DAYS: Final = 70
_FRIDAY: Final = 4


def chance_of(seed: int, purpose: str) -> Chance:
    """A stream of chance of its own for each purpose, so that one more draw in one of them does
    not change the others."""
    return Chance(f"{seed} {purpose}")


def convoy_day_of(seed: int) -> dt.date:
    """The day of the convoy: in autumn or winter 2025, not a Friday."""
    day = _FIRST_DAY + dt.timedelta(days=chance_of(seed, "day").randrange(_DAYS))
    return day + dt.timedelta(days=1) if day.weekday() == _FRIDAY else day


class DemoClock:
    """A clock that stands still but for a millisecond a look, and is put forward by hand."""

    def __init__(self, seed: int, day: dt.date) -> None:
        self._chance = chance_of(seed, "keys")
        self._now = 0
        self.set(day, dt.time(10))

    @property
    def sources(self) -> Sources:
        """The clock and the seed's bytes, as a store takes them."""
        return Sources(now=self._look, random_bytes=self._chance.randbytes)

    def set(self, day: dt.date, time: dt.time) -> None:
        """Puts the clock on a day and time in Egypt, never back."""
        moment = dt.datetime.combine(day, time, tzinfo=_EGYPT)
        self._now = max(self._now, int(moment.timestamp()) * 1_000)

    def pass_by(self, seconds: float) -> None:
        """Lets time go by."""
        self._now += int(seconds * 1_000)

    def _look(self) -> int:
        self._now += 1
        return self._now
