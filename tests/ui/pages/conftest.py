"""The real window over a real store, opened at a page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.main_window import MainView
from app.ui.page import Page, PageSpec
from app.ui.registry import PAGES
from app.words.catalog import Marked
from tests.support.convoys import small_convoy
from tests.support.laptops import Fleet

ELSEWHERE = ("desk", "people")
"""Pages that others open; here they only take the request."""


class Elsewhere(Page):
    """Remembers what it was opened with."""

    def __init__(self, context):
        super().__init__(context)
        self.arguments = []

    def opened(self, argument):
        self.arguments.append(argument)


@pytest.fixture
def view(live, qtbot):
    specs = tuple(spec for spec in PAGES if spec.id not in ELSEWHERE)
    specs += tuple(PageSpec(name, Marked("Test", name), "desk", Elsewhere) for name in ELSEWHERE)
    made = MainView(live, specs, "Qafila")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def open_page(view):
    def opened(name, argument=None):
        view.open_page(name, argument)
        return view._pages[name]

    return opened


@pytest.fixture
def save(keys):
    """Press Ctrl+Enter where the focus is."""

    def pressed(widget):
        keys(widget, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    return pressed


@pytest.fixture
def keys(qtbot):
    """Press a key where the focus is, once the window shows what it has to show."""

    def pressed(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QApplication.processEvents()
        qtbot.keyClick(widget.window().focusWidget() or widget, key, modifiers)
        QApplication.processEvents()

    return pressed


@pytest.fixture
def fleet(store, tmp_path):
    """A coordinator with a small convoy; her laptops are closed at the end."""
    made = Fleet(tmp_path, store, small_convoy(store))
    yield made
    for laptop in made.laptops:
        laptop.close()
