"""Unique families and people against hand-overs, by anything that a family or a hand-over has."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.services.reports.walk import Family, Given

ByVillage = Callable[[str], Hashable]
ByGiven = Callable[[Family, Given], Hashable]


@dataclass(slots=True)
class Reached:
    """What one group comes to. `quantity` in thousandths means something for a single item."""

    families: int = 0
    people: int = 0
    hand_overs: int = 0
    lines: int = 0
    quantity: int = 0
    family: Family | None = field(default=None, repr=False)
    """The one that was counted last: all that it received comes in one stretch."""
    record: str = field(default="", repr=False)
    """The hand-over that was counted last: its lines come one after another."""
    seen: set[str] = field(default_factory=set, repr=False)
    """Ids that several families or people share, and that were counted here once already."""

    def meet(self, family: Family) -> None:
        """Counts a family and its people, unless they were counted here as somebody else."""
        self.family, self.record = family, ""
        if family.plain:
            self.families += 1
            self.people += family.size
            return
        self.families += self._is_new(family.one)
        known = sum(not self._is_new(twin) for twin in family.twins)
        self.people += family.size - min(known, family.size)

    def add(self, part: "Reached") -> None:
        """Adds families that are in no other part."""
        self.families += part.families
        self.people += part.people
        self.hand_overs += part.hand_overs
        self.lines += part.lines
        self.quantity += part.quantity

    def take(self, family: Family, given: Given) -> None:
        """Counts something that was handed over to a family."""
        if self.family is not family:
            self.meet(family)
        if self.record != given.record:
            self.record = given.record
            self.hand_overs += 1
        self.lines += 1
        self.quantity += given.quantity

    def _is_new(self, shared_id: str) -> bool:
        if shared_id in self.seen:
            return False
        self.seen.add(shared_id)
        return True


class Groups:
    """Several ways to group the same families, filled in one walk.

    `village` and `all` are always there; `wider` makes more groups of villages. A family that was
    judged to be one with another, or whose people were, is looked at in each group by itself; all
    others are counted by village, and wider groups add villages up.
    """

    def __init__(
        self,
        by_given: Mapping[str, ByGiven] | None = None,
        wider: Mapping[str, ByVillage] | None = None,
    ) -> None:
        self._villages: dict[Any, Reached] = {}
        self._found: dict[str, dict[Any, Reached]] = {"village": self._villages}
        self._by_given = [(self._new(name), of) for name, of in (by_given or {}).items()]
        self._wider = [(self._new(name), of) for name, of in (wider or {}).items()]
        self._wider.append((self._new("all"), lambda _: ""))

    def __getitem__(self, name: str) -> dict[Any, Reached]:
        return self._found[name]

    @property
    def all_of(self) -> Reached:
        """Everything together."""
        return self["all"].get("", Reached())

    def fill(self, families: Iterable[Family]) -> "Groups":
        """Counts them all, once."""
        shared = []
        for family in families:
            plain, size, received = family.plain, family.size, family.given
            if plain:
                _include(_group(self._villages, family.village), 1, size, received)
            else:
                shared.append(family)
            for groups, of_given in self._by_given:
                for given in received:
                    key = of_given(family, given)
                    group = groups.get(key)
                    if group is None:
                        group = groups[key] = Reached()
                    # As `take` does, without its calls for each of millions of lines.
                    if group.family is not family:
                        if plain:
                            group.family, group.record = family, ""
                            group.families += 1
                            group.people += size
                        else:
                            group.meet(family)
                    if group.record != given.record:
                        group.record = given.record
                        group.hand_overs += 1
                    group.lines += 1
                    group.quantity += given.quantity
        self._widen(shared)
        return self

    def _widen(self, shared: Iterable[Family]) -> None:
        for village, part in self._villages.items():
            for groups, of_village in self._wider:
                _group(groups, of_village(village)).add(part)
        for family in shared:
            for groups, of_village in (*self._wider, (self._villages, _itself)):
                group = _group(groups, of_village(family.village))
                group.meet(family)
                _include(group, 0, 0, family.given)

    def _new(self, name: str) -> dict[Any, Reached]:
        return self._found.setdefault(name, {})


def _itself(village: str) -> str:
    return village


def _group(groups: dict[Any, Reached], key: Hashable) -> Reached:
    found = groups.get(key)
    if found is None:
        found = groups[key] = Reached()
    return found


def _include(group: Reached, families: int, people: int, given: list[Given]) -> None:
    group.families += families
    group.people += people
    group.hand_overs += 1 if len(given) == 1 else len({one.record for one in given})
    group.lines += len(given)
    for one in given:
        group.quantity += one.quantity
