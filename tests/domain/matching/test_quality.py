"""On a made-up register, duplicates are found and relatives are left alone (the full measurement,
on a million and beside Splink, is tests/benchmarks/bench_matching.py)."""

import pytest

from app.db.reference import known_names, matching_points
from tests.support.people.pairs import Compared, compared_pairs
from tests.support.people.quality import quality
from tests.support.people.register import (
    Register,
    register_with_duplicates,
    register_without_duplicates,
)

PEOPLE, SEED = 12_000, 4
POINTS = matching_points()


def compared(register: Register) -> list[Compared]:
    return compared_pairs(register, known_names(), POINTS)


@pytest.fixture(scope="module")
def register() -> Register:
    return register_with_duplicates(PEOPLE, SEED)


@pytest.fixture(scope="module")
def found(register: Register) -> list[Compared]:
    return compared(register)


def test_the_register_is_as_those_of_associations(register: Register) -> None:
    entries = register.entries
    assert len(entries) >= PEOPLE
    assert 0.06 < len(register.pairs) / len(entries) < 0.12
    assert 0.35 < sum(not entry.national_id for entry in entries) / len(entries) < 0.41
    assert 0.22 < sum(not entry.phone for entry in entries) / len(entries) < 0.28
    assert register_with_duplicates(500, 1) == register_with_duplicates(500, 1)


def test_almost_certain_is_almost_certain(register: Register, found: list[Compared]) -> None:
    chosen = [(pair.points(POINTS), pair.true) for pair in found if pair.is_sure(POINTS)]
    sure = quality(chosen, len(register.pairs), POINTS.sure)
    assert sure.precision >= 0.99
    assert sure.recall >= 0.85


def test_next_to_nothing_is_missed_in_review(register: Register, found: list[Compared]) -> None:
    scored = [(pair.points(POINTS), pair.true) for pair in found]
    review = quality(scored, len(register.pairs), POINTS.review)
    assert review.precision >= 0.90
    assert review.recall >= 0.94


def test_relatives_and_neighbours_are_not_proposed() -> None:
    register = register_without_duplicates(PEOPLE, SEED)
    pairs = compared(register)
    assert sum(pair.is_sure(POINTS) for pair in pairs) <= len(register.entries) / 10_000
    proposed = [pair for pair in pairs if pair.points(POINTS) >= POINTS.review]
    assert len(proposed) <= len(register.entries) / 500
