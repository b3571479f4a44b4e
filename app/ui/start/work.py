"""What the start asks of the layers below, on a worker thread.

They are imported here, late: SQLModel alone costs half a second, which passes while a person
reads the first window and types.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.bootstrap import NewWorkspace
    from app.db.store import Store
    from app.services.progress import Report

_DEMO_HOUSEHOLDS: Final = 150
_DEMO_SEED: Final = 1


def warm_up() -> None:
    """Import what opening a store and its first page need."""
    import app.bootstrap
    import app.ui.pages.desk  # noqa: F401


def exists(folder: Path) -> bool:
    """Whether there is a store in `folder`."""
    from app.bootstrap import store_exists

    return store_exists(folder)


def create(folder: Path, workspace: str, user: str, passphrase: str) -> "NewWorkspace":
    """A new workspace; raises what `app.bootstrap.create_workspace` raises."""
    from app.bootstrap import create_workspace

    return create_workspace(folder, workspace, user, passphrase)


def join(folder: Path, pack: Path, code: str, passphrase: str) -> "Store":
    """This laptop's store from its pack; raises what `app.bootstrap.join_workspace` raises."""
    from app.bootstrap import join_workspace

    return join_workspace(folder, pack, code, passphrase)


def unlock(folder: Path, passphrase: str) -> "Store":
    """Open a store; raises what `app.bootstrap.open_store` raises."""
    from app.bootstrap import open_store

    return open_store(folder, passphrase)


def recover(folder: Path, recovery_key: str, passphrase: str) -> "Store":
    """Open a store by its recovery key and give it a new passphrase."""
    from app.bootstrap import open_store_with_recovery

    return open_store_with_recovery(folder, recovery_key, passphrase)


def demonstration(folder: Path, report: "Report") -> "Store":
    """The open store of the demonstration, which is made if it is not there yet.

    Raises what `app.bootstrap.create_demo` and `open_store` raise.
    """
    from app.bootstrap import DEMO_PASSPHRASE, create_demo, open_store, store_exists

    if not store_exists(folder):
        create_demo(folder, _DEMO_HOUSEHOLDS, _DEMO_SEED, report=report)
    store = open_store(folder, DEMO_PASSPHRASE)
    try:
        report(1, 1)
    except BaseException:
        # Nobody waits for it any more.
        store.close()
        raise
    return store


def demonstration_passphrase() -> str:
    """What opens every demonstration."""
    from app.bootstrap import DEMO_PASSPHRASE

    return DEMO_PASSPHRASE
