import pytest
from PySide6.QtCore import Qt

from app.domain.quantity import ONE, Quantity
from app.domain.stock import MovementKind
from app.services.closing import Closing, close_convoy
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.stock import movements, stock_of
from app.words.stock import amount
from tests.support.convoys import BLANKET, BOX, BOX_RULE, small_convoy
from tests.ui.keyboard import type_text


@pytest.fixture
def small(store):
    """A hundred boxes and a hundred blankets lie at this desk."""
    return small_convoy(store)


@pytest.fixture
def page(small, open_page):
    return open_page("stock")


def choose(form, kind, item, count):
    """Fill the form as a person would with the keyboard."""
    form.kind.setCurrentIndex([k for k in MovementKind if k != "given"].index(kind))
    form.item.setCurrentIndex(form.item._values.index(item))
    form.quantity.field.selectAll()
    type_text(form.quantity.field, count)


def account(store, small, item=BOX):
    lines = stock_of(store, small.today.convoy_id, small.today.desk_id)
    return next(line for line in lines if line.item.id == item)


def row_of(page, item):
    at = [line.item.id for line in page.model.rows].index(item)
    return [page.model.index(at, column).data() for column in range(page.model.columnCount())]


def test_without_a_convoy_the_page_says_what_comes_first(open_page, view, save):
    page = open_page("stock")
    assert page.form is None
    save(page)
    assert view.current == "convoys"


def test_the_balances_follow_what_happens_at_the_desk(page, small, store, live):
    def shown(*counts):
        return [amount(live.words, Quantity(count * 1000)) for count in counts]

    assert row_of(page, BOX)[1:] == shown(100, 0, 0, 0, 0, 100, 100)
    record_hand_over(store, HandOver(small.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    assert row_of(page, BOX)[1:] == shown(100, 1, 0, 0, 0, 99, 99)


def test_a_movement_is_recorded_with_the_keyboard(page, small, store, save):
    assert page.form.kind.hasFocus()
    choose(page.form, MovementKind.LOADED, BOX, "٢٠٫٥")
    save(page)
    assert account(store, small).desk.loaded == Quantity(120_500)
    assert page.form.item.hasFocus()
    assert page.form.quantity.value == ONE
    assert page.form.kind.value is MovementKind.LOADED


def test_stock_goes_to_the_convoy_or_to_a_desk(page, small, store, save):
    choose(page.form, MovementKind.LOADED, BOX, "10")
    page.form.desk.setCurrentIndex(0)
    save(page)
    assert account(store, small).on_convoy == Quantity(10_000)
    choose(page.form, MovementKind.TO_DESK, BOX, "4")
    assert page.form.desk.value == small.today.desk_id
    save(page)
    assert account(store, small).on_convoy == Quantity(6_000)
    assert account(store, small).desk.left == Quantity(104_000)


def test_a_reason_is_asked_for_only_where_one_is_needed(page, small, store, save):
    assert not page.form.reason.isVisible()
    choose(page.form, MovementKind.LOST, BLANKET, "2")
    assert page.form.reason.isVisible()
    save(page)
    assert page.form.reason.hasFocus()
    page.form.reason.setCurrentIndex(1)
    save(page)
    assert account(store, small, BLANKET).convoy.lost == Quantity(2_000)
    assert movements(store, small.today.convoy_id)[0].reason == "torn"


def test_nothing_is_typed_and_nothing_is_recorded(page, small, store, save):
    choose(page.form, MovementKind.LOADED, BOX, "0")
    save(page)
    assert page.form.quantity.field.hasFocus()
    assert account(store, small).convoy.loaded == Quantity(100_000)


def test_more_than_the_book_has_takes_a_reason_and_a_button_of_its_own(page, small, store, save):
    choose(page.form, MovementKind.RETURNED, BOX, "101")
    save(page)
    save(page)
    assert account(store, small).convoy.returned == 0
    page.form.message._action.click()
    assert page.form.reason.hasFocus()
    page.form.reason.setCurrentIndex(1)
    page.form.message._action.click()
    assert account(store, small).convoy.left == Quantity(-1_000)
    assert page.message.text


def test_another_quantity_takes_the_warning_away(page, small, save):
    choose(page.form, MovementKind.RETURNED, BOX, "101")
    save(page)
    assert page.form.message.text
    type_text(page.form.quantity.field, "0")
    assert not page.form.message.text
    assert not page.form.reason.isVisible()


def test_a_movement_is_voided_with_a_reason(page, small, store, keys, qtbot):
    history = page.history
    assert not history.void.isVisible()
    history.table.setFocus()
    keys(page, Qt.Key.Key_Down)
    chosen = history.model.row_at(history.table.currentIndex().row())
    assert history.void.isVisible()
    assert not history.void.isEnabled()
    history.reason.setFocus()
    keys(page, Qt.Key.Key_Down)
    keys(page, Qt.Key.Key_Down)
    qtbot.mouseClick(history.void, Qt.MouseButton.LeftButton)
    voided = next(one for one in movements(store, small.today.convoy_id) if one.id == chosen.id)
    assert voided.voided
    assert voided.void_reason


def test_voiding_what_was_handed_out_is_warned_of(page, small, store, qtbot):
    record_hand_over(store, HandOver(small.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    history = page.history
    at = [one.item.id for one in history.model.rows].index(BOX)
    history.table.setCurrentIndex(history.model.index(at, 0))
    history.reason.setCurrentIndex(1)
    history._on_current()
    qtbot.mouseClick(history.void, Qt.MouseButton.LeftButton)
    assert account(store, small).convoy.loaded == Quantity(100_000)
    assert history.message.text
    history.message._action.click()
    assert account(store, small).convoy.left == Quantity(-1_000)


def test_what_is_typed_stays_while_others_hand_over(page, small, store):
    choose(page.form, MovementKind.RETURNED, BLANKET, "7")
    record_hand_over(store, HandOver(small.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    assert page.form.quantity.value == Quantity(7_000)
    assert page.form.item.value == BLANKET


def test_a_closed_convoys_stock_is_only_read(page, small, store):
    counted = {BOX: Quantity(100_000), BLANKET: Quantity(100_000)}
    close_convoy(store, Closing(small.today.convoy_id, counted))
    assert page.form is None
    page.history.table.setCurrentIndex(page.history.model.index(0, 0))
    assert not page.history.void.isVisible()
