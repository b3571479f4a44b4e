"""Unique families and people against hand-overs, by anything that a family or a hand-over has."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.services.reports.walk import Family, Given

ByFamily = Callable[[Family], Hashable]
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
        if family.one == family.id and not family.twins:
            self.families += 1
            self.people += family.size
            return
        self.families += self._is_new(family.one)
        known = sum(not self._is_new(twin) for twin in family.twins)
        self.people += family.size - min(known, family.size)

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
    """Several ways to group the same families, filled in one walk."""

    def __init__(
        self,
        by_family: Mapping[str, ByFamily] | None = None,
        by_given: Mapping[str, ByGiven] | None = None,
    ) -> None:
        self._found: dict[str, dict[Any, Reached]] = {}
        self._by_family = [(self._new(name), of) for name, of in (by_family or {}).items()]
        self._by_given = [(self._new(name), of) for name, of in (by_given or {}).items()]

    def __getitem__(self, name: str) -> dict[Any, Reached]:
        return self._found[name]

    def fill(self, families: Iterable[Family]) -> "Groups":
        """Counts them all."""
        for family in families:
            if self._by_family:
                self._whole(family)
            for groups, of_given in self._by_given:
                for given in family.given:
                    key = of_given(family, given)
                    group = groups.get(key)
                    if group is None:
                        group = groups[key] = Reached()
                    # As `take` does, without a call for each of millions of lines.
                    if group.family is not family:
                        group.meet(family)
                    if group.record != given.record:
                        group.record = given.record
                        group.hand_overs += 1
                    group.lines += 1
                    group.quantity += given.quantity
        return self

    def _whole(self, family: Family) -> None:
        given = family.given
        hand_overs = 1 if len(given) == 1 else len({one.record for one in given})
        quantity = sum(one.quantity for one in given)
        for groups, of_family in self._by_family:
            key = of_family(family)
            group = groups.get(key)
            if group is None:
                group = groups[key] = Reached()
            group.meet(family)
            group.hand_overs += hand_overs
            group.lines += len(given)
            group.quantity += quantity

    def _new(self, name: str) -> dict[Any, Reached]:
        return self._found.setdefault(name, {})
