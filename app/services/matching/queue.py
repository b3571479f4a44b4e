"""The queue of likely pairs: those of one group of people together, the surest group first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, select
from sqlmodel import Session

from app.db.queries.places import PlaceName, places_named
from app.db.store import Store
from app.db.tables import Household, Person, PersonVerdict, likely_pair, same_person, table_of
from app.domain.components import canonical_of
from app.domain.dates import PartialDate
from app.domain.matching.levels import Kin, Levels, levels_named
from app.domain.matching.points import Band
from app.services.matching.undecided import UNDECIDED
from app.services.people_list import birth_of

PAGE: Final = 200
_CHUNK: Final = 500
_PAIR: Final = likely_pair.c
_PERSON: Final = table_of(Person)
_HOUSEHOLD: Final = table_of(Household)
_VERDICT: Final = table_of(PersonVerdict)


@dataclass(frozen=True)
class Side:
    """One of two people: what helps to tell whether they are one. `family` are the names of the
    others of the household; the phone is their own or the household's."""

    person_id: str
    household_id: str
    name: str
    sex: str
    birth: PartialDate | None
    document_type: str
    document_no: str
    phone: str
    relationship: str
    number: str
    place: PlaceName | None
    family: tuple[str, ...]


@dataclass(frozen=True)
class PairCase:
    """A pair nobody judged as it is now. `group` counts the groups of people who hang together, by
    likely pairs and by verdicts, from 1; `later` was put off."""

    one: Side
    other: Side
    points: int
    band: Band
    levels: Levels
    kin: Kin
    group: int
    later: bool

    @property
    def key(self) -> tuple[str, str]:
        """Both ids, the smaller first."""
        return self.one.person_id, self.other.person_id


@dataclass(frozen=True)
class Queue:
    """Some of the pairs; `total` counts all, `sure` those that are almost certain."""

    total: int
    sure: int
    pairs: tuple[PairCase, ...]


def duplicate_queue(store: Store, *, start: int = 0, count: int = PAGE) -> Queue:
    """The pairs to judge from number `start` on; those put off come last."""
    later = (
        select(_VERDICT.c.id)
        .where(
            _VERDICT.c.person_a == _PAIR.person_a,
            _VERDICT.c.person_b == _PAIR.person_b,
            _VERDICT.c.decision == "later",
        )
        .exists()
    )
    query = select(likely_pair, later.label("later")).where(UNDECIDED)
    with store.read() as session:
        rows = session.connection().execute(query).all()
        groups = _groups(session, rows)
        rows = sorted(rows, key=_order(rows, groups))
        sure = sum(row.band == Band.SURE for row in rows)
        return Queue(len(rows), sure, _told(session, rows, groups, start, count))


def _groups(session: Session, rows: Sequence[Row[Any]]) -> dict[str, str]:
    """For everybody in a pair, who stands for the group."""
    same = session.connection().execute(select(same_person)).all()
    pairs = [(row.person_a, row.person_b) for row in rows]
    return canonical_of([*pairs, *((row.person_id, row.canonical_id) for row in same)])


def _order(rows: Iterable[Row[Any]], groups: Mapping[str, str]) -> Any:
    best: dict[str, int] = {}
    for row in rows:
        group = groups[row.person_a]
        best[group] = max(best.get(group, row.points), row.points)

    def order(row: Row[Any]) -> tuple[bool, int, str, int, str, str]:
        group = groups[row.person_a]
        return row.later, -best[group], group, -row.points, row.person_a, row.person_b

    return order


def _told(
    session: Session, rows: Sequence[Row[Any]], groups: Mapping[str, str], start: int, count: int
) -> tuple[PairCase, ...]:
    numbers: dict[str, int] = {}
    for row in rows:
        numbers.setdefault(groups[row.person_a], len(numbers) + 1)
    shown = rows[start : start + count]
    sides = _sides(session, {one for row in shown for one in (row.person_a, row.person_b)})
    return tuple(
        PairCase(
            one=sides[row.person_a],
            other=sides[row.person_b],
            points=row.points,
            band=Band(row.band),
            levels=levels_named(row.degrees.split(" ")),
            kin=Kin[row.kin.upper()],
            group=numbers[groups[row.person_a]],
            later=bool(row.later),
        )
        for row in shown
        if row.person_a in sides and row.person_b in sides
    )


def _sides(session: Session, people: set[str]) -> dict[str, Side]:
    rows: dict[str, Any] = {}
    for chosen in _chunks(people):
        query = (
            select(
                _PERSON,
                _HOUSEHOLD.c.number,
                _HOUSEHOLD.c.village_id,
                _HOUSEHOLD.c.phone.label("household_phone"),
            )
            .outerjoin_from(_PERSON, _HOUSEHOLD, _HOUSEHOLD.c.id == _PERSON.c.household_id)
            .where(_PERSON.c.id.in_(chosen))
        )
        rows |= {row.id: row for row in session.connection().execute(query)}
    places = places_named(session, {row.village_id for row in rows.values() if row.village_id})
    families = _families(session, {row.household_id for row in rows.values()})
    return {
        person: Side(
            person_id=person,
            household_id=row.household_id,
            name=row.name,
            sex=row.sex,
            birth=birth_of(row.birth_date, row.birth_precision),
            document_type=row.document_type,
            document_no=row.document_no,
            phone=row.phone or row.household_phone or "",
            relationship=row.relationship,
            number=row.number or "",
            place=places.get(row.village_id),
            family=tuple(
                name for other, name in families.get(row.household_id, ()) if other != person
            ),
        )
        for person, row in rows.items()
    }


def _families(session: Session, households: set[str]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for chosen in _chunks(households):
        query = (
            select(_PERSON.c.household_id, _PERSON.c.id, _PERSON.c.name)
            .where(_PERSON.c.household_id.in_(chosen))
            .order_by(_PERSON.c.id)
        )
        for row in session.connection().execute(query):
            found.setdefault(row.household_id, []).append((row.id, row.name))
    return found


def _chunks(ids: set[str]) -> Iterable[list[str]]:
    ordered = sorted(ids)
    return (ordered[start : start + _CHUNK] for start in range(0, len(ordered), _CHUNK))
