"""Which desk of a convoy serves a household: pure, so that every laptop names the same desk.

A desk may be given villages, a range of household numbers and first letters; a household is its own
when all that is set fits. A desk that is given nothing serves everybody. Whoever is new, or of no
desk, goes to the desk that is named for walk-ins; such a desk without anything else serves nobody
but them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.digits import to_ascii_digits
from app.domain.names import normalise

_DIGITS = re.compile(r"[0-9]+")
_SPANS = re.compile(r"([^\W\d_])\s*(?:[-–]\s*([^\W\d_]))?")
_ALPHABET = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
"""As names are folded: without ة, ى and the carriers of hamza."""


@dataclass(frozen=True)
class Duty:
    """One desk and whom it serves. `villages` may name a district or governorate too; `letters`
    are compared folded; the range holds both its ends, and an empty end is open."""

    desk_id: str
    name: str
    villages: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    number_from: str = ""
    number_to: str = ""
    walk_ins: bool = False

    @property
    def is_limited(self) -> bool:
        """Whether it serves only some of the households on file."""
        return bool(self.villages or self.letters or self.number_from or self.number_to)

    @property
    def serves_everybody(self) -> bool:
        """Whether no household is another's."""
        return not self.is_limited and not self.walk_ins


@dataclass(frozen=True)
class Comer:
    """A household as assignment sees it. `places` are its village and what that lies in;
    `registered_on` (`YYYY-MM-DD`) is None unless it was registered at a desk."""

    places: frozenset[str]
    number: str
    head_name: str
    registered_on: str | None = None


def serving(duties: Iterable[Duty], comer: Comer, starts_on: str) -> tuple[Duty, ...]:
    """The desks of a convoy that serve a household; none when it is of no desk and nobody takes
    walk-ins. Who was registered since the convoy's first day is new."""
    desks = tuple(duties)
    walk_ins = tuple(duty for duty in desks if duty.walk_ins)
    new = comer.registered_on is not None and comer.registered_on >= starts_on
    if new and walk_ins:
        return walk_ins
    own = tuple(duty for duty in desks if duty.serves_everybody or _fits(duty, comer))
    return own or walk_ins


@dataclass(frozen=True)
class Shares:
    """How many households each desk serves, by its id (one that several serve counts for each), and
    how many are of no desk."""

    by_desk: Mapping[str, int]
    of_none: int


def shares(duties: Iterable[Duty], comers: Iterable[Comer], starts_on: str) -> Shares:
    """What an assignment comes to."""
    desks = tuple(duties)
    counted = dict.fromkeys((duty.desk_id for duty in desks), 0)
    of_none = 0
    for comer in comers:
        found = serving(desks, comer, starts_on)
        of_none += not found
        for duty in found:
            counted[duty.desk_id] += 1
    return Shares(counted, of_none)


def letters_in(text: str) -> frozenset[str]:
    """The folded letters that somebody typed: one by one, or from one to another (أ-ح)."""
    found: set[str] = set()
    for first, last in _SPANS.findall(text):
        found |= _span(first_letter(first), first_letter(last or first))
    return frozenset(found - {""})


def letters_text(letters: Iterable[str]) -> str:
    """The letters in the order of the alphabet, as they can be typed again."""
    return " ".join(sorted(_folded(letters), key=lambda letter: (_ALPHABET.find(letter), letter)))


def first_letter(name: str) -> str:
    """The folded first letter of a name; empty where it has none."""
    return normalise(name)[:1]


def _fits(duty: Duty, comer: Comer) -> bool:
    if not duty.is_limited:
        return False
    if duty.villages and not duty.villages & comer.places:
        return False
    if duty.letters and first_letter(comer.head_name) not in _folded(duty.letters):
        return False
    return _in_range(comer.number, duty.number_from, duty.number_to)


def _span(first: str, last: str) -> set[str]:
    start, end = _ALPHABET.find(first), _ALPHABET.find(last)
    if start < 0 or end < start:
        return {first, last}
    return set(_ALPHABET[start : end + 1])


def _folded(letters: Iterable[str]) -> frozenset[str]:
    return frozenset(letter for one in letters if (letter := first_letter(one)))


def _in_range(number: str, first: str, last: str) -> bool:
    low, high = _runs(first), _runs(last)
    if not low and not high:
        return True
    runs = _runs(number)
    if not runs:
        return False
    return (not low or _tail(runs, low) >= low) and (not high or _tail(runs, high) <= high)


def _runs(number: str) -> tuple[int, ...]:
    """The numbers in a household's number: 347-00012 is (347, 12)."""
    return tuple(int(run) for run in _DIGITS.findall(to_ascii_digits(number)))


def _tail(runs: Sequence[int], bound: Sequence[int]) -> tuple[int, ...]:
    """As much of a number as the bound speaks of: people say 12 for 347-00012."""
    return tuple(runs[-len(bound) :])
