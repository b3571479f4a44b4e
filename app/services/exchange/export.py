"""An export: what the coordinators do not have yet, or all, as whole chains."""

from pathlib import Path

from app.db.store import Store
from app.db.trust import trust_of
from app.services.exchange.rights_here import coordinators, recipients, rights_here
from app.services.exchange.writing import Written, standing_heads, whole_chains, write_signed
from app.sync.manifest import Kind


def export_changes(store: Store, path: Path, *, full: bool = False) -> Written:
    """Writes what no coordinator has acknowledged (with `full`: everything) to `path`, for every
    active coordinator and the recovery key. Raises DiskFull, StoreReadOnly, DiskFailed."""
    with store.write() as session:
        connection = session.connection()
        trust = trust_of(connection)
        readers = recipients(session, coordinators(rights_here(connection)))
        heads = standing_heads(connection)
        changes = whole_chains(connection, heads, full=full)
        return write_signed(
            connection,
            store,
            path,
            Kind.EXPORT,
            (heads, changes, {}),
            [*readers, trust.recovery_recipient],
            trust.workspace_id,
        )
