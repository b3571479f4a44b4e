"""What agreement is worth, and what others of a household add."""

import csv

import pytest

from app.config import resource_path
from app.db.reference import matching_points
from app.domain.matching.kin import Match, kin
from app.domain.matching.levels import COMPARISONS, Document, Kin, Levels, OwnName
from app.domain.matching.points import Band, read_points

BEST = Levels(*(next(iter(kind)) for kind in list(COMPARISONS.values())[:-1]))


def test_every_degree_stands_in_the_table_once() -> None:
    with resource_path("data/matching_points.csv").open(encoding="utf-8") as file:
        rows = [(row["comparison"], row["level"]) for row in csv.DictReader(file)]
    wanted = [(name, level.name.lower()) for name, kind in COMPARISONS.items() for level in kind]
    assert rows == [("base", "pair"), *wanted, ("band", "sure"), ("band", "review")]


def test_points_add_up() -> None:
    points = matching_points()
    expected = points.base + sum(degrees[0] for degrees in points.degrees[:-1])
    assert points.of(BEST) == expected
    assert points.of_kin(Kin.MORE) > points.of_kin(Kin.ONE) > 0 > points.of_kin(Kin.NONE)


def test_less_agreement_never_earns_more() -> None:
    """Where degrees have an order. (The same phone elsewhere is rarer among others than here.)"""
    points = matching_points()
    by_name = dict(zip(COMPARISONS, points.degrees, strict=True))
    for name, last in {"own_name": 5, "birth": 5, "document": 4, "sex": 2}.items():
        compared = by_name[name][:last]
        assert list(compared) == sorted(compared, reverse=True), name


def test_bands() -> None:
    points = matching_points()
    no_number = BEST._replace(document=Document.MISSING)
    assert points.band(points.sure, no_number, Kin.NONE) is Band.SURE
    assert points.band(points.sure - 1, no_number, Kin.NONE) is Band.REVIEW
    assert points.band(points.review - 1, no_number, Kin.NONE) is None
    assert points.band(points.review - 1, BEST, Kin.NONE) is Band.REVIEW
    assert points.least + max(points.degrees[-1]) == points.review


def test_only_a_same_name_or_number_or_kin_makes_almost_certain() -> None:
    points = matching_points()
    sister = BEST._replace(own_name=OwnName.NEAR, document=Document.MISSING)
    assert points.band(5_000, sister, Kin.NONE) is Band.REVIEW
    assert points.band(5_000, sister, Kin.ONE) is Band.SURE
    one_slip = sister._replace(document=Document.ONE_SLIP)
    assert points.band(5_000, one_slip, Kin.NONE) is Band.SURE


def test_a_table_without_a_degree_is_refused() -> None:
    with pytest.raises(KeyError):
        read_points(["comparison,level,points", "base,pair,-400"])


def test_pairs_of_two_households_speak_for_each_other() -> None:
    matches = [
        Match("a1", "b1", 900, supports=True),
        Match("a2", "b2", 500, supports=True),
        Match("a3", "b3", 400, supports=True),
        Match("a4", "b4", 300, supports=False),
    ]
    assert kin(matches) == [Kin.MORE, Kin.MORE, Kin.MORE, Kin.MORE]
    assert kin(matches[:2]) == [Kin.ONE, Kin.ONE]
    assert kin(matches[:1]) == [Kin.NONE]


def test_only_the_best_fitting_pair_of_a_person_counts() -> None:
    matches = [
        Match("father", "b-father", 700, supports=True),
        Match("son", "b-son", 650, supports=True),
        Match("father", "b-son", 300, supports=True),
        Match("son", "b-father", 600, supports=True),
    ]
    assert kin(matches) == [Kin.ONE, Kin.ONE, Kin.NONE, Kin.NONE]
