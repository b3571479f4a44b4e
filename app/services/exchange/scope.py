"""What a laptop gets to see: its villages' people, and what nobody is named in."""

from collections.abc import Iterator

from sqlalchemy import Connection, text

from app.db.journal import changes_in_scope
from app.domain.journal.change import Change
from app.domain.journal.rights import SAFETY

_OPEN = (
    *sorted(SAFETY),
    "organisation",
    "initiative",
    "aid_item",
    "category",
    "campaign",
    "entitlement_rule",
    "village",
    "convoy",
    "desk",
    "stock_movement",
)
"""Records in which no beneficiary is named."""

_IN_HOUSEHOLDS = (
    "household_id IN (SELECT record_id FROM temp.scope WHERE record_type = 'household')"
)
_OF_VILLAGES = {
    "household": "id FROM household WHERE village_id IN (SELECT id FROM place"
    " WHERE id IN (SELECT id FROM temp.scope_village)"
    " OR parent_id IN (SELECT id FROM temp.scope_village))",
    "person": f"id FROM person WHERE {_IN_HOUSEHOLDS}",
    "aid_record": f"id FROM aid_record WHERE {_IN_HOUSEHOLDS}",
    "parked_case": f"id FROM parked_case WHERE {_IN_HOUSEHOLDS}",
    "proxy": f"proxy_id FROM aid_record WHERE proxy_id IS NOT NULL AND {_IN_HOUSEHOLDS}",
}


def changes_for(connection: Connection, villages: frozenset[str]) -> Iterator[Change]:
    """All changes of the records that a laptop of these villages (and their hamlets) may see."""
    for name, columns in (
        ("scope", "record_type, record_id, UNIQUE (record_type, record_id)"),
        ("scope_village", "id"),
    ):
        connection.execute(text(f"DROP TABLE IF EXISTS temp.{name}"))
        connection.execute(text(f"CREATE TEMP TABLE {name} ({columns})"))
    if villages:
        connection.execute(
            text("INSERT INTO temp.scope_village VALUES (:id)"),
            [{"id": village} for village in sorted(villages)],
        )
    for kind in _OPEN:
        connection.execute(
            text(
                "INSERT OR IGNORE INTO temp.scope SELECT DISTINCT record_type, record_id"
                " FROM journal WHERE record_type = :kind"
            ),
            {"kind": kind},
        )
    for kind, ids in _OF_VILLAGES.items():
        connection.execute(
            text(f"INSERT OR IGNORE INTO temp.scope SELECT :kind, {ids}"),
            {"kind": kind},
        )
    yield from changes_in_scope(connection)
