"""Who is meant by what was typed, in the order to show them.

Nothing is ranked by the index and nothing is scanned whole, so that a keystroke costs the same
over a million people: a question with few answers is answered whole and ordered here, one with
many is answered for today's villages and by its most telling answers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Table, select

from app.db.search_lookups import MANY, Lookups, rows_of_villages
from app.db.tables import AidRecord, search_household, search_person, table_of
from app.domain.query import Matched, Query, ScannedCode, TypedKey, TypedName, TypedNumber
from app.domain.search_keys import phone_beginnings
from app.domain.short_number import device_mark

_TAIL = 3
"""The fewest last digits of a document that are looked up; two fit one person in a hundred."""

_AID = table_of(AidRecord)


@dataclass(frozen=True)
class Hit:
    """Somebody found. `person_id` is None for a household of which nobody is known."""

    household_id: str
    person_id: str | None
    matched: Matched
    of_today: bool


@dataclass(frozen=True)
class Hits:
    """Those found, in the order to show; `more` when there are others."""

    hits: tuple[Hit, ...]
    more: bool


class _Row(NamedTuple):
    """A row of the index that fits, and in which of its two tables it stands."""

    place_row: int
    of_person: bool
    matched: Matched


def search(
    connection: Connection, query: Query, *, first: Iterable[str] = (), limit: int = 50
) -> Hits:
    """At most `limit` people for `query`, those of the villages `first` before all others."""
    asked = _Search(connection, Lookups(connection, rows_of_villages(connection, first)), limit)
    match query:
        case TypedName(digits=""):
            hits = asked.hits(asked.by_name(query))
        case TypedName():
            hits = asked.hits(asked.by_name_and_digits(query))
        case TypedNumber():
            hits = (*asked.by_receipt(query), *asked.hits(asked.by_number(query)))
        case TypedKey():
            hits = asked.hits(asked.by_key(query.key))
        case ScannedCode():
            hits = asked.by_code(query)
    unique: dict[tuple[str, str | None], Hit] = {}
    for hit in hits:
        unique.setdefault((hit.household_id, hit.person_id), hit)
    return Hits(tuple(unique.values())[:limit], asked.lookups.saturated or len(unique) > limit)


class _Search:
    """One question to the index."""

    def __init__(self, connection: Connection, lookups: Lookups, limit: int) -> None:
        self.lookups = lookups
        self._connection = connection
        self._limit = limit

    def by_name(self, query: TypedName) -> list[_Row]:
        """People with these parts in their names: those first whose own name begins as typed,
        then those with most parts as whole words; by the alphabet."""
        names = self.lookups.names(query.readings, self._limit + 1)
        beginnings = tuple(" ".join(reading) for reading in query.readings)
        typed = frozenset(part for reading in query.readings for part in reading)

        def order(row: int) -> tuple[bool, bool, int, str, int]:
            key = names[row]
            whole = len(typed.intersection(key.split(" ")))
            return not self.lookups.is_today(row), not key.startswith(beginnings), -whole, key, row

        return [_Row(row, True, Matched.NAME) for row in sorted(names, key=order)]

    def by_number(self, query: TypedNumber) -> list[_Row]:
        """Households and people of whose numbers these may be the digits."""
        rows = self._tail(query.digits) if not query.international else []
        for column, beginning, matched in _look_ups(query):
            rows += self._rows(column, beginning, matched)
        return self._today_first(rows)

    def by_name_and_digits(self, query: TypedName) -> list[_Row]:
        """People with these parts in their names and these digits in one of their numbers, and what
        both together may be the number of. Of two common questions, those in today's villages."""
        number = TypedNumber(query.digits, phone_beginnings(query.digits))
        rows = self._tail(query.digits)
        for column, beginning, matched in _look_ups(number):
            of_person = column.table is search_person
            found = self.lookups.few(column, beginning)
            rows += [_Row(row, of_person, matched) for row in found]
        rows = [*self._named(rows, query), *self._numbered(self.by_name(query), number)]
        return [*self._today_first(rows), *self.by_key(query.key)]

    def by_key(self, key: str) -> list[_Row]:
        """Households and people with a number of letters and digits that begins or ends so."""
        person = search_person.c
        rows = self._rows(search_household.c.number_key, key, Matched.HOUSEHOLD_NUMBER)
        rows += self._rows(person.document_key, key, Matched.DOCUMENT)
        if len(key) >= _TAIL:
            rows += self._rows(person.document_tail, key[::-1], Matched.DOCUMENT)
        return self._today_first(rows)

    def by_code(self, code: ScannedCode) -> tuple[Hit, ...]:
        """The household of a scanned code, also when it has not arrived here yet."""
        found = {code.household_id: code.person_id}
        return self._households(found, Matched.CODE) or (
            Hit(code.household_id, code.person_id, Matched.CODE, of_today=False),
        )

    def by_receipt(self, query: TypedNumber) -> tuple[Hit, ...]:
        """Who received what a receipt's short number, or the number of a paper slip, names."""
        columns = select(_AID.c.household_id, _AID.c.person_id, _AID.c.device_id)
        rows = list(self._connection.execute(columns.where(_AID.c.paper_no == query.digits)).all())
        if query.receipt is not None:
            numbered = columns.where(_AID.c.receipt_no == query.receipt.receipt_no)
            rows += [
                row
                for row in self._connection.execute(numbered)
                if row.device_id and device_mark(row.device_id) == query.receipt.device_mark
            ]
        return self._households({row.household_id: row.person_id for row in rows}, Matched.RECEIPT)

    def hits(self, rows: Sequence[_Row]) -> tuple[Hit, ...]:
        """The first rows as people; one more than the limit, so that others are noticed."""
        chosen = list(dict.fromkeys(rows))[: self._limit + 1]
        people = self._owners(search_person, "person_id", [r for r in chosen if r.of_person])
        households = self._owners(
            search_household, "head_id", [r for r in chosen if not r.of_person]
        )
        return tuple(
            Hit(*(people if row.of_person else households)[row.place_row], row.matched, today)
            for row in chosen
            for today in [self.lookups.is_today(row.place_row)]
        )

    def _rows(self, column: Column[Any], beginning: str, matched: Matched) -> list[_Row]:
        of_person = column.table is search_person
        return [_Row(row, of_person, matched) for row in self.lookups.rows(column, beginning)]

    def _tail(self, digits: str) -> list[_Row]:
        """Households whose number ends in this group of digits: 12 for 417-00012."""
        column = search_household.c
        query = select(column.place_row).where(column.number_tail == digits.lstrip("0"))
        rows = self._connection.scalars(query.limit(MANY)).all()
        return [_Row(row, of_person=False, matched=Matched.HOUSEHOLD_NUMBER) for row in rows]

    def _named(self, rows: Sequence[_Row], query: TypedName) -> list[_Row]:
        """Those of the rows that have the parts in their names."""
        keys: dict[tuple[int, bool], str] = {}
        for table in (search_person, search_household):
            of_person = table is search_person
            wanted = [row.place_row for row in rows if row.of_person == of_person]
            names = select(table.c.place_row, table.c.name_key).where(table.c.place_row.in_(wanted))
            keys |= {(row, of_person): key for row, key in self._connection.execute(names).all()}
        return [
            row for row in rows if _has_parts(keys[row.place_row, row.of_person], query.readings)
        ]

    def _numbered(self, people: Sequence[_Row], number: TypedNumber) -> list[_Row]:
        """Those of the people who have the digits in one of their numbers."""
        columns = search_person.c
        query = select(columns.place_row, columns.document_key, columns.phone_key).where(
            columns.place_row.in_([row.place_row for row in people])
        )
        found: dict[int, Matched] = {}
        for row, document, phone in self._connection.execute(query).all():
            if document and (
                document.startswith(number.digits) or document.endswith(number.digits)
            ):
                found[row] = Matched.DOCUMENT
            elif phone and phone.startswith(number.phones):
                found[row] = Matched.PHONE
        return [
            row._replace(matched=found[row.place_row]) for row in people if row.place_row in found
        ]

    def _today_first(self, rows: list[_Row]) -> list[_Row]:
        return sorted(rows, key=lambda row: not self.lookups.is_today(row.place_row))

    def _households(self, found: Mapping[str, str | None], matched: Matched) -> tuple[Hit, ...]:
        """Households by id, with the person named beside each, or its head."""
        column = search_household.c
        query = select(column.household_id, column.head_id, column.place_row)
        return tuple(
            Hit(
                row.household_id,
                found[row.household_id] or row.head_id,
                matched,
                self.lookups.is_today(row.place_row),
            )
            for row in self._connection.execute(query.where(column.household_id.in_(list(found))))
        )

    def _owners(
        self, table: Table, person: str, rows: Sequence[_Row]
    ) -> dict[int, tuple[str, str | None]]:
        if not rows:
            return {}
        columns = (table.c.place_row, table.c.household_id, table.c[person])
        query = select(*columns).where(table.c.place_row.in_([row.place_row for row in rows]))
        return {
            number: (household, person_id)
            for number, household, person_id in self._connection.execute(query).all()
        }


def _look_ups(query: TypedNumber) -> Iterator[tuple[Column[Any], str, Matched]]:
    """The columns in which digits are looked up, and the beginning to look for."""
    person, household = search_person.c, search_household.c
    if not query.international:
        yield household.number_key, query.digits, Matched.HOUSEHOLD_NUMBER
        yield person.document_key, query.digits, Matched.DOCUMENT
    for key in query.phones:
        yield person.phone_key, key, Matched.PHONE
        yield household.phone_key, key, Matched.PHONE
    if not query.international and len(query.digits) >= _TAIL:
        yield person.document_tail, query.digits[::-1], Matched.DOCUMENT


def _has_parts(key: str, readings: Sequence[tuple[str, ...]]) -> bool:
    """Whether each part of a reading begins a part of the name."""
    parts = key.split(" ")
    return any(
        all(any(part.startswith(typed) for part in parts) for typed in reading)
        for reading in readings
    )
