"""What happened to a household, its people and what it received: who changed what, when, where.

Read from the journal itself, so that nothing can be missing: changes that were skipped or wait for
others are told too, and marked.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import select
from sqlmodel import Session

from app.db.journal import changes_of, skipped_of
from app.db.queries.places import places_named
from app.db.store import Store
from app.db.tables import (
    AidItem,
    AidRecord,
    Category,
    Device,
    Organisation,
    Person,
    User,
    table_of,
)
from app.domain.journal.change import Change
from app.domain.journal.fold import versions
from app.domain.journal.value import Fields, Value
from app.domain.short_number import short_number
from app.services.named import Named
from app.words.named import HasNames

MOST_AID_RECORDS = 200
"""Hand-overs whose history is read; the latest of a household that received more."""


class Standing(StrEnum):
    """Whether a change counts."""

    IN_FORCE = "in_force"
    SKIPPED = "skipped"
    HELD = "held"
    ERASED = "erased"


@dataclass(frozen=True)
class FieldChange:
    """One field of a change: its value before (None when it had none) and after."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True)
class HistoryEntry:
    """One change. `at` is the writer's clock in milliseconds (UTC), which may be wrong; `about` is
    a person's name or a hand-over's receipt number; `is_first` when it made the record."""

    at: int
    who: str
    laptop: str
    record_type: str
    record_id: str
    about: str
    is_first: bool
    standing: Standing
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True)
class History:
    """The latest change first; `names` tells what ids among the values stand for."""

    entries: tuple[HistoryEntry, ...]
    names: Mapping[str, HasNames]


def history_of(store: Store, household_id: str) -> History:
    """The history of a household, of the people in it and of its hand-overs."""
    with store.read() as session:
        return history_in(session, household_id)


def history_in(session: Session, household_id: str) -> History:
    """`history_of` inside a session."""
    entries = [
        entry
        for record_type, record_id, about in _records(session, household_id)
        for entry in _entries(session, record_type, record_id, about)
    ]
    ordered = sorted(entries, key=lambda entry: entry.at, reverse=True)
    return History(_signed(session, ordered), _names(session, ordered))


def _records(session: Session, household_id: str) -> Iterator[tuple[str, str, str]]:
    """Type, id and what to call it."""
    yield "household", household_id, ""
    person, aid = table_of(Person), table_of(AidRecord)
    connection = session.connection()
    people = select(person.c.id, person.c.name).where(person.c.household_id == household_id)
    for row in connection.execute(people.order_by(person.c.id)).all():
        yield "person", row.id, row.name
    records = select(aid.c.id, aid.c.device_id, aid.c.receipt_no, aid.c.paper_no)
    records = records.where(aid.c.household_id == household_id).order_by(aid.c.handed_at.desc())
    for record in connection.execute(records.limit(MOST_AID_RECORDS)).all():
        number = record.paper_no
        if record.receipt_no and record.device_id:
            number = short_number(record.device_id, record.receipt_no)
        yield "aid_record", record.id, number


def _entries(
    session: Session, record_type: str, record_id: str, about: str
) -> Iterator[HistoryEntry]:
    connection = session.connection()
    changes = changes_of(connection, record_type, record_id)
    skipped = skipped_of(connection, record_type, record_id)
    known = versions(changes)
    # The order of the fold, so that each value before is the one that was there.
    ordered = sorted(
        changes,
        key=lambda one: (one.hash not in known, known.get(one.hash), one.device_id, one.seq),
    )
    fields: Fields = {}
    for change in ordered:
        standing = _standing(change, held=change.hash not in known, skipped=change.hash in skipped)
        values = change.values
        yield HistoryEntry(
            at=change.recorded_at,
            who=change.actor,
            laptop=change.device_id,
            record_type=record_type,
            record_id=record_id,
            about=about,
            is_first=not change.base,
            standing=standing,
            changes=tuple(
                FieldChange(name, fields.get(name), value) for name, value in values.items()
            ),
        )
        if standing is Standing.IN_FORCE:
            fields |= values


def _standing(change: Change, *, held: bool, skipped: bool) -> Standing:
    if change.fields is None:
        return Standing.ERASED
    if held:
        return Standing.HELD
    return Standing.SKIPPED if skipped else Standing.IN_FORCE


def _signed(session: Session, entries: Iterable[HistoryEntry]) -> tuple[HistoryEntry, ...]:
    """The entries with the names of users and laptops in place of their ids."""
    known: dict[str, str] = {}
    for model in (User, Device):
        table = table_of(model)
        for row in session.connection().execute(select(table.c.id, table.c.name)).all():
            known[row.id] = row.name
    return tuple(
        replace(entry, who=known.get(entry.who, ""), laptop=known.get(entry.laptop, ""))
        for entry in entries
    )


def _names(session: Session, entries: Sequence[HistoryEntry]) -> dict[str, HasNames]:
    """What the ids in the values stand for; there are few categories, items and organisations."""
    values = [
        value
        for entry in entries
        for change in entry.changes
        if change.field == "village_id"
        for value in (change.before, change.after)
    ]
    villages = {value for value in values if isinstance(value, str) and value}
    names: dict[str, HasNames] = {**places_named(session, villages)}
    for entry in entries:
        if entry.record_type == "person":
            names[entry.record_id] = Named(entry.record_id, entry.about)
    for model in (Category, AidItem, Organisation):
        table = table_of(model)
        query = select(table.c.id, table.c.name_ar, table.c.name_en)
        for row in session.connection().execute(query).all():
            names[row.id] = Named(row.id, row.name_ar, row.name_en)
    return names
