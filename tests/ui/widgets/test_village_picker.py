import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.services.places import HamletForm, add_hamlet
from app.ui.widgets.village_picker import VillagePicker
from tests.support.convoys import VILLAGE, small_convoy
from tests.ui.keyboard import type_text

HAMZA = "جزيرة أولاد حمزة"


@pytest.fixture
def form(live, qtbot):
    """The picker above another field, in a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.picker = VillagePicker(live)
    window.next = QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(window.picker)
    column.addWidget(window.next)
    column.addStretch(1)
    window.resize(600, 500)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.next.setFocus()
    return window


@pytest.fixture
def picker(form):
    form.picker.setFocus()
    return form.picker


def rows(picker):
    popup = picker._popup
    return [] if popup.isHidden() else [popup.item(at).text() for at in range(popup.count())]


def press(qtbot, picker, key):
    qtbot.keyClick(picker, key)


def test_three_letters_and_enter_choose_a_village(picker, qtbot):
    type_text(picker, "جاح")
    assert rows(picker)[0] == HAMZA
    with qtbot.waitSignal(picker.chosen) as chosen:
        press(qtbot, picker, Qt.Key.Key_Return)
    assert chosen.args == [picker.value]
    assert picker.text().startswith(HAMZA)
    assert rows(picker) == []


def test_the_label_says_where_the_village_lies(picker, settings):
    picker.set_value(VILLAGE)
    expected = "، سوهاج" if settings.language == "ar" else ", Suhag"
    assert picker.text().endswith(expected)


def test_the_arrows_choose_another_and_tab_takes_it_along(form, picker, qtbot):
    type_text(picker, "حمز")
    second = rows(picker)[1]
    press(qtbot, picker, Qt.Key.Key_Down)
    press(qtbot, picker, Qt.Key.Key_Down)
    press(qtbot, picker, Qt.Key.Key_Up)
    press(qtbot, picker, Qt.Key.Key_Tab)
    assert picker.text().startswith(second)
    assert form.next.hasFocus()


def test_a_click_chooses_and_the_focus_stays(picker, qtbot):
    type_text(picker, "حمز")
    popup = picker._popup
    qtbot.mouseClick(
        popup.viewport(),
        Qt.MouseButton.LeftButton,
        pos=popup.visualItemRect(popup.item(1)).center(),
    )
    assert picker.value is not None
    assert picker.hasFocus()


def test_escape_closes_the_list_and_nothing_else(form, picker, qtbot):
    from PySide6.QtGui import QKeySequence, QShortcut

    left = []
    QShortcut(QKeySequence("Escape"), form).activated.connect(lambda: left.append(True))
    type_text(picker, "حمز")
    press(qtbot, picker, Qt.Key.Key_Escape)
    assert (rows(picker), left) == ([], [])
    press(qtbot, picker, Qt.Key.Key_Escape)
    assert left == [True]


def test_typing_over_a_village_forgets_it_and_leaving_says_so(form, picker):
    picker.set_value(VILLAGE)
    picker.selectAll()
    type_text(picker, "حمز")
    assert picker.value is None
    form.next.setFocus()
    assert picker.property("wrong")
    assert picker.text() == "حمز"
    picker.setFocus()
    picker.selectAll()
    type_text(picker, "جاح")
    assert not picker.property("wrong")


def test_todays_villages_come_first_and_at_once(live, form, picker, store):
    assert rows(picker) == []
    small_convoy(store)
    form.next.setFocus()
    picker.setFocus()
    gazetteer = picker._known.places.gazetteer
    assert rows(picker) == [gazetteer.places[VILLAGE].name_ar]
    type_text(picker, gazetteer.places[VILLAGE].name_ar.split()[-1][:2])
    assert rows(picker)[0] == gazetteer.places[VILLAGE].name_ar


def test_the_list_lies_under_its_field_inside_the_window(form, picker):
    type_text(picker, "كفر")
    popup = picker._popup
    assert popup.parentWidget() is form
    assert popup.geometry().top() >= picker.geometry().bottom()
    assert form.rect().contains(popup.geometry())


def test_a_hamlet_is_offered_where_it_may_be_added(picker, qtbot, store):
    picker.add_hamlets()
    type_text(picker, "نجع الزناتي")
    assert len(rows(picker)) == 1
    with qtbot.waitSignal(picker.hamlet_wanted) as wanted:
        press(qtbot, picker, Qt.Key.Key_Return)
    assert wanted.args == ["نجع الزناتي"]
    made = add_hamlet(store, HamletForm("نجع الزناتي", VILLAGE))
    picker.set_value(made)
    assert picker.text().startswith("نجع الزناتي")


def test_a_code_that_nobody_knows_is_kept(picker):
    picker.set_value("not-merged-yet")
    assert (picker.value, picker.text()) == ("not-merged-yet", "not-merged-yet")
