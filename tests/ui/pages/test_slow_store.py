"""What the store answers late must not take the keyboard away, nor leave it nowhere."""

from dataclasses import replace

import pytest

from app.services.campaigns import CampaignForm, save_campaign
from app.ui.main_window import MainView
from app.ui.registry import PAGES
from tests.support.convoys import small_convoy
from tests.ui.keyboard import type_text
from tests.ui.late_tasks import LateTasks


@pytest.fixture
def late(qapp):
    return LateTasks()


@pytest.fixture
def view(live, late, store, qtbot):
    small_convoy(store)
    save_campaign(store, CampaignForm("شتاء"))
    made = MainView(replace(live, tasks=late), PAGES, "Qafila")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


FOCUSED = {
    "convoys": lambda page: page.table,
    "stock": lambda page: page.form.kind,
    "receipts": lambda page: page.filters.search,
    "catalogue": lambda page: page.views["campaigns"].table,
}


@pytest.mark.parametrize("name", FOCUSED)
def test_the_keyboard_is_where_it_is_needed_once_the_page_is_there(view, late, name):
    view.open_page(name)
    late.catch_up()
    assert FOCUSED[name](view._pages[name]).hasFocus()


def test_a_list_shows_the_details_of_its_first_record(view, late):
    view.open_page("catalogue")
    late.catch_up()
    editor = view._pages["catalogue"].views["campaigns"].editor
    assert editor.name.text() in {"شتاء", "إيد واحدة"}
    view.open_page("convoys")
    late.catch_up()
    assert view._pages["convoys"].card.is_today


def test_the_keyboard_stays_where_it_was_taken_meanwhile(view, late):
    view.open_page("stock")
    late.catch_up()
    page = view._pages["stock"]
    view.open_page("convoys")
    view.open_page("stock")
    page.form.quantity.field.setFocus()
    type_text(page.form.quantity.field, "5")
    late.catch_up()
    assert page.form.quantity.field.hasFocus()
