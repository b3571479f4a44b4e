from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.quantity import ONE
from app.domain.void_reason import VoidReason
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.print_queue import waiting_jobs
from app.services.receipt_list import ReceiptState, receipt_rows
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.services.stock import stock_of
from tests.support.convoys import BOX, BOX_RULE, VILLAGE, small_convoy
from tests.ui.keyboard import type_text

NAMES = ("أحمد عبد الحميد", "فاطمة محمود", "إبراهيم أحمد")


@pytest.fixture
def settings(settings, tmp_path):
    """Receipts are kept as files."""
    return replace(settings, printer="pdf", receipts_folder=str(tmp_path / "receipts"))


@pytest.fixture
def given(store):
    """Three hand-overs, the first never to be printed, the others waiting."""
    small_convoy(store)
    done = []
    for name, paper in zip(NAMES, ("", "a5", "a5"), strict=True):
        family = register_household(
            store, NewHousehold(VILLAGE, (NewMember(name, "head"),), Consent())
        )
        lines = (GivenLine(BOX, ONE, BOX_RULE),)
        done.append(record_hand_over(store, HandOver(family.household_id, lines, paper=paper)))
    return done


@pytest.fixture
def page(given, open_page):
    return open_page("receipts")


def heads(page):
    return [page.model.row_at(at).head for at in range(page.model.rowCount())]


def choose(page, given, which):
    row = page.model.row_of(given[which].aid_record_id)
    page.table.setCurrentIndex(page.model.index(row, 0))


def files(settings):
    from pathlib import Path

    return sorted(path.stem for path in Path(settings.receipts_folder).glob("*.pdf"))


def state(store, given, which):
    (row,) = receipt_rows(store, [given[which].aid_record_id])
    return row.state


def test_an_empty_page_teaches(open_page):
    page = open_page("receipts")
    assert page._states.currentIndex() == 1


def test_the_latest_stands_first_and_the_search_is_ready(page):
    assert heads(page) == list(reversed(NAMES))
    assert page.filters.search.hasFocus()


def test_typing_narrows_the_list_and_f2_comes_back_to_it(page, keys):
    type_text(page.filters.search, "احمد")
    keys(page, Qt.Key.Key_Return)
    assert heads(page) == [NAMES[2], NAMES[0]]
    page.table.setFocus()
    keys(page, Qt.Key.Key_F2)
    assert page.filters.search.hasFocus()
    page.filters.search.clear()
    keys(page, Qt.Key.Key_Return)
    assert len(heads(page)) == 3


def test_typing_is_answered_after_a_pause_too(page, qtbot):
    type_text(page.filters.search, "فاط")
    qtbot.waitUntil(lambda: heads(page) == [NAMES[1]])


def test_what_finds_nothing_leaves_the_filters_in_reach(page, keys):
    type_text(page.filters.search, "قققق")
    keys(page, Qt.Key.Key_Return)
    assert heads(page) == []
    assert page.filters.isVisible()
    assert not page.print.isEnabled()
    assert not page.void.isVisible()


def test_convoy_day_and_state_narrow_the_list(page, given, store):
    for choice in ("convoy", "day"):
        chosen = getattr(page.filters, choice)
        chosen.setCurrentIndex(1)
        chosen.chosen.emit(chosen.value)
        assert len(heads(page)) == 3
    states = list(page.filters.state._values)
    page.filters.state.setCurrentIndex(states.index(ReceiptState.WAITING.value))
    page.filters.state.chosen.emit(page.filters.state.value)
    assert heads(page) == [NAMES[2], NAMES[1]]


def test_titles_sort(page):
    page.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert heads(page) == [NAMES[2], NAMES[0], NAMES[1]]
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert heads(page) == list(NAMES)


def test_ctrl_enter_prints_what_waits_and_prints_it_again(page, given, store, save, settings, view):
    choose(page, given, 1)
    assert state(store, given, 1) is ReceiptState.WAITING
    save(page)
    assert files(settings) == [given[1].short_number]
    assert state(store, given, 1) is ReceiptState.PRINTED
    assert [job.aid_record_id for job in waiting_jobs(store)] == [given[2].aid_record_id]
    assert view._buttons["receipts"].badge == page.context.words.number(1)
    save(page)
    assert state(store, given, 1) is ReceiptState.PRINTED


def test_a_receipt_that_was_never_asked_for_can_be_printed(page, given, store, save, settings):
    choose(page, given, 0)
    save(page)
    assert files(settings) == [given[0].short_number]
    assert state(store, given, 0) is ReceiptState.PRINTED


def test_all_that_waits_is_printed_at_once(page, given, store, settings):
    assert page.waiting.text
    page.waiting._action.click()
    assert files(settings) == sorted(one.short_number for one in given[1:])
    assert waiting_jobs(store) == ()
    assert not page.waiting.text


def test_a_missing_printer_is_said_and_the_receipt_still_waits(given, live, store, qtbot, tasks):
    from app.ui.pages.receipts import ReceiptsPage

    context = replace(live, settings=replace(live.settings, printer="no such printer"))
    page = ReceiptsPage(context)
    qtbot.addWidget(page)
    choose(page, given, 2)
    page._on_print()
    assert page.message.text
    assert state(store, given, 2) is ReceiptState.WAITING


def test_what_needs_no_paper_waits_no_more(page, given, store, qtbot):
    choose(page, given, 2)
    assert page.no_paper.isVisible()
    qtbot.mouseClick(page.no_paper, Qt.MouseButton.LeftButton)
    assert state(store, given, 2) is ReceiptState.NOT_PRINTED
    assert not page.no_paper.isVisible()


def test_a_hand_over_is_voided_with_a_reason_and_the_stock_has_it_back(
    page, given, store, qtbot, keys
):
    choose(page, given, 0)
    assert not page.void.isEnabled()
    page.reason.setFocus()
    keys(page, Qt.Key.Key_Down)
    qtbot.mouseClick(page.void, Qt.MouseButton.LeftButton)
    (row,) = receipt_rows(store, [given[0].aid_record_id])
    assert (row.state, row.void_reason) == (ReceiptState.VOIDED, VoidReason.WRONG_HOUSEHOLD)
    with store.read() as session:
        from app.db.tables import AidRecord

        convoy_id = session.get(AidRecord, given[0].aid_record_id).convoy_id
    assert stock_of(store, convoy_id)[0].convoy.given == 2 * ONE
    assert not page.void.isVisible()
    shown = page.model.index(page.table.currentIndex().row(), 5)
    assert shown.data(Qt.ItemDataRole.DecorationRole) is not None
    assert page.model.index(shown.row(), 1).data(Qt.ItemDataRole.FontRole).strikeOut()


def test_enter_on_a_row_opens_its_household(page, given, view, keys):
    choose(page, given, 1)
    page.table.setFocus()
    household = page._current.household_id
    keys(page, Qt.Key.Key_Return)
    assert view.current == "people"
    assert view._pages["people"].arguments == [household]


def test_the_page_opens_at_the_text_it_is_asked_for(page, open_page, given):
    open_page("receipts", given[1].short_number)
    assert heads(page) == [NAMES[1]]


def test_the_list_as_it_is_filtered_becomes_one_file(page, store, keys, monkeypatch, tmp_path):
    path = tmp_path / "all.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    type_text(page.filters.search, "احمد")
    keys(page, Qt.Key.Key_Return)
    page.as_file.click()
    assert len(pypdfium2.PdfDocument(path)) == 2
    assert waiting_jobs(store) != ()  # the third was not in the list


def test_several_rows_are_printed_together(page, given, store, save, settings):
    page.table.selectAll()
    assert page.void.isHidden()
    save(page)
    assert len(files(settings)) == 3
    assert waiting_jobs(store) == ()


def test_several_rows_become_one_file(page, monkeypatch, tmp_path, qtbot):
    path = tmp_path / "two.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    page.table.setCurrentIndex(page.model.index(0, 0))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page._chosen_ids) == 2
    page.as_file.click()
    assert len(pypdfium2.PdfDocument(path)) == 2


def test_a_convoy_offers_its_villages(page):
    page.filters.convoy.setCurrentIndex(1)
    page.filters.convoy.chosen.emit(page.filters.convoy.value)
    assert page.filters.village.count() == 2
    page.filters.village.setCurrentIndex(1)
    page.filters.village.chosen.emit(page.filters.village.value)
    assert len(heads(page)) == 3
    assert page.filters.campaign.count() == 2
