"""Handing a laptop in, on the settings page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.services.exchange.update import update_laptop
from app.services.hand_in import holdings
from app.ui.bus import Bus
from app.ui.context import UiContext
from app.ui.main_window import MainView
from app.ui.page import PageSpec
from app.ui.pages.settings import SettingsPage
from app.ui.settings_file import Settings
from app.words.catalog import marked
from tests.support.laptops import give_box, merged


@pytest.fixture
def settings(qapp):
    chosen = Settings(language="en")
    qapp.apply(chosen)
    return chosen


@pytest.fixture
def open_settings(settings, tasks, qtbot):
    def opened(store) -> SettingsPage:
        bus = Bus()
        store.on_commit(bus.changed.emit)
        context = UiContext(store, settings.words(), tasks, bus, settings)
        spec = PageSpec("settings", marked("Navigation", "Settings"), "settings", SettingsPage)
        view = MainView(context, (spec,), "Qafila")
        qtbot.addWidget(view)
        view.resize(1366, 768)
        view.open_page("settings")
        with qtbot.waitExposed(view):
            view.show()
        page = view.findChild(SettingsPage)
        assert page is not None
        return page

    return opened


def test_a_coordinators_laptop_offers_no_wipe(store, fleet, open_settings) -> None:
    assert not open_settings(store).hand_in.isVisible()


def test_what_is_only_here_is_named_and_kept(fleet, open_settings) -> None:
    laptop = fleet.laptop("أ")
    give_box(laptop, fleet.convoy.household_id)
    part = open_settings(laptop).hand_in
    assert "hand-overs: 1" in part.held.text()
    assert not part.wipe_button.isEnabled()


def test_one_confirmed_action_wipes(fleet, open_settings, qtbot) -> None:
    laptop = fleet.laptop("أ")
    give_box(laptop, fleet.convoy.household_id)
    page = open_settings(laptop)
    merged(fleet.coordinator, fleet.export(laptop))
    merged(laptop, update_laptop(fleet.coordinator, fleet.path(), "أ").path)
    part = page.hand_in
    assert part.wipe_button.isEnabled()
    qtbot.mouseClick(part.wipe_button, Qt.MouseButton.LeftButton)
    assert holdings(laptop).people > 0
    (confirm,) = part.message.findChildren(QPushButton)
    qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    assert "were wiped" in part.message.text
    assert (holdings(laptop).people, holdings(laptop).unfinished) == (0, False)
    assert "people 0" in part.held.text()
