"""What people call a record: a family by its head, a hand-over by its receipt."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, select
from sqlmodel import Session

from app.db.tables import (
    RECORDS,
    AidRecord,
    Household,
    Person,
    PersonVerdict,
    StockMovement,
    search_household,
    table_of,
)
from app.domain.short_number import short_number
from app.services.named import Named

_CHUNK = 500

Record = tuple[str, str]


@dataclass(frozen=True)
class Title:
    """A record with its name in both languages, empty while the record is not here; `number` is a
    receipt's, or that of the household, a person's own too, and `household_id` whose card shows it,
    where there is one."""

    record_type: str
    record_id: str
    named: Named
    number: str = ""
    household_id: str = ""


def titles_of(session: Session, records: Iterable[Record]) -> Mapping[Record, Title]:
    """The title of each record, of whatever type."""
    by_type: dict[str, set[str]] = {}
    for record_type, record_id in records:
        by_type.setdefault(record_type, set()).add(record_id)
    found: dict[Record, Title] = {}
    for record_type, ids in by_type.items():
        ordered = sorted(ids)
        for one in ordered:
            found[record_type, one] = Title(record_type, one, Named(one, ""))
        read = _READERS.get(record_type, _plain)
        if record_type in RECORDS:
            for start in range(0, len(ordered), _CHUNK):
                for title in read(session, record_type, ordered[start : start + _CHUNK]):
                    found[record_type, title.record_id] = title
    return found


def _plain(session: Session, record_type: str, ids: list[str]) -> Iterable[Title]:
    """Of records that have a name of their own, in one language or two."""
    table = table_of(RECORDS[record_type].model)
    for row in session.connection().execute(select(table).where(table.c.id.in_(ids))):
        arabic = getattr(row, "name_ar", "") or getattr(row, "name", "")
        yield Title(record_type, row.id, Named(row.id, arabic, getattr(row, "name_en", "")))


def _households(session: Session, record_type: str, ids: list[str]) -> Iterable[Title]:
    table = table_of(Household)
    query = _with_head(table, table.c.id, table.c.id, table.c.number)
    for row in session.connection().execute(query.where(table.c.id.in_(ids))):
        named = Named(row.id, row.head or "")
        yield Title(record_type, row.id, named, row.number, row.id)


def _people(session: Session, record_type: str, ids: list[str]) -> Iterable[Title]:
    table, home = table_of(Person), table_of(Household)
    query = (
        select(table.c.id, table.c.name, table.c.household_id, home.c.number)
        .outerjoin(home, home.c.id == table.c.household_id)
        .where(table.c.id.in_(ids))
    )
    for row in session.connection().execute(query):
        named = Named(row.id, row.name)
        yield Title(record_type, row.id, named, row.number or "", row.household_id)


def _hand_overs(session: Session, record_type: str, ids: list[str]) -> Iterable[Title]:
    table = table_of(AidRecord)
    columns = (
        table.c.id,
        table.c.household_id,
        table.c.device_id,
        table.c.receipt_no,
        table.c.paper_no,
    )
    query = _with_head(table, table.c.household_id, *columns)
    for row in session.connection().execute(query.where(table.c.id.in_(ids))):
        number = receipt_number(row.device_id, row.receipt_no, row.paper_no)
        yield Title(record_type, row.id, Named(row.id, row.head or ""), number, row.household_id)


def _movements(session: Session, record_type: str, ids: list[str]) -> Iterable[Title]:
    table, item = table_of(StockMovement), table_of(RECORDS["aid_item"].model)
    query = (
        select(table.c.id, item.c.name_ar, item.c.name_en)
        .outerjoin(item, item.c.id == table.c.item_id)
        .where(table.c.id.in_(ids))
    )
    for row in session.connection().execute(query):
        yield Title(record_type, row.id, Named(row.id, row.name_ar or "", row.name_en or ""))


def _verdicts(session: Session, record_type: str, ids: list[str]) -> Iterable[Title]:
    """A verdict goes by the names of both."""
    table, one, other = table_of(PersonVerdict), table_of(Person), table_of(Person).alias("other")
    query = (
        select(table.c.id, one.c.name.label("one"), other.c.name.label("other"))
        .outerjoin(one, one.c.id == table.c.person_a)
        .outerjoin(other, other.c.id == table.c.person_b)
        .where(table.c.id.in_(ids))
    )
    for row in session.connection().execute(query):
        both = " / ".join(name for name in (row.one, row.other) if name)
        yield Title(record_type, row.id, Named(row.id, both))


def receipt_number(device_id: str, receipt_no: int, paper_no: str) -> str:
    """What a hand-over is called: its receipt's short number, or its paper slip's."""
    return short_number(device_id, receipt_no) if receipt_no and device_id else paper_no


def _with_head(table: Table, household: Any, *columns: Any) -> Any:
    """A query with the name of the household's head, as the search index knows it."""
    head = table_of(Person).alias("head")
    return (
        select(*columns, head.c.name.label("head"))
        .select_from(table)
        .outerjoin(search_household, search_household.c.household_id == household)
        .outerjoin(head, head.c.id == search_household.c.head_id)
    )


_READERS: Mapping[str, Callable[[Session, str, list[str]], Iterable[Title]]] = {
    "household": _households,
    "person": _people,
    "aid_record": _hand_overs,
    "stock_movement": _movements,
    "person_verdict": _verdicts,
}
