"""An export: what the coordinators do not have yet, or all, as whole chains."""

from pathlib import Path

from app.db.coverage import acknowledged_until
from app.db.store import Store
from app.db.trust import trust_of
from app.services.exchange.rights_here import coordinators, recipients, rights_here
from app.services.exchange.writing import (
    Written,
    from_the_beginning,
    standing_heads,
    whole_chains,
    write_signed,
)
from app.sync.manifest import Kind


def export_changes(store: Store, path: Path, *, full: bool = False) -> Written:
    """Writes what no coordinator has acknowledged (with `full`: everything) to `path`, for every
    active coordinator and the recovery key. Raises DiskFull, StoreReadOnly, DiskFailed."""
    with store.write() as session:
        connection = session.connection()
        trust = trust_of(connection)
        readers = recipients(session, coordinators(rights_here(connection)))
        heads = standing_heads(connection)

        def known_until(device_id: str) -> int:
            return acknowledged_until(connection, device_id)

        changes = whole_chains(connection, heads, from_the_beginning if full else known_until)
        return write_signed(
            connection,
            store,
            path,
            Kind.EXPORT,
            (heads, changes, {}),
            [*readers, trust.recovery_recipient],
            trust.workspace_id,
        )
