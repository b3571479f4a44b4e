"""Lists and sheets are taken in from the pages that show what they hold."""

import pytest
from PySide6.QtCore import Qt

from app.ui.dialogs.import_file import ImportDialog
from app.ui.main_window import MainView
from app.ui.registry import PAGES
from app.words.catalog import marked
from tests.support.convoys import small_convoy

TITLES = {
    "people": marked("Import", "Take in a list of beneficiaries"),
    "convoys": marked("Import", "Take in a hand-over sheet"),
}


@pytest.mark.parametrize("page", ["people", "convoys"])
def test_one_key_opens_the_import(live, store, qtbot, page: str) -> None:
    small_convoy(store)
    view = MainView(live, PAGES, "Qafila")
    qtbot.addWidget(view)
    view.resize(1366, 768)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.open_page(page)
    qtbot.keyClick(view.window(), Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.findChild(ImportDialog) is not None)
    dialog = view.findChild(ImportDialog)
    assert dialog.isVisible()
    assert dialog.windowTitle() == live.words.of(TITLES[page])
    dialog.reject()
