"""What holds for every page of the navigation, whoever wrote it."""

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow

from app.ui.bus import Bus
from app.ui.context import UiContext
from app.ui.main_window import MainView
from app.ui.registry import PAGES
from tools.fits import StrayWindows, misfits

SIZES = {"1366x768": (1366, 768), "1920x1080 at 150 %": (1280, 720)}


@pytest.fixture(params=SIZES.values(), ids=SIZES)
def window(request, store, settings, tasks, qapp, qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    context = UiContext(store, settings.words(), tasks, Bus(), settings)
    view = MainView(context, PAGES, "Qafila")
    made.setCentralWidget(view)
    made.resize(*request.param)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_pages_fit_and_keep_the_keyboard(window, qapp, qtbot):
    stray = StrayWindows(qapp, window)
    view, wrong = window.centralWidget(), []
    for spec in PAGES:
        view.open_page(spec.id)
        qapp.processEvents()
        wrong += [f"{spec.id}: {misfit}" for misfit in (*misfits(window), *stray.found)]
        stray.found.clear()
        page = view._stack.currentWidget()
        if QApplication.activeWindow() is not window:
            wrong.append(f"{spec.id}: lost the keyboard")
        if not page.isAncestorOf(QApplication.focusWidget() or view):
            wrong.append(f"{spec.id}: nothing to type into has the focus")
        if (window.width(), window.height()) not in SIZES.values():
            wrong.append(f"{spec.id}: is larger than the screen")
    qapp.removeEventFilter(stray)
    assert wrong == []
