"""Slips printed and typed in: the real window, the real store, the keyboard only."""

from datetime import date, time

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlmodel import select

from app.db.tables import AidRecord
from app.documents.scanning import codes_in
from app.domain.override import OverrideReason
from app.domain.quantity import ONE, Quantity
from app.domain.slip_code import SlipCode, printed_number, read_slip, write_slip
from app.services.hand_over import GivenLine
from app.services.paper.entry import PaperHandOver, record_paper
from app.services.paper.slips import number_slips
from app.ui.paper.entry_view import EntryView
from app.ui.paper.slips_view import SlipsView
from tests.support.convoys import BOX, BOX_RULE, small_convoy
from tests.ui.keyboard import type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def convoy(store):
    return small_convoy(store)


@pytest.fixture
def entry(convoy, open_page) -> EntryView:
    page = open_page("paper", "entry")
    assert isinstance(page.parts.part, EntryView)
    return page.parts.part


@pytest.fixture
def type_here():
    def typed(text):
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert focused is not None
        type_text(focused, text)

    return typed


@pytest.fixture
def family_shown(qtbot, keys, entry, type_here):
    """A slip typed up to its family, by Enter from field to field."""

    def shown(number, when="0930"):
        assert entry.head.slip.hasFocus()
        type_here(number)
        keys(entry, Qt.Key.Key_Return)
        assert entry.head.time.hasFocus()
        type_here(when)
        keys(entry, Qt.Key.Key_Return)
        assert entry.finder.search.hasFocus()
        type_here("سعيد")
        qtbot.waitUntil(lambda: entry.finder.results.count() > 0)
        keys(entry, Qt.Key.Key_Return)
        assert entry.view is not None

    return shown


def records(store):
    with store.read() as session:
        return list(session.exec(select(AidRecord).order_by(AidRecord.id)))


def test_slip_after_slip_by_the_keyboard(store, entry, family_shown, save, keys, type_here) -> None:
    family_shown(printed_number(42))
    keys(entry, Qt.Key.Key_F5)  # the first item was not given
    save(entry)
    (record,) = records(store)
    assert (record.source, record.paper_no) == ("paper", printed_number(42))
    assert (len(record.lines), record.lines[0]["item"]) == (1, BOX)
    assert entry.head.slip.hasFocus()
    assert (entry.view, entry.head.slip.text(), entry.head.time.text()) == (None, "", "")

    family_shown(printed_number(43), "11:15")
    box = next(row for row in entry.view.rows if row.found.item.id == BOX)
    box.tick.setChecked(True)
    save(entry)  # the box was received: the reason is asked for
    assert len(records(store)) == 1
    box.choose_reason(OverrideReason.SUPERVISOR)
    save(entry)
    assert [one.paper_no for one in records(store)] == [printed_number(42), printed_number(43)]


def test_a_scanned_slip_needs_no_convoy_chosen(store, qtbot, entry, convoy, type_here) -> None:
    type_here(write_slip(SlipCode(convoy.today.convoy_id, 7)))
    qtbot.waitUntil(entry.head.time.hasFocus)
    assert "7" in entry.number.text() or "٧" in entry.number.text()


def test_a_slip_on_file_is_told_with_its_family(store, entry, convoy, keys, type_here) -> None:
    line = GivenLine(BOX, ONE, BOX_RULE)
    day = date(2025, 11, 22)
    command = PaperHandOver(
        convoy.today.convoy_id, 42, convoy.household_id, (line,), day, time(9, 30)
    )
    record_paper(store, command)
    type_here(printed_number(42))
    keys(entry, Qt.Key.Key_Return)
    assert "سعيد" in entry.message.text
    assert entry.head.slip.hasFocus()
    assert not entry.save_button.isEnabled()


def test_a_mistyped_number_is_told_at_once(entry, keys, type_here) -> None:
    wrong = printed_number(42)[:-1] + str((int(printed_number(42)[-1]) + 1) % 10)
    type_here(wrong)
    keys(entry, Qt.Key.Key_Return)
    assert entry.message.text
    assert entry.head.slip.hasFocus()
    assert not entry.finder.search.isEnabled()


def test_a_time_that_is_none_is_asked_again(store, entry, family_shown, save) -> None:
    family_shown(printed_number(42), "9:75")
    save(entry)
    assert not records(store)
    assert entry.head.time.hasFocus()
    assert entry.message.text


def test_a_family_that_is_not_on_file_is_registered_in_place(qtbot, entry, keys, type_here) -> None:
    type_here(printed_number(42))
    keys(entry, Qt.Key.Key_Return)
    keys(entry, Qt.Key.Key_Return)
    type_here("زينب محروس")
    qtbot.waitUntil(lambda: bool(entry.message.text))
    keys(entry, Qt.Key.Key_N, CTRL)
    assert entry.form is not None
    assert entry.form.members[0].name.text() == "زينب محروس"
    keys(entry.form, Qt.Key.Key_Escape)
    assert entry.form is None
    assert entry.finder.search.hasFocus()


def test_the_day_on_the_paper_decides_the_answers(store, entry, convoy, family_shown) -> None:
    family_shown(printed_number(42))
    assert entry.view.card.today.day == "2025-11-22"
    entry.head.day.setText("21/11/2025")
    entry.head.day.textEdited.emit("21/11/2025")
    assert entry.view.card.today.day == "2025-11-21"


def test_what_two_laptops_typed_in_is_shown_until_one_is_voided(store, convoy, open_page) -> None:
    for household in (convoy.household_id, "elsewhere"):
        with store.write() as session:
            session.add(
                AidRecord(
                    id=store.new_id(),
                    convoy_id=convoy.today.convoy_id,
                    household_id=household,
                    lines=({"item": BOX, "quantity": 1000, "ration": 1000, "answer": "no_rule"},),
                    paper_no=printed_number(42),
                    day="2025-11-22",
                    source="paper",
                )
            )
    entry = open_page("paper", "entry").parts.part
    assert entry.slips_in.twice.text
    entry.slips_in.show_twice()
    (_, second) = entry.slips_in.cases.void_buttons
    second.click()
    assert not entry.slips_in.twice.text
    assert not entry.slips_in.cases.void_buttons
    assert sum(one.voided for one in records(store)) == 1


@pytest.fixture
def slips(convoy, open_page) -> SlipsView:
    page = open_page("paper", "slips")
    assert isinstance(page.parts.part, SlipsView)
    return page.parts.part


def test_slips_are_numbered_and_written(store, slips, save, monkeypatch, tmp_path) -> None:
    path = tmp_path / "slips.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    slips.sheets.set_value(Quantity(2 * ONE))
    save(slips)
    numbers = sorted(read_slip(text).slip_no for _, text in codes_in(path))
    assert numbers == list(range(1, 9))
    (row,) = slips.model.rows
    assert row.count == 8
    path.unlink()
    slips.again.click()
    assert path.is_file()
    assert len(slips.model.rows) == 1
    assert slips.message.text


def test_slips_that_lack_are_named(store, convoy, open_page) -> None:
    number_slips(store, convoy.today.convoy_id, 1)
    line = GivenLine(BOX, ONE, BOX_RULE)
    day = date(2025, 11, 22)
    record_paper(store, PaperHandOver(convoy.today.convoy_id, 2, convoy.household_id, (line,), day))
    view = open_page("paper", "slips").parts.part
    assert view.missing.text().count("-") >= 3


def test_a_folder_that_cannot_be_written_is_told(slips, save, monkeypatch, tmp_path) -> None:
    path = tmp_path / "missing" / "slips.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    save(slips)
    assert slips.message.text


def test_a_list_to_tick_is_written_for_the_convoy(slips, monkeypatch, tmp_path) -> None:
    path = tmp_path / "list.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    slips.tick_list.click()
    assert len(pypdfium2.PdfDocument(path)) == 1
    assert "list.pdf" in slips.message.text
