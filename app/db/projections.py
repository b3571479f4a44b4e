"""Derived tables, recomputed from records: for the rows just touched, or whole."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select

from app.db.tables import AidRecord, Village, aid_line, place, table_of

Projection = Callable[[Connection, Iterable[str] | None], None]
"""Recomputes what derives from some records (None: from all)."""

_CHUNK = 500


def refresh(connection: Connection, touched: Mapping[str, set[str]]) -> None:
    """Brings up to date what derives from the touched records, by record type."""
    for record_type, ids in touched.items():
        for project in PROJECTIONS.get(record_type, ()):
            project(connection, sorted(ids))


def rebuild(connection: Connection) -> None:
    """Recomputes every derived table."""
    for projects in PROJECTIONS.values():
        for project in projects:
            project(connection, None)


def _project_aid_lines(connection: Connection, ids: Iterable[str] | None) -> None:
    """One row a line of an aid record."""
    table = table_of(AidRecord)
    columns = (
        table.c.id,
        table.c.convoy_id,
        table.c.desk_id,
        table.c.organisation_id,
        table.c.household_id,
        table.c.day,
        table.c.voided,
        table.c.lines,
    )
    for chosen in _chunks(ids):
        query = select(*columns)
        if chosen is None:
            connection.execute(delete(aid_line))
        else:
            connection.execute(delete(aid_line).where(aid_line.c.aid_record_id.in_(chosen)))
            query = query.where(table.c.id.in_(chosen))
        batch: list[dict[str, Any]] = []
        for row in connection.execute(query).mappings():
            batch += [_aid_line(row, number, line) for number, line in enumerate(row["lines"], 1)]
            if len(batch) >= _CHUNK:
                connection.execute(insert(aid_line), batch)
                batch = []
        if batch:
            connection.execute(insert(aid_line), batch)


def _aid_line(record: RowMapping, number: int, line: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": f"{record['id']}.{number}",
        "aid_record_id": record["id"],
        "convoy_id": record["convoy_id"],
        "desk_id": record["desk_id"],
        "organisation_id": record["organisation_id"],
        "household_id": record["household_id"],
        "person_id": line.get("person"),
        "item_id": line["item"],
        "campaign_id": line.get("campaign"),
        "rule_id": line.get("rule"),
        "quantity": line["quantity"],
        "ration": line.get("ration", line["quantity"]),
        "answer": line.get("answer", ""),
        "reason": line.get("reason", ""),
        "owed": int(line.get("owed", False)),
        "day": record["day"],
        "voided": int(record["voided"]),
    }


def _project_places(connection: Connection, ids: Iterable[str] | None) -> None:
    """Local villages beside the official ones, which come from the resources."""
    table = table_of(Village)
    for chosen in _chunks(ids):
        query = select(table)
        gone = delete(place)
        if chosen is None:
            gone = gone.where(place.c.id.in_(select(table.c.id)))
        else:
            gone = gone.where(place.c.id.in_(chosen))
            query = query.where(table.c.id.in_(chosen))
        connection.execute(gone)
        rows = [
            {
                "id": row.id,
                "level": 4 if row.parent_id else 3,
                "parent_id": row.parent_id or row.district_id,
                "name_ar": row.name_ar,
                "name_en": row.name_en,
                "selectable": 1,
            }
            for row in connection.execute(query)
        ]
        if rows:
            connection.execute(insert(place), rows)


def _chunks(ids: Iterable[str] | None) -> Iterable[list[str] | None]:
    if ids is None:
        yield None
        return
    chosen = list(ids)
    for start in range(0, len(chosen), _CHUNK):
        yield chosen[start : start + _CHUNK]


PROJECTIONS: dict[str, tuple[Projection, ...]] = {
    "aid_record": (_project_aid_lines,),
    "village": (_project_places,),
}
