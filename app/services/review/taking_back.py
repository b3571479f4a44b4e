"""A single change taken back: it stays in the journal and sets nothing; what it settled is open
again."""

from app.db.store import Store
from app.db.tables import TakingBack
from app.domain.permissions import Action
from app.errors import CaseSettled
from app.services.rights import require_right


def take_back_change(store: Store, change: str) -> None:
    """Takes a change (hex) back, such as the one that settled a conflict. Raises CaseSettled (it is
    taken back already), RightMissing (a coordinator does this)."""
    _set(store, change, active=True)


def restore_change(store: Store, change: str) -> None:
    """Lets a change that was taken back count again. Raises CaseSettled, RightMissing."""
    _set(store, change, active=False)


def _set(store: Store, change: str, *, active: bool) -> None:
    with store.write() as session:
        require_right(store, session, Action.GRANT)
        row = session.get(TakingBack, change)
        if row is None and active:
            session.add(TakingBack(id=change, active=True, hashes=frozenset({change})))
        elif row is None or row.active == active:
            raise CaseSettled
        else:
            row.active = active
