"""A merge with a second process: the same store as without, and the same refusals."""

import shutil
from concurrent.futures import wait
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlmodel import select

from app import bootstrap
from app.beside import Beside
from app.db.store import Store
from app.db.tables import Household, Person
from app.domain.permissions import Role
from app.errors import FileDamaged
from app.services.doctor import examine
from app.services.exchange import merge as merging
from app.services.exchange.merge import merge_files
from app.services.exchange.reading import Intake
from app.services.exchange.results import Merged, Status
from app.sync import container
from tests.benchmarks.convoy_files import write_files
from tests.support.laptops import Fleet, merged, register
from tests.support.raw import contents, whole
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE

FILES, CHANGES = 6, 360


@pytest.fixture
def files(fleet: Fleet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Some good ones of many blocks, and between them a cut, a flipped and a foreign one."""
    monkeypatch.setattr(container, "_BLOCK_LINES", 7)
    monkeypatch.setattr(merging, "_WORTH_A_PROCESS", 0)
    good = write_files(
        fleet.coordinator,
        fleet.convoy,
        tmp_path / "files",
        files=FILES,
        changes=CHANGES,
        seed=3,
    )
    data = good[1].read_bytes()
    (tmp_path / "cut").write_bytes(data[: len(data) // 2])
    (tmp_path / "flipped").write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
    (tmp_path / "foreign").write_bytes(b"nobody's")
    bad = [tmp_path / name for name in ("cut", "flipped", "foreign")]
    return [good[0], *bad[:2], *good[1:3], bad[2], *good[3:], tmp_path / "missing"]


@contextmanager
def ready(*functions, worth_it: bool):
    """A process that has started before the merge begins, for a merge so small."""
    other = Beside(functions)
    wait([other._ready])
    try:
        yield other
    finally:
        other.end()


def into_copy(fleet: Fleet, tmp_path: Path, files: list[Path]) -> tuple[Merged, dict, bool]:
    """What came of a merge into a copy of the coordinator's store."""
    shutil.copytree(fleet.coordinator.folder, tmp_path / "copy")
    store = bootstrap.open_store(tmp_path / "copy", PASSPHRASE, sources=seeded_sources(4))
    came = merge_files(store, files)
    found = _found(store)
    healthy = examine(store).healthy
    store.close()
    shutil.rmtree(tmp_path / "copy")
    return came, found, healthy


def _found(store: Store) -> dict:
    with whole(store) as connection:
        names = ("journal", "search_person", "search_household", "import_log")
        return contents(connection) | contents(connection, *names)


def outcome(came: Merged) -> list[tuple[str, Status, int, int, str]]:
    return [(one.path.name, one.status, one.new, one.known, one.kind) for one in came.files]


@pytest.mark.parametrize("end", [None, 0, 5])
def test_the_store_is_the_same(
    fleet: Fleet,
    tmp_path: Path,
    files: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    end: int | None,
) -> None:
    """Also where the process dies at its first answer, or some way on."""
    with monkeypatch.context() as patch:
        patch.setattr(merging, "_WORTH_A_PROCESS", 1 << 60)
        alone, expected, healthy = into_copy(fleet, tmp_path, files)
    assert healthy
    assert {one.status for one in alone.files} == {Status.NEW, Status.DAMAGED, Status.MISSING}
    asked: list[int] = []
    if end is not None:
        ask = Beside.ask

        def mortal(self: Beside, function, argument):
            asked.append(len(asked))
            if asked[-1] == end:
                for process in self._pool._processes.values():
                    process.kill()
            return ask(self, function, argument)

        monkeypatch.setattr(Beside, "ask", mortal)
    monkeypatch.setattr(merging, "helper", ready)
    came, found, healthy = into_copy(fleet, tmp_path, files)
    assert healthy
    assert found == expected
    assert outcome(came) == outcome(alone)
    assert came.totals == alone.totals
    assert end is None or len(asked) > end


def test_a_file_refused_too_late_is_left_out_of_a_second_attempt(
    fleet: Fleet, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of it nothing is there; all others are written again, each behind a savepoint."""
    careful: list[bool] = []
    write = merging._written

    def noted(merge, *arguments, **named):
        careful.append(merge.careful)
        return write(merge, *arguments, **named)

    broken = merge_files(fleet.coordinator, files[3:4], preview=True).files[0].origin
    finish = Intake.finish

    def refused(self: Intake) -> None:
        finish(self)
        if self.read is not None and self.read.origin == broken:
            raise FileDamaged

    monkeypatch.setattr(merging, "_written", noted)
    with monkeypatch.context() as patch:
        patch.setattr(Intake, "finish", refused)
        found = merge_files(fleet.coordinator, files).files
    assert careful == [False, True]
    assert (found[3].status, found[3].new) == (Status.DAMAGED, 0)
    assert sum(one.new for one in found) == CHANGES - CHANGES // FILES
    assert examine(fleet.coordinator).healthy
    again = merge_files(fleet.coordinator, files).files
    assert careful == [False, True, False]
    assert sum(one.new for one in again) == again[3].new == CHANGES // FILES
    assert examine(fleet.coordinator).healthy


def test_stopping_it_changes_nothing_and_ends_the_process(
    fleet: Fleet, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stop(Exception):
        pass

    others: list[Beside] = []

    @contextmanager
    def watched(*functions, worth_it: bool):
        with ready(*functions, worth_it=worth_it) as other:
            others.append(other)
            yield other

    monkeypatch.setattr(merging, "helper", watched)
    before = _found(fleet.coordinator)
    calls = 0

    def stop(_done: int, _total: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 12:
            raise Stop

    with pytest.raises(Stop):
        merge_files(fleet.coordinator, files, report=stop)
    assert _found(fleet.coordinator) == before
    with pytest.raises(RuntimeError):
        others[0]._pool.submit(len, ())


def test_what_was_corrected_since_reaches_the_index(fleet: Fleet) -> None:
    """People and a household that were here before, and others that came with their correction."""
    laptop = fleet.laptop("أ", Role.SUPERVISOR)
    known = [register(laptop, name) for name in ("هدى سعيد حسن", "سعاد علي حسن")]
    merged(fleet.coordinator, fleet.export(laptop))
    with laptop.write() as session:
        home = session.get_one(Household, known[0])
        home.phone, home.village_id = "01012345678", "EG260102"
        for person in session.exec(select(Person).where(Person.household_id == known[1])):
            person.name, person.household_id = "سعاد محمد علي", known[0]
    new = register(laptop, "منى فتحي محمود")
    with laptop.write() as session:
        session.get_one(Household, new).phone = "01112345678"
    (result,) = merged(fleet.coordinator, fleet.export(laptop))
    assert result.status is Status.NEW
    assert examine(fleet.coordinator).healthy
    with whole(fleet.coordinator) as connection:
        found = contents(connection, "search_person")["search_person"]
    assert any("سعاد محمد علي" in row and known[0] in row for row in found)
