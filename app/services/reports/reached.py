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
    seen: set[str] = field(default_factory=set, repr=False)
    """Ids shared by several families or people that were counted here once already."""

    def add(self, family: Family, records: int, lines: int, quantity: int) -> None:
        """Counts a family that was not counted here before, with what it received."""
        shared = family.one != family.id or bool(family.twins)
        self.families += 1 if not shared or self._is_new(family.one) else 0
        self.people += family.size if not shared else family.size - self._known(family)
        self.hand_overs += records
        self.lines += lines
        self.quantity += quantity

    def _known(self, family: Family) -> int:
        """How many of its people were counted here in another family (or twice in this one)."""
        known = sum(not self._is_new(twin) for twin in family.twins)
        return min(known, family.size)

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
        self._by_family = dict(by_family or {})
        self._by_given = dict(by_given or {})
        self._found: dict[str, dict[Any, Reached]] = {
            name: {} for name in (*self._by_family, *self._by_given)
        }

    def __getitem__(self, name: str) -> dict[Any, Reached]:
        return self._found[name]

    def fill(self, families: Iterable[Family]) -> "Groups":
        """Counts them all."""
        for family in families:
            if self._by_family:
                whole = _summed(family.given)
                for name, of_family in self._by_family.items():
                    _group(self._found[name], of_family(family)).add(family, *whole)
            for name, of_given in self._by_given.items():
                self._parts(family, self._found[name], of_given)
        return self

    @staticmethod
    def _parts(family: Family, groups: dict[Any, Reached], of_given: ByGiven) -> None:
        if len(family.given) == 1:
            only = family.given[0]
            _group(groups, of_given(family, only)).add(family, 1, 1, only.quantity)
            return
        parts: dict[Hashable, list[Given]] = {}
        for one in family.given:
            parts.setdefault(of_given(family, one), []).append(one)
        for key, part in parts.items():
            _group(groups, key).add(family, *_summed(part))


def _group(groups: dict[Any, Reached], key: Hashable) -> Reached:
    found = groups.get(key)
    if found is None:
        found = groups[key] = Reached()
    return found


def _summed(given: list[Given]) -> tuple[int, int, int]:
    """Hand-overs, lines and quantity."""
    if len(given) == 1:
        return 1, 1, given[0].quantity
    return len({one.record for one in given}), len(given), sum(one.quantity for one in given)
