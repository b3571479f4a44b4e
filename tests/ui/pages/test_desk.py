"""A volunteer's day at the desk: the real window, the real store, real keys."""

from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from sqlmodel import select

from app.db.store import Store
from app.db.tables import AidRecord, ParkedCase, Person, PrintJob
from app.documents.raster import pages_of
from app.domain.card_code import CardCode, write_card
from app.domain.override import OverrideReason
from app.domain.quantity import ONE, Quantity
from app.domain.slip_code import SlipCode, write_slip
from app.services.cards import CardsWanted, write_cards
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.ui.bus import Bus
from app.ui.context import UiContext
from app.ui.main_window import MainView
from app.ui.page import Page, PageSpec
from app.ui.pages.desk import DeskPage
from app.ui.printing import AS_PDF
from app.ui.settings_file import Settings
from app.words.catalog import Words, marked
from tests.support.convoys import BLANKET, BLANKET_RULE, BOX, BOX_RULE, small_convoy
from tests.ui.keyboard import type_text


@pytest.fixture
def settings(qapp):
    """The desk's behaviour is the same in both languages; Arabic is the one it is used in."""
    qapp.apply(Settings())
    return Settings()


@pytest.fixture
def convoy(store: Store):
    return small_convoy(store)


@pytest.fixture
def open_desk(store, settings, tasks, qtbot, tmp_path):
    """Opens the window on the desk, as often as a test starts the app."""

    def open_window() -> DeskPage:
        chosen = replace(settings, printer=AS_PDF, receipts_folder=str(tmp_path / "receipts"))
        bus = Bus()
        store.on_commit(bus.changed.emit)
        context = UiContext(store, chosen.words(), tasks, bus, chosen)
        specs = (
            PageSpec("desk", marked("Navigation", "Desk"), "desk", DeskPage),
            PageSpec("convoys", marked("Navigation", "Desk"), "convoys", Page),
        )
        view = MainView(context, specs, "Qafila")
        qtbot.addWidget(view)
        view.resize(1366, 768)
        view.open_page("desk")
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        page = view.findChild(DeskPage)
        assert page is not None
        return page

    return open_window


def search(page: DeskPage, qtbot, text: str) -> None:
    type_text(page.search, text)
    qtbot.waitUntil(lambda: page.results.count() > 0)


def records(store: Store) -> list[AidRecord]:
    with store.read() as session:
        return list(session.exec(select(AidRecord).order_by(AidRecord.receipt_no)))


def test_without_a_convoy_the_desk_says_how_to_begin(open_desk, qtbot) -> None:
    page = open_desk()
    wanted = []
    page.context.bus.page_wanted.connect(lambda name, _: wanted.append(name))
    start = next(b for b in page.findChildren(type(page.serving.print_button)) if b.isVisible())
    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert wanted == ["convoys"]


def test_a_known_family_is_served_with_the_keyboard_alone(
    convoy, store, open_desk, qtbot, tmp_path
) -> None:
    page = open_desk()
    search(page, qtbot, "سعيد")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.view is not None
    assert {line.item_id for line in page.view.lines} == {BOX, BLANKET}
    qtbot.keyClick(page.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (record,) = records(store)
    assert record.household_id == convoy.household_id
    assert {line["item"]: line["quantity"] for line in record.lines} == {BOX: 1000, BLANKET: 2000}
    assert page.search.text() == ""
    assert page.view is None
    (receipt,) = (tmp_path / "receipts").iterdir()
    (sheet,) = pages_of(receipt.read_bytes(), 203)
    image = Image.frombytes("L", (sheet.width, sheet.height), sheet.grey, "raw", "L", sheet.stride)
    codes = {found.text for found in zxingcpp.read_barcodes(image)}
    assert len(codes) == 1
    assert codes.pop().isdigit()
    with store.read() as session:
        assert [job.state for job in session.exec(select(PrintJob))] == ["printed"]


def test_the_second_time_the_answer_says_when_and_asks_for_a_reason(
    convoy, store, open_desk, qtbot
) -> None:
    record_hand_over(store, HandOver(convoy.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    page = open_desk()
    search(page, qtbot, "سعيد")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    row = next(row for row in page.view.rows if row.found.item.id == BOX)
    assert not row.tick.isChecked()
    row.tick.setChecked(True)
    qtbot.mouseClick(page.serving.print_button, Qt.MouseButton.LeftButton)
    assert len(records(store)) == 1
    assert page.message.text
    row.choose_reason(OverrideReason.DAMAGED)
    qtbot.mouseClick(page.serving.print_button, Qt.MouseButton.LeftButton)
    again = records(store)[-1]
    lines = {line["item"]: line for line in again.lines}
    assert lines[BOX]["reason"] == "damaged"
    assert lines[BOX]["answer"] == "already_received:received_once"
    assert "reason" not in lines[BLANKET]


def test_a_stock_out_leaves_what_is_missing_owed(store, open_desk, qtbot) -> None:
    small_convoy(store, blankets=1)
    page = open_desk()
    search(page, qtbot, "سعيد")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    row = next(row for row in page.view.rows if row.found.item.id == BLANKET)
    (line,) = row.lines()
    assert line.quantity == ONE
    row._owed.setChecked(True)
    qtbot.mouseClick(page.serving.hand_button, Qt.MouseButton.LeftButton)
    (record,) = records(store)
    given = next(line for line in record.lines if line["item"] == BLANKET)
    assert (given["quantity"], given["ration"], given["owed"]) == (1000, 2000, True)


def test_undo_takes_the_hand_over_back(convoy, store, open_desk, qtbot) -> None:
    page = open_desk()
    search(page, qtbot, "سعيد")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.keyClick(page.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not records(store)[0].voided
    qtbot.keyClick(page.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    (record,) = records(store)
    assert record.voided
    assert record.void_reason == "undone_at_desk"


def test_a_proxy_must_be_named_and_is_kept_on_the_hand_over(
    convoy, store, open_desk, qtbot
) -> None:
    page = open_desk()
    search(page, qtbot, "سعيد")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    page.view.collector.who.choose("")
    qtbot.mouseClick(page.serving.hand_button, Qt.MouseButton.LeftButton)
    assert records(store) == []
    type_text(page.view.collector.name, "حسن علي")
    type_text(page.view.collector.number, "٢٨٠٠١٠١٢٦٠١٢٣٤")
    qtbot.mouseClick(page.serving.hand_button, Qt.MouseButton.LeftButton)
    (record,) = records(store)
    assert record.person_id is None
    assert record.proxy_id is not None


def test_a_hard_case_is_parked_with_one_key_and_the_queue_goes_on(
    convoy, store, open_desk, qtbot
) -> None:
    page = open_desk()
    search(page, qtbot, "سعيد")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.keyClick(page.search, Qt.Key.Key_F4)
    with store.read() as session:
        (case,) = session.exec(select(ParkedCase)).all()
        assert case.household_id == convoy.household_id
    assert page.view is None
    assert page.search.text() == ""


def test_what_stands_at_the_desk_survives_a_power_cut(convoy, store, open_desk, qtbot) -> None:
    page = open_desk()
    search(page, qtbot, "سعيد")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    again = open_desk()
    qtbot.waitUntil(lambda: again.view is not None)
    assert again.search.text() == "سعيد"
    assert again.view.card.id == convoy.household_id


def test_a_new_family_is_registered_in_one_form_and_served(convoy, store, open_desk, qtbot) -> None:
    page = open_desk()
    type_text(page.search, "29005112601234")
    qtbot.keyClick(page.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = page.form
    assert form is not None
    head = form.members[0]
    assert head.number.text() == "29005112601234"
    assert head.birth.value is not None
    assert head.birth.value.day.isoformat() == "1990-05-11"
    assert head.sex.value == "m"
    type_text(head.name, "رمضان عبدالله حسين")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert form.message.text  # no village and no consent yet
    form.village.set_value("EG260101")
    form.consent.setChecked(True)
    qtbot.keyClick(head.name, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    type_text(form.members[1].name, "هناء محمود علي")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert page.view is not None
    with store.read() as session:
        people = session.exec(select(Person).where(Person.household_id == page.view.card.id)).all()
    assert {(one.name, one.relationship) for one in people} == {
        ("رمضان عبدالله حسين", "head"),
        ("هناء محمود علي", "wife"),
    }
    qtbot.keyClick(page.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(records(store)) == 1


def test_a_half_typed_registration_survives_a_power_cut(convoy, store, open_desk, qtbot) -> None:
    page = open_desk()
    qtbot.keyClick(page.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_text(page.form.members[0].name, "سيدة لم تُحفظ بعد")
    qtbot.waitUntil(lambda: not page.form._pause.isActive())
    again = open_desk()
    qtbot.keyClick(again.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert again.form.members[0].name.text() == "سيدة لم تُحفظ بعد"


def test_a_receipt_that_cannot_be_printed_waits(convoy, store, open_desk, qtbot, tmp_path) -> None:
    (tmp_path / "receipts").write_text("a file where the folder should be", encoding="utf-8")
    page = open_desk()
    search(page, qtbot, "سعيد")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.keyClick(page.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(records(store)) == 1
    with store.read() as session:
        assert [job.state for job in session.exec(select(PrintJob))] == ["failed"]
    assert page.message.text
    assert Path(store.folder).exists()


def test_reducing_a_quantity_leaves_a_remainder(convoy, store, open_desk, qtbot) -> None:
    page = open_desk()
    search(page, qtbot, "سعيد")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    row = next(row for row in page.view.rows if row.found.item.id == BLANKET)
    row.quantity.set_value(Quantity(1000))
    qtbot.mouseClick(page.serving.hand_button, Qt.MouseButton.LeftButton)
    search(page, qtbot, "سعيد")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    row = next(row for row in page.view.rows if row.found.item.id == BLANKET)
    assert row.found.answer.quantity == ONE
    assert row.found.answer.rule.id == BLANKET_RULE


def test_an_items_key_unticks_it_while_the_search_field_has_the_focus(
    convoy, store, open_desk, qtbot
) -> None:
    page = open_desk()
    search(page, qtbot, "سعيد")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.search.hasFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_F5)
    assert [row.tick.isChecked() for row in page.view.rows] == [False, True]
    qtbot.keyClick(page.search, Qt.Key.Key_F5)
    assert all(row.tick.isChecked() for row in page.view.rows)


def test_a_replaced_card_finds_the_family_and_says_so(store, open_desk, convoy, qtbot, tmp_path):
    for name in ("first", "second"):
        wanted = CardsWanted(household_id=convoy.household_id, anew=True)
        write_cards(store, wanted, Words("ar"), tmp_path / f"{name}.pdf")
    page = open_desk()
    type_text(page.search, write_card(CardCode(convoy.household_id, 1)))
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.view.card.id == convoy.household_id
    assert "2" in page.message.text or "٢" in page.message.text
    page.search.clear()
    type_text(page.search, write_card(CardCode(convoy.household_id, 2)))
    qtbot.waitUntil(lambda: not page.message.text)


def test_a_code_that_is_no_familys_gets_a_kind_word(open_desk, convoy, qtbot):
    page = open_desk()
    type_text(page.search, "قققق")
    qtbot.waitUntil(lambda: bool(page.message.text))
    nobody = page.message.text
    said = {nobody}
    for code in (write_slip(SlipCode(convoy.today.convoy_id, 7)), "9" * 60):
        page.search.clear()
        type_text(page.search, code)
        qtbot.waitUntil(lambda: page.message.text not in said)
        said.add(page.message.text)
    assert len(said) == 3
