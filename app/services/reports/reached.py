"""Unique families and people against hand-overs, by anything that a family or a hand-over has.

Nearly all families are only added up, by what the few different texts of a walk say: that is found
out once for each text, not once for each of millions of hand-overs. A family that was judged to be
one with another, or whose people were, is looked at in each group by itself.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import Any, Final

from app.services.reports.walk import Family, Given, Understood

OfGiven = Callable[[Given], Hashable]
OfVillage = Callable[[str], Hashable]

_NONE: Final[Mapping[str, Any]] = MappingProxyType({})
_AT_ONCE: Final = 20_000
"""Families that wait to be counted area by area: one after another, each would find the sums of
another area, and those are too many to be close at hand."""
_KINDS_OF_FAMILIES: Final = 1 << 14
_BITS: Final = 48
"""Of each count in a weight: more than there are people."""
_COUNT: Final = (1 << _BITS) - 1
_MEMBERS: Final = range(2 * _BITS, 6 * _BITS, _BITS)


@dataclass(slots=True)
class Reached:
    """What one group comes to. `quantity` in thousandths means something for a single item;
    `members` are girls, boys, women and men on file; `first` and `last` are days."""

    families: int = 0
    people: int = 0
    hand_overs: int = 0
    quantity: int = 0
    members: tuple[int, ...] = (0, 0, 0, 0)
    first: str = ""
    last: str = ""
    seen: set[str] = field(default_factory=set, repr=False)
    """Ids that several families or people share, and that were counted here once already."""

    def weigh(self, weight: int) -> None:
        """Adds families with their people."""
        self.families += weight & _COUNT
        self.people += weight >> _BITS & _COUNT
        if weight >> 2 * _BITS:
            more = [weight >> bits & _COUNT for bits in _MEMBERS]
            self.members = tuple(map(sum, zip(self.members, more, strict=True)))

    def take(self, quantity: int, day: str) -> None:
        """Adds what was handed over on a day."""
        self.quantity += quantity
        if day > self.last:
            self.last = day
        if day < self.first or not self.first:
            self.first = day


class _Said:
    """What texts say: the groups that each puts a family in, as far as its lines tell, and what
    each line adds to which. Groups are numbered."""

    def __init__(self, told: Sequence[str], ways: Mapping[str, OfGiven]) -> None:
        self._lines = Understood(told)
        self._ways = ways
        self._numbers: dict[tuple[str, Hashable], int] = {}
        self.named: list[tuple[str, Hashable]] = []
        """The way to group and the key in it, by the groups' numbers."""
        self.groups: dict[str, tuple[int, ...]] = _Each(self._groups)
        self.parts: dict[str, list[tuple[int, int, str]]] = _Each(self._parts)
        """Of each line in each of its groups: the group, the quantity, the day."""

    def _groups(self, text: str) -> tuple[int, ...]:
        return tuple({number for number, _, _ in self.parts[text]})

    def _parts(self, text: str) -> list[tuple[int, int, str]]:
        return [
            (self._number(name, of(line)), line.quantity, line.day)
            for name, of in self._ways.items()
            for line in self._lines[text]
        ]

    def _number(self, name: str, key: Hashable) -> int:
        found = self._numbers.setdefault((name, key), len(self.named))
        if found == len(self.named):
            self.named.append((name, key))
        return found


class _Each(dict[str, Any]):
    """What a function finds out about texts, once for each."""

    def __init__(self, find: Callable[[str], Any]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, text: str) -> Any:
        found = self[text] = self._find(text)
        return found


@dataclass(slots=True)
class _Area:
    """Villages that no pair tells apart, and what was handed over there."""

    key: Hashable
    texts: Counter[str] = field(default_factory=Counter)
    """How often each came."""
    weights: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    """Of the families in each group, by its number."""
    waiting: list[tuple[int, list[str]]] = field(default_factory=list)
    """Families that are not counted yet: their weights, and their texts."""
    groups: dict[int, Reached] = field(default_factory=dict)
    """By their numbers; at the end."""

    def settle(self, said: _Said) -> None:
        """Counts whoever waits."""
        groups_of, weights = said.groups.__getitem__, self.weights
        for weight, given in self.waiting:
            for group in set(chain.from_iterable(map(groups_of, given))):
                weights[group] += weight
        self.texts.update(chain.from_iterable(given for _, given in self.waiting))
        self.waiting.clear()


def _itself(village: str) -> str:
    return village


def _one_for_all(_village: str) -> str:
    return ""


class Groups:
    """Several ways to group the same families, filled in one walk.

    `by_given` groups by something of a line, `by_village` by something of the family's village,
    `by_pair` by something of a line together with the village's `area`. `village` and `all` (one
    group, called "") are always there.
    """

    def __init__(
        self,
        told: Sequence[str],
        *,
        by_given: Mapping[str, OfGiven] = _NONE,
        by_village: Mapping[str, OfVillage] = _NONE,
        by_pair: Mapping[str, OfGiven] = _NONE,
        area: OfVillage = _one_for_all,
    ) -> None:
        self._said = _Said(told, {**by_given, **by_pair})
        self._of_village = {"village": _itself, "all": _one_for_all, **by_village}
        self._pairs = by_pair.keys()
        self._area = area
        self._areas: dict[Hashable, _Area] = {}
        self._villages: dict[str, list[int]] = {}
        """Of each village the weight of its families, and how often they were given something."""
        self._found: dict[str, dict[Any, Reached]] = defaultdict(dict)

    def __getitem__(self, name: str) -> dict[Any, Reached]:
        return self._found[name]

    @property
    def all_of(self) -> Reached:
        """Everything together."""
        return self["all"].get("", Reached())

    def fill(self, families: Iterable[Family]) -> "Groups":
        """Counts them all, once."""
        areas: dict[str, _Area] = {}
        villages = self._villages
        shared: list[Family] = []
        waiting = 0
        for family in families:
            village, given = family.village, family.given
            area = areas.get(village)
            if area is None:
                area = areas[village] = self._area_of(village)
            counts = villages[village]
            counts[1] += len(given)
            if family.plain:
                weight = _weight(1, family.size, family.members)
                counts[0] += weight
                area.waiting.append((weight, given))
                waiting += 1
                if waiting == _AT_ONCE:
                    self._settle()
                    waiting = 0
            else:
                area.texts.update(given)
                shared.append(family)
        self._settle()
        self._gather()
        for family in shared:
            self._meet(family, areas[family.village])
        return self

    def _area_of(self, village: str) -> _Area:
        self._villages[village] = [0, 0]
        key = self._area(village)
        return self._areas.setdefault(key, _Area(key))

    def _settle(self) -> None:
        for area in self._areas.values():
            area.settle(self._said)

    def _gather(self) -> None:
        for village, (weight, given) in self._villages.items():
            for name, of in self._of_village.items():
                group = self._group(name, of(village))
                group.weigh(weight)
                group.hand_overs += given
        named = self._said.named
        for area in self._areas.values():
            for text in area.texts:
                for number in self._said.groups[text]:
                    if number not in area.groups:
                        area.groups[number] = self._group_said(area, *named[number])
            self._add_up(area)

    def _add_up(self, area: _Area) -> None:
        groups = area.groups
        for number, weight in area.weights.items():
            groups[number].weigh(weight)
        for text, times in area.texts.items():
            for number in self._said.groups[text]:
                groups[number].hand_overs += times
            for number, quantity, day in self._said.parts[text]:
                groups[number].take(quantity * times, day)

    def _meet(self, family: Family, area: _Area) -> None:
        """Counts a family that others share something with, in each of its groups by itself."""
        numbers = set(chain.from_iterable(map(self._said.groups.__getitem__, family.given)))
        groups = [self._group(name, of(family.village)) for name, of in self._of_village.items()]
        for group in (*groups, *(area.groups[number] for number in numbers)):
            group.weigh(_new_weight(family, group.seen))

    def _group_said(self, area: _Area, name: str, key: Hashable) -> Reached:
        return self._group(name, (key, area.key) if name in self._pairs else key)

    def _group(self, name: str, key: Hashable) -> Reached:
        groups = self._found[name]
        found = groups.get(key)
        if found is None:
            found = groups[key] = Reached()
        return found


@lru_cache(_KINDS_OF_FAMILIES)
def _weight(families: int, people: int, members: tuple[int, ...]) -> int:
    """Counts in one number, so that one addition adds them all; put together once for all families
    that are alike."""
    weight = families | people << _BITS
    for bits, count in zip(_MEMBERS, members, strict=False):
        weight |= count << bits
    return weight


def _new_weight(family: Family, seen: set[str]) -> int:
    """The weight of a family of which some may have been counted as somebody else: who has been
    `seen`, by the ids that families or people share."""
    known = 0
    is_new = family.one not in seen
    seen.add(family.one)
    for twin in family.twins:
        known += twin in seen
        seen.add(twin)
    people = family.size - min(known, family.size)
    return _weight(int(is_new), people, family.members if is_new else ())
