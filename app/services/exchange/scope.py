"""What a laptop gets to see: its villages' people, and what nobody is named in."""

from sqlalchemy import Connection, text

from app.db.told import known_until, skipped_here
from app.domain.journal.rights import SAFETY
from app.domain.journal.value import Fields

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
    "desk_closing",
    "slip_range",
    "erasure",
)
"""Records in which no beneficiary is named."""

_IN_HOUSEHOLDS = (
    "household_id IN (SELECT record_id FROM temp.scope WHERE record_type = 'household')"
)
_SEEN = "IN (SELECT record_id FROM temp.scope WHERE record_type = '{kind}')"
_PEOPLE, _FAMILIES, _HAND_OVERS = (
    _SEEN.format(kind=kind) for kind in ("person", "household", "aid_record")
)
_LISTED = "SELECT 1 FROM json_each(aid_records) WHERE value"
_OF_VILLAGES = {
    "household": "id FROM household WHERE village_id IN (SELECT id FROM place"
    " WHERE id IN (SELECT id FROM temp.scope_village)"
    " OR parent_id IN (SELECT id FROM temp.scope_village))",
    "person": f"id FROM person WHERE {_IN_HOUSEHOLDS}",
    "aid_record": f"id FROM aid_record WHERE {_IN_HOUSEHOLDS}",
    "parked_case": f"id FROM parked_case WHERE {_IN_HOUSEHOLDS}",
    "proxy": f"proxy_id FROM aid_record WHERE proxy_id IS NOT NULL AND {_IN_HOUSEHOLDS}",
    "card": f"id FROM card WHERE {_IN_HOUSEHOLDS}",
    "campaign_listing": f"id FROM campaign_listing WHERE {_IN_HOUSEHOLDS}",
    "person_verdict": f"id FROM person_verdict WHERE person_a {_PEOPLE} OR person_b {_PEOPLE}",
    "household_verdict": "id FROM household_verdict"
    f" WHERE household_a {_FAMILIES} OR household_b {_FAMILIES}",
    "double_aid_decision": f"id FROM double_aid_decision WHERE EXISTS ({_LISTED} {_HAND_OVERS})",
}
"""In this order: what follows is judged by what stands before."""

_OF_DESK = (
    "INSERT OR IGNORE INTO temp.scope SELECT 'convoy_key', id FROM convoy_key"
    " WHERE id IN (SELECT convoy_id FROM desk WHERE device_id = :device)"
)
"""A convoy's key is for the laptops that have a desk on it."""


def open_scope(connection: Connection, villages: frozenset[str], device_id: str) -> None:
    """Puts the records that a laptop of these villages (and their hamlets) may see into the
    temporary table `scope`."""
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
    connection.execute(text(_OF_DESK), {"device": device_id})


def told_here(connection: Connection) -> Fields:
    """What goes with the changes in scope to a laptop that sees parts of chains: which changes set
    nothing and why, and how far every chain is known here."""
    skipped = skipped_here(connection)
    return {
        "skipped": {digest.hex(): cause.value for digest, cause in skipped.items()},
        "known": dict(known_until(connection)),
    }
