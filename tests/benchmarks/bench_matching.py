"""Finding duplicates: how well, how fast and in how much memory, beside Splink 5 in the same run.

On made-up registers of the size of QAFILA_BENCH_PEOPLE (the last of them) and of two seeds; on one
in which nobody stands twice; and 20,000 late-comers against all. Splink is given the register ready
made and is trained in its run; its floor is the one that suits it best, ours is the table's.
"""

import tempfile
import time
from pathlib import Path

from app.db.reference import matching_points
from tests.benchmarks.matching import runs
from tests.benchmarks.register import sizes
from tests.support.people.into_store import write_into
from tests.support.people.quality import Quality, best, quality
from tests.support.people.register import (
    Register,
    register_with_duplicates,
    register_without_duplicates,
)
from tests.support.stores import new_store

SEEDS = (101, 202)
_LATE = 50
"""One person in so many comes late: 20,000 to a million."""

_POINTS = matching_points()


def main() -> None:
    """Measure and print."""
    people = sizes()[-1]
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(SEEDS):
            _compare(Path(folder), people, seed, late=number == 0)
        _nobody_twice(Path(folder), people, SEEDS[0])


def _compare(folder: Path, people: int, seed: int, *, late: bool) -> None:
    register = register_with_duplicates(people, seed)
    store = _written(folder / f"store-{seed}", register)
    true = register.pairs
    print(f"\nseed {seed}: {len(register.entries):,} people, {len(true):,} true pairs")
    run = runs.measured(runs.ours, store)
    scored = [(points, (one, other) in true) for one, other, points, _ in run.result]
    sure = [(points, (one, other) in true) for one, other, points, sure in run.result if sure]
    _print("Qafila, best floor", best(scored, len(true)), run)
    _print("Qafila, sure band", quality(sure, len(true), _POINTS.sure))
    _print("Qafila, review floor", quality(scored, len(true), _POINTS.review))
    other = runs.measured(runs.splink, people, seed)
    pairs, seconds = other.result
    scored = [(points, (one, two) in true) for one, two, points in pairs]
    _print("Splink, best floor", best(scored, len(true)), other)
    print(f"  of Splink's time, training {seconds['training']:.1f} s")
    if late:
        _late_comers(store, register, people, seed)


def _late_comers(store: Path, register: Register, people: int, seed: int) -> None:
    ids = [entry.id for entry in register.entries[-(len(register.entries) // _LATE) :]]
    run = runs.measured(runs.ours_new, store, ids)
    print(
        f"  {len(ids):,} late-comers against all: Qafila {run.clock:.1f} s "
        f"(processors {run.cpu:.1f} s), {run.result:,} pairs"
    )
    other = runs.measured(runs.splink_new, people, seed, len(ids))
    parts = other.result
    print(
        f"  Splink's predict_between {parts['all']:.1f} s, {parts['loading']:.1f} s of it loading, "
        f"{parts['pairs']:,.0f} pairs"
    )


def _nobody_twice(folder: Path, people: int, seed: int) -> None:
    register = register_without_duplicates(people, seed)
    run = runs.measured(runs.ours, _written(folder / "store-none", register))
    of = 10_000 / len(register.entries)
    sure = sum(is_sure for *_, is_sure in run.result)
    print(
        f"\nnobody twice: {len(register.entries):,} people, in 10,000 {sure * of:.2f} sure pairs "
        f"and {(len(run.result) - sure) * of:.2f} to review; {run.clock:.1f} s"
    )


def _written(folder: Path, register: Register) -> Path:
    start = time.perf_counter()
    store = new_store(folder).store
    write_into(store, register)
    store.close()
    print(f"\n{len(register.entries):,} people written in {time.perf_counter() - start:.0f} s")
    return folder


def _print(name: str, found: Quality, run: runs.Run | None = None) -> None:
    line = (
        f"  {name:22} P {found.precision:.4f}  R {found.recall:.4f}  F1 {found.f1:.4f}  "
        f"{found.found:8,} pairs"
    )
    if run is not None:
        line += f"  {run.clock:6.1f} s, processors {run.cpu:6.1f} s, {run.megabytes:,.0f} MB"
    print(line)


if __name__ == "__main__":
    main()
