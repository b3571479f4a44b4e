"""All families that something was handed over to, one after another, with what they received.

Lines and families come from the database in the order of the families' ids, which an index holds,
so that nothing is sorted and memory stays flat however many there are. Whoever is unique (families,
people) is then counted by the way: each family comes once.

What a family received comes as texts that hold only what the report tells apart. There are few
different ones among millions, so each is understood once (`Understood`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    case,
    false,
    func,
    literal,
    null,
    select,
)

from app.db.interruptible import stoppable
from app.db.streaming import streamed
from app.db.tables import (
    VILLAGE_SHIFT,
    Person,
    aid_line,
    place,
    same_household,
    same_person,
    search_household,
    search_village,
    table_of,
)
from app.domain.dates import years_before
from app.services.reports.ages import born_by
from app.services.reports.asking import Ask
from app.services.reports.scope import Scope, given

_PERSON: Final = table_of(Person)
_HAMLET: Final = 4
_GROWN_UP: Final = 18
_TOLD_EVERY: Final = 5_000
_BITS: Final = 15
"""Of each count in one sum of girls, boys, women and men: more than live in any household."""
_SHIFTS: Final = range(0, 4 * _BITS, _BITS)

_LINE, _PART = "\x1e", "\x1f"
"""What ASCII has to separate records and units; no id holds them."""

_LINES: Final = aid_line.c
_TOLD: Final[dict[str, tuple[str, ColumnElement[Any]]]] = {
    "organisation": ("%s", _LINES.organisation_id),
    "campaign": ("%s", _LINES.campaign_id),
    "month": ("%.7s", _LINES.day),
    "day": ("%s", _LINES.day),
    "convoy": ("%s", _LINES.convoy_id),
    "item": ("%s", _LINES.item_id),
    "quantity": ("%d", _LINES.quantity),
}
"""How SQL's `format` writes each part of `Given`; null becomes nothing."""


class Given(NamedTuple):
    """A line of a hand-over; empty what was not asked for. `quantity` in thousandths."""

    organisation: str = ""
    campaign: str = ""
    month: str = ""
    day: str = ""
    convoy: str = ""
    item: str = ""
    quantity: int = 0


@dataclass(slots=True)
class Family:
    """A family on file, or only named by a hand-over that arrived before it (size 0). Nobody
    changes it: freezing it would cost half a second over a million hand-overs.

    `one` is the id that all families judged to be this one share; `twins` the ids that its people
    who were judged to be somebody share with them. `given` are the texts of its hand-overs, or of
    their lines. `members` are girls, boys, women, men on file, where they are asked for.
    """

    id: str
    village: str
    size: int
    one: str
    plain: bool
    """Whether neither it nor its people were judged to be somebody else as well."""
    given: list[str]
    twins: tuple[str, ...]
    members: tuple[int, ...]


class Understood(dict[str, tuple[Given, ...]]):
    """What the texts of a walk say: the lines of each."""

    def __init__(self, told: Sequence[str]) -> None:
        super().__init__()
        self._told = told

    def __missing__(self, text: str) -> tuple[Given, ...]:
        found = self[text] = tuple(map(self._given, text.split(_LINE)))
        return found

    def _given(self, text: str) -> Given:
        parts: dict[str, Any] = dict(zip(self._told, text.split(_PART), strict=True))
        if "quantity" in parts:
            parts["quantity"] = int(parts["quantity"])
        return Given(**parts)


def walk(
    ask: Ask, scope: Scope, told: Sequence[str], *, apart: bool = True, on: date | None = None
) -> Iterator[Family]:
    """Every family of the scope, with that of `Given` which is `told` of what it received.

    `apart` keeps its hand-overs apart; else its lines come one by one, which is faster. With a day
    `on` the members are counted by sex and age (children are under 18 on it).
    """
    connection = ask.session.connection()
    same = {row[0]: row[1] for row in ask.rows(_same_families())}
    twins: dict[str, list[str]] = {}
    for household_id, canonical in ask.rows(_same_people()):
        twins.setdefault(household_id, []).append(canonical)
    village_of = {row[0]: row[1] for row in ask.rows(_villages())}
    judged = same.keys() | twins.keys()
    on_file = max(1, ask.one(select(func.count()).select_from(search_household))[0])
    with stoppable(connection, ask.look):
        rows = ask.streamed(connection, _lines(scope, told, apart=apart, on=on))
        homes = _Homes(_homes(connection, scope))
        for number, (family_id, text, ids, members) in enumerate(rows):
            if number % _TOLD_EVERY == 0:
                ask.walked(min(1.0, number / on_file))
            lines = text.split(_LINE)
            if apart and len(lines) > 1:
                lines = _by_hand_over(lines, ids.split(_LINE))
            village, size = homes.at(family_id) or (None, 0)
            plain = family_id not in judged
            yield Family(
                family_id,
                village_of.get(village, ""),
                size,
                family_id if plain else same.get(family_id, family_id),
                plain,
                lines,
                () if plain else tuple(twins.get(family_id, ())),
                _counted(members),
            )


class _Homes:
    """Rows in the order of the ids they begin with, asked for in that order."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._rows = rows
        self._row = next(rows, None)

    def at(self, family_id: str) -> tuple[Any, ...] | None:
        """What stands behind this id; None where there is no row."""
        row = self._row
        while row is not None and row[0] < family_id:
            row = next(self._rows, None)
        self._row = row
        return row[1:] if row is not None and row[0] == family_id else None


def _lines(scope: Scope, told: Sequence[str], *, apart: bool, on: date | None) -> Select[Any]:
    """Of each family the texts of all lines, joined, the ids of their hand-overs likewise (grouping
    the hand-overs, too, would take longer than telling them apart here), and its members."""
    pattern = _PART.join(_TOLD[name][0] for name in told)
    line = func.format(pattern, *(_TOLD[name][1] for name in told))
    hand_over = func.group_concat(_LINES.aid_record_id, _LINE) if apart else literal("")
    household = _LINES.household_id
    return (
        select(household, func.group_concat(line, _LINE), hand_over, _members(on) if on else null())
        .where(given(scope))
        .group_by(household)
        .order_by(household)
    )


def _by_hand_over(lines: list[str], hand_overs: list[str]) -> list[str]:
    """The texts of hand-overs, from those of their lines."""
    found: dict[str, str] = {}
    for line, hand_over in zip(lines, hand_overs, strict=True):
        before = found.get(hand_over)
        found[hand_over] = line if before is None else before + _LINE + line
    return list(found.values())


def _homes(connection: Connection, scope: Scope) -> Iterator[tuple[Any, ...]]:
    """The number of the village and the size, as the search index has them: reading the households
    themselves would take twice as long. They stand there village by village: going after them in
    the order of an index of ids would read nearly every page as often as it has rows, so they are
    read as they stand and sorted by an expression that no index knows."""
    home = search_household.c
    number = home.place_row.op(">>")(VILLAGE_SHIFT)
    by_id = home.household_id.op("||")("")
    query = select(home.household_id, number, home.size).order_by(by_id)
    if scope.convoy_id is not None:
        query = query.where(home.household_id.in_(_served(scope)))
    return streamed(connection, query)


def _villages() -> Select[Any]:
    """Villages by the numbers that they have in the search index; a hamlet is its village."""
    village = search_village.c.village_id
    around = case((place.c.level == _HAMLET, place.c.parent_id), else_=village)
    return select(search_village.c.number, around).outerjoin(place, place.c.id == village)


def _served(scope: Scope) -> Select[Any]:
    return select(_LINES.household_id).where(given(scope))


def _members(on: date) -> ColumnElement[Any]:
    """Children and grown-ups of a household; who has no birth date counts as grown up."""
    child = func.coalesce(born_by() > years_before(on, _GROWN_UP).isoformat(), false())
    girl, boy, woman, man = (1 << shift for shift in _SHIFTS)
    sex = _PERSON.c.sex
    one = case(
        (sex == "f", case((child, girl), else_=woman)),
        (sex == "m", case((child, boy), else_=man)),
        else_=0,
    )
    own = _PERSON.c.household_id == _LINES.household_id
    return select(func.sum(one)).where(own, _PERSON.c.active).scalar_subquery()


@lru_cache(1 << 14)
def _counted(members: int | None) -> tuple[int, ...]:
    """Girls, boys, women and men; nothing where nobody is on file or asked for."""
    if members is None:
        return ()
    return tuple(members >> shift & (1 << _BITS) - 1 for shift in _SHIFTS)


def _same_families() -> Select[Any]:
    return select(same_household.c.household_id, same_household.c.canonical_id)


def _same_people() -> Select[Any]:
    """The families of people who were judged to be somebody, and who that is."""
    own = _PERSON.c.id
    judged = select(same_person.c.person_id).union(select(same_person.c.canonical_id))
    return (
        select(_PERSON.c.household_id, func.coalesce(same_person.c.canonical_id, own))
        .select_from(_PERSON.outerjoin(same_person, same_person.c.person_id == own))
        .where(own.in_(judged), _PERSON.c.active)
        .order_by(_PERSON.c.household_id, own)
    )
