"""Fields that were changed in parallel to different values: all of them side by side, until one is
chosen.

The choice is an ordinary change that has seen all the others. Take it back and they stand again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import select
from sqlmodel import Session

from app.db.folding import folded
from app.db.journal import changes_of, skipped_of
from app.db.journal_session import JournalSession
from app.db.queries.places import places_named
from app.db.store import Store
from app.db.tables import RECORDS, Category, Device, Organisation, Person, open_conflict, table_of
from app.domain.journal.change import Change
from app.domain.journal.fold import Candidate as Standing
from app.domain.journal.fold import FoldedRecord, fold
from app.domain.journal.value import Fields, Value
from app.domain.permissions import Action, action_of
from app.errors import ConflictSettled, ValueUnfit
from app.services.exchange.rights_here import require, rights_here
from app.services.named import Named
from app.services.review.authors import Author, Authors
from app.services.review.titles import Title, titles_of
from app.words.named import HasNames

PAGE = 200


class FieldKind(StrEnum):
    """How a field's value is made up."""

    PLAIN = "plain"
    """One column."""
    COMPOSITE = "composite"
    """A list with the value of each of `columns`: a document is its type and its number."""
    ELEMENT = "element"
    """Whether `element` belongs to the set `columns`: true or false."""
    LIST = "list"


@dataclass(frozen=True)
class ConflictKey:
    """Which field of which record, as the journal names them."""

    record_type: str
    record_id: str
    field: str


@dataclass(frozen=True)
class Candidate:
    """A value that somebody wrote, not knowing of the others; `shown` is the one that the tables
    show meanwhile."""

    value: Value
    change: str
    author: Author
    shown: bool


@dataclass(frozen=True)
class Conflict:
    """One field with all its candidates, in the order of the fold. `columns` are those of the table
    that the value fills."""

    key: ConflictKey
    title: Title
    kind: FieldKind
    columns: tuple[str, ...]
    element: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Conflicts:
    """Some of the open conflicts; `total` counts all. `names` tells what ids among the values and
    elements stand for."""

    total: int
    conflicts: tuple[Conflict, ...]
    names: Mapping[str, HasNames]


@dataclass(frozen=True)
class Latest:
    """Choose what was written last by the laptops' clocks; a moment that is yet to come here is a
    wrong clock's and comes last."""


@dataclass(frozen=True)
class FromLaptop:
    """Choose what this laptop wrote, where it wrote any."""

    device_id: str


@dataclass(frozen=True)
class Settled:
    """How many conflicts were settled, and the changes (hex) that say so: one a record."""

    conflicts: int
    changes: tuple[str, ...]


def open_conflicts(
    store: Store, *, record_type: str = "", field: str = "", start: int = 0, count: int = PAGE
) -> Conflicts:
    """The open conflicts from number `start` on (of one record type, of one field or set), ordered
    by record."""
    table = open_conflict
    query = select(table.c.record_type, table.c.record_id, table.c.field)
    if record_type:
        query = query.where(table.c.record_type == record_type)
    if field:
        one = table.c.field
        query = query.where((one == field) | one.startswith(f"{field}:", autoescape=True))
    with store.read() as session:
        found = session.connection().execute(query.order_by(*query.selected_columns)).all()
        keys = [ConflictKey(*row) for row in found]
        return Conflicts(len(keys), *_told(session, keys[start : start + count]))


def settle_conflict(store: Store, key: ConflictKey, value: Value) -> str:
    """Chooses a value, one of the candidates or another; returns the change that says so, in hex.

    Raises ConflictSettled (it no longer stands), ValueUnfit, RightMissing.
    """
    with store.write() as session:
        _require(store, session, {key.record_type: {key.field}})
        _check(session, key, value)
        change = session.supersede(key.record_type, key.record_id, {key.field: value})
    return change.hex()


def settle_many(store: Store, keys: Sequence[ConflictKey], choice: Latest | FromLaptop) -> Settled:
    """Settles many alike in one transaction. Those that no longer stand, and those in which the
    laptop has no part, are left. Raises RightMissing."""
    fields: dict[str, set[str]] = {}
    records: dict[tuple[str, str], list[str]] = {}
    for key in keys:
        fields.setdefault(key.record_type, set()).add(key.field)
        records.setdefault((key.record_type, key.record_id), []).append(key.field)
    settled, written = 0, []
    with store.write() as session:
        _require(store, session, fields)
        now = store.sources.now()
        for record, wanted in records.items():
            changes, result = _folded(session, record)
            chosen: Fields = {}
            for field in wanted:
                found = _choose(choice, changes, result.conflicts.get(field, ()), now)
                if found is not None:
                    chosen[field] = found.value
            if chosen:
                written.append(session.supersede(*record, chosen).hex())
            settled += len(chosen)
    return Settled(settled, tuple(written))


def laptops_in_conflict(store: Store, keys: Iterable[ConflictKey]) -> tuple[Named, ...]:
    """The laptops that wrote any of the candidates, to choose among for `FromLaptop`."""
    records = sorted({(key.record_type, key.record_id) for key in keys})
    table = table_of(Device)
    with store.read() as session:
        found: set[str] = set()
        for record in records:
            changes, result = _folded(session, record)
            for standing in result.conflicts.values():
                found |= {changes[one.change].device_id for one in standing}
        rows = session.connection().execute(select(table.c.id, table.c.name))
        names = {row.id: row.name for row in rows}
    return tuple(Named(one, names.get(one, "")) for one in sorted(found))


def _told(
    session: Session, keys: Sequence[ConflictKey]
) -> tuple[tuple[Conflict, ...], dict[str, HasNames]]:
    authors = Authors(session)
    titles = titles_of(session, ((key.record_type, key.record_id) for key in keys))
    histories = {
        record: _folded(session, record)
        for record in {(key.record_type, key.record_id) for key in keys}
    }
    found = []
    for key in keys:
        record = (key.record_type, key.record_id)
        changes, result = histories[record]
        standing = result.conflicts.get(key.field, ())
        value = result.fields.get(key.field)
        shown = next((one for one in reversed(standing) if one.value == value), None)
        kind, columns, element = _shape(key)
        candidates = tuple(
            Candidate(one.value, one.change.hex(), authors.of(changes[one.change]), one is shown)
            for one in standing
        )
        found.append(Conflict(key, titles[record], kind, columns, element, candidates))
    return tuple(found), _names(session, found)


def _folded(session: Session, record: tuple[str, str]) -> tuple[dict[bytes, Change], FoldedRecord]:
    """A record's changes by hash, and what they make of it now."""
    connection = session.connection()
    changes = changes_of(connection, *record)
    result = folded(changes, skipped_of(connection, *record)) if changes else fold(())
    return {change.hash: change for change in changes}, result


def _shape(key: ConflictKey) -> tuple[FieldKind, tuple[str, ...], str]:
    spec = RECORDS[key.record_type]
    if key.field in spec.composites:
        return FieldKind.COMPOSITE, spec.composites[key.field], ""
    if key.field in spec.lists:
        return FieldKind.LIST, (key.field,), ""
    name, colon, element = key.field.partition(":")
    if colon and name in spec.sets:
        return FieldKind.ELEMENT, (name,), element
    return FieldKind.PLAIN, (key.field,), ""


def _require(store: Store, session: JournalSession, fields: Mapping[str, Iterable[str]]) -> None:
    """Deciding is a right of its own, beside that to change the record."""
    rights = rights_here(session.connection())
    require(store, rights, Action.DECIDE)
    for record_type, names in fields.items():
        require(store, rights, action_of(record_type, set(names)))


def _check(session: Session, key: ConflictKey, value: Value) -> None:
    _, result = _folded(session, (key.record_type, key.record_id))
    if key.field not in result.conflicts:
        raise ConflictSettled
    spec = RECORDS[key.record_type]
    whole = not isinstance(value, list) or len(value) >= len(spec.composites.get(key.field, ()))
    # A field that only a later app knows may take what is a candidate already.
    known = any(one.value == value for one in result.conflicts[key.field])
    if not known and not (whole and spec.takes(key.field, value)):
        raise ValueUnfit


def _choose(
    choice: Latest | FromLaptop,
    changes: Mapping[bytes, Change],
    standing: Sequence[Standing],
    now: int,
) -> Standing | None:
    if isinstance(choice, FromLaptop):
        mine = [one for one in standing if changes[one.change].device_id == choice.device_id]
        return mine[-1] if mine else None

    def written(one: Standing) -> tuple[bool, int]:
        at = changes[one.change].recorded_at
        return at <= now, at

    return max(standing, key=written, default=None)


_NAMED: Final = (Category, Organisation)


def _names(session: Session, conflicts: Sequence[Conflict]) -> dict[str, HasNames]:
    """What ids stand for: places, people, and the short lists of categories and organisations."""
    texts = {one.element for one in conflicts if one.element} | {
        candidate.value
        for one in conflicts
        for candidate in one.candidates
        if isinstance(candidate.value, str) and candidate.value
    }
    names: dict[str, HasNames] = {**places_named(session, texts)}
    for model in _NAMED:
        table = table_of(model)
        query = select(table.c.id, table.c.name_ar, table.c.name_en)
        for row in session.connection().execute(query.where(table.c.id.in_(texts))):
            names[row.id] = Named(row.id, row.name_ar, row.name_en)
    person = table_of(Person)
    query = select(person.c.id, person.c.name).where(person.c.id.in_(texts))
    for found in session.connection().execute(query):
        names[found.id] = Named(found.id, found.name)
    return names
