"""What machines do to a store: full disks, missing rights, other processes, damaged bytes."""

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import open_store
from app.db.store import DATABASE, HEADER, Store
from app.errors import DiskFull, StoreBusy, StoreDamaged
from app.services.doctor import examine
from tests.e2e import probes, workers
from tests.e2e.kill import run_and_kill, started
from tests.e2e.probes import give, state
from tests.e2e.sandbox import (
    as_nobody,
    on_read_only_disk,
    on_small_disk,
    open_folder,
    with_room,
)
from tests.support.convoys import small_convoy
from tests.support.stores import PASSPHRASE

PAGE = 4096


@pytest.fixture(scope="module")
def day(store_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store in the middle of a convoy day, to copy."""
    folder = tmp_path_factory.mktemp("day") / "store"
    shutil.copytree(store_template, folder)
    store = open_store(folder, PASSPHRASE)
    small_convoy(store)
    store.close()
    return folder


@pytest.fixture
def folder(day: Path) -> Iterator[Path]:
    """A copy of it that any user of the machine can reach."""
    with open_folder() as parent:
        shutil.copytree(day, parent / "store")
        for path in (parent / "store", *(parent / "store").iterdir()):
            path.chmod(0o777)
        yield parent / "store"


def assert_opens(folder: Path) -> None:
    store = open_store(folder, PASSPHRASE)
    assert examine(store).healthy
    store.close()


# Another process


def test_a_store_is_open_in_one_process_only_and_free_once_that_is_killed(folder: Path) -> None:
    with started(workers.hold, folder) as (process, listening):
        while listening.recv() != "open":
            pass
        with pytest.raises(StoreBusy):
            open_store(folder, PASSPHRASE)
        process.kill()
        process.join()
        assert_opens(folder)


# A full disk


def test_every_hand_over_on_a_filling_disk_is_saved_whole_or_refused_whole(folder: Path) -> None:
    """SQLite may not take more than so many pages more, from none on."""
    store = open_store(folder, PASSPHRASE)
    refused = 0
    for pages in range(8):
        limit_pages(store, pages)
        for _ in range(100):
            before = state(store)
            try:
                give(store)
            except DiskFull:
                assert state(store) == before
                refused += 1
                break
    store.close()
    assert refused == 8
    assert_opens(folder)


def limit_pages(store: Store, more: int) -> None:
    with store._engine.connect() as connection:
        count = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {count + more}")


def test_hand_overs_on_a_small_disk(tmp_path: Path) -> None:
    answers = on_small_disk(probes.hand_over_until_full, tmp_path, 12_000_000)
    ends = Counter(ended for ended, _, _ in answers)
    assert set(ends) == {"", "DiskFull"}
    assert all(unchanged for ended, unchanged, _ in answers if ended)
    assert all(sound for _, _, sound in answers)


def test_creations_on_a_small_disk(tmp_path: Path) -> None:
    answers = on_small_disk(probes.create_until_full, tmp_path, 12_000_000)
    ends = Counter(ended for ended, _ in answers)
    assert set(ends) == {"", "DiskFull"}
    for ended, left in answers:
        assert set(left) >= {HEADER, DATABASE} if not ended else not left
        assert "unfinished" not in left


def test_everything_else_on_a_full_disk(tmp_path: Path) -> None:
    assert on_small_disk(probes.everything_else_when_full, tmp_path, 12_000_000) == {
        "passphrase": "DiskFull",
        "backup": "BackupFailed",
        "rebuild": "BackupFailed",
        "open while full": "",
        "healthy": "True",
        "left": "",
    }


def test_files_that_may_not_grow(folder: Path) -> None:
    size = (folder / DATABASE).stat().st_size
    assert with_room(probes.hand_over_with_short_files, folder, size)[0] == ""
    assert with_room(probes.open_it, folder, 0) in {"DiskFull", "DiskFailed"}
    for room in (36_000, 45_000, 60_000):
        ended, unchanged = with_room(probes.hand_over_with_short_files, folder, room)
        assert ended in {"DiskFull", "DiskFailed"}
        assert unchanged
    assert_opens(folder)


# Missing rights


def test_a_folder_that_may_not_be_written(folder: Path) -> None:
    folder.chmod(0o555)
    assert as_nobody(probes.open_it, folder) == "StoreReadOnly"
    assert as_nobody(probes.create_in_it, folder) == "StoreReadOnly"


@pytest.mark.parametrize(
    ("name", "mode"),
    [(DATABASE, 0o444), (DATABASE, 0o000), (HEADER, 0o000), ("lock", 0o444), ("", 0o000)],
)
def test_a_file_that_may_not_be_written_or_read(folder: Path, name: str, mode: int) -> None:
    (folder / name).chmod(mode)
    answer = as_nobody(probes.open_it, folder)
    (folder / name).chmod(0o755)
    assert answer == "StoreReadOnly"


def test_a_disk_that_may_not_be_written(folder: Path) -> None:
    assert on_read_only_disk(probes.open_it, folder) == "StoreReadOnly"
    assert on_read_only_disk(probes.create_in_it, folder) == "StoreReadOnly"


def test_the_probes_see_a_sound_store_where_nothing_is_missing(folder: Path) -> None:
    assert as_nobody(probes.open_it, folder) == ""


# Damaged bytes


@pytest.mark.parametrize(
    "step",
    [pytest.param(4, id="sample"), pytest.param(1, id="long", marks=pytest.mark.long)],
)
def test_one_changed_bit_on_any_page_is_noticed(
    day: Path, tmp_path: Path, step: int, capfd: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(step)
    whole = (day / DATABASE).read_bytes()
    shutil.copytree(day, tmp_path / "store")
    for page in range(0, len(whole) // PAGE, step):
        data = bytearray(whole)
        data[page * PAGE + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
        (tmp_path / "store" / DATABASE).write_bytes(data)
        try:
            store = open_store(tmp_path / "store", PASSPHRASE)
        except StoreDamaged:
            continue
        assert not examine(store).healthy
        store.close()
    assert capfd.readouterr().err == ""


def test_what_is_whole_can_be_used_beside_a_damaged_page(folder: Path) -> None:
    """A page of the list of dumps is damaged; the desk goes on."""
    store = open_store(folder, PASSPHRASE)
    with store.read() as session:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'disclosure'"
        root = session.connection().exec_driver_sql(query).scalar_one()
    store.close()
    data = bytearray((folder / DATABASE).read_bytes())
    data[(root - 1) * PAGE + 7] ^= 1
    (folder / DATABASE).write_bytes(data)
    store = open_store(folder, PASSPHRASE)
    for _ in range(3):
        with pytest.raises(StoreDamaged):
            read_all(store, "disclosure")
        assert read_all(store, "person") == 2
        give(store)
    store.close()


def read_all(store: Store, table: str) -> int:
    with store.read() as session:
        return len(session.connection().exec_driver_sql(f"SELECT * FROM {table}").all())


def test_a_damaged_log_costs_its_end_and_nothing_before(folder: Path, tmp_path: Path) -> None:
    """The write-ahead log that a killed process left is damaged as well: what was committed before
    the damage is there, and nothing is half there."""
    chance = random.Random(3)
    told = run_and_kill(workers.serve, folder, chance, steps=12, milliseconds=0).told
    while len(told) < 8:
        told = run_and_kill(workers.serve, folder, chance, steps=12, milliseconds=0).told
    log = folder / (DATABASE + "-wal")
    whole = log.read_bytes()
    kept = []
    for part in range(1, 6):
        copy = tmp_path / str(part)
        shutil.copytree(folder, copy)
        data = bytearray(whole)
        data[len(whole) * part // 6] ^= 1
        (copy / log.name).write_bytes(data)
        store = open_store(copy, PASSPHRASE)
        diagnosis = examine(store)
        assert diagnosis.healthy
        kept.append(diagnosis.changes)
        store.close()
    assert kept == sorted(kept)
    assert kept[0] < kept[-1]
