import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from app.domain.dates import PartialDate, Precision
from app.domain.quantity import Quantity
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.form import Form
from app.ui.widgets.quantity_edit import QuantityEdit
from app.ui.widgets.scrolled import scrolled
from tests.ui.keyboard import type_text


@pytest.fixture
def shown(qtbot, settings):
    def show(widget):
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return widget

    return show


def paste(field, text, qtbot):
    QGuiApplication.clipboard().setText(text)
    field.paste()


def test_any_digits_are_typed_and_ascii_is_kept(shown, qtbot):
    field = shown(DigitsLineEdit())
    type_text(field, "٢98a ٠-5x")
    assert field.text() == "29805"


def test_pasted_numbers_lose_their_blanks_and_the_cursor_stays(shown, qtbot):
    field = shown(DigitsLineEdit(also="+"))
    paste(field, "+20 100-123 ٤٥٦٧", qtbot)
    assert field.text() == "+201001234567"
    field.setCursorPosition(3)
    type_text(field, "٩")
    assert (field.text(), field.cursorPosition()) == ("+2091001234567", 4)


def test_no_more_digits_than_fit(shown, qtbot):
    field = shown(DigitsLineEdit(longest=4))
    type_text(field, "123456")
    assert field.text() == "1234"


def test_digits_stand_at_the_leading_edge_left_to_right(shown, settings):
    field = shown(DigitsLineEdit())
    side = Qt.AlignmentFlag.AlignRight if settings.language == "ar" else Qt.AlignmentFlag.AlignLeft
    assert field.alignment() & side
    assert field.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    ("typed", "day", "precision", "shown_as"),
    [
        ("12/5/1998", dt.date(1998, 5, 12), Precision.DAY, "12/5/1998"),
        ("١٢-٥-١٩٩٨", dt.date(1998, 5, 12), Precision.DAY, "12/5/1998"),
        ("5/1998", dt.date(1998, 5, 1), Precision.MONTH, "5/1998"),
        ("1998", dt.date(1998, 1, 1), Precision.YEAR, "1998"),
        ("3.4.71", dt.date(1971, 4, 3), Precision.DAY, "3/4/1971"),
    ],
)
def test_dates_as_people_write_them(shown, qtbot, settings, typed, day, precision, shown_as):
    field = shown(DateEdit(latest=dt.date(2026, 11, 22)))
    field.setFocus()
    type_text(field, typed)
    assert field.value == PartialDate(day, precision)
    field.clearFocus()
    digits = settings.words().digits
    assert field.text() == (
        shown_as.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
        if digits == "arab"
        else shown_as
    )
    assert field.value == PartialDate(day, precision)


def test_what_is_no_date_is_kept_as_it_was_typed(shown, qtbot):
    field = shown(DateEdit())
    field.setFocus()
    type_text(field, "31/2/1998")
    field.clearFocus()
    assert (field.value, field.text(), field.is_misread) == (None, "31/2/1998", True)
    field.set_value(None)
    assert (field.text(), field.is_misread) == ("", False)


def test_an_age_keeps_its_meaning_while_nobody_edits_it(shown):
    field = shown(DateEdit())
    value = PartialDate(dt.date(1982, 11, 22), Precision.AGE)
    field.set_value(value)
    field.setFocus()
    field.clearFocus()
    assert field.value == value


def test_quantities_step_within_their_bounds(shown, qtbot):
    edit = shown(QuantityEdit(Quantity(1000), most=Quantity(3000)))
    seen = []
    edit.value_changed.connect(lambda: seen.append(edit.value))
    for _ in range(4):
        qtbot.mouseClick(edit._more, Qt.MouseButton.LeftButton)
    assert (edit.value, seen) == (3000, [2000, 3000])
    assert not edit._more.isEnabled()
    qtbot.keyClick(edit.field, Qt.Key.Key_Down)
    qtbot.keyClick(edit.field, Qt.Key.Key_Up)
    assert edit.value == 3000


def test_quantities_are_typed_in_any_digits(shown, qtbot):
    edit = shown(QuantityEdit(Quantity(1000), most=Quantity(3000)))
    edit.field.selectAll()
    type_text(edit.field, "٢.5")
    assert edit.value == 2500
    edit.field.selectAll()
    type_text(edit.field, "7")
    assert edit.value is None
    assert edit.field.property("wrong") is True


def test_a_form_says_what_is_wrong_at_its_field(shown):
    form = Form()
    field = form.add("Name", QLineEdit(), "As on the card")
    shown(form)
    assert form.maximumWidth() == 640
    field.show_wrong("A name is needed")
    assert (field.wrong, field.field.property("wrong")) == ("A name is needed", True)
    assert field.field.hasFocus()
    form.clear_wrong()
    assert (field.wrong, field.field.property("wrong")) == ("", False)
    assert field._below.text() == "As on the card"


def test_a_choice_tells_values_not_words(shown, qtbot):
    choice = shown(Choice([("a", "First"), ("b", "Second")], "b"))
    assert choice.value == "b"
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert chosen.args == ["a"]


def test_what_is_wrong_comes_into_view(settings, qtbot):
    form = Form()
    fields = [form.add(f"Field {number}", QLineEdit()) for number in range(20)]
    area = scrolled(form)
    qtbot.addWidget(area)
    area.resize(400, 300)
    with qtbot.waitExposed(area):
        area.show()
    fields[-1].show_wrong("Wrong")
    seen = area.viewport().rect()
    qtbot.waitUntil(lambda: seen.contains(fields[-1].mapTo(area.viewport(), QPoint(0, 0))))
