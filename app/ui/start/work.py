"""What the start asks of the layers below, on a worker thread.

They are imported here, late: SQLModel alone costs half a second, which passes while a person
reads the first window and types.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.bootstrap import NewWorkspace
    from app.db.store import Store


def warm_up() -> None:
    """Import what opening a store needs."""
    import app.bootstrap  # noqa: F401


def exists(folder: Path) -> bool:
    """Whether there is a store in `folder`."""
    from app.bootstrap import store_exists

    return store_exists(folder)


def create(folder: Path, workspace: str, user: str, passphrase: str) -> "NewWorkspace":
    """A new workspace; raises what `app.bootstrap.create_workspace` raises."""
    from app.bootstrap import create_workspace

    return create_workspace(folder, workspace, user, passphrase)


def unlock(folder: Path, passphrase: str) -> "Store":
    """Open a store; raises what `app.bootstrap.open_store` raises."""
    from app.bootstrap import open_store

    return open_store(folder, passphrase)


def recover(folder: Path, recovery_key: str, passphrase: str) -> "Store":
    """Open a store by its recovery key and give it a new passphrase."""
    from app.bootstrap import open_store_with_recovery

    return open_store_with_recovery(folder, recovery_key, passphrase)
