"""Several desks in the window: notes over one stick, another desk's family, the desk's end."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from sqlmodel import select

from app.db.store import Store
from app.db.tables import AidRecord, Desk, DeskClosing
from app.domain.entitlement import State
from app.domain.quantity import ONE
from app.services.day import choose_day
from app.services.desks.neighbours import exchange_notes
from app.services.desks.stick import remember_stick, stick_folder
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.parked import park_case
from app.ui.bus import Bus
from app.ui.context import UiContext
from app.ui.desk.closing_view import DeskClosingView
from app.ui.main_window import MainView
from app.ui.page import PageSpec
from app.ui.pages.desk import DeskPage
from app.ui.printing import AS_PDF
from app.ui.settings_file import Settings
from app.words.catalog import marked
from tests.support.convoys import BOX, BOX_RULE, VILLAGE
from tests.support.laptops import Fleet, give_box
from tests.ui.keyboard import type_text

DAY = date(2025, 11, 22)


@pytest.fixture
def settings(qapp, tmp_path):
    """Slips are kept as PDFs."""
    chosen = Settings(language="en", printer=AS_PDF, receipts_folder=str(tmp_path / "kept"))
    qapp.apply(chosen)
    return chosen


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


@pytest.fixture
def laptops(fleet: Fleet):
    """Two desks of one convoy, both on its day."""
    made = [fleet.laptop(name) for name in ("مكتب 1", "مكتب 2")]
    for one in made:
        choose_day(one, fleet.convoy.today.convoy_id, DAY)
    return made


@pytest.fixture
def open_desk(settings, tasks, qtbot):
    def opened(store: Store) -> DeskPage:
        bus = Bus()
        store.on_commit(bus.changed.emit)
        context = UiContext(store, settings.words(), tasks, bus, settings)
        view = MainView(
            context, (PageSpec("desk", marked("Navigation", "Desk"), "desk", DeskPage),), "Qafila"
        )
        qtbot.addWidget(view)
        view.resize(1366, 768)
        view.open_page("desk")
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        page = view.findChild(DeskPage)
        assert page is not None
        return page

    return opened


def choosing(monkeypatch: pytest.MonkeyPatch, folder: Path | str) -> list[str]:
    """Whoever is asked for a folder chooses this one."""
    asked: list[str] = []

    def choose(_parent: object, title: str) -> str:
        asked.append(title)
        return str(folder)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    return asked


def texts(widget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_one_key_exchanges_notes_and_the_stick_is_remembered(
    fleet, laptops, open_desk, qtbot, stick, monkeypatch
) -> None:
    first, second = laptops
    give_box(first, fleet.convoy.household_id)
    exchange_notes(first, stick)
    page = open_desk(second)
    page._open_household(fleet.convoy.household_id)
    row = next(one for one in page.view.rows if one.found.item.id == BOX)
    assert row.found.answer.state is State.MAY_RECEIVE
    asked = choosing(monkeypatch, stick)
    qtbot.keyClick(page.search, Qt.Key.Key_F12)
    assert "1 note of another desk read, 1 new line" in page.message.text
    assert "STICK" in page.message.text
    assert len(asked) == 1
    assert stick_folder(second) == stick
    row = next(one for one in page.view.rows if one.found.item.id == BOX)
    assert row.found.answer.state is State.ALREADY_RECEIVED
    assert "at desk" in texts(page)
    assert "مكتب 1" in texts(page)
    qtbot.keyClick(page.search, Qt.Key.Key_F12)
    assert "1 note of another desk read, 0 new lines" in page.message.text
    assert len(asked) == 1, "one key is enough from the second time on"
    assert len(list(stick.glob("served-*.qafila"))) == 2


def test_a_stick_that_is_gone_is_asked_for_and_nobody_has_to_choose(
    laptops, open_desk, qtbot, stick, monkeypatch
) -> None:
    first, _ = laptops
    remember_stick(first, stick)
    page = open_desk(first)
    stick.rmdir()
    asked = choosing(monkeypatch, "")
    qtbot.keyClick(page.search, Qt.Key.Key_F12)
    assert len(asked) == 1
    assert page.message.text == ""


def test_a_broken_note_is_named_and_the_others_are_read(
    fleet, laptops, open_desk, qtbot, stick
) -> None:
    first, second = laptops
    give_box(first, fleet.convoy.household_id)
    exchange_notes(first, stick)
    (stick / "served-broken.qafila").write_bytes(b"x")
    remember_stick(second, stick)
    page = open_desk(second)
    qtbot.keyClick(page.search, Qt.Key.Key_F12)
    assert "1 new line" in page.message.text
    assert "served-broken.qafila" in page.message.text


def test_a_convoy_of_one_desk_offers_no_exchange(store, fleet, open_desk) -> None:
    page = open_desk(store)
    assert not page.serving.exchange_button.isVisible()
    with store.write() as session:
        session.add(Desk(id="second", convoy_id=fleet.convoy.today.convoy_id, name="2"))
    assert page.serving.exchange_button.isVisible()


def test_another_desks_family_is_served_with_a_reason(store, fleet, open_desk, qtbot) -> None:
    with store.write() as session:
        convoy = fleet.convoy.today.convoy_id
        villages = frozenset({VILLAGE})
        session.add(Desk(id="second", convoy_id=convoy, name="7", villages=villages))
        session.get(Desk, fleet.convoy.today.desk_id).walk_ins = True
    page = open_desk(store)
    page._open_household(fleet.convoy.household_id)
    assert texts(page.view).count("Desk \u20687\u2069 serves this family") >= 2
    assert "needs a supervisor" in texts(page.view)
    page.view.rows[0].tick.setChecked(True)
    qtbot.keyClick(page.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Choose why" in page.message.text


@pytest.fixture
def closing(store, fleet, open_desk, qtbot):
    """The closing of a desk of 99 boxes and 100 blankets, one receipt of which waits to print."""
    line = GivenLine(BOX, ONE, BOX_RULE)
    record_hand_over(store, HandOver(fleet.convoy.household_id, (line,), paper="a5"))
    park_case(store, household_id=fleet.convoy.household_id)
    page = open_desk(store)
    qtbot.keyClick(page.search, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    return page.findChild(DeskClosingView)


def page_of(widget) -> DeskPage:
    while not isinstance(widget, DeskPage):
        widget = widget.parentWidget()
    return widget


def press(qtbot, widget, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(widget.window().focusWidget() or widget, key, modifiers)


def save(qtbot, widget) -> None:
    press(qtbot, widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_desk_is_counted_signed_and_handed_over_by_keyboard(
    store, closing, qtbot, stick, tmp_path
) -> None:
    remember_stick(store, stick)
    assert "1 parked case still waits" in closing.message.text
    assert "1 receipt was not printed" in closing.message.text
    assert closing.table.rows[0].count.hasFocus()
    for typed in ("98", "100", "Hoda Said", "Ahmed Ali"):
        type_text(closing.window().focusWidget(), typed)
        press(qtbot, closing, Qt.Key.Key_Return)
    save(qtbot, closing)
    assert closing.closed is None
    assert closing.table.rows[0].reason.hasFocus()
    closing.table.rows[0].reason.setCurrentIndex(1)
    save(qtbot, closing)
    assert closing.closed is not None
    (file,) = stick.glob("*.qafila")
    said = texts(closing.closed)
    assert file.name in said
    assert str(stick) in said
    with store.read() as session:
        (row,) = session.exec(select(DeskClosing))
        (record,) = session.exec(select(AidRecord))
    assert (row.closed_by, row.witness, row.hand_overs) == ("Hoda Said", "Ahmed Ali", 1)
    assert row.day == record.day
    (slip,) = (tmp_path / "kept").glob("desk-*.pdf")
    assert slip.name in closing.closed.message.text
    save(qtbot, closing)
    page = page_of(closing)
    assert page.search.hasFocus()
    with store.write() as session:
        session.add(Desk(id="second", convoy_id=row.convoy_id, name="2"))
    press(qtbot, page, Qt.Key.Key_F12)
    assert "STICK" in page.message.text, "the desk works on after its closing"


def test_what_is_missing_is_asked_for_where_it_stands(store, closing, qtbot, stick) -> None:
    remember_stick(store, stick)
    save(qtbot, closing)
    assert closing.closed_by.hasFocus()
    assert "two different people" in closing.message.text
    type_text(closing.closed_by, "Hoda")
    save(qtbot, closing)
    assert closing.witness.hasFocus()
    type_text(closing.witness, "Ahmed")
    save(qtbot, closing)
    assert closing.table.rows[0].count.hasFocus()
    assert list(stick.iterdir()) == []


def test_a_slip_without_a_printer_can_be_kept(
    store, closing, qtbot, stick, tmp_path, monkeypatch
) -> None:
    remember_stick(store, stick)
    context = closing._context
    closing._context = replace(context, settings=replace(context.settings, printer=""))
    for row, typed in zip(closing.table.rows, ("99", "100"), strict=True):
        type_text(row.count, typed)
    closing.closed_by.setText("Hoda")
    closing.witness.setText("Ahmed")
    save(qtbot, closing)
    assert closing.closed is not None
    assert "printer" in closing.closed.message.text
    wanted = tmp_path / "slip.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(wanted), ""))
    closing.closed._choose()
    assert wanted.read_bytes().startswith(b"%PDF")
    assert "slip.pdf" in closing.closed.message.text


def test_escape_goes_back_to_the_desk(closing, qtbot) -> None:
    page = page_of(closing)
    press(qtbot, closing, Qt.Key.Key_Escape)
    assert page.search.hasFocus()
    assert not closing.isVisible()
