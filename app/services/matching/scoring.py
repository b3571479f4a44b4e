"""Comparing many pairs, a chunk at a time, on all cores where that pays.

What a chunk answers is small: only pairs that may come to review, and pairs that speak for others
of their two households.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import combinations
from typing import NamedTuple

from app.beside import Helper, each, helper
from app.db.reference import scorer
from app.domain.matching.compare import supports
from app.domain.matching.levels import Levels
from app.domain.matching.packed import prepare_packed
from app.services.matching.blocking import Group
from app.services.matching.people import Compared, Indexed
from app.services.progress import Report

CHUNK = 20_000
"""Pairs, and those that the last group has more."""

_FEWEST_FOR_PROCESSES = 200_000
"""Starting a process costs as much as comparing so many pairs."""

_MOST_PROCESSES = 4
_AHEAD = 2 * _MOST_PROCESSES


class Scored(NamedTuple):
    """A pair by the numbers of its rows, the points it has by itself, and its degrees."""

    one: int
    other: int
    points: int
    degrees: tuple[int, ...]
    supports: bool


_Work = tuple[list[Compared], list[list[int]]]
"""People, each once, and the groups by places among them."""

_Answers = list[tuple[int, int, int, tuple[int, ...], bool]]


def comparers(pairs: int) -> AbstractContextManager[Helper]:
    """Who compares so many pairs, to be started before the people are read."""
    cores = min(os.cpu_count() or 1, _MOST_PROCESSES)
    return helper(score_chunk, worth_it=pairs >= _FEWEST_FOR_PROCESSES, processes=cores)


def scored_pairs(
    who: Helper, people: Mapping[int, Indexed], groups: Iterable[Group], total: int, report: Report
) -> Iterator[Scored]:
    """The pairs that may be one person, and those that speak for them; one that stands in several
    groups comes several times. `report` is told the pairs compared so far and `total`, and may stop
    it by raising."""
    under_way: deque[_Chunk] = deque()

    def works() -> Iterator[_Work]:
        for chunk in _chunks(groups):
            under_way.append(chunk)
            yield [people[row].compared for row in chunk.rows], chunk.groups

    done = 0
    for answers in each(who, score_chunk, works(), _AHEAD):
        chunk = under_way.popleft()
        for one, other, points, degrees, speaks in answers:
            yield Scored(chunk.rows[one], chunk.rows[other], points, degrees, speaks)
        done += chunk.pairs
        report(done, total)


class _Chunk(NamedTuple):
    rows: list[int]
    groups: list[list[int]]
    """By places in `rows`."""
    pairs: int


def _chunks(groups: Iterable[Group]) -> Iterator[_Chunk]:
    place: dict[int, int] = {}
    placed: list[list[int]] = []
    pairs = 0
    for group in groups:
        placed.append([place.setdefault(row, len(place)) for row in group])
        pairs += len(group) * (len(group) - 1) // 2
        if pairs >= CHUNK:
            yield _Chunk(list(place), placed, pairs)
            place, placed, pairs = {}, [], 0
    if placed:
        yield _Chunk(list(place), placed, pairs)


def score_chunk(work: _Work) -> _Answers:
    """Of one chunk: the places of two people, their points, degrees, and whether they support."""
    score, may_count = scorer().score, scorer().points.may_count
    known, groups = work
    people = [prepare_packed(*person) for person in known]
    found: _Answers = []
    for group in groups:
        for one, other in combinations(group, 2):
            result = score(people[one], people[other])
            if result is not None:
                points, levels = result
                speaks = supports(levels)
                if speaks or may_count(points, levels):
                    found.append((one, other, points, tuple(map(int, levels)), speaks))
    return found


def levels_of(degrees: Sequence[int]) -> Levels:
    """The degrees by their names again."""
    kinds = Levels.__annotations__.values()
    return Levels(*(kind(degree) for kind, degree in zip(kinds, degrees, strict=True)))
