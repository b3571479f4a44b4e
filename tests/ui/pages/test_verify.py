"""Receipts verified in the window: by scanner, by number, from a scanned pile."""

import pytest
from PySide6.QtCore import Qt

from app.documents.receipt_pages import Paper
from app.domain.digits import to_arabic_digits
from app.domain.quantity import ONE
from app.domain.receipt_check import ReceiptState
from app.domain.void_reason import VoidReason
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.receipts import receipt_documents, receipt_of
from app.services.void import void_hand_over
from app.ui.paper.verify_view import VerifyView
from app.words.catalog import Words
from tests.support.convoys import BOX, BOX_RULE, small_convoy
from tests.ui.keyboard import type_text


@pytest.fixture
def given(store):
    convoy = small_convoy(store)
    return record_hand_over(store, HandOver(convoy.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))


@pytest.fixture
def code(store, given):
    (document,) = receipt_documents(store, None, Words("ar"))
    return document.codes[0]


@pytest.fixture
def view(given, open_page):
    page = open_page("paper")
    found = page.parts.part
    assert isinstance(found, VerifyView)
    return found


def test_a_scanner_needs_no_enter(qtbot, view, code) -> None:
    assert view.field.hasFocus()
    type_text(view.field, code)
    qtbot.waitUntil(lambda: view.card.isVisible())
    assert view.field.text() == ""
    assert "سعيد" in " ".join(line.text() for line in view.card.lines)


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_a_scanner_may_end_with_enter_or_tab(qtbot, view, code, end) -> None:
    type_text(view.field, to_arabic_digits(code))
    qtbot.keyClick(view.field, end)
    assert view.card.isVisible()
    assert view.field.hasFocus()


def test_tab_still_leaves_a_field_in_which_somebody_types(qtbot, view) -> None:
    type_text(view.field, "123")
    qtbot.keyClick(view.field, Qt.Key.Key_Tab)
    assert not view.field.hasFocus()
    assert view.field.text() == "123"


def test_a_number_is_typed_and_a_void_is_told(qtbot, store, view, given) -> None:
    void_hand_over(store, given.aid_record_id, VoidReason.WRONG_ITEM)
    type_text(view.field, given.short_number)
    qtbot.keyClick(view.field, Qt.Key.Key_Return)
    assert view.card.isVisible()
    assert view.card.answer.text() != ""
    shown = " ".join(line.text() for line in view.card.lines if not line.isHidden())
    assert "صنف" in shown or "item" in shown


def test_what_is_no_receipt_is_said_in_place(qtbot, view) -> None:
    type_text(view.field, "9" * 60)
    qtbot.keyClick(view.field, Qt.Key.Key_Return)
    assert view.message.text != ""
    assert not view.card.isVisible()
    assert view.field.hasFocus()


def test_a_scanned_pile_is_listed(store, view, given, tmp_path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(receipt_of(store, given.aid_record_id, Paper.A5, Words("ar")))
    view.open_paths([path])
    (row,) = view.model.rows
    assert row.state is ReceiptState.MERGED
    assert view.recover.isHidden()


def test_a_file_that_cannot_be_read_is_said_in_place(view, tmp_path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("سعيد", encoding="utf-8")
    view.open_paths([path])
    assert "notes.txt" in view.message.text
