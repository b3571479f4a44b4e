"""From a folder and a passphrase to an open store: every way it can go wrong has its own cause."""

import threading
from pathlib import Path

import pytest
from filelock import FileLock

from app import bootstrap
from app.bootstrap import (
    change_passphrase,
    create_workspace,
    open_store,
    open_store_with_recovery,
    store_exists,
)
from app.db.engine import connect
from app.db.migrations import MIGRATIONS
from app.db.store import DATABASE, HEADER, LOCK, UNFINISHED, Store
from app.db.tables import Household
from app.errors import (
    DiskFull,
    HeaderDamaged,
    PassphraseTooWeak,
    QafilaError,
    StoreBusy,
    StoreDamaged,
    StoreExists,
    StoreNewer,
    StoreNotFound,
    StoreReadOnly,
    WrongPassphrase,
    WrongRecoveryKey,
)
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, cheap_derivation, new_store

NEW = "عبارة جديدة تمامًا"


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {LOCK}


@pytest.fixture
def closed(store: Store) -> Path:
    """A closed store with one household."""
    with store.write() as session:
        session.add(Household(id="h1"))
    store.close()
    return store.folder


def opens(folder: Path, passphrase: str = PASSPHRASE) -> bool:
    """Whether the store opens and holds its household."""
    store = open_store(folder, passphrase)
    with store.read() as session:
        found = session.get(Household, "h1")
    store.close()
    return found is not None


# Creating


def test_a_new_store_leaves_its_database_and_header_and_no_more(tmp_path: Path) -> None:
    new_store(tmp_path / "s").store.close()
    assert files(tmp_path / "s") == {DATABASE, HEADER}
    assert store_exists(tmp_path / "s")


def test_a_store_is_never_created_over_another(closed: Path) -> None:
    before = (closed / HEADER).read_bytes()
    with pytest.raises(StoreExists):
        new_store(closed)
    assert (closed / HEADER).read_bytes() == before
    assert opens(closed)


@pytest.mark.parametrize("kept", [DATABASE, HEADER])
def test_nor_over_what_is_left_of_one(closed: Path, kept: str) -> None:
    for name in {DATABASE, HEADER} - {kept}:
        (closed / name).unlink()
    before = (closed / kept).read_bytes()
    with pytest.raises(StoreExists):
        new_store(closed)
    assert (closed / kept).read_bytes() == before


def test_two_creations_at_once_make_one_store(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / LOCK)
    lock.acquire()
    with pytest.raises(StoreBusy):
        new_store(tmp_path)
    lock.release()
    assert files(tmp_path) == set()


def test_a_store_made_by_another_while_we_waited_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = bootstrap._lock

    def late(folder: Path) -> FileLock:
        monkeypatch.setattr(bootstrap, "_lock", real)
        new_store(folder).store.close()
        return real(folder)

    monkeypatch.setattr(bootstrap, "_lock", late)
    with pytest.raises(StoreExists):
        new_store(tmp_path)
    assert files(tmp_path) == {DATABASE, HEADER}
    open_store(tmp_path, PASSPHRASE).close()


STEPS = ["write_file", "_engine", "remember_device", "found_workspace", "write_header"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "")], ids=["killed", "full"])
def test_a_creation_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(bootstrap, step, fail)
        with pytest.raises((KeyboardInterrupt, DiskFull)):
            new_store(tmp_path / "s")
    assert files(tmp_path / "s") == set()
    assert not store_exists(tmp_path / "s")
    new_store(tmp_path / "s").store.close()


def test_a_creation_that_fails_after_its_header_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = bootstrap.write_header

    def write_and_fail(path: Path, header: bootstrap.Header) -> None:
        real(path, header)
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "write_header", write_and_fail)
    with pytest.raises(KeyboardInterrupt):
        new_store(tmp_path / "s")
    assert files(tmp_path / "s") == set()


def test_a_weak_passphrase_creates_nothing(tmp_path: Path) -> None:
    with pytest.raises(PassphraseTooWeak):
        create_workspace(tmp_path / "s", "و", "م", "short")
    assert not (tmp_path / "s").exists()


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "s").write_bytes(b"")
    with pytest.raises(StoreReadOnly):
        new_store(tmp_path / "s")


# What an interrupted creation leaves on the disk (nobody was there to clear it)


@pytest.mark.parametrize("left", [[UNFINISHED], [UNFINISHED, DATABASE], [DATABASE + "-wal"]])
def test_an_unfinished_store_is_none_and_in_nobodys_way(tmp_path: Path, left: list[str]) -> None:
    for name in left:
        (tmp_path / name).write_bytes(b"half a page")
    (tmp_path / ".qafila-1.part").write_bytes(b"half a header")
    assert not store_exists(tmp_path)
    with pytest.raises(StoreNotFound):
        open_store(tmp_path, PASSPHRASE)
    new_store(tmp_path).store.close()
    assert files(tmp_path) == {DATABASE, HEADER}
    open_store(tmp_path, PASSPHRASE).close()


def test_a_store_whose_mark_was_not_taken_away_is_finished(closed: Path) -> None:
    """The power went after the header was written: nothing of it may ever be cleared."""
    (closed / UNFINISHED).write_bytes(b"")
    assert store_exists(closed)
    with pytest.raises(StoreExists):
        new_store(closed)
    assert opens(closed)
    assert not (closed / UNFINISHED).exists()


# Opening


def test_no_store_there(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(StoreNotFound):
            open_store(folder, PASSPHRASE)


def test_a_wrong_passphrase_opens_nothing_and_locks_nothing(closed: Path) -> None:
    with pytest.raises(WrongPassphrase):
        open_store(closed, "another passphrase")
    assert opens(closed)


def test_a_missing_header_is_said_and_nothing_is_touched(closed: Path) -> None:
    (closed / HEADER).unlink()
    with pytest.raises(HeaderDamaged):
        open_store(closed, PASSPHRASE)
    assert files(closed) == {DATABASE}


def test_the_header_of_another_store_does_not_open_this_one(closed: Path, tmp_path: Path) -> None:
    other = new_store(tmp_path / "other", seeded_sources(7)).store
    other.close()
    (closed / HEADER).write_bytes((other.folder / HEADER).read_bytes())
    before = (closed / DATABASE).read_bytes()
    with pytest.raises(StoreDamaged):
        open_store(closed, PASSPHRASE)
    assert (closed / DATABASE).read_bytes() == before


@pytest.mark.parametrize("size", [None, 0, 1, 100, 4095, 4096, 8192, 300_000])
def test_a_database_that_is_cut_off_is_damaged_and_left_as_it_is(
    closed: Path, size: int | None
) -> None:
    whole = (closed / DATABASE).read_bytes()
    if size is None:
        (closed / DATABASE).unlink()
    else:
        (closed / DATABASE).write_bytes(whole[:size])
    with pytest.raises(StoreDamaged):
        open_store(closed, PASSPHRASE)
    if size is not None:
        assert (closed / DATABASE).read_bytes() == whole[:size]


def test_a_damaged_first_page_is_said_without_a_word_on_the_terminal(
    closed: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data = bytearray((closed / DATABASE).read_bytes())
    data[1000] ^= 1
    (closed / DATABASE).write_bytes(data)
    with pytest.raises(StoreDamaged):
        open_store(closed, PASSPHRASE)
    assert capfd.readouterr() == ("", "")


def test_a_store_of_a_newer_app_is_said_and_untouched(closed: Path) -> None:
    store = open_store(closed, PASSPHRASE)
    key = store._key
    store.close()
    raw = connect(closed / DATABASE, key)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    before = (closed / DATABASE).read_bytes()
    with pytest.raises(StoreNewer) as raised:
        open_store(closed, PASSPHRASE)
    assert raised.value.params == {"found": 99, "known": len(MIGRATIONS)}
    assert (closed / DATABASE).read_bytes() == before


def test_a_store_is_open_once(store: Store) -> None:
    with pytest.raises(StoreBusy):
        open_store(store.folder, PASSPHRASE)
    with store.write() as session:
        session.add(Household(id="h1"))


def test_a_store_opened_on_one_thread_is_released_on_another(closed: Path) -> None:
    opened: list[Store] = []
    thread = threading.Thread(target=lambda: opened.append(open_store(closed, PASSPHRASE)))
    thread.start()
    thread.join()
    opened[0].close()
    assert opens(closed)


@pytest.mark.parametrize("step", ["open_engine", "migrate", "current_identity"])
def test_an_opening_that_fails_leaves_the_store_free(
    closed: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(bootstrap, step, fail)
        with pytest.raises(KeyboardInterrupt):
            open_store(closed, PASSPHRASE)
    assert opens(closed)


@pytest.mark.parametrize("name", ["", DATABASE])
def test_what_may_not_be_written_is_said_at_once(
    closed: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    refused = closed / name
    monkeypatch.setattr(bootstrap.os, "access", lambda path, _: Path(path) != refused)
    with pytest.raises(StoreReadOnly):
        open_store(closed, PASSPHRASE)


def test_parts_of_interrupted_writes_are_cleared(closed: Path) -> None:
    (closed / ".qafila-1.part").write_bytes(b"half a header")
    assert opens(closed)
    assert files(closed) == {DATABASE, HEADER}


# The passphrase and the recovery key


def test_the_passphrase_can_be_changed(closed: Path) -> None:
    store = open_store(closed, PASSPHRASE)
    with cheap_derivation():
        change_passphrase(store, PASSPHRASE, NEW)
    store.close()
    assert opens(closed, NEW)
    with pytest.raises(WrongPassphrase):
        open_store(closed, PASSPHRASE)


@pytest.mark.parametrize(
    ("old", "new", "cause"),
    [("another passphrase", NEW, WrongPassphrase), (PASSPHRASE, "short", PassphraseTooWeak)],
)
def test_a_refused_change_changes_nothing(
    closed: Path, old: str, new: str, cause: type[QafilaError]
) -> None:
    store = open_store(closed, PASSPHRASE)
    before = (closed / HEADER).read_bytes()
    with pytest.raises(cause):
        change_passphrase(store, old, new)
    store.close()
    assert (closed / HEADER).read_bytes() == before


def test_an_interrupted_change_leaves_the_old_passphrase(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(closed, PASSPHRASE)

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken, cheap_derivation():
        broken.setattr(Path, "replace", die)
        with pytest.raises(KeyboardInterrupt):
            change_passphrase(store, PASSPHRASE, NEW)
    store.close()
    assert opens(closed, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        open_store(closed, NEW)


@pytest.fixture
def forgotten(tmp_path: Path) -> tuple[Path, str]:
    """A closed store whose passphrase nobody knows, and its recovery key."""
    with cheap_derivation():
        made = create_workspace(
            tmp_path / "s", "مساحة", "منى", "nobody knows this", sources=seeded_sources()
        )
    with made.store.write() as session:
        session.add(Household(id="h1"))
    made.store.close()
    return tmp_path / "s", made.recovery_key


def test_the_recovery_key_opens_and_sets_a_new_passphrase(forgotten: tuple[Path, str]) -> None:
    folder, recovery_key = forgotten
    with cheap_derivation():
        open_store_with_recovery(folder, recovery_key, NEW).close()
    assert opens(folder, NEW)
    with pytest.raises(WrongPassphrase):
        open_store(folder, "nobody knows this")
    with cheap_derivation():
        open_store_with_recovery(folder, recovery_key, NEW + "2").close()


def test_a_wrong_recovery_key_changes_nothing(forgotten: tuple[Path, str], tmp_path: Path) -> None:
    folder, _ = forgotten
    before = (folder / HEADER).read_bytes()
    other = new_store(tmp_path / "other", seeded_sources(7))
    other.store.close()
    for wrong in (other.recovery_key, "1234", ""):
        with pytest.raises(WrongRecoveryKey):
            open_store_with_recovery(folder, wrong, NEW)
    with pytest.raises(PassphraseTooWeak):
        open_store_with_recovery(folder, other.recovery_key, "short")
    assert (folder / HEADER).read_bytes() == before


def test_a_recovery_that_cannot_write_its_header_leaves_the_store_free(
    forgotten: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, recovery_key = forgotten

    def full(*_: object) -> None:
        raise DiskFull(path="")

    with monkeypatch.context() as broken:
        broken.setattr(bootstrap, "write_header", full)
        with pytest.raises(DiskFull):
            open_store_with_recovery(folder, recovery_key, NEW)
    assert opens(folder, "nobody knows this")
