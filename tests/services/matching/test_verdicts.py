"""Likely pairs are judged, undone and never asked about again while nothing changed."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.db.store import Store
from app.db.tables import Person, likely_pair, same_household, same_person
from app.errors import CaseSettled
from app.services.matching.judged import Judged, judged_pairs
from app.services.matching.likely_pairs import Found, find_all, find_new
from app.services.matching.pairs_file import write_pairs
from app.services.matching.undecided import undecided_count
from app.services.matching.verdicts import (
    Verdict,
    judge_households,
    judge_people,
    judge_sure,
    sorted_pair,
    take_back_households,
    take_back_people,
    undo_households,
    undo_people,
)
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.services.review.counts import open_counts

VILLAGE = "EG260101"
WIDOW = NewMember(
    name="نعمة عبدالنبي خلف",
    sex="f",
    birth_date="1970-01-01",
    birth_precision="year",
    document_type="national_id",
    document_no="27003122600124",
    phone="01012345678",
    relationship="head",
)
AGAIN = replace(WIDOW, name="نعمه عبد النبى خلف", document_no="27003122600142")
STRANGER = replace(WIDOW, name="كريمة رمضان عوض", document_no="28504032700188", phone="")


def register(store: Store, *members: NewMember) -> tuple[str, ...]:
    family = NewHousehold(village_id=VILLAGE, members=members, consent=Consent())
    return register_household(store, family).person_ids


@pytest.fixture
def pair(store: Store) -> tuple[str, str]:
    one, other, _ = (register(store, member)[0] for member in (WIDOW, AGAIN, STRANGER))
    return (one, other) if one < other else (other, one)


def undecided(store: Store) -> int:
    with store.read() as session:
        return undecided_count(session.connection())


def canonical(store: Store) -> dict[str, str]:
    with store.read() as session:
        rows = session.connection().execute(select(same_person)).all()
    return {row.person_id: row.canonical_id for row in rows}


def test_one_widow_written_down_twice_is_found(store: Store, pair: tuple[str, str]) -> None:
    assert find_all(store) == Found(sure=1, review=0)
    with store.read() as session:
        row = session.connection().execute(select(likely_pair)).one()
    assert (row.person_a, row.person_b) == pair
    assert row.degrees == "equal two very_rare year phone_and_place one_slip equal"


def test_new_people_are_compared_with_all_others(store: Store) -> None:
    register(store, WIDOW)
    find_all(store)
    for number in range(12):
        register(store, replace(STRANGER, name=f"كريمة رمضان عوض {number}"))
    find_all(store)
    before = find_new(store)
    (late,) = register(store, AGAIN)
    found = find_new(store)
    assert found.sure == before.sure + 1
    with store.write() as session:
        session.get_one(Person, late).name = "هدى السيد علي"
        session.get_one(Person, late).document_no = ""
    assert find_new(store) == before


def test_two_judged_one_are_joined_and_not_asked_about(store: Store, pair: tuple[str, str]) -> None:
    find_all(store)
    assert undecided(store) == 1
    before = judge_people(store, [pair], Verdict.SAME)
    assert undecided(store) == 0
    assert canonical(store) == dict.fromkeys(pair, min(pair))
    undo_people(store, before)
    assert canonical(store) == {}
    assert undecided(store) == 1
    judge_people(store, [pair[::-1]], Verdict.DIFFERENT, "cousins")
    assert (canonical(store), undecided(store)) == ({}, 0)


def test_a_judged_pair_is_asked_about_again_when_the_people_changed(
    store: Store, pair: tuple[str, str]
) -> None:
    find_all(store)
    judge_people(store, [pair], Verdict.DIFFERENT)
    with store.write() as session:
        session.get_one(Person, pair[1]).notes = "a note"
    find_new(store)
    assert undecided(store) == 0
    with store.write() as session:
        session.get_one(Person, pair[1]).document_no = WIDOW.document_no
        session.get_one(Person, pair[0]).document_no = WIDOW.document_no
    find_new(store)
    assert undecided(store) == 1


def test_later_stays_to_be_asked(store: Store, pair: tuple[str, str]) -> None:
    find_all(store)
    judge_people(store, [pair], Verdict.LATER)
    assert (canonical(store), undecided(store)) == ({}, 1)


def test_many_are_judged_above_a_certainty(store: Store, pair: tuple[str, str]) -> None:
    find_all(store)
    assert judge_sure(store, Verdict.SAME, 100_000) == ()
    before = judge_sure(store, Verdict.SAME)
    assert [(one.one, one.other) for one in before] == [pair]
    undo_people(store, before)
    assert undecided(store) == 1


def contradicting(store: Store) -> list[Judged]:
    return [one for one in judged_pairs(store).verdicts if one.against]


def test_different_among_people_joined_by_others_is_a_case(store: Store) -> None:
    one, two, three = (register(store, WIDOW)[0] for _ in range(3))
    judge_people(store, [(one, two), (two, three)], Verdict.SAME)
    assert not contradicting(store)
    judge_people(store, [(one, three)], Verdict.DIFFERENT)
    (case,) = contradicting(store)
    assert open_counts(store).contradictions == 1
    assert judged_pairs(store).verdicts[0] == case
    assert case.said.key == ("person", *sorted((one, three)))
    joins = {(join.one.record_id, join.other.record_id) for join in case.against}
    assert joins == {sorted_pair(one, two), sorted_pair(two, three)}
    before = take_back_people(store, two, three)
    assert not contradicting(store)
    undo_people(store, [before])
    assert [one.said for one in contradicting(store)] == [case.said]
    take_back_people(store, one, three)
    assert (contradicting(store), open_counts(store).contradictions) == ([], 0)


def test_every_verdict_that_stands_is_told_and_can_be_taken_back(
    store: Store, pair: tuple[str, str]
) -> None:
    judge_people(store, [pair], Verdict.LATER)
    assert judged_pairs(store).total == 0
    judge_people(store, [pair], Verdict.SAME, "her neighbour says so")
    (judged,) = judged_pairs(store).verdicts
    assert (judged.said.verdict, judged.said.by) == (Verdict.SAME, "منى")
    assert judged.said.note == "her neighbour says so"
    assert {judged.said.one.named.name_ar, judged.said.other.named.name_ar} == {
        WIDOW.name,
        AGAIN.name,
    }
    take_back_people(store, *pair)
    assert (judged_pairs(store).total, canonical(store)) == (0, {})
    with pytest.raises(CaseSettled):
        take_back_people(store, *pair)


def test_families_of_one_person_are_told_while_nobody_has_judged_them(
    store: Store, pair: tuple[str, str]
) -> None:
    judge_people(store, [pair], Verdict.SAME)
    (judged,) = judged_pairs(store).verdicts
    assert judged.apart is not None
    judge_households(store, *judged.apart, Verdict.DIFFERENT)
    assert {one.apart for one in judged_pairs(store).verdicts} == {None}
    before = take_back_households(store, *judged.apart)
    assert judged_pairs(store).verdicts == (judged,)
    undo_households(store, before)
    judge_households(store, *judged.apart, Verdict.SAME)
    assert {one.apart for one in judged_pairs(store).verdicts} == {None}
    take_back_households(store, *judged.apart)
    with pytest.raises(CaseSettled):
        take_back_households(store, *judged.apart)


def test_verdicts_are_told_a_page_at_a_time(store: Store, pair: tuple[str, str]) -> None:
    judge_people(store, [pair], Verdict.SAME)
    (judged,) = judged_pairs(store).verdicts
    assert judged.apart is not None
    judge_households(store, *judged.apart, Verdict.SAME)
    pages = [judged_pairs(store, start=at, count=1) for at in range(3)]
    assert [one.total for one in pages] == [2, 2, 2]
    assert [len(one.verdicts) for one in pages] == [1, 1, 0]
    kinds = {verdict.said.kind for one in pages for verdict in one.verdicts}
    assert kinds == {"household", "person"}


def test_households_are_joined_by_their_own_verdict_only(store: Store) -> None:
    family = NewHousehold(village_id=VILLAGE, members=(WIDOW,), consent=Consent())
    one, other = register_household(store, family), register_household(store, family)
    judge_people(store, [(*one.person_ids, *other.person_ids)], Verdict.SAME)

    def joined() -> int:
        with store.read() as session:
            return len(session.connection().execute(select(same_household)).all())

    assert joined() == 0
    before = judge_households(store, other.household_id, one.household_id, Verdict.SAME)
    assert joined() == 2
    undo_households(store, before)
    assert joined() == 0


def test_the_file_holds_what_is_undecided_and_is_always_the_same(
    store: Store, pair: tuple[str, str], tmp_path: Path
) -> None:
    find_all(store)
    written = write_pairs(store, tmp_path / "pairs.csv")
    assert written.pairs == 1
    with written.path.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["person_a"], row["person_b"], row["band"]) == (*pair, "sure")
    assert row["reasons"].split(" ")[0] == "own_name:equal"
    find_all(store)
    assert write_pairs(store, tmp_path / "again.csv").digest == written.digest
    judge_people(store, [pair], Verdict.SAME)
    assert write_pairs(store, tmp_path / "none.csv").pairs == 0
