"""Names drawn by how often their parts really occur, each in its place of the name."""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final

from app.db.reference import NamePart, name_parts_by_share
from app.services.demo.clock import Chance

_RAREST: Final = 0.001
"""Per cent of all name parts: rarer ones in the source are mostly slips of somebody's pen."""

_MISSPELLED: Final = 0.03


_OF_MOTHERS: Final = frozenset(
    [
        "فاطمة",
        "زينب",
        "سعاد",
        "سميرة",
        "عزيزة",
        "نعيمة",
        "هدى",
        "سهام",
        "آمال",
        "إلهام",
        "عواطف",
        "صباح",
        "نجاة",
        "كريمة",
        "فوزية",
        "رقية",
        "سيدة",
        "نعمة",
        "بدرية",
        "سناء",
        "ليلى",
        "ماجدة",
        "منى",
        "نجوى",
        "عفاف",
        "وفاء",
        "نوال",
        "شادية",
        "خديجة",
        "عائشة",
        "حنان",
        "إيمان",
        "صفاء",
        "سحر",
        "أميمة",
        "هناء",
        "سلوى",
        "نادية",
        "نبيلة",
        "زينات",
        "فتحية",
        "حميدة",
        "رسمية",
        "هانم",
        "جميلة",
        "ثريا",
        "عطيات",
    ]
)
"""The source's people are students; women of their mothers' age have other names."""


@dataclass(frozen=True)
class Drawn:
    """Names with the sums of their weights, to draw from."""

    names: tuple[NamePart, ...]
    sums: tuple[float, ...]

    def one(self, chance: Chance) -> str:
        """A name, now and then in one of the other spellings that lists hold."""
        part = self.names[bisect(self.sums, chance.random() * self.sums[-1])]
        if part.variants and chance.random() < _MISSPELLED:
            return chance.choice(part.variants)
        return part.name


@dataclass(frozen=True)
class Names:
    """Own names by generation, and the fathers' line that comes after."""

    boy: Drawn
    girl: Drawn
    mother: Drawn
    father: Drawn
    grandfather: Drawn
    ancestor: Drawn
    family: Drawn

    def line(self, chance: Chance) -> tuple[str, ...]:
        """Father, grandfather, and a great-grandfather or the family's name."""
        last = self.family if chance.random() < 0.6 else self.ancestor
        return self.father.one(chance), self.grandfather.one(chance), last.one(chance)

    def man(self, chance: Chance, age: int) -> str:
        """An own name of that age: the source's people are young, their fathers are not."""
        if age < 25:
            return self.boy.one(chance)
        return (self.father if age < 55 else self.grandfather).one(chance)

    def woman(self, chance: Chance, age: int) -> str:
        """The same for women and girls."""
        return (self.girl if age < 32 else self.mother).one(chance)


@cache
def names() -> Names:
    """From the reference data; read once."""
    parts = [part for part in name_parts_by_share() if part.share >= _RAREST]
    men = [part for part in parts if part.gender == "m"]
    women = [part for part in parts if part.gender == "f"]
    return Names(
        boy=_drawn(men, 0),
        girl=_drawn(women, 0),
        mother=_drawn([part for part in women if part.name in _OF_MOTHERS], 0),
        father=_drawn(men, 1),
        grandfather=_drawn(men, 2),
        ancestor=_drawn(men, 3),
        family=_drawn([part for part in parts if part.gender != "f"], 4),
    )


def _drawn(parts: Iterable[NamePart], slot: int) -> Drawn:
    weighted = [(part, part.share * part.slots[slot]) for part in parts]
    kept = [(part, weight) for part, weight in weighted if weight > 0]
    return Drawn(tuple(part for part, _ in kept), tuple(accumulate(weight for _, weight in kept)))
