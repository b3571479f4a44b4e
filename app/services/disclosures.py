"""Plain data that leaves the store because somebody asked for it by name is journalled."""

from app.db.store import Store
from app.db.tables import Disclosure
from app.domain.permissions import Action
from app.services.rights import require_right


def journal_disclosure(store: Store, kind: str, rows: int, digest: str) -> str:
    """Records that a plain file was made; returns the record's id.

    `kind` is dump, receipts, rejects, report …; `rows` how many records it tells of; `digest` the
    SHA-256, in hex, of what was written. Call it before the file takes its name: then there is no
    file without its record.
    """
    disclosure = Disclosure(
        id=store.new_id(), kind=kind, rows=rows, digest=digest, at=store.sources.now()
    )
    with store.write() as session:
        require_right(store, session, Action.DISCLOSE)
        session.add(disclosure)
    return disclosure.id
