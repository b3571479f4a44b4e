"""The table of likely pairs: found anew from the whole store, or only for what changed since.

It is a result, not a record: it can be emptied at any time, and is not told to other laptops.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, delete, func, insert, or_, select
from sqlmodel import Session

from app.db.arrivals import last_position
from app.db.store import Store
from app.db.tables import Person, Setting, journal, likely_pair, table_of
from app.domain.matching.points import Band
from app.domain.permissions import Action
from app.services.matching.pairs import LikelyPair, all_pairs, pairs_of
from app.services.progress import Report, unheard
from app.services.rights import may_now

FOUND_UNTIL: Final = "matching.found_until"
"""The setting that says up to which position of the journal people have been compared."""

_CHUNK: Final = 500
_MOST_ANEW: Final = 5
"""Where more than one in so many people changed, all are compared: that is quicker."""

_PERSON: Final = table_of(Person)
_PAIR: Final = likely_pair.c


@dataclass(frozen=True)
class Found:
    """How many pairs of either band the table holds."""

    sure: int
    review: int


def find_all(store: Store, report: Report = unheard) -> Found:
    """Compares everybody and fills the table. `report` stops the work by raising; then the table
    is as it was. Raises what befalls the store."""
    with store.read() as session:
        until = last_position(session.connection())
        pairs = all_pairs(session.connection(), report)
    with store.write() as session:
        connection = session.connection()
        connection.execute(delete(likely_pair))
        _add(connection, pairs)
        _note(session, until)
        session.touched.setdefault(likely_pair.name, set())
        return _count(connection)


def find_new(store: Store, report: Report = unheard) -> Found:
    """Compares those who came or changed since the last time with everybody. Raises as
    `find_all`."""
    with store.read() as session:
        connection = session.connection()
        since, until = _found_until(session), last_position(connection)
        people = changed_people(connection, since)
        total = int(connection.scalar(select(func.count()).select_from(_PERSON)) or 0)
        if not people:
            return _count(connection)
        whole = len(people) * _MOST_ANEW > total
        pairs = [] if whole else pairs_of(connection, people, report)
    if whole:
        return find_all(store, report)
    with store.write() as session:
        connection = session.connection()
        members = _of_their_households(connection, people)
        for chosen in _chunks(sorted(members | people)):
            ended = or_(_PAIR.person_a.in_(chosen), _PAIR.person_b.in_(chosen))
            connection.execute(delete(likely_pair).where(ended))
        _add(connection, pairs)
        _note(session, until)
        session.touched.setdefault(likely_pair.name, set())
        return _count(connection)


def keep_up(store: Store, report: Report = unheard) -> Found | None:
    """`find_new` for whoever may judge what it finds; None on the laptops of all others, whose
    batteries have better uses."""
    return find_new(store, report) if may_now(store, Action.DECIDE) else None


def changed_people(connection: Connection, since: int) -> set[str]:
    """The people who came, changed or moved with their household after a position of the
    journal."""
    late = select(journal.c.record_id).where(journal.c.position > since).distinct()
    households = late.where(journal.c.record_type == "household")
    found = set(connection.scalars(late.where(journal.c.record_type == "person")))
    moved = select(_PERSON.c.id).where(_PERSON.c.household_id.in_(households))
    return found | set(connection.scalars(moved))


def _found_until(session: Session) -> int:
    setting = session.get(Setting, FOUND_UNTIL)
    return int(setting.value) if setting else 0


def _note(session: Session, until: int) -> None:
    setting = session.get(Setting, FOUND_UNTIL) or Setting(key=FOUND_UNTIL)
    setting.value = str(until)
    session.add(setting)


def _add(connection: Connection, pairs: Iterable[LikelyPair]) -> None:
    rows = [
        {
            "person_a": pair.person_a,
            "person_b": pair.person_b,
            "points": pair.points,
            "band": pair.band.value,
            "degrees": degrees_text(pair),
            "kin": pair.kin.name.lower(),
        }
        for pair in pairs
    ]
    if rows:
        connection.execute(insert(likely_pair), rows)


def degrees_text(pair: LikelyPair) -> str:
    """The degrees of a pair by itself, as tables keep them."""
    return " ".join(level.name.lower() for level in pair.levels)


def _count(connection: Connection) -> Found:
    query = select(_PAIR.band, func.count()).group_by(_PAIR.band)
    counts = {row[0]: row[1] for row in connection.execute(query)}
    return Found(sure=counts.get(Band.SURE, 0), review=counts.get(Band.REVIEW, 0))


def _of_their_households(connection: Connection, people: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for chosen in _chunks(sorted(people)):
        homes = select(_PERSON.c.household_id).where(_PERSON.c.id.in_(chosen))
        found.update(
            connection.scalars(select(_PERSON.c.id).where(_PERSON.c.household_id.in_(homes)))
        )
    return found


def _chunks(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
