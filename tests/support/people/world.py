"""The people of a made-up land as they really are: villages of related families.

What makes telling them apart hard is here on purpose. Brothers share the father's line, the phone
and the village; a first grandson bears his grandfather's name, so cousins bear one name too; twins
share the birth date and nearly the number; and neighbours have the same three names by chance,
since a hundred names are two thirds of all. No two living children of one father have one name
(law 143/1994, art. 21).
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from app.db.reference import name_parts_by_share, official_places
from app.domain.names import name_key
from app.domain.national_id import check_digits
from app.domain.places import Level

GOVERNORATES = ("26", "27", "24", "21", "25", "23")
_POOL = 1 << 16
_PEOPLE_OF_A_VILLAGE = 1_400
_FEWEST_VILLAGES = 6
_SONS = (1, 1, 2, 2, 2, 3, 3, 4)
_CHILDREN = (0, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6)
_TWINS = 0.03
_NAMED_AFTER_GRANDFATHER = 0.3
_WIDOWS = 0.12
_LAST_SERIAL = 9_999
_CHILD = ("daughter", "son")


@dataclass(frozen=True, slots=True)
class Human:
    """One real person: what a careful clerk with all papers would have written."""

    names: tuple[str, ...]
    sex: str
    born: tuple[int, int, int]
    national_id: str
    relationship: str


@dataclass(frozen=True, slots=True)
class Family:
    """People of one home, the head first, with their phone."""

    village: str
    phone: str
    people: tuple[Human, ...]


def families(people: int, chance: random.Random) -> Iterator[Family]:
    """Families, brothers next to each other, until there are at least so many people."""
    names = Names(chance)
    villages = [place.code for place in official_places() if place.level is Level.VILLAGE]
    count = max(_FEWEST_VILLAGES, people // _PEOPLE_OF_A_VILLAGE)
    chosen = chance.sample(villages, min(count, len(villages)))
    made = 0
    while made < people:
        village = chosen[int(len(chosen) * chance.random() ** 1.5)]
        for family in _brothers(village, names, chance):
            made += len(family.people)
            yield family


def _brothers(village: str, names: "Names", chance: random.Random) -> Iterator[Family]:
    """The families of the sons of one man."""
    line = tuple(next(names.elder) for _ in range(3))
    born = chance.randint(1925, 1975)
    taken: set[str] = set()
    for _ in range(chance.choice(_SONS)):
        own = names.unlike(names.male, taken)
        year = born + chance.randint(18, 38)
        yield _family(village, (own, *line), min(year, 2004), names, chance)


def _family(
    village: str, head: tuple[str, ...], year: int, names: "Names", chance: random.Random
) -> Family:
    people: list[Human] = []
    if chance.random() >= _WIDOWS:
        people.append(_human(head, "m", year, "head", chance))
    wife = (next(names.female), *(next(names.elder) for _ in range(3)))
    people.append(
        _human(wife, "f", year + chance.randint(-2, 9), "wife" if people else "head", chance)
    )
    people += _children(head, year, names, chance)
    phone = f"01{chance.choice('0125')}{chance.randrange(10**8):08d}"
    return Family(village, phone, tuple(people))


def _children(
    father: tuple[str, ...], year: int, names: "Names", chance: random.Random
) -> Iterator[Human]:
    taken: set[str] = set()
    born = year + chance.randint(20, 30)
    before: Human | None = None
    for number in range(chance.choice(_CHILDREN)):
        male = chance.random() < 0.51
        if male and number == 0 and chance.random() < _NAMED_AFTER_GRANDFATHER:
            own = father[1]
            taken.add(name_key(own))
        else:
            own = names.unlike(names.male if male else names.female, taken)
        full = (own, father[0], *father[1:3])
        child = _human(full, "m" if male else "f", min(born, 2025), _CHILD[male], chance)
        if before is not None and chance.random() < _TWINS:
            child = _twin_of(before, child)
        before = child
        born += chance.randint(1, 4)
        yield child


def _human(
    names: tuple[str, ...], sex: str, year: int, relationship: str, chance: random.Random
) -> Human:
    born = year, chance.randint(1, 12), chance.randint(1, 28)
    serial = f"{chance.randrange(1000):03d}{2 * chance.randrange(5) + (sex == 'm')}"
    place = chance.choice(GOVERNORATES)
    return Human(names, sex, born, _national_id(born, place, serial), relationship)


def _twin_of(one: Human, other: Human) -> Human:
    """The other as the twin of one: registered on the same morning, with the next number."""
    place, serial = one.national_id[7:9], int(one.national_id[9:13])
    step = 2 if one.sex == other.sex else 1
    serial = serial + step if serial + step <= _LAST_SERIAL else serial - step
    number = _national_id(one.born, place, f"{serial:04d}")
    return Human(other.names, other.sex, one.born, number, other.relationship)


def _national_id(born: tuple[int, int, int], governorate: str, serial: str) -> str:
    year, month, day = born
    written = f"{2 + (year >= 2000)}{year % 100:02d}{month:02d}{day:02d}{governorate}{serial}"
    return f"{written}{min(check_digits(written))}"


class Names:
    """Endless parts of names, drawn by their shares: own names of either sex, elders' names."""

    def __init__(self, chance: random.Random) -> None:
        parts = name_parts_by_share()

        def drawn(genders: str, *, own: bool) -> Iterator[str]:
            chosen = [part for part in parts if part.gender in genders]
            weights = [
                part.share * (part.slots[0] if own else 100 - part.slots[0]) for part in chosen
            ]
            names = [part.name for part in chosen]
            while True:
                yield from chance.choices(names, weights, k=_POOL)

        self.male = drawn("mn", own=True)
        self.female = drawn("f", own=True)
        self.elder = drawn("m", own=False)

    @staticmethod
    def unlike(source: Iterator[str], taken: set[str]) -> str:
        """A name that no sibling has, which it then has."""
        own = next(name for name in source if name_key(name) not in taken)
        taken.add(name_key(own))
        return own
