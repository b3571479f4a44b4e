"""One measured run in a process of its own."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app import bootstrap
from app.domain.matching.points import Band
from app.services.matching.pairs import all_pairs, pairs_of
from tests.benchmarks.matching import oracle
from tests.benchmarks.memory import Memory
from tests.support.people.register import register_with_duplicates
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE


@dataclass(frozen=True)
class Run:
    """What a run answered, the seconds by the clock and of processors, and the most memory that it
    held at once, with the processes it started."""

    result: Any
    clock: float
    cpu: float
    megabytes: float


def measured(work: Callable[..., Any], *given: object) -> Run:
    """Runs `work` in a fresh process; it answers a pair: its result, and when it began."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_answer, args=(there, work, given))
    process.start()
    there.close()
    run: Run = here.recv()
    process.join()
    return run


def _answer(pipe: Connection, work: Callable[..., Any], given: tuple[object, ...]) -> None:
    memory = Memory()
    memory.start()
    result, began, cpu_began = work(*given)
    clock, cpu = time.perf_counter() - began, sum(os.times()[:4]) - cpu_began
    pipe.send(Run(result, clock, cpu, memory.most))


def ours(folder: Path) -> tuple[list[tuple[str, str, int, bool]], float, float]:
    """The whole store compared: pairs with their points, and whether they are almost certain."""
    store = bootstrap.open_store(folder, PASSPHRASE, sources=seeded_sources(3))
    began, cpu = time.perf_counter(), sum(os.times()[:4])
    with store.read() as session:
        pairs = all_pairs(session.connection())
    found = [(pair.person_a, pair.person_b, pair.points, pair.band is Band.SURE) for pair in pairs]
    store.close()
    return found, began, cpu


def ours_new(folder: Path, ids: list[str]) -> tuple[int, float, float]:
    """Some people compared with everybody: how many pairs."""
    store = bootstrap.open_store(folder, PASSPHRASE, sources=seeded_sources(3))
    began, cpu = time.perf_counter(), sum(os.times()[:4])
    with store.read() as session:
        found = len(pairs_of(session.connection(), ids))
    store.close()
    return found, began, cpu


def splink(people: int, seed: int) -> tuple[Any, float, float]:
    """Splink over the same register: pairs with weights, and seconds of its parts."""
    table = oracle.table_of(register_with_duplicates(people, seed).entries)
    began, cpu = time.perf_counter(), sum(os.times()[:4])
    return oracle.dedupe(table), began, cpu


def splink_new(people: int, seed: int, new: int) -> tuple[dict[str, float], float, float]:
    """Splink's predict_between: seconds of its parts."""
    table = oracle.table_of(register_with_duplicates(people, seed).entries)
    began, cpu = time.perf_counter(), sum(os.times()[:4])
    return oracle.link_new(table, new), began, cpu
