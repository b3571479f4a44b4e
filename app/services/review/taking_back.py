"""A single change taken back: it stays in the journal and sets nothing; what it settled is open
again."""

from collections.abc import Sequence

from app.db.store import Store
from app.db.tables import TakingBack
from app.domain.permissions import Action
from app.errors import CaseSettled
from app.services.rights import require_right


def take_back_change(store: Store, change: str) -> None:
    """Takes a change (hex) back, such as the one that settled a conflict. Raises CaseSettled (it is
    taken back already), RightMissing (a coordinator does this)."""
    _set_all(store, (change,), active=True)


def take_back_changes(store: Store, changes: Sequence[str]) -> None:
    """Takes several changes back in one transaction. Raises what `take_back_change` raises."""
    _set_all(store, changes, active=True)


def restore_change(store: Store, change: str) -> None:
    """Lets a change that was taken back count again. Raises CaseSettled, RightMissing."""
    _set_all(store, (change,), active=False)


def _set_all(store: Store, changes: Sequence[str], *, active: bool) -> None:
    with store.write() as session:
        require_right(store, session, Action.GRANT)
        for change in changes:
            row = session.get(TakingBack, change)
            if row is None and active:
                session.add(TakingBack(id=change, active=True, hashes=frozenset({change})))
            elif row is None or row.active == active:
                raise CaseSettled
            else:
                row.active = active
