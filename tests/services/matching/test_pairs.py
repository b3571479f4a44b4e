"""The pairs of a store are the same however they are asked for and whenever people arrived."""

from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from app.db import interruptible
from app.db.reference import matching_points
from app.db.store import Store
from app.domain.matching.points import Band
from app.services.matching import scoring
from app.services.matching.pairs import LikelyPair, all_pairs, pairs_of
from tests.support.people.into_store import write_into
from tests.support.people.quality import quality
from tests.support.people.register import Register, register_with_duplicates
from tests.support.stores import new_store

PEOPLE, SEED = 4_000, 5


@pytest.fixture(scope="module")
def register() -> Register:
    return register_with_duplicates(PEOPLE, SEED)


@pytest.fixture(scope="module")
def full(register: Register, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with_people = new_store(tmp_path_factory.mktemp("full") / "store").store
    write_into(with_people, register)
    yield with_people
    with_people.close()


@pytest.fixture(scope="module")
def pairs(full: Store) -> list[LikelyPair]:
    with full.read() as session:
        return all_pairs(session.connection())


def test_duplicates_are_found_in_a_store(register: Register, pairs: list[LikelyPair]) -> None:
    scored = [(pair.points, (pair.person_a, pair.person_b) in register.pairs) for pair in pairs]
    points = matching_points()
    certain = [one for one, pair in zip(scored, pairs, strict=True) if pair.band is Band.SURE]
    sure = quality(certain, len(register.pairs), points.sure)
    review = quality(scored, len(register.pairs), points.review)
    assert sure.precision >= 0.99
    assert sure.recall >= 0.85
    assert review.precision >= 0.90
    assert review.recall >= 0.94


def test_pairs_are_ordered_and_in_bands(pairs: list[LikelyPair]) -> None:
    assert pairs == sorted(pairs, key=lambda pair: (-pair.points, pair.person_a, pair.person_b))
    assert all(pair.person_a < pair.person_b for pair in pairs)
    assert {pair.band for pair in pairs} == {Band.SURE, Band.REVIEW}
    assert len({(pair.person_a, pair.person_b) for pair in pairs}) == len(pairs)


def test_some_people_have_the_pairs_that_they_have_among_all(
    register: Register, full: Store, pairs: list[LikelyPair]
) -> None:
    late = register.entries[-200:]
    homes = {entry.household for entry in late}
    members = {entry.id for entry in register.entries if entry.household in homes}
    with full.read() as session:
        found = pairs_of(session.connection(), [entry.id for entry in late])
    assert found == [pair for pair in pairs if pair.person_a in members or pair.person_b in members]
    assert found


def test_the_order_of_arrival_changes_nothing(
    register: Register, pairs: list[LikelyPair], tmp_path: Path
) -> None:
    half = len(register.entries) // 2
    while register.entries[half].household == register.entries[half - 1].household:
        half += 1
    turned = Register(register.entries[half:] + register.entries[:half], register.pairs)
    other = new_store(tmp_path / "store").store
    write_into(other, turned)
    with other.read() as session:
        assert all_pairs(session.connection()) == pairs
    other.close()


def test_two_processes_find_what_one_finds(full: Store, pairs: list[LikelyPair]) -> None:
    with (
        patch.object(scoring, "_FEWEST_FOR_PROCESSES", 1),
        patch.object(scoring, "CHUNK", 4_000),
        patch.object(scoring.os, "cpu_count", lambda: 2),
        full.read() as session,
    ):
        assert all_pairs(session.connection()) == pairs


def test_it_says_how_far_it_is_and_can_be_stopped(full: Store) -> None:
    told: list[tuple[int, int]] = []

    class _StopHere(Exception):
        pass

    def report(done: int, total: int) -> None:
        if total:
            told.append((done, total))
        if len(told) == 2:
            raise _StopHere

    with (
        patch.object(scoring, "CHUNK", 1_000),
        pytest.raises(_StopHere),
        full.read() as session,
    ):
        all_pairs(session.connection(), report)
    (first, total), (second, same) = told
    assert 1_000 <= first < second < total == same


@pytest.mark.parametrize(
    "find",
    [
        lambda connection, _, report: all_pairs(connection, report),
        lambda connection, person, report: pairs_of(connection, [person], report),
    ],
    ids=["all", "some"],
)
def test_looking_for_pairs_can_be_stopped(
    full: Store, pairs: list[LikelyPair], find: Callable[..., object]
) -> None:
    class _StopHere(Exception):
        pass

    def report(_done: int, total: int) -> None:
        assert not total, "it went on to compare them"
        raise _StopHere

    with (
        patch.object(interruptible, "_STEPS", 100),
        pytest.raises(_StopHere),
        full.read() as session,
    ):
        find(session.connection(), pairs[0].person_a, report)
    with full.read() as session:
        assert all_pairs(session.connection()) == pairs
