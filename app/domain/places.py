"""Egypt's places: governorates, districts, villages, and hamlets that people add themselves.

Codes are the P-codes of the official list; a hamlet's is its record's id. Names repeat (723
villages share theirs), so a place is shown and looked for with what it lies in.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from app.domain.names import normalise

_KINDS = frozenset(normalise("مركز قسم مدينة قرية ناحية محافظة بندر شياخة حي عزبة نجع").split())
"""Words before a name that one list writes and another leaves out; never a part of it like كفر."""


class Level(IntEnum):
    """How deep a place lies."""

    GOVERNORATE = 1
    DISTRICT = 2
    VILLAGE = 3
    HAMLET = 4


@dataclass(frozen=True)
class Place:
    """A row of the official list, or a hamlet; `parent` is the code of what it lies in."""

    code: str
    level: Level
    parent: str
    name_ar: str
    name_en: str = ""
    selectable: bool = True


def parse_places(lines: Iterable[str]) -> tuple[Place, ...]:
    """The places of a CSV with pcode, level, parent_pcode, name_ar, name_en, selectable.

    Raises KeyError or ValueError when a column or a level is not as it should be.
    """
    return tuple(
        Place(
            code=row["pcode"],
            level=Level(int(row["level"])),
            parent=row["parent_pcode"],
            name_ar=row["name_ar"],
            name_en=row["name_en"],
            selectable=row["selectable"] == "1",
        )
        for row in csv.DictReader(lines)
    )


@dataclass(frozen=True)
class Gazetteer:
    """All places by their codes, with what each lies in and what bears a name."""

    places: Mapping[str, Place]
    _by_name: Mapping[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(cls, places: Iterable[Place]) -> "Gazetteer":
        """The gazetteer of official places and hamlets together."""
        by_code = {place.code: place for place in places}
        names: dict[str, list[str]] = defaultdict(list)
        for place in by_code.values():
            if place.selectable:
                names[_bare(place.name_ar)].append(place.code)
        return cls(by_code, {name: tuple(codes) for name, codes in names.items()})

    def within(self, code: str) -> tuple[Place, ...]:
        """What the place lies in, nearest first; empty for an unknown code."""
        found: list[Place] = []
        place = self.places.get(code)
        while place and (place := self.places.get(place.parent)) and place not in found:
            found.append(place)
        return tuple(found)

    def ancestor(self, code: str, level: Level) -> Place | None:
        """The place itself or what it lies in, at `level`."""
        place = self.places.get(code)
        if place is None or place.level is level:
            return place
        return next((one for one in self.within(code) if one.level is level), None)

    def named(self, village: str, district: str = "", governorate: str = "") -> tuple[Place, ...]:
        """The villages and hamlets that a list's words mean; several when they do not decide.

        Spelling and words like مركز or قرية do not matter; a district or governorate that is
        empty, or that no place of the name lies in, is not asked for.
        """
        found = [
            self.places[code]
            for code in self._by_name.get(_bare(village), ())
            if self.places[code].level >= Level.VILLAGE
        ]
        exact = [place for place in found if normalise(place.name_ar) == normalise(village)]
        for name in (district, governorate):
            inside = [place for place in found if self._lies_in(place, name)]
            found = inside or found
        both = [place for place in found if place in exact]
        return tuple(both or found)

    def _lies_in(self, place: Place, name: str) -> bool:
        bare = _bare(name)
        return bool(bare) and any(_bare(one.name_ar) == bare for one in self.within(place.code))


def bare_name(name: str) -> str:
    """A folded name without the words of its kind before it: «مركز ملوى» is ملوي."""
    words = normalise(name).split()
    while len(words) > 1 and words[0] in _KINDS:
        words.pop(0)
    return " ".join(words)


def _bare(name: str) -> str:
    return bare_name(name).replace(" ", "")
