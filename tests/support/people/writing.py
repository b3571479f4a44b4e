"""How a person is written down at a table: parts left out, letters mistaken, numbers mistyped.

The shares of what is missing are those met in lists of associations: 38 % without a number, 25 %
without a phone, of birth dates often only the year (evidence, "People"). The mistakes of letters
are those of hands and keyboards: letters heard alike, hamzas, a letter lost, doubled or swapped,
and the spellings that the source of the names met.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.db.reference import name_parts_by_share

_NO_NUMBER = 0.38
_NO_PHONE = 0.25
_WRONG_DIGIT = 0.045
_OTHER_PHONE = 0.06
_WRONG_PHONE_DIGIT = 0.03
_BIRTH = (("day", 0.46), ("year", 0.34), ("age", 0.10), ("", 0.10))
_LETTERS = 0.035
_VARIANT = 0.25
_HAND = 0.22
_PARTS = ((4, 0.56), (3, 0.35), (2, 0.085), (1, 0.005))
_PART_LOST = 0.025
_SWAPPED = 0.005
_TODAY = (2025, 11, 22)

_HEARD_ALIKE = dict(zip("ذزظضصسثطتقكغخحهاعية", "زذضظسصستطكقخغهحعايه", strict=True))
_OTHER_HAND = {"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ؤ": "و", "ئ": "ي"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a register about one person; `human` says who it really is."""

    id: str
    human: int
    household: str
    village: str
    name: str
    sex: str
    birth_date: str
    birth_precision: str
    national_id: str
    phone: str
    relationship: str


class Clerk:
    """Writes people down, with mistakes that repeat themselves for one chance."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def name(self, names: tuple[str, ...]) -> str:
        """A name as somebody wrote it from what somebody said."""
        chance = self._chance
        parts = list(names[: self._drawn(_PARTS)])
        if len(parts) > 2 and chance.random() < _PART_LOST:
            del parts[chance.randrange(1, len(parts) - 1)]
        if len(parts) > 1 and chance.random() < _SWAPPED:
            parts[:2] = parts[1], parts[0]
        return " ".join([self._part(part) for part in parts])

    def birth(self, born: tuple[int, int, int]) -> tuple[str, str]:
        """The date and its precision; both empty where nobody knew."""
        chance = self._chance
        year, month, day = born
        precision = self._drawn(_BIRTH)
        if precision == "day":
            slip = chance.random()
            if slip < 0.015 and day <= 12:
                month, day = day, month
            elif slip < 0.03:
                day = chance.randint(1, 28)
            elif slip < 0.04:
                month = chance.randint(1, 12)
            elif slip < 0.055:
                year += chance.choice((-10, -1, 1, 10))
            return f"{min(year, 2025)}-{month:02d}-{day:02d}", "day"
        if precision == "year":
            if chance.random() < 0.12:
                year += chance.choice((-2, -1, -1, 1, 1, 2))
            return f"{min(year, 2025)}-01-01", "year"
        if precision == "age":
            age = _TODAY[0] - year - ((month, day) > _TODAY[1:])
            if chance.random() < 0.3:
                age = max(0, age + chance.choice((-2, -1, 1, 2)))
            return f"{_TODAY[0] - age}-{_TODAY[1]:02d}-{_TODAY[2]:02d}", "age"
        return "", ""

    def national_id(self, number: str) -> str:
        """The number, mistyped, or nothing."""
        chance = self._chance
        if chance.random() < _NO_NUMBER:
            return ""
        return self._slipped(number) if chance.random() < _WRONG_DIGIT else number

    def phone(self, number: str) -> str:
        """The family's phone, another one, or none."""
        chance = self._chance
        drawn = chance.random()
        if drawn < _NO_PHONE:
            return ""
        if drawn < _NO_PHONE + _OTHER_PHONE:
            return f"01{chance.choice('0125')}{chance.randrange(10**8):08d}"
        if drawn < _NO_PHONE + _OTHER_PHONE + _WRONG_PHONE_DIGIT:
            return number[:3] + self._slipped(number[3:])
        return number

    def _part(self, part: str) -> str:
        chance = self._chance
        if chance.random() < _HAND:
            part = "".join([_OTHER_HAND.get(letter, letter) for letter in part])
        if chance.random() >= _LETTERS:
            return part
        variants = _variants().get(part)
        if variants and chance.random() < _VARIANT:
            return chance.choice(variants)
        return self._mistaken(part)

    def _mistaken(self, part: str) -> str:
        chance = self._chance
        place = chance.randrange(len(part))
        kind = chance.random()
        if kind < 0.35 and part[place] in _HEARD_ALIKE:
            return part[:place] + _HEARD_ALIKE[part[place]] + part[place + 1 :]
        if kind < 0.55 and len(part) > 3:
            return part[:place] + part[place + 1 :]
        if kind < 0.70:
            return part[:place] + part[place] + part[place:]
        if kind < 0.85 and place + 1 < len(part):
            return part[:place] + part[place + 1] + part[place] + part[place + 2 :]
        if kind < 0.93:
            return part.removeprefix("ال") if part.startswith("ال") else "ال" + part
        return part[:place] + chance.choice("ابتجدرسعفقكلمنهوي") + part[place + 1 :]

    def _slipped(self, number: str) -> str:
        chance = self._chance
        place = chance.randrange(len(number) - 1)
        kind = chance.random()
        if kind < 0.6:
            digit = chance.choice("0123456789".replace(number[place], ""))
            return number[:place] + digit + number[place + 1 :]
        if kind < 0.85:
            return number[:place] + number[place + 1] + number[place] + number[place + 2 :]
        return number[:place] + number[place + 1 :]

    def _drawn(self, shares: tuple[tuple[object, float], ...]) -> object:
        drawn = self._chance.random()
        for value, share in shares:
            drawn -= share
            if drawn < 0:
                return value
        return shares[0][0]


@cache
def _variants() -> Mapping[str, tuple[str, ...]]:
    return {part.name: part.variants for part in name_parts_by_share() if part.variants}
