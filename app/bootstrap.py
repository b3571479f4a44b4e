"""The composition root: from a folder and a passphrase to an open store, and back to nothing."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from app.config import Sources, system_sources
from app.db.engine import PAGE_BYTES, StoreEngine, known_errors, open_engine
from app.db.identity import current_identity, remember_device
from app.db.migrations import migrate
from app.db.putting_back import copy_backup, put_in_place
from app.db.rights import RightsBook
from app.db.store import BACKUPS, DATABASE, HEADER, LOCK, RESTORING, UNFINISHED, Store
from app.domain.journal.change import GENESIS, Writer
from app.errors import StoreBusy, StoreDamaged, StoreExists, StoreNotFound, StoreReadOnly
from app.files import clear_parts, disk_errors, new_folder, write_file
from app.keys import signing
from app.keys.age_identity import device_identity, public_half
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
from app.services.demo.play import Played, cast_of, founding_clock, play
from app.services.exchange.join import open_pack, take_pack
from app.services.exchange.rights_here import certified_in
from app.services.progress import Report, unheard
from app.services.restore import GoesOn, go_on_as_new_device
from app.services.workspace import Founding, found_workspace


@dataclass(frozen=True)
class NewWorkspace:
    """A workspace just made. `recovery_key` is shown and printed now and kept nowhere."""

    store: Store
    recovery_key: str
    workspace_id: str


@dataclass(frozen=True)
class Demo:
    """A demonstration just made; its store is closed."""

    workspace: NewWorkspace
    played: Played


DEMO_PASSPHRASE = "qafila-demo"  # noqa: S105
"""Opens a demonstration for which no other passphrase was chosen; it protects nobody's data."""


def store_exists(folder: Path) -> bool:
    """Whether there is a store to open: one whose creation was interrupted is none."""
    with disk_errors(folder):
        if (folder / HEADER).exists():
            return True
        return (folder / DATABASE).exists() and not (folder / UNFINISHED).exists()


def header_of(folder: Path) -> Header:
    """The wrapped keys of the store in `folder`. Raises StoreNotFound, HeaderDamaged,
    StoreReadOnly (not to be read) or DiskFailed."""
    if not store_exists(folder):
        raise StoreNotFound(path=str(folder))
    return read_header(folder / HEADER)


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
    recovery = RecoveryKey(sources.random_bytes(SECRET_BYTES))
    store_key = sources.random_bytes(STORE_KEY_BYTES)
    recipient = recipient_of(recovery)
    device_key = signing.generate(sources.random_bytes)
    writer = Writer(signing.device_id(signing.public_key(device_key)), "", GENESIS)
    with _new_store(folder, store_key, device_key, writer, sources) as store:
        workspace_id = found_workspace(
            store,
            Founding(
                workspace_name=workspace_name,
                user_name=user_name,
                device_name=device_name or workspace_name,
                device_public_key=signing.public_key(device_key).hex(),
                device_recipient=public_half(device_identity(device_key)),
                workspace_public_key=signing.public_key(recovery.signing_key).hex(),
                recovery_recipient=recipient,
                certify=lambda text: signing.sign(recovery.signing_key, text).hex(),
            ),
        )
        header = make_header(store_key, passphrase, recipient, sources.random_bytes)
        write_header(folder / HEADER, header)
    return NewWorkspace(store, recovery.printed, workspace_id)


def join_workspace(
    folder: Path, pack: Path, code: str, passphrase: str, *, sources: Sources | None = None
) -> Store:
    """This laptop's own store from the pack that was made for it, with a passphrase of its own.

    Raises StoreExists, PassphraseTooWeak, WrongCode, FileMissing, FileOfAnotherKind, FileDamaged,
    FileNewer, OriginUntrusted, StoreReadOnly, DiskFull; then there is no store.
    """
    sources = sources or system_sources()
    check_strength(passphrase)
    _refuse_existing(folder)
    opened = open_pack(pack, code)
    store_key = sources.random_bytes(STORE_KEY_BYTES)
    recipient = opened.trust.recovery_recipient
    with _new_store(folder, store_key, opened.device_key, opened.writer, sources) as store:
        take_pack(store, opened)
        header = make_header(store_key, passphrase, recipient, sources.random_bytes)
        write_header(folder / HEADER, header)
    return store


@contextmanager
def _new_store(
    folder: Path, store_key: bytes, device_key: bytes, writer: Writer, sources: Sources
) -> Iterator[Store]:
    """An empty store to fill; the block writes its header last. Any exception leaves nothing."""
    _refuse_existing(folder)
    with disk_errors(folder), ExitStack() as undo:
        folder.mkdir(parents=True, exist_ok=True)
        lock = _lock(folder)
        undo.callback(lock.release)
        _refuse_existing(folder)
        undo.callback(_clear, folder)
        _clear(folder)
        # While this mark stands without a header, what is here was never finished: a power cut
        # half-way leaves nothing that looks like a store, and nothing in the way of a new one.
        write_file(folder / UNFINISHED, b"")
        engine = _engine(folder, store_key, sources, undo, new=True)
        with known_errors(folder / DATABASE):
            remember_device(engine, writer.device_id, device_key, sources.now())
        yield Store(folder, engine, store_key, lock, writer, sources, RightsBook(certified_in))
        (folder / UNFINISHED).unlink()
        undo.pop_all()


def create_demo(
    folder: Path,
    households: int,
    seed: int,
    passphrase: str = DEMO_PASSPHRASE,
    *,
    report: Report = unheard,
) -> Demo:
    """A closed store in `folder` with a made-up convoy day: the same seed, the same day, ids and
    keys too (so a demonstration keeps no secret). `folder` appears when all is in it.

    Raises StoreExists, FolderTaken, PassphraseTooWeak, StoreReadOnly, DiskFull, and whatever
    `report` raises; then there is nothing.
    """
    check_strength(passphrase)
    _refuse_existing(folder)
    clock = founding_clock(seed)
    cast = cast_of(seed)
    with disk_errors(folder):
        folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    with new_folder(folder) as temporary:
        made = create_workspace(
            temporary,
            cast.workspace,
            cast.coordinator,
            passphrase,
            device_name=cast.device,
            sources=clock.sources,
        )
        try:
            played = play(made.store, clock, households, seed, report)
        finally:
            made.store.close()
    return Demo(made, played)


def open_store(folder: Path, passphrase: str, *, sources: Sources | None = None) -> Store:
    """Raises StoreNotFound, HeaderDamaged, WrongPassphrase, StoreBusy, StoreNewer, StoreDamaged,
    StoreReadOnly, DiskFull, BackupFailed."""
    header = header_of(folder)
    return _open(folder, open_with_passphrase(header, passphrase), sources)


@dataclass(frozen=True)
class Restored:
    """A store restored from a backup, open; `replaced` is where its database was put, if any."""

    store: Store
    goes_on: GoesOn
    replaced: Path | None


def restore_store(
    folder: Path, backup: Path, passphrase: str, *, sources: Sources | None = None
) -> Restored:
    """Puts a backup in the place of the database in `folder` and goes on under a new device id.

    Raises StoreNotFound (no header), HeaderDamaged, WrongPassphrase, FileMissing, BackupUnfit,
    StoreBusy, StoreNewer, StoreReadOnly, DiskFull; then the database is what it was.
    """
    sources = sources or system_sources()
    if not (folder / HEADER).exists():
        raise StoreNotFound(path=str(folder))
    store_key = open_with_passphrase(header_of(folder), passphrase)
    moment = datetime.fromtimestamp(sources.now() / 1000, UTC)
    aside = folder / BACKUPS / f"replaced-{moment:%Y%m%dT%H%M%S}.db"
    beside = folder / RESTORING
    with disk_errors(folder), _lock(folder):
        copy_backup(backup, beside / DATABASE, store_key)
        goes_on = _made_to_go_on(beside, store_key, sources)
        there = put_in_place(beside / DATABASE, folder / DATABASE, aside)
    store = _open(folder, store_key, sources)
    return Restored(store, goes_on, aside if there else None)


def _made_to_go_on(folder: Path, store_key: bytes, sources: Sources) -> GoesOn:
    """The copy of a backup in `folder`, under its new id before it takes the database's place: no
    power cut can leave a store that writes its old chain on."""
    new_key = signing.generate(sources.random_bytes)
    new_id = signing.device_id(signing.public_key(new_key))
    with ExitStack() as undo:
        lock = _lock(folder)
        undo.callback(lock.release)
        engine = _engine(folder, store_key, sources, undo)
        with known_errors(folder / DATABASE):
            old = current_identity(engine)
        writer = replace(old, device_id=new_id)
        book = RightsBook(certified_in)
        store = Store(folder, engine, store_key, lock, writer, sources, book)
        goes_on = go_on_as_new_device(store, new_key, old.device_id)
        store.squeeze()
        store.close()
    return goes_on


def open_store_with_recovery(
    folder: Path, recovery_key: str, new_passphrase: str, *, sources: Sources | None = None
) -> Store:
    """Opens with the forty digits and sets a new passphrase. Raises WrongRecoveryKey,
    PassphraseTooWeak, and what `open_store` raises."""
    sources = sources or system_sources()
    check_strength(new_passphrase)
    header = header_of(folder)
    store_key = open_with_recovery(header, read_recovery_key(recovery_key))
    store = _open(folder, store_key, sources)
    try:
        _rewrap(folder, header, store_key, new_passphrase, sources)
    except BaseException:
        store.close()
        raise
    return store


def change_passphrase(store: Store, old: str, new: str) -> None:
    """Wraps the store key anew. Raises WrongPassphrase or PassphraseTooWeak and changes nothing."""
    check_strength(new)
    header = header_of(store.folder)
    store_key = open_with_passphrase(header, old)
    _rewrap(store.folder, header, store_key, new, store.sources)


def _rewrap(
    folder: Path, header: Header, store_key: bytes, passphrase: str, sources: Sources
) -> None:
    renewed = make_header(store_key, passphrase, header.recovery_recipient, sources.random_bytes)
    write_header(folder / HEADER, renewed)


def _open(folder: Path, store_key: bytes, sources: Sources | None) -> Store:
    sources = sources or system_sources()
    with disk_errors(folder), ExitStack() as undo:
        lock = _lock(folder)
        undo.callback(lock.release)
        file = folder / DATABASE
        # SQLite would take a missing or all but empty file for a new database.
        if not file.exists() or file.stat().st_size < PAGE_BYTES:
            raise StoreDamaged(path=str(folder))
        (folder / UNFINISHED).unlink(missing_ok=True)
        clear_parts(folder)
        engine = _engine(folder, store_key, sources, undo)
        with known_errors(file):
            writer = current_identity(engine)
        undo.pop_all()
    return Store(folder, engine, store_key, lock, writer, sources, RightsBook(certified_in))


def _engine(
    folder: Path, store_key: bytes, sources: Sources, undo: ExitStack, *, new: bool = False
) -> StoreEngine:
    file = folder / DATABASE
    engine = open_engine(file, store_key)
    undo.callback(engine.dispose)
    with known_errors(file):
        migrate(engine, store_key, folder / BACKUPS, sources, new=new)
    return engine


def _refuse_existing(folder: Path) -> None:
    if store_exists(folder):
        raise StoreExists(path=str(folder))


def _clear(folder: Path) -> None:
    """Removes what a creation left that did not come to its end; the mark goes last."""
    clear_parts(folder)
    for leftover in [folder / HEADER, *folder.glob(DATABASE + "*"), folder / UNFINISHED]:
        leftover.unlink(missing_ok=True)


def _lock(folder: Path) -> FileLock:
    for path in (folder, folder / DATABASE):
        if path.exists() and not os.access(path, os.W_OK):
            raise StoreReadOnly(path=str(folder))
    # The thread that opens a store is not always the one that closes it.
    lock = FileLock(folder / LOCK, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise StoreBusy(path=str(folder)) from error
    return lock
