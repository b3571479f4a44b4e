"""What a coordinator said of changes whose chains this laptop sees only parts of.

A laptop gets the changes of its own records, so it cannot follow a chain to where a right was ended
on it. With each pack and update comes the list of those that set nothing, and how far each chain
was known to whoever made it. Of two lists the one that covers more counts.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text

from app.db.identity import own_devices
from app.db.rights_codes import CAUSES
from app.db.tables import told_skipped, told_until
from app.domain.journal.change import Change
from app.domain.journal.rights import Cause, Told

_SKIPPED = text("SELECT hash, skipped FROM journal WHERE skipped <> 0 ORDER BY hash")
_KNOWN = text("SELECT device_id, max(seq) FROM journal GROUP BY device_id ORDER BY device_id")


def skipped_here(connection: Connection) -> dict[bytes, Cause]:
    """The changes that set nothing here, and why; also those of records that nothing is left of,
    which a laptop may still show."""
    return {row.hash: CAUSES[row.skipped] for row in connection.execute(_SKIPPED)}


def known_until(connection: Connection) -> dict[str, int]:
    """By device, the highest number known here."""
    return {row[0]: row[1] for row in connection.execute(_KNOWN)}


def keep_told(
    connection: Connection,
    origin: str,
    skipped: Mapping[bytes, Cause],
    covered: Mapping[str, int],
) -> None:
    """Puts a list in the place of the one that is here, unless that one covers more."""
    kept = _until(connection)
    if sum(covered.values()) < sum(kept.values()):
        return
    codes = {cause: code for code, cause in CAUSES.items()}
    rows: list[dict[str, Any]] = [
        {"hash": digest, "origin": origin, "skipped": codes[cause]}
        for digest, cause in skipped.items()
    ]
    until = [{"device_id": device, "seq": seq} for device, seq in covered.items()]
    for table, found in ((told_skipped, rows), (told_until, until)):
        connection.execute(delete(table))
        if found:
            connection.execute(insert(table), found)


def _until(connection: Connection) -> dict[str, int]:
    rows = connection.execute(select(told_until.c.device_id, told_until.c.seq))
    return {row.device_id: row.seq for row in rows}


def told_by(connection: Connection) -> Callable[[Change], Told | None]:
    """What was said of a change; None where nobody said anything. Of this laptop's own chain, which
    is whole here, only what was said to set nothing."""

    @cache
    def lists() -> tuple[dict[bytes, Cause], dict[str, int]]:
        told = connection.execute(select(told_skipped.c.hash, told_skipped.c.skipped))
        skipped = {row.hash: CAUSES[row.skipped] for row in told if row.skipped in CAUSES}
        until = _until(connection)
        for own in own_devices(connection):
            until.pop(own, None)
        return skipped, until

    def told(change: Change) -> Told | None:
        skipped, until = lists()
        cause = skipped.get(change.hash)
        covered = change.seq <= until.get(change.device_id, 0)
        return Told(cause) if cause is not None or covered else None

    return told
