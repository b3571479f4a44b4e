import pytest
from PySide6.QtCore import Qt
from sqlmodel import select

from app.db.tables import AidRecord
from app.domain.void_reason import VoidReason
from app.services.review.double_aid import Finding, double_aid_cases
from app.ui.tr import tr
from tests.ui.keyboard import type_text
from tests.ui.pages.test_conflicts import texts
from tests.ui.review_cases import given_twice


@pytest.fixture
def part(fleet, open_page):
    given_twice(fleet)
    return open_page("review", "double_aid").parts.part


def decided(store):
    return [case.decision for case in double_aid_cases(store, decided=True).cases]


def test_both_hand_overs_stand_side_by_side(part, fleet):
    assert part.model.rowCount() == 1
    said = texts(part.card)
    for known in ("مكتب 2", "مكتب 3", "سعيد أحمد عبدالحميد", "إيد واحدة"):
        assert known in said
    assert len(part.card.voids) == 2


def test_a_finding_is_decided_with_a_note_and_taken_back_in_place(part, store, keys):
    part.card.note.setFocus()
    type_text(part.card.note, "الابن استلم أيضًا")
    keys(part, Qt.Key.Key_F5)
    (decision,) = decided(store)
    assert (decision.finding, decision.note) == (Finding.MISTAKE, "الابن استلم أيضًا")
    assert part.model.rowCount() == 0
    assert part.message.text
    keys(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert decided(store) == []
    assert part.model.rowCount() == 1


@pytest.mark.parametrize(
    ("key", "finding"),
    [
        (Qt.Key.Key_F6, Finding.ALLOWED),
        (Qt.Key.Key_F7, Finding.MISUSE),
        (Qt.Key.Key_F8, Finding.ANOTHER_PERSON),
    ],
)
def test_every_finding_has_its_key(part, store, keys, key, finding):
    keys(part, Qt.Key.Key_Return)
    assert part.card.findings[Finding.MISTAKE].hasFocus()
    keys(part, key)
    assert [one.finding for one in decided(store)] == [finding]


def test_one_of_them_is_voided_from_here_and_the_case_is_over(part, store, fleet):
    part.card.voids[1].click()
    assert part.message.text
    assert part.model.rowCount() == 1
    part.card.reason.choose(VoidReason.RECORDED_TWICE)
    part.card.voids[1].click()
    assert part.model.rowCount() == 0
    with store.read() as session:
        records = session.exec(select(AidRecord)).all()
    assert sorted(record.voided for record in records) == [False, True]


def test_what_was_decided_can_be_looked_at_and_taken_back_later(part, store, keys):
    keys(part, Qt.Key.Key_F6)
    part.decided.click()
    assert part.model.rowCount() == 1
    assert tr("Review", "It was allowed") in texts(part.card)
    part.card._take_back.click()
    assert decided(store) == []
    part.decided.click()
    assert part.model.rowCount() == 1
