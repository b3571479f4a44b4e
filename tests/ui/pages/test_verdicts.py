"""What was said of pairs: told, taken back, and what contradicts it."""

import pytest
from PySide6.QtCore import Qt

from app.services.matching.judged import judged_pairs
from app.services.matching.verdicts import Verdict, judge_people
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.services.review.counts import open_counts
from app.ui.review.verdict_card import VERDICTS
from app.ui.tr import of, tr
from app.ui.widgets.state_badge import StateBadge
from tests.ui.pages.test_conflicts import texts

NAMES = ("نعمة عبدالنبي خلف", "نعمه عبد النبى خلف", "نعمة خلف")


@pytest.fixture
def widows(store):
    """The same widow three times, each alone in her household."""
    return [
        register_household(
            store,
            NewHousehold("EG260101", (NewMember(name=name, relationship="head"),), Consent()),
        ).person_ids[0]
        for name in NAMES
    ]


@pytest.fixture
def judged(store, widows):
    """The first two judged one person."""
    judge_people(store, [(widows[0], widows[1])], Verdict.SAME, "جارتها أكدت")


@pytest.fixture
def contradicting(store, widows):
    """Two pairs that make all three one, and the third pair judged two people."""
    one, two, three = widows
    judge_people(store, [(one, two), (two, three)], Verdict.SAME)
    judge_people(store, [(one, three)], Verdict.DIFFERENT)


@pytest.fixture
def part(open_page):
    return open_page("review", "verdicts").parts.part


def test_without_verdicts_the_tab_teaches(part):
    assert tr("Verdicts", "No verdicts yet") in texts(part)


def test_a_verdict_tells_who_said_it_of_whom_and_why(judged, part):
    said = texts(part.card)
    assert all(name in said for name in NAMES[:2])
    assert of(VERDICTS["person", Verdict.SAME]) in said
    assert "منى" in said
    assert "جارتها أكدت" in said
    assert not part.card.joins


def test_a_verdict_is_taken_back_and_that_too(judged, part, store, keys):
    part.card.begin()
    keys(part, Qt.Key.Key_F5)
    assert judged_pairs(store).total == 0
    assert part.model.rowCount() == 0
    keys(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    (again,) = judged_pairs(store).verdicts
    assert (again.said.verdict, again.said.note) == (Verdict.SAME, "جارتها أكدت")


def test_the_families_of_one_person_are_joined_afterwards(judged, part, store, keys):
    assert part.card.families.isVisibleTo(part.card)
    part.card.begin()
    keys(part, Qt.Key.Key_F8)
    assert [one.said.kind for one in part.model.rows] == ["household", "person"]
    assert not any(one.apart for one in part.model.rows)
    keys(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one.said.kind for one in part.model.rows] == ["person"]


def test_a_contradiction_stands_first_and_is_counted(contradicting, part, view, store):
    assert open_counts(store).contradictions == 1
    # The pairs themselves were never compared: nothing else waits.
    assert view.badge("review") == view.context.words.number(1)
    assert [bool(one.against) for one in part.model.rows] == [True, False, False]
    assert tr("Verdicts", "contradicts others") in part.model.index(0, 2).data()
    assert [one.accessibleName() for one in part.card.findChildren(StateBadge)] == [
        tr("Verdicts", "contradicts others")
    ]
    assert len(part.card.joins) == 2


def test_a_contradiction_ends_when_a_verdict_that_joins_them_is_taken_back(
    contradicting, part, store
):
    part.card.joins[0].click()
    assert open_counts(store).contradictions == 0
    assert judged_pairs(store).total == 2
    part.undo()
    assert open_counts(store).contradictions == 1


def test_a_contradiction_ends_when_it_is_taken_back_itself(contradicting, part, store, keys):
    part.card.begin()
    keys(part, Qt.Key.Key_F5)
    assert open_counts(store).contradictions == 0
    assert {one.said.verdict for one in judged_pairs(store).verdicts} == {Verdict.SAME}
