"""Kills a process at a random moment of its work, and hands back what it had acknowledged.

A new kind of work is one function in `workers`: it does something lasting, tells what was done, and
goes on until it is killed or finished.
"""

import multiprocessing
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

Tell = Callable[[str], None]
Work = Callable[[Path, Tell], None]
"""Work in a folder; it tells each step once it is done for good."""

_LONGEST_WAIT = 60.0
"""Seconds for a step on the slowest machine; work that takes longer has hung."""

context = multiprocessing.get_context(
    "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
)
if context.get_start_method() == "forkserver":
    # The app is imported once, so that a run costs no more than its work.
    context.set_forkserver_preload(["tests.e2e.workers", "tests.e2e.probes"])


@dataclass(frozen=True)
class Killed:
    """What the process told before its end; `finished` if it came to an end by itself."""

    told: tuple[str, ...]
    finished: bool


def run_and_kill(
    work: Work, folder: Path, chance: random.Random, *, steps: int = 12, milliseconds: float = 30
) -> Killed:
    """Starts the work, lets it tell up to `steps` steps, and kills it within so many milliseconds
    of the last one: anywhere in the step that follows."""
    with started(work, folder) as (process, listening):
        told = _listen(listening, _LONGEST_WAIT, chance.randint(0, steps))
        told += _listen(listening, chance.uniform(0, milliseconds / 1000))
        process.kill()
        process.join()
        told += _listen(listening, _LONGEST_WAIT)
        return Killed(tuple(told), process.exitcode == 0)


def milliseconds_of(work: Work, folder: Path) -> float:
    """How long work takes that comes to an end by itself, here and now."""
    with started(work, folder) as (_, listening):
        _listen(listening, _LONGEST_WAIT, 1)
        began = time.monotonic()
        _listen(listening, _LONGEST_WAIT)
        return 1000 * (time.monotonic() - began)


def _listen(listening: Connection, seconds: float, most: int | None = None) -> list[str]:
    """What is told within the time, at most so many, until the process ends."""
    until = time.monotonic() + seconds
    told: list[str] = []
    try:
        while (most is None or len(told) < most) and listening.poll(until - time.monotonic()):
            told.append(listening.recv())
    except (EOFError, OSError):
        return told
    return told


@contextmanager
def started(work: Work, folder: Path) -> Iterator[tuple[multiprocessing.Process, Connection]]:
    """The process at its work, and where it tells; killed at the end."""
    listening, telling = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, folder, telling), daemon=True)
    process.start()
    telling.close()
    try:
        yield process, listening
    finally:
        process.kill()
        process.join()
        process.close()
        listening.close()


def _run(work: Work, folder: Path, telling: Connection) -> None:
    telling.send("started")
    work(folder, telling.send)
