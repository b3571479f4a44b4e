"""The lists of a campaign in the window: a household's place in its form, and a file's households
all at once. The real page, the real store, real keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.entitlement import Listing
from app.services.campaigns import CampaignForm, save_campaign
from app.services.listings import ListCounts, ListTarget, household_lists, list_counts, set_listing
from app.ui.dialogs.import_file import ImportDialog
from app.ui.main_window import MainView
from app.ui.page import PageSpec
from app.ui.pages.people import PeoplePage
from app.ui.people.household_editor import HouseholdEditor
from app.ui.tr import tr
from app.ui.widgets.form import Field
from app.words.catalog import marked
from tests.domain.importing.tables import MAN, WOMAN
from tests.services.importing.spreadsheets import xlsx
from tests.support.convoys import small_convoy

HEADER = ("الاسم", "الرقم القومي", "القرية")
ROWS = (("سعاد محمود علي", WOMAN, "سليم"), ("حسن سيد عوض", MAN, "سليم"))
WINTER = CampaignForm("كشف الشتاء", starts_on="2025-11-01", by_list=True)


@pytest.fixture
def household_id(store):
    return small_convoy(store).household_id


@pytest.fixture
def winter(store):
    """A campaign that goes by lists; the convoy's own does not."""
    return save_campaign(store, WINTER)


@pytest.fixture
def page(live, household_id, winter, qtbot):
    specs = (PageSpec("people", marked("Navigation", "People"), "people", PeoplePage),)
    view = MainView(live, specs, "Qafila")
    qtbot.addWidget(view)
    view.resize(1366, 768)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.open_page("people", household_id)
    return view.findChild(PeoplePage)


@pytest.fixture
def open_file(keys, tmp_path, monkeypatch):
    """Choose a list of two households on the page, and look at it."""
    path = xlsx(tmp_path / "list.xlsx", HEADER, *ROWS)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    def opened(page):
        keys(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        dialog = page.findChild(ImportDialog)
        dialog.activateWindow()
        keys(dialog.view, Qt.Key.Key_Space)
        assert dialog.view.look.preview.rowCount() == len(ROWS)
        return dialog.view

    return opened


def open_editor(page, keys):
    keys(page, Qt.Key.Key_F4)
    assert isinstance(page.task, HouseholdEditor)
    assert page.task.message.text == ""
    return page.task


def places(store, household_id):
    return [(one.campaign_id, one.listing) for one in household_lists(store, household_id)]


def test_a_households_place_on_a_list_is_shown_and_changed_in_its_form(
    page, store, household_id, winter, keys, save
):
    editor = open_editor(page, keys)
    ((listing, choice),) = editor.lists
    assert (listing.campaign, choice.value) == (WINTER.name, None)
    field = next(one for one in editor.findChildren(Field) if one.field is choice)
    assert WINTER.name in choice.accessibleName()
    assert field.isVisibleTo(editor)
    choice.setFocus()
    keys(choice, Qt.Key.Key_Down)
    save(choice)
    assert page.task is None
    assert places(store, household_id) == [(winter, Listing.APPROVED)]

    ((_, choice),) = open_editor(page, keys).lists
    assert choice.value is Listing.APPROVED
    choice.setFocus()
    keys(choice, Qt.Key.Key_Down)
    save(choice)
    assert places(store, household_id) == [(winter, Listing.RESERVE)]


def test_a_household_is_taken_off_a_list(page, store, household_id, winter, keys, save):
    set_listing(store, winter, household_id, Listing.APPROVED)
    ((_, choice),) = open_editor(page, keys).lists
    choice.setFocus()
    keys(choice, Qt.Key.Key_Home)
    save(choice)
    assert places(store, household_id) == [(winter, None)]


def test_a_form_left_as_it_is_writes_nothing_to_a_list(page, store, household_id, keys, save):
    committed = []
    store.on_commit(committed.append)
    editor = open_editor(page, keys)
    save(editor)
    assert page.task is None
    assert committed == []


def test_only_campaigns_in_use_that_go_by_lists_are_asked_for(
    page, store, household_id, winter, keys
):
    save_campaign(store, replace(WINTER, by_list=False), winter)
    assert open_editor(page, keys).lists == []


def test_the_households_of_a_file_are_put_on_the_list_that_is_chosen(
    page, store, winter, keys, save, open_file
):
    view = open_file(page)
    listing = view.look.listing
    assert listing.isVisibleTo(view)
    assert [WINTER.name in listing.itemText(at) for at in range(3)] == [False, True, True]
    assert listing.value is None
    listing.setFocus()
    for _ in range(2):
        keys(listing, Qt.Key.Key_Down)
    assert listing.value == ListTarget(winter, Listing.RESERVE)
    save(view)
    assert list_counts(store, winter) == ListCounts(approved=0, reserve=2)

    # The same file again: nobody is new, and its households are moved to the other list.
    assert view.other_button.hasFocus()
    keys(view, Qt.Key.Key_Space)
    assert listing.value is None
    assert not view.take_button.isEnabled()
    listing.setFocus()
    keys(listing, Qt.Key.Key_Down)
    assert view.take_button.text() == tr("Import", "Put the households on the list")
    save(view)
    assert list_counts(store, winter) == ListCounts(approved=2, reserve=0)


def test_no_list_is_asked_for_where_no_campaign_goes_by_lists(page, store, winter, save, open_file):
    save_campaign(store, replace(WINTER, by_list=False), winter)
    view = open_file(page)
    assert not view.look.listing.isVisibleTo(view)
    save(view)
    assert list_counts(store, winter) == ListCounts(0, 0)
