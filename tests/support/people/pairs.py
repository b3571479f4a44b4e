"""Everything that would be compared in a made-up register, all of it in memory.

For training the points table and for measuring it; the app asks its store for the same
(`app.services.matching`).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from typing import NamedTuple

from app.domain.matching.compare import compare, supports
from app.domain.matching.facts import PersonFacts, Prepared, prepare
from app.domain.matching.keys import keys
from app.domain.matching.kin import Match, kin
from app.domain.matching.known_names import KnownNames
from app.domain.matching.levels import Kin, Levels
from app.domain.matching.points import Band, Points
from tests.support.people.register import Register
from tests.support.people.writing import Entry

_LARGEST_BLOCK = 400


class Compared(NamedTuple):
    """A pair that was compared, with its kin and whether it is one person in truth."""

    one: Entry
    other: Entry
    levels: Levels
    kin: Kin
    true: bool

    def points(self, points: Points) -> int:
        """What the table gives it in all."""
        return points.of(self.levels) + points.of_kin(self.kin)

    def is_sure(self, points: Points) -> bool:
        """Whether it is almost certain."""
        return points.band(self.points(points), self.levels, self.kin) is Band.SURE


def compared_pairs(register: Register, known: KnownNames, points: Points) -> list[Compared]:
    """All pairs of a register that share a key and may be one person; `points` decide whose kin
    a pair is."""
    entries = register.entries
    people = [prepare(facts_of(entry)) for entry in entries]
    found = [
        (one, other, levels)
        for one, other in _sharing_a_key(people)
        if (levels := compare(people[one], people[other], known))
    ]
    homes: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, (one, other, _) in enumerate(found):
        first, second = sorted((entries[one].household, entries[other].household))
        if first != second:
            homes[first, second].append(place)
    kinds = [Kin.NONE] * len(found)
    for (first, _), places in homes.items():
        matches = [_match(entries, first, *found[place], points) for place in places]
        for place, kind in zip(places, kin(matches), strict=True):
            kinds[place] = kind
    return [
        Compared(
            entries[one], entries[other], levels, kind, entries[one].human == entries[other].human
        )
        for (one, other, levels), kind in zip(found, kinds, strict=True)
    ]


def facts_of(entry: Entry) -> PersonFacts:
    """What would stand on file of an entry."""
    return PersonFacts(
        name=entry.name,
        sex=entry.sex,
        birth_date=entry.birth_date,
        birth_precision=entry.birth_precision,
        document_type="national_id" if entry.national_id else "none",
        document_no=entry.national_id,
        phone=entry.phone,
        village_id=entry.village,
    )


def _match(
    entries: Sequence[Entry], first: str, one: int, other: int, levels: Levels, points: Points
) -> Match:
    if entries[one].household != first:
        one, other = other, one
    return Match(entries[one].id, entries[other].id, points.of(levels), supports(levels))


def _sharing_a_key(people: Sequence[Prepared]) -> list[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for pairs in zip(
        *(_numbered(number, person) for number, person in enumerate(people)), strict=True
    ):
        ordered = sorted(pair for pair in pairs if pair[0] is not None)
        for _, group in groupby(ordered, key=lambda pair: pair[0]):
            block = [number for _, number in group]
            if len(block) <= _LARGEST_BLOCK:
                found.update(combinations(block, 2))
    return sorted(found)


def _numbered(number: int, person: Prepared) -> Iterator[tuple[int | str | None, int]]:
    for key in (*keys(person), person.document or None):
        yield key, number
