"""What is tried in a sandbox. Each answers with the names of what it ran into."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app import bootstrap
from app.db.store import Store
from app.db.tables import metadata
from app.domain.override import OverrideReason
from app.domain.quantity import ONE
from app.errors import QafilaError
from app.services.day import day_in
from app.services.doctor import examine, rebuild
from app.services.exchange.export import export_changes
from app.services.exchange.merge import merge_files
from app.services.hand_over import GivenLine, HandOver, NewProxy, record_hand_over
from tests.support.convoys import BLANKET, BOX, small_convoy
from tests.support.raw import contents, whole
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, cheap_derivation, new_store

NEW = "عبارة جديدة تمامًا"


def cause(attempt: Callable[[], object]) -> str:
    """The class of the error that an attempt ended in; empty if it succeeded."""
    try:
        attempt()
    except QafilaError as error:
        return type(error).__name__
    return ""


def open_it(folder: Path) -> str:
    """Opens the store."""
    return cause(lambda: bootstrap.open_store(folder, PASSPHRASE).close())


def create_in_it(folder: Path) -> str:
    """Makes a store in a new folder inside."""
    return cause(lambda: new_store(folder / "new").store.close())


def state(store: Store) -> Any:
    """Everything that a convoy day writes."""
    tables = set(metadata.tables) - {"place", "own_device"}
    with whole(store) as connection:
        return contents(connection, *sorted(tables))


def give(store: Store) -> object:
    """One hand-over with all that can belong to it."""
    with store.read() as session:
        assert day_in(session) is not None
        household = session.connection().exec_driver_sql("SELECT id FROM household").scalar_one()
    lines = tuple(GivenLine(item, ONE, reason=OverrideReason.SURPLUS) for item in (BOX, BLANKET))
    command = HandOver(household, lines, new_proxy=NewProxy("حسن محمود"), paper="a5")
    return record_hand_over(store, command)


def fill(folder: Path, leave: int) -> None:
    """Takes all room on the disk but `leave` bytes."""
    free = shutil.disk_usage(folder).free
    with (folder / "filler").open("wb") as filler:
        filler.write(b"x" * max(0, free - leave))


def hand_over_until_full(folder: Path) -> list[tuple[str, bool, bool]]:
    """For each of many amounts of room: what a hand-over ended in, whether nothing was changed
    though it failed, and whether the store is whole afterwards and takes the next one."""
    prepare(folder / "whole")
    answers = []
    for pages in range(0, 60, 6):
        store_folder = folder / "store"
        shutil.copytree(folder / "whole", store_folder)
        store = bootstrap.open_store(store_folder, PASSPHRASE, sources=seeded_sources(pages))
        before = state(store)
        fill(folder, pages * 4096)
        ended = cause(lambda: give(store))  # noqa: B023
        unchanged = state(store) == before
        (folder / "filler").unlink()
        sound = examine(store).healthy and not cause(lambda: give(store))  # noqa: B023
        store.close()
        answers.append((ended, unchanged, sound))
        shutil.rmtree(store_folder)
    return answers


def prepare(folder: Path) -> None:
    """A closed store in the middle of a convoy day."""
    store = new_store(folder).store
    small_convoy(store)
    store.close()


def create_until_full(folder: Path) -> list[tuple[str, list[str]]]:
    """For each of many amounts of room: what a creation ended in, and what it left."""
    answers = []
    for kilobytes in (0, 4, 8, 16, 64, 256, 600, 900, 1_200, 8_000):
        fill(folder, kilobytes * 1024)
        ended = create_in_it(folder)
        left = sorted(path.name for path in (folder / "new").glob("*") if path.name != "lock")
        answers.append((ended, left))
        shutil.rmtree(folder / "new", ignore_errors=True)
        (folder / "filler").unlink()
    return answers


def everything_else_when_full(folder: Path) -> dict[str, str]:
    """What else writes, on a disk without room; then whether the store still opens."""
    prepare(folder / "store")
    store = bootstrap.open_store(folder / "store", PASSPHRASE)
    fill(folder, 0)
    with cheap_derivation():
        answers = {
            "passphrase": cause(lambda: bootstrap.change_passphrase(store, PASSPHRASE, NEW)),
            "backup": cause(lambda: store.back_up("one.db")),
            "rebuild": cause(lambda: rebuild(store)),
        }
    store.close()
    answers["open while full"] = open_it(folder / "store")
    (folder / "filler").unlink()
    store = bootstrap.open_store(folder / "store", PASSPHRASE)
    answers["healthy"] = str(examine(store).healthy)
    answers["left"] = " ".join(sorted(path.name for path in (folder / "store").rglob("*part*")))
    store.close()
    return answers


def hand_over_with_short_files(folder: Path) -> tuple[str, bool]:
    """What a hand-over ends in where files may not grow, and whether nothing was changed."""
    store = bootstrap.open_store(folder, PASSPHRASE)
    before = state(store)
    ended = cause(lambda: give(store))
    unchanged = state(store) == before
    store.close()
    return ended, unchanged


def exchange_until_full(folder: Path) -> list[tuple[str, str, bool, bool]]:
    """For each of many amounts of room: what a merge and an export ended in, whether nothing was
    changed by what failed, and whether both succeed with room. The files are those of `convoy`."""
    answers = []
    for pages in range(0, 120, 17):
        store_folder = folder / "store"
        shutil.copytree(folder / "convoy" / "coordinator", store_folder)
        store = bootstrap.open_store(store_folder, PASSPHRASE, sources=seeded_sources(pages))
        files = sorted((folder / "convoy").glob("*.qafila"))
        out, before = folder / "out.qafila", state(store)
        fill(folder, pages * 4096)
        merging = cause(lambda: merge_files(store, files))  # noqa: B023
        unchanged = not merging or state(store) == before
        writing = cause(lambda: export_changes(store, out, full=True))  # noqa: B023
        unchanged &= out.exists() == (not writing)
        (folder / "filler").unlink()
        results = merge_files(store, files).files
        sound = all(one.error is None for one in results) and examine(store).healthy
        sound &= not cause(lambda: export_changes(store, out, full=True))  # noqa: B023
        left = [path.name for path in folder.rglob(".qafila-*")]
        store.close()
        answers.append((merging, writing, unchanged and not left, sound))
        shutil.rmtree(store_folder)
        out.unlink()
    return answers
