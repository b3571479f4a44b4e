"""What a service asks before it writes: may the person at work do this, on this laptop?"""

from app.db.journal_session import JournalSession
from app.db.store import Store
from app.domain.permissions import Action
from app.services.exchange.rights_here import require


def require_right(store: Store, session: JournalSession, action: Action) -> None:
    """Refuses at once what the fold of every laptop would put aside. Raises RightMissing."""
    require(store, session.rights(), action)
