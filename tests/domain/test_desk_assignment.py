"""Which desk serves a household."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.desk_assignment import (
    Comer,
    Duty,
    first_letter,
    letters_in,
    letters_text,
    serving,
    shares,
)

FIRST_DAY, BEFORE = "2025-11-22", "2025-11-21"
LETTERS = st.frozensets(st.sampled_from("اأبتعم"), max_size=3)
PLACES = st.frozensets(st.sampled_from(["v", "w", "district"]), max_size=2)
NUMBERS = st.sampled_from(["", "1", "12", "٢٠", "347-00012", "347-00100", "x"])
DUTIES = st.builds(
    Duty,
    desk_id=st.uuids().map(str),
    name=st.sampled_from(["1", "2", "3"]),
    villages=PLACES,
    letters=LETTERS,
    number_from=NUMBERS,
    number_to=NUMBERS,
    walk_ins=st.booleans(),
)
COMERS = st.builds(
    Comer,
    places=PLACES,
    number=NUMBERS,
    head_name=st.sampled_from(["", "أحمد علي", "احمد", "عبد الله", "بدوي"]),
    registered_on=st.sampled_from([None, BEFORE, FIRST_DAY]),
)


def names(duties: list[Duty], comer: Comer) -> list[str]:
    return [duty.name for duty in serving(duties, comer, FIRST_DAY)]


def comer(*places: str, number: str = "1", head: str = "أحمد علي", new: bool = False) -> Comer:
    return Comer(frozenset(places), number, head, FIRST_DAY if new else BEFORE)


def test_a_desk_that_is_given_nothing_serves_everybody() -> None:
    assert names([Duty("a", "1"), Duty("b", "2")], comer("v")) == ["1", "2"]
    assert names([Duty("a", "1"), Duty("b", "2")], comer(new=True)) == ["1", "2"]


def test_villages_and_what_they_lie_in() -> None:
    desks = [Duty("a", "1", villages=frozenset({"v"})), Duty("b", "2", frozenset({"district"}))]
    assert names(desks, comer("v")) == ["1"]
    assert names(desks, comer("w", "district")) == ["2"]
    assert names(desks, comer("far")) == []


@pytest.mark.parametrize("typed", ["أ", "ا", "آ", "إ"])
def test_first_letters_are_folded(typed: str) -> None:
    desks = [Duty("a", "1", letters=frozenset({typed}))]
    assert names(desks, comer(head="أحمد علي")) == ["1"]
    assert names(desks, comer(head="إبراهيم")) == ["1"]
    assert names(desks, comer(head="بدوي")) == []
    assert names(desks, comer(head="")) == []


@pytest.mark.parametrize(
    ("number", "inside"),
    [("1", False), ("10", True), ("٢٠", True), ("21", False), ("347-00012", True), ("", False)],
)
def test_a_range_holds_both_its_ends_and_reads_what_people_say(number: str, *, inside: bool):
    desk = Duty("a", "1", number_from="10", number_to="20")
    assert bool(names([desk], comer(number=number))) is inside


def test_a_range_may_name_the_whole_number_or_one_end() -> None:
    whole = Duty("a", "1", number_from="347-00010", number_to="347-00020")
    assert names([whole], comer(number="347-00012")) == ["1"]
    assert names([whole], comer(number="348-00012")) == []
    assert names([Duty("a", "1", number_from="100")], comer(number="347-00150")) == ["1"]
    assert names([Duty("a", "1", number_to="100")], comer(number="347-00150")) == []


def test_all_that_is_set_must_fit() -> None:
    desk = Duty("a", "1", frozenset({"v"}), frozenset({"ا"}), number_to="10")
    assert names([desk], comer("v", number="7")) == ["1"]
    assert names([desk], comer("w", number="7")) == []
    assert names([desk], comer("v", number="70")) == []
    assert names([desk], comer("v", number="7", head="بدوي")) == []


def test_who_is_new_or_of_no_desk_goes_to_the_desk_for_walk_ins() -> None:
    desks = [Duty("a", "1", frozenset({"v"})), Duty("b", "2", walk_ins=True)]
    assert names(desks, comer("v")) == ["1"]
    assert names(desks, comer("v", new=True)) == ["2"]
    assert names(desks, comer("w")) == ["2"]


def test_a_desk_for_walk_ins_may_have_households_of_its_own() -> None:
    desks = [Duty("a", "1", frozenset({"v"})), Duty("b", "2", frozenset({"w"}), walk_ins=True)]
    assert names(desks, comer("w")) == ["2"]
    assert names(desks, comer("v")) == ["1"]


def test_a_name_without_letters_has_no_first_letter() -> None:
    assert first_letter(" - ") == ""
    assert first_letter("عبد الله") == "ع"


@given(st.lists(DUTIES, max_size=4), COMERS)
def test_nobody_is_sent_away_for_nothing(duties: list[Duty], comer: Comer) -> None:
    found = serving(duties, comer, FIRST_DAY)
    assert set(found) <= set(duties)
    if any(duty.walk_ins or duty.serves_everybody for duty in duties):
        assert found
    if not any(duty.walk_ins for duty in duties):
        on_file = Comer(comer.places, comer.number, comer.head_name)
        assert found == serving(duties, on_file, FIRST_DAY)


@given(st.lists(DUTIES, max_size=4), COMERS, st.randoms())
def test_the_order_of_desks_does_not_matter(duties: list[Duty], comer: Comer, chance) -> None:
    shuffled = duties[:]
    chance.shuffle(shuffled)
    assert set(serving(duties, comer, FIRST_DAY)) == set(serving(shuffled, comer, FIRST_DAY))


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("", ""),
        ("أ ب", "ا ب"),
        ("أبت", "ا ب ت"),
        ("أ-ت", "ا ب ت"),
        ("ة – ي ، أ", "ا ه و ي"),
        ("ح-أ", "ا ح"),
        ("ئ 7 -", "ي"),
    ],
)
def test_letters_are_typed_one_by_one_or_from_one_to_another(typed: str, letters: str) -> None:
    assert letters_text(letters_in(typed)) == letters
    assert letters_in(letters) == letters_in(typed)


@given(st.lists(DUTIES, max_size=4, unique_by=lambda duty: duty.desk_id), st.lists(COMERS))
def test_every_household_counts_for_its_desks_or_for_none(duties, comers) -> None:
    found = shares(duties, comers, FIRST_DAY)
    served = [serving(duties, comer, FIRST_DAY) for comer in comers]
    assert sum(found.by_desk.values()) == sum(map(len, served))
    assert found.of_none == sum(not desks for desks in served)
    assert set(found.by_desk) == {duty.desk_id for duty in duties}
