"""The composition root: from a folder and a passphrase to an open store, and back to nothing."""

import os
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from app.config import Sources, system_sources
from app.db.engine import StoreEngine, known_errors, open_engine
from app.db.identity import current_identity, remember_device
from app.db.migrations import migrate
from app.db.store import BACKUPS, DATABASE, HEADER, LOCK, Store
from app.domain.journal.change import GENESIS, Writer
from app.errors import StoreBusy, StoreExists, StoreNotFound, StoreReadOnly
from app.files import disk_errors
from app.keys import signing
from app.keys.header import (
    STORE_KEY_BYTES,
    Header,
    make_header,
    open_with_passphrase,
    open_with_recovery,
    read_header,
    recipient_of,
    write_header,
)
from app.keys.passphrase import check_strength
from app.keys.recovery import SECRET_BYTES, RecoveryKey, read_recovery_key
from app.services.workspace import Founding, found_workspace


@dataclass(frozen=True)
class NewWorkspace:
    """A workspace just made. `recovery_key` is shown and printed now and kept nowhere."""

    store: Store
    recovery_key: str
    workspace_id: str


def store_exists(folder: Path) -> bool:
    """Whether there is a store to open."""
    return (folder / HEADER).exists() or (folder / DATABASE).exists()


def create_workspace(
    folder: Path,
    workspace_name: str,
    user_name: str,
    passphrase: str,
    *,
    device_name: str = "",
    sources: Sources | None = None,
) -> NewWorkspace:
    """A new workspace with its key, this laptop as its first device, and its first coordinator.

    Raises StoreExists, PassphraseTooWeak, StoreReadOnly, DiskFull.
    """
    sources = sources or system_sources()
    check_strength(passphrase)
    if store_exists(folder):
        raise StoreExists(path=str(folder))
    recovery = RecoveryKey(sources.random_bytes(SECRET_BYTES))
    store_key = sources.random_bytes(STORE_KEY_BYTES)
    recipient = recipient_of(recovery)
    device_key = signing.generate(sources.random_bytes)
    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = _lock(folder)
        try:
            engine = _engine(folder, store_key, sources)
            with known_errors(folder / DATABASE):
                device_id = signing.device_id(signing.public_key(device_key))
                remember_device(engine, device_id, device_key, sources.now())
            store = Store(folder, engine, lock, Writer(device_id, "", GENESIS), sources)
            workspace_id = found_workspace(
                store,
                Founding(
                    workspace_name=workspace_name,
                    user_name=user_name,
                    device_name=device_name or workspace_name,
                    device_public_key=signing.public_key(device_key).hex(),
                    workspace_public_key=signing.public_key(recovery.signing_key).hex(),
                    recovery_recipient=recipient,
                    certify=lambda text: signing.sign(recovery.signing_key, text).hex(),
                ),
            )
            # The header comes last: without it there is no store, so a power cut half-way
            # leaves nothing that looks like one.
            header = make_header(store_key, passphrase, recipient, sources.random_bytes)
            write_header(folder / HEADER, header)
        except BaseException:
            lock.release()
            for leftover in folder.glob(DATABASE + "*"):
                leftover.unlink()
            raise
    return NewWorkspace(store, recovery.printed, workspace_id)


def open_store(folder: Path, passphrase: str, *, sources: Sources | None = None) -> Store:
    """Raises StoreNotFound, HeaderDamaged, WrongPassphrase, StoreBusy, StoreNewer, StoreDamaged,
    StoreReadOnly, DiskFull, BackupFailed."""
    header = read_header(folder / HEADER)
    return _open(folder, open_with_passphrase(header, passphrase), sources)


def open_store_with_recovery(
    folder: Path, recovery_key: str, new_passphrase: str, *, sources: Sources | None = None
) -> Store:
    """Opens with the forty digits and sets a new passphrase. Raises WrongRecoveryKey,
    PassphraseTooWeak, and what `open_store` raises."""
    sources = sources or system_sources()
    check_strength(new_passphrase)
    header = read_header(folder / HEADER)
    store_key = open_with_recovery(header, read_recovery_key(recovery_key))
    store = _open(folder, store_key, sources)
    _rewrap(folder, header, store_key, new_passphrase, sources)
    return store


def change_passphrase(store: Store, old: str, new: str) -> None:
    """Wraps the store key anew. Raises WrongPassphrase or PassphraseTooWeak and changes nothing."""
    check_strength(new)
    header = read_header(store.folder / HEADER)
    store_key = open_with_passphrase(header, old)
    _rewrap(store.folder, header, store_key, new, store.sources)


def _rewrap(
    folder: Path, header: Header, store_key: bytes, passphrase: str, sources: Sources
) -> None:
    renewed = make_header(store_key, passphrase, header.recovery_recipient, sources.random_bytes)
    with disk_errors(folder):
        write_header(folder / HEADER, renewed)


def _open(folder: Path, store_key: bytes, sources: Sources | None) -> Store:
    sources = sources or system_sources()
    if not (folder / DATABASE).exists():
        raise StoreNotFound(path=str(folder))
    with disk_errors(folder):
        lock = _lock(folder)
        try:
            engine = _engine(folder, store_key, sources)
            with known_errors(folder / DATABASE):
                writer = current_identity(engine)
        except BaseException:
            lock.release()
            raise
    return Store(folder, engine, lock, writer, sources)


def _engine(folder: Path, store_key: bytes, sources: Sources) -> StoreEngine:
    file = folder / DATABASE
    engine = open_engine(file, store_key)
    try:
        with known_errors(file):
            migrate(engine, store_key, folder / BACKUPS, sources)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _lock(folder: Path) -> FileLock:
    if not os.access(folder, os.W_OK):
        raise StoreReadOnly(path=str(folder))
    # Opened on a worker thread and closed on another: the lock is the process's, not a thread's.
    lock = FileLock(folder / LOCK, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise StoreBusy(path=str(folder)) from error
    return lock
