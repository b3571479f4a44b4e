from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.quantity import ONE
from app.services.closing import closing_sheet
from app.services.convoys import ConvoyForm, convoy_details, convoys, create_convoy
from app.services.day import choose_day, today
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.parked import park_case
from app.ui.widgets.state_badge import StateBadge
from tests.support.convoys import BOX, BOX_RULE, small_convoy
from tests.ui.keyboard import type_text


@pytest.fixture
def page(open_page):
    return open_page("convoys")


@pytest.fixture
def small(store):
    """Today's convoy: 99 of 100 boxes and 100 blankets are left."""
    made = small_convoy(store)
    record_hand_over(store, HandOver(made.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    return made


def cells(page, column):
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def texts(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_an_empty_page_teaches_and_its_button_starts(page, save):
    assert page.task is None
    save(page)
    assert page.task is not None
    assert page.task.name.hasFocus()


def test_a_convoy_is_planned_with_the_keyboard_alone(page, view, store, save, keys):
    save(page)
    type_text(page.task.name, "قافلة جزيرة أولاد حمزة")
    page.task.villages.picker.setFocus()
    for letters in ("جاح", "كفرشكر"):
        type_text(page.task.villages.picker, letters)
        keys(page, Qt.Key.Key_Return)
        assert page.task.villages.picker.text() == ""
    page.task.organisations.setFocus()
    keys(page, Qt.Key.Key_Down)
    keys(page, Qt.Key.Key_Space)
    save(page)
    assert page.task is None
    (line,) = convoys(store)
    form = convoy_details(store, line.id).form
    assert form.name == "قافلة جزيرة أولاد حمزة"
    assert form.starts_on == form.ends_on == "2025-11-22"
    assert len(form.villages) == 2
    assert len(form.organisations) == 1
    assert cells(page, 0) == [form.name]
    assert form.name in texts(page.card)


def test_what_is_missing_is_said_beside_its_field(page, save, store):
    save(page)
    save(page)
    assert page.task.name.property("wrong")
    assert page.task.name.hasFocus()
    type_text(page.task.name, "قافلة")
    save(page)
    assert page.task.villages.picker.hasFocus()
    assert convoys(store) == ()


def test_the_last_day_follows_the_first_and_cannot_lie_before_it(page, save):
    save(page)
    page.task.starts_on.clear()
    type_text(page.task.starts_on, "25/12/2025")
    assert page.task.form().ends_on == "2025-12-25"
    page.task.ends_on.clear()
    type_text(page.task.ends_on, "24/12/2025")
    type_text(page.task.name, "قافلة")
    save(page)
    assert page.task.ends_on.property("wrong")


def test_ctrl_enter_makes_a_convoy_todays_and_then_opens_the_desk(view, page, store, save, keys):
    save(page)
    type_text(page.task.name, "قافلة")
    page.task.villages.set_values(["EG260901"])
    save(page)
    assert today(store) is None
    save(page)
    chosen = today(store)
    assert chosen is not None
    assert (chosen.desk_name, chosen.day) == ("1", "2025-11-22")
    assert page.card.is_today
    save(page)
    assert view.current == "desk"


def test_f4_changes_the_chosen_convoy_and_escape_leaves_it(small, page, store, save, keys):
    keys(page, Qt.Key.Key_F4)
    assert page.task.name.text() == "قافلة سوهاج"
    keys(page, Qt.Key.Key_Escape)
    assert page.task is None
    keys(page, Qt.Key.Key_F4)
    page.task.name.selectAll()
    type_text(page.task.name, "قافلة جرجا")
    save(page)
    assert [line.name for line in convoys(store)] == ["قافلة جرجا"]


def test_a_village_is_taken_out_with_delete(small, page, store, keys, save):
    keys(page, Qt.Key.Key_F4)
    villages = page.task.villages
    villages._list.setFocus()
    keys(page, Qt.Key.Key_Delete)
    assert villages.values == frozenset()
    save(page)
    assert villages.picker.hasFocus()


def close(page):
    page._chosen = page.model.row_at(0).id
    page.card.close_wanted.emit()
    return page.task


def test_counting_and_closing_with_the_keyboard(small, page, store, save, keys):
    task = close(page)
    assert task.rows[0].count.hasFocus()
    type_text(task.rows[0].count, "٩٩")
    keys(page, Qt.Key.Key_Return)
    assert task.rows[1].count.hasFocus()
    type_text(task.rows[1].count, "100")
    save(page)
    assert page.task is None
    assert closing_sheet(store, small.today.convoy_id).closed_at is not None
    assert today(store) is None


def test_a_difference_asks_for_its_reason_in_its_row(small, page, store, save):
    task = close(page)
    save(page)
    assert task.rows[0].count.hasFocus()
    assert task.rows[0].count.property("wrong")
    for row, count in zip(task.rows, ("97", "100"), strict=True):
        row.count.clear()
        type_text(row.count, count)
    assert [row.reason.isVisible() for row in task.rows] == [True, False]
    save(page)
    assert task.rows[0].reason.hasFocus()
    assert task.message.text
    task.rows[0].reason.setCurrentIndex(1)
    save(page)
    sheet = closing_sheet(store, small.today.convoy_id)
    assert sheet.closed_at is not None
    assert [line.reason for line in sheet.lines] == ["torn", ""]


def test_what_is_no_number_is_not_counted(small, page, store, save):
    task = close(page)
    type_text(task.rows[0].count, "كثير")
    assert task.rows[0].count.property("wrong")
    save(page)
    assert closing_sheet(store, small.today.convoy_id).closed_at is None


def test_parked_cases_are_said_before_closing(small, page, store):
    park_case(store, household_id=small.household_id)
    assert close(page).message.text


def test_a_closed_convoy_is_read_and_opened_again(small, page, store, save, keys):
    task = close(page)
    for row, count in zip(task.rows, ("99", "100"), strict=True):
        type_text(row.count, count)
    save(page)
    keys(page, Qt.Key.Key_F4)
    assert page.task is None
    task = close(page)
    assert all(row.count.isReadOnly() for row in task.rows)
    keys(page, Qt.Key.Key_Escape)
    page.card.reopen_wanted.emit()
    assert closing_sheet(store, small.today.convoy_id).closed_at is None
    assert today(store) is not None


def test_the_page_opens_at_the_convoy_it_is_asked_for(small, open_page, store):
    other = create_convoy(
        store, ConvoyForm("أخرى", "2026-01-01", "2026-01-01", frozenset({"EG260901"}))
    )
    page = open_page("convoys", small.today.convoy_id)
    assert page.model.row_at(page.table.currentIndex().row()).id == small.today.convoy_id
    page = open_page("convoys", other)
    assert page.model.row_at(page.table.currentIndex().row()).id == other


def test_a_hamlet_that_no_list_has_is_added_on_the_way(page, store, save, keys):
    save(page)
    villages = page.task.villages
    villages.picker.setFocus()
    type_text(villages.picker, "نجع الزناتي")
    keys(page, Qt.Key.Key_Return)
    assert villages.hamlet.inside.hasFocus()
    type_text(villages.hamlet.inside, "جاح")
    keys(page, Qt.Key.Key_Return)
    villages.hamlet._add.click()
    assert not villages.hamlet.isVisible()
    (code,) = villages.values
    assert "نجع الزناتي" in villages.picker.label_of(code)
    assert villages.picker.text() == ""


def test_the_next_day_of_the_convoy_is_chosen_at_once(store, open_page):
    form = ConvoyForm("قافلة", "2025-11-21", "2025-11-23", frozenset({"EG260901"}))
    convoy_id = create_convoy(store, form)
    choose_day(store, convoy_id, date(2025, 11, 21), "النساء")
    page = open_page("convoys")
    assert len(badges(page)) == 2
    days = page.card._day
    days.setCurrentIndex(1)
    days.chosen.emit(days.value)
    chosen = today(store)
    assert (chosen.day, chosen.desk_name) == ("2025-11-22", "النساء")
    assert len(badges(page)) == 1


def badges(page):
    return [badge for badge in page.card.findChildren(StateBadge) if not badge.isHidden()]
