"""Derived tables: what their rows are, kept up to date as records change, rebuilt, and checked.

A derived table is recomputed from records and never accumulated, so it can be emptied at any time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    not_,
    select,
    text,
    true,
)

from app.db import double_aid, forks, search_index
from app.db.aid_lines import aid_line_values
from app.db.tables import RECORDS, AidRecord, Village, aid_line, place, table_of

Row = Mapping[str, Any]
RowsOf = Callable[[Connection, Sequence[str]], Iterator[Row]]
"""The rows that derive from the records with these ids; at most `CHUNK` ids are given."""

CHUNK = 500


@dataclass(frozen=True)
class Projection:
    """One derived table.

    `source` is the record type it comes from and `owner` the column that holds that record's id.
    `official` marks rows that come with the app instead: they are left alone.
    """

    source: str
    table: Table
    owner: str
    rows: RowsOf
    official: ColumnElement[bool] | None = None

    @cached_property
    def _forget(self) -> Delete:
        """Put together once: for each save that would take longer than asking."""
        owned = self.table.c[self.owner].in_(bindparam("chosen", expanding=True))
        return delete(self.table).where(and_(self.derived, owned))

    @cached_property
    def _add(self) -> Insert:
        return insert(self.table)

    @property
    def derived(self) -> ColumnElement[bool]:
        """Which rows of the table derive from records."""
        return true() if self.official is None else not_(self.official)

    def project(self, connection: Connection, ids: Iterable[str]) -> None:
        """Brings the rows of these source records up to date (none, if a record is gone)."""
        for chosen in chunks(ids):
            connection.execute(self._forget, {"chosen": chosen})
            rows = [dict(row) for row in self.rows(connection, chosen)]
            if rows:
                connection.execute(self._add, rows)

    def rebuild(self, connection: Connection) -> None:
        """Empties the table of what is derived and recomputes it from all records."""
        connection.execute(delete(self.table).where(self.derived))
        for chosen in source_ids(connection, self.source):
            self.project(connection, chosen)

    def differences(self, connection: Connection) -> Iterator[str]:
        """The ids of the records whose rows are not what they would be; nothing is changed."""
        owner = self.table.c[self.owner]
        key = [column.name for column in self.table.primary_key]
        for chosen in source_ids(connection, self.source):
            query = select(self.table).where(and_(self.derived, owner.in_(chosen)))
            kept = {
                tuple(row[name] for name in key): dict(row)
                for row in connection.execute(query).mappings()
            }
            for row in self.rows(connection, chosen):
                if kept.pop(tuple(row[name] for name in key), None) != row:
                    yield row[self.owner]
            for row in kept.values():
                yield row[self.owner]
        records = table_of(RECORDS[self.source].model)
        query = select(owner).where(and_(self.derived, owner.not_in(select(records.c.id))))
        yield from connection.scalars(query)


def refresh(connection: Connection, touched: Mapping[str, Iterable[str]]) -> None:
    """Brings up to date all that derives from the touched records, by record type."""
    for projection in PROJECTIONS:
        owners = touched.get(projection.source)
        if owners:
            projection.project(connection, owners)
    search_index.refresh(connection, touched)
    double_aid.refresh(connection, touched)


def refresh_touched(connection: Connection) -> None:
    """The same for the records of the temporary table `touched`, but for double aid and the search
    index, which are told apart: of many records they are cheaper to recompute at once."""
    for projection in PROJECTIONS:
        projection.project(connection, connection.scalars(_TOUCHED, {"kind": projection.source}))


_TOUCHED: Final = text("SELECT DISTINCT record_id FROM temp.touched WHERE record_type = :kind")


def rebuild(connection: Connection) -> None:
    """Recomputes every derived table."""
    for projection in PROJECTIONS:
        projection.rebuild(connection)
    double_aid.rebuild(connection)
    forks.rebuild(connection)
    search_index.rebuild(connection)


def differences(connection: Connection) -> Iterator[tuple[str, str]]:
    """Every derived table's name with the records whose rows in it are wrong."""
    for projection in PROJECTIONS:
        for owner in projection.differences(connection):
            yield projection.table.name, owner
    yield from double_aid.differences(connection)
    for one in forks.differences(connection):
        yield FORKS, one
    for owner in search_index.differences(connection):
        yield SEARCH, owner


def source_ids(connection: Connection, record_type: str) -> Iterator[list[str]]:
    """The ids of all records of one type in order, a chunk at a time."""
    table = table_of(RECORDS[record_type].model)
    last = ""
    while True:
        query = select(table.c.id).where(table.c.id > last).order_by(table.c.id).limit(CHUNK)
        chosen = list(connection.scalars(query))
        if not chosen:
            return
        yield chosen
        last = chosen[-1]


def chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    """The ids in order, at most `CHUNK` at a time."""
    chosen = sorted(ids)
    for start in range(0, len(chosen), CHUNK):
        yield chosen[start : start + CHUNK]


_LINE_COLUMNS: Final = tuple(column.name for column in aid_line.c)
_AID: Final = table_of(AidRecord)
_AID_OF: Final = select(
    _AID.c.id,
    _AID.c.convoy_id,
    _AID.c.desk_id,
    _AID.c.organisation_id,
    _AID.c.household_id,
    _AID.c.day,
    _AID.c.voided,
    _AID.c.lines,
).where(_AID.c.id.in_(bindparam("chosen", expanding=True)))


def _aid_lines(connection: Connection, ids: Sequence[str]) -> Iterator[Row]:
    for row in connection.execute(_AID_OF, {"chosen": list(ids)}).mappings():
        for values in aid_line_values(dict(row), row["lines"]):
            yield dict(zip(_LINE_COLUMNS, values, strict=True))


def _places(connection: Connection, ids: Sequence[str]) -> Iterator[Row]:
    """Local villages and hamlets, beside the official places from the resources."""
    table = table_of(Village)
    for row in connection.execute(select(table).where(table.c.id.in_(ids))):
        yield {
            "id": row.id,
            "level": 4 if row.parent_id else 3,
            "parent_id": row.parent_id or row.district_id,
            "name_ar": row.name_ar,
            "name_en": row.name_en,
            "selectable": 1,
            "official": 0,
        }


FORKS = "fork"
SEARCH = "search"
"""What the search index is called among the derived tables."""

PROJECTIONS: tuple[Projection, ...] = (
    Projection("aid_record", aid_line, "aid_record_id", _aid_lines),
    Projection("village", place, "id", _places, official=place.c.official == 1),
)
"""Every derived table but the search index, whose rows have numbers of their own and which keeps
itself (`search_index`); what is listed here is also rebuilt and verified by the doctor."""
