"""Files that are cut off, on full disks, or called by strange names."""

import random
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import open_store
from app.db.store import Store
from app.errors import DiskFailed, QafilaError, StoreReadOnly
from app.services.day import choose_day
from app.services.doctor import examine
from app.services.exchange.export import export_changes
from app.services.exchange.files_in import files_in
from app.services.exchange.merge import merge_files
from app.services.exchange.results import Status
from tests.e2e import probes, workers
from tests.e2e.kill import run_and_kill
from tests.e2e.sandbox import on_small_disk
from tests.support.convoys import small_convoy
from tests.support.laptops import Fleet, give_box, merged, register
from tests.support.raw import changes
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, copy_store

FILES = 3
RUNS = [
    pytest.param(4, id="sample"),
    pytest.param(150, id="long", marks=pytest.mark.long),
]


@pytest.fixture(scope="module")
def convoy(store_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed coordinator's store, and files of a laptop, each longer than the last."""
    folder = tmp_path_factory.mktemp("convoy")
    coordinator = copy_store(store_template, folder / "coordinator")
    fleet = Fleet(folder, coordinator, small_convoy(coordinator))
    pack, packed = fleet.pack("أ")
    laptop = fleet.join(pack, packed)
    choose_day(laptop, fleet.convoy.today.convoy_id, date(2025, 11, 22))
    pack.unlink()
    for number in range(FILES):
        for _ in range(20):
            give_box(laptop, register(laptop, "هدى سعيد حسن"))
        export_changes(laptop, folder / f"{number}.qafila", full=True)
    fleet.close()
    return folder


@pytest.fixture
def beside(convoy: Path, tmp_path: Path) -> Path:
    """A copy of the coordinator's store with the files in a folder beside it."""
    shutil.copytree(convoy / "coordinator", tmp_path / "store")
    (tmp_path / "files").mkdir()
    for file in convoy.glob("*.qafila"):
        shutil.copy(file, tmp_path / "files")
    return tmp_path / "store"


@pytest.mark.parametrize("runs", RUNS)
def test_killed_while_merging(beside: Path, tmp_path: Path, runs: int) -> None:
    """Of every file all is there, or nothing; and the next attempt takes in the rest."""
    chance, template = random.Random(runs), tmp_path / "template"
    shutil.copytree(beside, template)
    whole = [len(changes(store)) for store in _after_each(template, tmp_path)]
    ends = Counter[int]()
    for _ in range(runs):
        shutil.rmtree(beside)
        shutil.copytree(template, beside)
        killed = run_and_kill(
            workers.merge_again_and_again, beside, chance, steps=FILES, milliseconds=400
        )
        told = len(set(killed.told) - {"started"})
        store = open_store(beside, PASSPHRASE, sources=seeded_sources(5))
        found = len(changes(store))
        assert found in whole[told:]
        assert examine(store).healthy
        merged(store, *sorted((tmp_path / "files").iterdir()))
        assert len(changes(store)) == whole[-1]
        store.close()
        ends[whole.index(found)] += 1
    assert len(ends) > 1 or runs < 10


def _after_each(template: Path, folder: Path):
    """The store before the first file, and after each."""
    shutil.copytree(template, folder / "counted")
    store = open_store(folder / "counted", PASSPHRASE, sources=seeded_sources(6))
    yield store
    for file in sorted((folder / "files").iterdir()):
        merged(store, file)
        yield store
    store.close()


@pytest.mark.parametrize("runs", RUNS)
def test_killed_while_exporting(beside: Path, tmp_path: Path, runs: int) -> None:
    """The file that stands there is whole, however often its writer is killed."""
    chance = random.Random(runs)
    most = 0
    for number in range(runs):
        killed = run_and_kill(workers.export_again_and_again, beside, chance, steps=4)
        counts = [int(one) for one in killed.told if one != "started"]
        most = max([most, *counts])
        if not (tmp_path / "all.qafila").exists():
            assert most == 0
            continue
        other = tmp_path / f"other {number}"
        shutil.copytree(beside, other)
        reader = open_store(other, PASSPHRASE, sources=seeded_sources(7))
        assert not list(other.glob(".qafila-*"))
        (result,) = merged(reader, tmp_path / "all.qafila")
        assert result.error is None
        assert result.new + result.known >= most
        assert examine(reader).healthy
        reader.close()
        shutil.rmtree(other)


def test_exchange_on_a_small_disk(convoy: Path, tmp_path: Path) -> None:
    """Refused whole, said to be, and done once there is room."""
    answers = on_small_disk(probes_with(convoy), tmp_path, 14_000_000)
    assert {merging for merging, *_ in answers} == {"", "DiskFull"}
    assert {writing for _, writing, *_ in answers} == {"", "DiskFull"}
    assert all(unchanged and sound for _, _, unchanged, sound in answers)


class probes_with:  # noqa: N801
    """The probe with a convoy copied to the small disk first; it must travel to another process."""

    def __init__(self, convoy: Path) -> None:
        self.convoy = convoy

    def __call__(self, folder: Path) -> object:
        shutil.copytree(self.convoy, folder / "convoy")
        shutil.rmtree(folder / "convoy" / "laptop-0")
        return probes.exchange_until_full(folder)


# Names


@pytest.fixture
def coordinator(convoy: Path, tmp_path: Path):
    opened = copy_store(convoy / "coordinator", tmp_path / "store")
    yield opened
    opened.close()


STRANGE = [
    "ملف لابتوب ٣ (نسخة).qafila",
    "\u202egpj.alifaq",
    "-rf.qafila",
    "a\nb.qafila",
    "CON.qafila",
    "x" * 240 + ".qafila",
    "'; DROP TABLE journal; --.qafila",
    "%s{path}.qafila",
]


@pytest.mark.parametrize("name", STRANGE, ids=ascii)
def test_a_file_may_be_called_anything(
    convoy: Path, coordinator: Store, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    shutil.copy(convoy / "0.qafila", file)
    (result,) = merged(coordinator, file)
    assert result.status is Status.NEW
    assert export_changes(coordinator, file, full=True).path == file
    (again,) = merged(coordinator, file)
    assert again.status is Status.KNOWN


def test_what_is_no_file_is_told_and_keeps_nothing_out(
    convoy: Path, coordinator: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "folder.qafila"
    folder.mkdir()
    broken, circle, link = (tmp_path / f"{name}.qafila" for name in ("broken", "circle", "link"))
    broken.symlink_to(tmp_path / "nowhere")
    circle.symlink_to(circle)
    link.symlink_to(convoy / "0.qafila")
    long = tmp_path / ("x" * 300 + ".qafila")
    beyond = tmp_path / "nowhere" / ".." / ".." / "x.qafila"
    empty = tmp_path / "empty.qafila"
    empty.touch()
    told = merge_files(coordinator, [folder, broken, circle, long, beyond, empty, link]).files
    refused = {Status.MISSING, Status.UNREADABLE, Status.DAMAGED}
    assert all(one.status in refused for one in told[:-1])
    assert told[-1].status is Status.NEW
    assert examine(coordinator).healthy


def test_a_stick_is_searched_for_files_and_for_nothing_that_points_elsewhere(
    convoy: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    (stick / "deep" / "er").mkdir(parents=True)
    shutil.copy(convoy / "0.qafila", stick / "deep" / "er" / "A.QAFILA")
    (stick / "up").symlink_to(tmp_path)
    (stick / "deep" / "self").symlink_to(stick)
    (tmp_path / "outside.qafila").touch()
    assert files_in([stick]) == (stick / "deep" / "er" / "A.QAFILA",)


def test_where_no_file_can_be_written(coordinator: Store, tmp_path: Path) -> None:
    folder = tmp_path / "out.qafila"
    folder.mkdir()
    (folder / "kept").touch()
    for path in (folder, tmp_path / ("x" * 300), tmp_path / "nowhere" / "x.qafila"):
        with pytest.raises(QafilaError) as caught:
            export_changes(coordinator, path)
        assert isinstance(caught.value, DiskFailed | StoreReadOnly)
    assert (folder / "kept").exists()
    assert not list(tmp_path.glob(".qafila-*"))
