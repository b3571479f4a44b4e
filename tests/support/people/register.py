"""A register in which some people stand twice, and who they are; and one in which nobody does."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from app.domain.ids import uuid7
from tests.support.people.world import Family, Human, families
from tests.support.people.writing import Clerk, Entry
from tests.support.sources import START

_WRITTEN_AGAIN = 0.085
"""Of the people; it makes nearly one true pair for ten entries, as was measured before."""

_HOMES = 1.75
"""Because a family's second entry seldom holds all of its people."""

_THIRD_TIME = 0.06
_ONE_PERSON_ONLY = 0.35
_MISSED = 0.12
_ELSEWHERE = 0.06


@dataclass
class Register:
    """Entries in order of registration, and the true pairs: ids in order, smaller first."""

    entries: list[Entry] = field(default_factory=list)
    pairs: set[tuple[str, str]] = field(default_factory=set)


def register_with_duplicates(people: int, seed: int) -> Register:
    """At least so many entries; the later ones of a person come at any later time."""
    chance = random.Random(seed)
    writing = _Writing(chance)
    for family in families(int(people / (1 + _WRITTEN_AGAIN)), chance):
        writing.first(family)
        if chance.random() < _WRITTEN_AGAIN * _HOMES:
            writing.again(family)
            if chance.random() < _THIRD_TIME:
                writing.again(family)
    return writing.register()


def register_without_duplicates(people: int, seed: int) -> Register:
    """At least so many entries, each of another person: brothers, cousins, twins, neighbours."""
    chance = random.Random(seed)
    writing = _Writing(chance)
    for family in families(people, chance):
        writing.first(family)
    return writing.register()


class _Writing:
    """One run of writing families down."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._clerk = Clerk(chance)
        self._blocks: list[tuple[float, list[Entry]]] = []
        self._humans = 0
        self._numbers: dict[Human, int] = {}
        self._villages: list[str] = []

    def first(self, family: Family) -> None:
        """The family on the first list, whole."""
        self._villages.append(family.village)
        self._numbers = {human: self._humans + place for place, human in enumerate(family.people)}
        self._humans += len(family.people)
        self._write(family, family.people, family.village, 0.0)

    def again(self, family: Family) -> None:
        """Some of the family on a later list."""
        chance = self._chance
        if chance.random() < _ONE_PERSON_ONLY:
            people: tuple[Human, ...] = (chance.choice(family.people[:2]),)
        else:
            people = tuple(human for human in family.people if chance.random() >= _MISSED)
        village = family.village
        if chance.random() < _ELSEWHERE:
            village = chance.choice(self._villages)
        self._write(family, people, village, 1.0)

    def register(self) -> Register:
        """What was written, in order of registration."""
        self._blocks.sort(key=lambda block: block[0])
        found = Register()
        of_human: dict[int, list[str]] = {}
        for _, entries in self._blocks:
            for entry in entries:
                found.entries.append(entry)
                of_human.setdefault(entry.human, []).append(entry.id)
        found.pairs = set(_pairs(of_human.values()))
        return found

    def _write(self, family: Family, people: Iterable[Human], village: str, later: float) -> None:
        chance, clerk = self._chance, self._clerk
        household = uuid7(START + len(self._blocks), chance.randbytes)
        phone = clerk.phone(family.phone)
        entries = []
        for human in people:
            birth_date, precision = clerk.birth(human.born)
            entries.append(
                Entry(
                    id=uuid7(START + len(self._blocks), chance.randbytes),
                    human=self._numbers[human],
                    household=household,
                    village=village,
                    name=clerk.name(human.names),
                    sex=human.sex,
                    birth_date=birth_date,
                    birth_precision=precision,
                    national_id=clerk.national_id(human.national_id),
                    phone=phone,
                    relationship=human.relationship,
                )
            )
        self._blocks.append((later + chance.random(), entries))


def _pairs(groups: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    for ids in groups:
        yield from combinations(sorted(ids), 2)
