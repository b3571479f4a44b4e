"""Forgetting people: every table is emptied but those that are known to name none of them.

A table that is added later is emptied too unless it is listed here, so that none is forgotten.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, delete

from app.db import fold_tables
from app.db.guard import journalled, mark_settled
from app.db.identity import own_devices
from app.db.kept_heads import keep_head
from app.db.tables import RECORDS, journal, metadata

_KEPT = frozenset(
    {
        "journal",  # all but the changes of people's records
        "own_device",
        "trusted_workspace",
        "signed_head",
        "acknowledged",
        "kept_head",
        "told_skipped",
        "told_until",
        "setting",
        "user_pin",
        "place",  # official ones come with the app, others from records
        "search_person",  # these three are filled anew with their index
        "search_household",
        "search_village",
    }
)


def forget_all_but(connection: Connection, kinds: Iterable[str]) -> None:
    """Keeps the changes of these kinds of record alone, and where this laptop's chains end; the
    tables are then what follows from what is left."""
    mark_settled(connection)
    with journalled(connection):
        for device_id in own_devices(connection):
            keep_head(connection, device_id)
        connection.execute(delete(journal).where(journal.c.record_type.not_in(sorted(kinds))))
        for name, table in metadata.tables.items():
            if name not in _KEPT and name not in RECORDS:
                connection.execute(delete(table))
    fold_tables.rebuild(connection)
