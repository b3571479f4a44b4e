"""What a service asks before it writes: may the person at work do this, on this laptop?"""

from app.db.journal_session import JournalSession
from app.db.store import Store
from app.domain.permissions import ALLOWED, Action
from app.services.exchange.rights_here import acting_role, require, rights_here


def require_right(store: Store, session: JournalSession, action: Action) -> None:
    """Refuses at once what the fold of every laptop would put aside. Raises RightMissing."""
    require(store, session.rights(), action)


def may_now(store: Store, action: Action) -> bool:
    """Whether the person at work may do it on this laptop: what a window need not offer to others.
    Services ask again."""
    with store.read() as session:
        role = acting_role(store, rights_here(session.connection()))
    return role is not None and action in ALLOWED[role]
