"""A merge beside the bare insertion of what it leaves: the same rows, into the same tables of a
copy of the same store, by the same SQLCipher in the same run.

What a merge does besides inserting: it decrypts and unpacks the files, checks signatures, every
change's hash and the chains, judges rights, folds, computes what is looked up, and counts. Each
measured merge runs in a process of its own, whose memory is told.

QAFILA_BENCH_CHANGES sets the size of the store and of what is merged into it (1000000 each).
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from app import bootstrap
from app.db.arrivals import Stage
from app.db.engine import MERGE_CACHE_KIB, connect
from app.db.store import DATABASE, Store
from app.services.exchange.files_in import files_in
from app.services.exchange.merge import merge_files
from tests.benchmarks.convoy_files import write_files
from tests.support.convoys import SmallConvoy, small_convoy
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, new_store

CHANGES: Final = int(os.environ.get("QAFILA_BENCH_CHANGES", "1000000"))
BIG: Final = 10
SMALL: Final = 500
_ROWS: Final = 20_000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base, convoy = _base(folder)
        base.close()
        _files(folder, convoy, folder / "big", BIG, seed=2)
        _files(folder, convoy, folder / "small", SMALL, seed=3)
        print(f"{CHANGES:,} changes into a store of {CHANGES:,}")
        big = _merged(folder, "big")
        bare = _bare(folder)
        small = _merged(folder, "small")
    print(f"  {'bare insertion of the same rows':40} {bare:7.1f} s")
    for label, found in ((f"{BIG} files", big), (f"{SMALL} small files", small)):
        stages = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in found.stages.items())
        print(f"  {label:40} {found.seconds:7.1f} s  {found.seconds / bare:4.2f} × bare")
        print(f"    {stages}; memory {found.megabytes} MB")
    print(f"  small files: {small.seconds / big.seconds:.2f} × the big ones (budget 1.5)")
    print(f"  budget: 2.00 × bare, 500 MB; here {big.seconds / bare:.2f} ×, {big.megabytes} MB")


class Measured:
    """What a merge took, in all and stage by stage, and the most memory it held."""

    def __init__(self, told: str) -> None:
        memory, *stages = told.split()
        self.megabytes = int(memory)
        self.stages = {
            stage: float(seconds) for stage, seconds in (one.split("=") for one in stages)
        }
        self.seconds = sum(self.stages.values())


def _base(folder: Path) -> tuple[Store, SmallConvoy]:
    """A coordinator's store into which as much was merged before."""
    store = new_store(folder / "base").store
    convoy = small_convoy(store)
    files = write_files(store, convoy, folder / "before", files=BIG, changes=CHANGES, seed=1)
    merge_files(store, files)
    shutil.rmtree(folder / "before")
    return store, convoy


def _files(folder: Path, convoy: SmallConvoy, target: Path, files: int, seed: int) -> None:
    store = _open(folder / "base", seed)
    write_files(store, convoy, target, files=files, changes=CHANGES, seed=seed)
    store.close()


def _open(folder: Path, seed: int = 5) -> Store:
    return bootstrap.open_store(folder, PASSPHRASE, sources=seeded_sources(seed))


def _merged(folder: Path, files: str) -> Measured:
    """Merges into a copy of the base, in a process of its own."""
    shutil.copytree(folder / "base", folder / f"into-{files}")
    command = [sys.executable, "-m", "tests.benchmarks.bench_merge"]
    told = subprocess.run(
        [*command, str(folder / f"into-{files}"), str(folder / files)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return Measured(told.stdout)


def _measure(into: Path, files: Path) -> None:
    """The measured process: prints the memory, then the seconds of each stage."""
    store = _open(into)
    began: list[tuple[Stage, float]] = []

    def at(stage: Stage) -> None:
        began.append((stage, time.perf_counter()))

    merged = merge_files(store, files_in([files]), at=at)
    end = time.perf_counter()
    if not merged.totals.conservation.holds or any(one.error for one in merged.files):
        raise AssertionError
    ends = [moment for _, moment in began[1:]] + [end]
    most = [resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN]  # with the process beside
    memory = sum(resource.getrusage(whose).ru_maxrss for whose in most) // 1024
    stages = [f"{stage}={end - start:.2f}" for (stage, start), end in zip(began, ends, strict=True)]
    print(memory, *stages)
    store.close()


def _bare(folder: Path) -> float:
    """The seconds in which SQLCipher inserts, and commits, the rows that the big files left."""
    key = _key_of(folder / "base")
    shutil.copytree(folder / "base", folder / "bare")
    source = connect(folder / "into-big" / DATABASE, key)
    source.execute(f"ATTACH ? AS base KEY \"x'{key.hex()}'\"", (str(folder / "base" / DATABASE),))
    target = connect(folder / "bare" / DATABASE, key)
    target.execute(f"PRAGMA cache_size = -{MERGE_CACHE_KIB}")  # as the merge has it
    start = time.perf_counter()
    target.execute("BEGIN IMMEDIATE")
    spent = time.perf_counter() - start
    for statement, rows in _insertions(source):
        start = time.perf_counter()
        target.executemany(statement, rows)
        spent += time.perf_counter() - start
    start = time.perf_counter()
    target.execute("COMMIT")
    spent += time.perf_counter() - start
    target.close()
    source.close()
    return spent


_TABLES: Final = {
    "journal": "position",
    "household": "id",
    "person": "id",
    "aid_record": "id",
    "aid_line": "id",
    "search_village": "number",
    "search_person": "place_row",
    "search_household": "place_row",
}


def _insertions(source: Any) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Statements with rows that the store has and the base has not, some thousand at a time."""
    for table, key in _TABLES.items():
        query = f"SELECT * FROM main.{table} WHERE {key} NOT IN (SELECT {key} FROM base.{table})"
        yield from _batches(source, query, f"INSERT INTO {table} VALUES")
    names = (
        "SELECT place_row, name_key FROM main.search_person"
        " WHERE place_row NOT IN (SELECT place_row FROM base.search_person) ORDER BY place_row"
    )
    yield from _batches(source, names, "INSERT INTO search_name(rowid, name_key) VALUES")


def _batches(source: Any, query: str, insert: str) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    cursor = source.execute(query)
    marks = ", ".join("?" * len(cursor.description))
    while rows := cursor.fetchmany(_ROWS):
        yield f"{insert} ({marks})", rows


def _key_of(folder: Path) -> bytes:
    store = _open(folder)
    key = store._key
    store.close()
    return key


if __name__ == "__main__":
    _measure(Path(sys.argv[1]), Path(sys.argv[2]))
