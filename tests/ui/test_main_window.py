import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from app.ui.main_window import MainView
from app.ui.page import Badge, Page, PageSpec
from app.ui.tokens import NAVIGATION_WIDTH
from app.ui.widgets.buttons import button
from app.words.catalog import Marked


class Sample(Page):
    def __init__(self, context, name):
        super().__init__(context, Marked("Test", name))
        self.arguments = []
        self.pressed = 0
        self.field = QLineEdit()
        self.save = button("Save", self.press, kind="primary", keys="Ctrl+Return")
        self.body.addWidget(self.field)
        self.body.addWidget(self.save)
        self.add_shortcut("F2", "Search", self.field.setFocus)

    def press(self):
        self.pressed += 1

    def opened(self, argument):
        self.arguments.append(argument)
        self.field.setFocus()


@pytest.fixture
def counted():
    return {"families": 0}


@pytest.fixture
def view(context, counted, qtbot):
    badge = Badge(lambda store: counted["families"], frozenset({"household"}))
    specs = tuple(
        PageSpec(
            name,
            Marked("Test", name),
            "desk",
            lambda context, name=name: Sample(context, name),
            badge if name == "second" else None,
            name == "last",
        )
        for name in ("first", "second", "last")
    )
    made = MainView(context, specs, "Qafila")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.open_page("first")
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def page(view, name):
    return view._pages[name]


def texts(view):
    return {label.text().strip("\u2066\u2069") for label in view.findChildren(QLabel)}


def test_navigation_stands_on_the_leading_side(view, settings):
    left = view._buttons["first"].mapTo(view, view._buttons["first"].rect().topLeft()).x()
    assert left == (view.width() - NAVIGATION_WIDTH if settings.language == "ar" else 0)


def test_keys_and_clicks_open_pages_and_pages_are_built_once(view, qtbot):
    assert set(view._pages) == {"first"}
    qtbot.keyClick(view, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert view.current == "second"
    qtbot.mouseClick(view._buttons["last"], Qt.MouseButton.LeftButton)
    assert view.current == "last"
    second = page(view, "second")
    view.open_page("second")
    assert page(view, "second") is second
    assert second.arguments == [None, None]


def test_a_page_is_asked_for_over_the_bus(view, context):
    context.bus.page_wanted.emit("second", "household-7")
    assert view.current == "second"
    assert page(view, "second").arguments == ["household-7"]


def test_keys_reach_only_the_page_in_front(view, qtbot):
    view.open_page("second")
    qtbot.keyClick(
        page(view, "second").field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert (page(view, "first").pressed, page(view, "second").pressed) == (0, 1)


def test_the_keypads_enter_is_enter(view, qtbot):
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier
    qtbot.keyClick(page(view, "first").field, Qt.Key.Key_Enter, modifiers)
    qtbot.waitUntil(lambda: page(view, "first").pressed == 1)


def test_counts_follow_what_changed(view, context, counted):
    assert view._buttons["second"].badge == ""
    counted["families"] = 3
    context.bus.changed.emit(frozenset({"convoy"}))
    assert view._buttons["second"].badge == ""
    context.bus.changed.emit(frozenset({"household", "person"}))
    assert view._buttons["second"].badge == context.words.number(3)


def test_f1_lists_the_keys_of_the_page_and_escape_gives_the_focus_back(view, qtbot):
    field = page(view, "first").field
    qtbot.keyClick(field, Qt.Key.Key_F1)
    assert view._sheet.isVisible()
    assert {"Ctrl+Enter", "Save", "F2", "Search", "Ctrl+1", "first"} <= texts(view._sheet)
    qtbot.keyClick(view._sheet.focusWidget(), Qt.Key.Key_Escape)
    assert view._sheet.isHidden()
    assert view.focusWidget() is field


def test_what_was_saved_is_said_quietly_and_not_for_ever(view, context, qtbot):
    context.bus.said.emit("Saved")
    assert view._status.text() == "Saved"
    view._status_timer.setInterval(0)
    view._status_timer.start()
    qtbot.waitUntil(lambda: view._status.text() == "")


def test_errors_that_nobody_took_stand_above_the_page(view):
    view.show_error(ValueError("secret"))
    assert view._message.isVisible()
    assert "secret" not in view._message.text
    view.open_page("second")
    assert not view._message.isVisible()


def test_locking_is_asked_for_by_key(view, context, qtbot):
    with qtbot.waitSignal(context.bus.lock_wanted):
        qtbot.keyClick(view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
