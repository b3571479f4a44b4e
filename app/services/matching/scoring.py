"""Comparing many pairs, a chunk at a time, on both cores where that pays.

What a chunk answers is small: only pairs that may come to review, and pairs that speak for others
of their two households.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import NamedTuple

from app.db.reference import scorer
from app.domain.matching.compare import supports
from app.domain.matching.levels import Levels
from app.domain.matching.packed import prepare_packed
from app.services.matching.packed_pairs import PackedPairs, Pair
from app.services.matching.people import Compared, Indexed
from app.services.progress import Report

CHUNK = 20_000
_FEWEST_FOR_PROCESSES = 200_000
"""Starting a process costs as much as comparing so many pairs."""

_MOST_PROCESSES = 4
_AHEAD = 2


class Scored(NamedTuple):
    """A pair by the numbers of its rows, the points it has by itself, and its degrees."""

    one: int
    other: int
    points: int
    degrees: tuple[int, ...]
    supports: bool


class _Work(NamedTuple):
    people: list[Compared]
    pairs: list[Pair]
    """By place in `people`."""


def scored_pairs(
    people: Mapping[int, Indexed], pairs: PackedPairs, report: Report
) -> Iterator[Scored]:
    """The pairs that may be one person, and those that speak for them. `report` is told the pairs
    compared so far and may stop it by raising."""
    cores = min(os.cpu_count() or 1, _MOST_PROCESSES)
    starts = range(0, len(pairs), CHUNK)
    run = _in_processes if cores > 1 and len(pairs) >= _FEWEST_FOR_PROCESSES else _here
    work = (_work(people, pairs.chunk(start, CHUNK)) for start in starts)
    for start, answers in zip(starts, run(cores, work), strict=True):
        chunk = pairs.chunk(start, CHUNK)
        for number, points, degrees, speaks in answers:
            yield Scored(*chunk[number], points, degrees, speaks)
        report(start + len(chunk), len(pairs))


_Answers = list[tuple[int, int, tuple[int, ...], bool]]


def _here(_cores: int, work: Iterable[_Work]) -> Iterator[_Answers]:
    return map(score_chunk, work)


def _in_processes(cores: int, work: Iterator[_Work]) -> Iterator[_Answers]:
    pool = ProcessPoolExecutor(cores, mp_context=get_context("spawn"))
    try:
        waiting: deque[Future[_Answers]] = deque(
            pool.submit(score_chunk, one) for one in islice(work, cores * _AHEAD)
        )
        while waiting:
            answers = waiting.popleft().result()
            waiting.extend(pool.submit(score_chunk, one) for one in islice(work, 1))
            yield answers
    finally:
        pool.shutdown(cancel_futures=True)


def _work(people: Mapping[int, Indexed], pairs: Sequence[Pair]) -> _Work:
    """The people of a chunk, each once, with the pairs numbered anew."""
    rows = dict.fromkeys(row for pair in pairs for row in pair)
    place = {row: number for number, row in enumerate(rows)}
    chosen = [people[row].compared for row in rows]
    return _Work(chosen, [(place[one], place[other]) for one, other in pairs])


def score_chunk(work: _Work) -> _Answers:
    """Of one chunk: the number of the pair, its points, its degrees, and whether it supports."""
    score, may_count = scorer().score, scorer().points.may_count
    people = [prepare_packed(*person) for person in work.people]
    found: _Answers = []
    for number, (one, other) in enumerate(work.pairs):
        result = score(people[one], people[other])
        if result is not None:
            points, levels = result
            speaks = supports(levels)
            if speaks or may_count(points, levels):
                found.append((number, points, tuple(map(int, levels)), speaks))
    return found


def levels_of(degrees: Sequence[int]) -> Levels:
    """The degrees by their names again."""
    kinds = Levels.__annotations__.values()
    return Levels(*(kind(degree) for kind, degree in zip(kinds, degrees, strict=True)))
