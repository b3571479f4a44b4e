"""On a made-up register, duplicates are found and relatives are left alone (the full measurement,
on a million and beside Splink, is tests/benchmarks/bench_matching.py)."""

import pytest

from app.db.reference import known_names, matching_points
from tests.support.people.pairs import compared_pairs
from tests.support.people.quality import quality
from tests.support.people.register import (
    Register,
    register_with_duplicates,
    register_without_duplicates,
)

PEOPLE, SEED = 12_000, 4
POINTS = matching_points()


def scored(register: Register) -> list[tuple[int, bool]]:
    return [
        (POINTS.of(pair.levels) + POINTS.of_kin(pair.kin), pair.true)
        for pair in compared_pairs(register, known_names(), POINTS)
    ]


@pytest.fixture(scope="module")
def register() -> Register:
    return register_with_duplicates(PEOPLE, SEED)


@pytest.fixture(scope="module")
def found(register: Register) -> list[tuple[int, bool]]:
    return scored(register)


def test_the_register_is_as_those_of_associations(register: Register) -> None:
    entries = register.entries
    assert len(entries) >= PEOPLE
    assert 0.06 < len(register.pairs) / len(entries) < 0.12
    assert 0.35 < sum(not entry.national_id for entry in entries) / len(entries) < 0.41
    assert 0.22 < sum(not entry.phone for entry in entries) / len(entries) < 0.28
    assert register_with_duplicates(500, 1) == register_with_duplicates(500, 1)


def test_almost_certain_is_almost_certain(
    register: Register, found: list[tuple[int, bool]]
) -> None:
    sure = quality(found, len(register.pairs), POINTS.sure)
    assert sure.precision >= 0.99
    assert sure.recall >= 0.85


def test_next_to_nothing_is_missed_in_review(
    register: Register, found: list[tuple[int, bool]]
) -> None:
    review = quality(found, len(register.pairs), POINTS.review)
    assert review.precision >= 0.90
    assert review.recall >= 0.94


def test_relatives_and_neighbours_are_not_proposed() -> None:
    register = register_without_duplicates(PEOPLE, SEED)
    points = [points for points, _ in scored(register)]
    assert sum(one >= POINTS.sure for one in points) <= len(register.entries) / 10_000
    assert sum(one >= POINTS.review for one in points) <= len(register.entries) / 500
