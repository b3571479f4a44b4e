"""All families that something was handed over to, one after another, with what they received.

Lines and families come from the database in the order of the families' ids, which an index holds,
so that nothing is sorted and memory stays flat however many there are. Whoever is unique (families,
people) is then counted by the way: each family comes once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Select, and_, case, false, func, literal, select

from app.db.interruptible import stoppable
from app.db.streaming import streamed
from app.db.tables import (
    Household,
    Person,
    aid_line,
    place,
    same_household,
    same_person,
    search_household,
    table_of,
)
from app.domain.dates import years_before
from app.services.reports.ages import born_by
from app.services.reports.asking import Ask
from app.services.reports.scope import Scope, given

_HOME: Final = table_of(Household)
_PERSON: Final = table_of(Person)
_HAMLET: Final = 4
_GROWN_UP: Final = 18
_NOBODY: Final = (0, 0, 0, 0)


class Given(NamedTuple):
    """A hand-over, as far as it is of one campaign (and of one item, where items are asked for).
    `quantity` in thousandths."""

    household_id: str
    record: str
    organisation: str | None
    campaign: str | None
    day: str
    convoy: str
    item: str
    quantity: int


@dataclass(slots=True)
class Family:
    """A family on file, or only named by a hand-over that arrived before it (size 0). Nobody
    changes it: freezing it would cost half a second over a million hand-overs.

    `one` is the id that all families judged to be this one share; `twins` the ids that its people
    who were judged to be somebody share with them.
    """

    id: str
    village: str
    size: int
    one: str
    given: list[Given]
    twins: tuple[str, ...] = field(default=())
    members: tuple[int, ...] = field(default=())
    """Girls, boys, women, men on file, where they are asked for."""

    @property
    def plain(self) -> bool:
        """Whether neither it nor its people were judged to be somebody else as well."""
        return self.one == self.id and not self.twins


def walk(
    ask: Ask, scope: Scope, *, items: bool = False, on: date | None = None
) -> Iterator[Family]:
    """Every family of the scope; with `items` each item of a hand-over comes by itself, with a day
    `on` the members are counted by sex and age (children are under 18 on it)."""
    connection = ask.session.connection()
    same = {row[0]: row[1] for row in ask.rows(_same_families())}
    twins: dict[str, list[str]] = {}
    for household_id, canonical in ask.rows(_same_people()):
        twins.setdefault(household_id, []).append(canonical)
    with stoppable(connection, ask.look):
        homes = _Beside(_homes(connection, scope))
        members = _Beside(_members(connection, scope, on) if on else iter(()))
        for family_id, lines in groupby(_lines(connection, scope, items), key=itemgetter(0)):
            village, size = homes.at(family_id) or ("", 0)
            yield Family(
                family_id,
                village or "",
                size or 0,
                same.get(family_id, family_id),
                list(lines),
                tuple(twins[family_id]) if family_id in twins else (),
                (members.at(family_id) or _NOBODY) if on else _NOBODY,
            )


class _Beside:
    """Rows in the order of the ids they begin with, asked for in that order."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._rows = rows
        self._row = next(rows, None)

    def at(self, family_id: str) -> tuple[Any, ...] | None:
        """What stands behind this id; None where there is no row."""
        while self._row is not None and self._row[0] < family_id:
            self._row = next(self._rows, None)
        found = self._row
        return tuple(found[1:]) if found is not None and found[0] == family_id else None


def _lines(connection: Connection, scope: Scope, items: bool) -> Iterator[Given]:  # noqa: FBT001
    line = aid_line.c
    key = (
        line.household_id,
        line.aid_record_id,
        line.organisation_id,
        line.campaign_id,
        line.day,
        line.convoy_id,
    )
    item = line.item_id if items else literal("")
    query = select(*key, item, func.sum(line.quantity)).where(given(scope))
    query = query.group_by(*key, line.item_id) if items else query.group_by(*key)
    return map(Given._make, streamed(connection, query.order_by(*key)))


def _homes(connection: Connection, scope: Scope) -> Iterator[tuple[Any, ...]]:
    village = case((place.c.level == _HAMLET, place.c.parent_id), else_=_HOME.c.village_id)
    query = (
        select(_HOME.c.id, village, search_household.c.size)
        .select_from(_HOME)
        .outerjoin(search_household, search_household.c.household_id == _HOME.c.id)
        .outerjoin(place, place.c.id == _HOME.c.village_id)
        .order_by(_HOME.c.id)
    )
    if scope.convoy_id is not None:
        query = query.where(_HOME.c.id.in_(select(aid_line.c.household_id).where(given(scope))))
    return streamed(connection, query)


def _members(connection: Connection, scope: Scope, on: date) -> Iterator[tuple[Any, ...]]:
    """Girls, boys, women and men of each household; who has no birth date counts as grown up."""
    child = func.coalesce(born_by() > years_before(on, _GROWN_UP).isoformat(), false())
    groups = ((child, "f"), (child, "m"), (~child, "f"), (~child, "m"))
    counts = [func.count().filter(and_(age, _PERSON.c.sex == sex)) for age, sex in groups]
    query = (
        select(_PERSON.c.household_id, *counts)
        .where(_PERSON.c.active)
        .group_by(_PERSON.c.household_id)
        .order_by(_PERSON.c.household_id)
    )
    if scope.convoy_id is not None:
        served = select(aid_line.c.household_id).where(given(scope))
        query = query.where(_PERSON.c.household_id.in_(served))
    return streamed(connection, query)


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
