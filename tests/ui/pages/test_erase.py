"""People who ask for it are erased from the family's card, after what goes and stays was said."""

import pytest
import shiboken6
from PySide6.QtWidgets import QPushButton

from app.domain.permissions import Role
from app.services.edit_people import family_of
from app.services.find import find
from app.services.team.members import put_to_work
from app.services.users import UserForm, add_user
from app.ui.dialogs.erase import EraseDialog
from app.ui.main_window import MainView
from app.ui.page import PageSpec
from app.ui.pages.people import PeoplePage
from app.ui.tr import tr
from app.words.catalog import marked
from tests.support.convoys import small_convoy
from tests.support.laptops import give_box
from tests.support.stores import recovery_key

REASON = "طلب صاحب البيانات"


@pytest.fixture
def household_id(store):
    """A family of two that has received a box."""
    found = small_convoy(store).household_id
    give_box(store, found)
    return found


@pytest.fixture
def open_page(live, qtbot):
    def opened(household_id):
        specs = (PageSpec("people", marked("Navigation", "People"), "people", PeoplePage),)
        view = MainView(live, specs, "Qafila")
        qtbot.addWidget(view)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.open_page("people", household_id)
        return view.findChild(PeoplePage)

    return opened


@pytest.fixture
def page(open_page, household_id):
    return open_page(household_id)


def erase_button(page):
    name = tr("Erase", "Erase…")
    return next(one for one in page.card.findChildren(QPushButton) if one.text() == name)


@pytest.fixture
def dialog(page):
    erase_button(page).click()
    opened = page.findChild(EraseDialog)
    yield opened
    if shiboken6.isValid(opened):
        opened.reject()


def test_what_goes_and_what_stays_is_said_for_whoever_is_chosen(dialog, store, household_id):
    family = tr("Erase", "%n people, with everything ever written about them", n=2)
    one = tr("Erase", "%n people, with everything ever written about them", n=1)
    stays = tr(
        "Erase", "%n hand-overs stay without a name, so that stock and counts stay right.", n=1
    )
    assert family in dialog.goes.text()
    assert stays in dialog.stays.text()
    dialog.who.setCurrentIndex(1)
    dialog.who.activated.emit(1)
    assert one in dialog.goes.text()
    assert stays not in dialog.stays.text()


def test_a_family_is_erased_with_the_recovery_key_only(page, dialog, store, household_id):
    dialog.reason.setText(REASON)
    dialog.key.setText("1" * 40)
    dialog.go.click()
    assert dialog.key_field.wrong
    assert len(family_of(store, household_id).members) == 2
    dialog.key.setText(recovery_key())
    dialog.go.click()
    assert find(store, "سعيد").matches == ()
    assert page.card is None
    assert page.message.text == tr(
        "Erase", "Erased here; other laptops follow with their next file."
    )


def test_one_person_is_erased_and_the_family_stays(page, dialog, store, household_id):
    first = family_of(store, household_id).members[0]
    dialog.who.setCurrentIndex(1)
    dialog.who.activated.emit(1)
    dialog.key.setText(recovery_key())
    dialog.go.click()
    assert dialog.reason_field.wrong
    dialog.reason.setText(REASON)
    dialog.go.click()
    left = family_of(store, household_id).members
    assert len(left) == 1
    assert left[0].id != first.id
    assert page.card is not None


def test_leaving_it_erases_nobody(dialog, store, household_id):
    dialog.key.setText(recovery_key())
    dialog.reason.setText(REASON)
    dialog.keep.click()
    assert len(family_of(store, household_id).members) == 2


def test_only_coordinators_are_offered_it(open_page, store, household_id):
    put_to_work(store, add_user(store, UserForm("سامية", Role.SUPERVISOR)))
    page = open_page(household_id)
    assert not erase_button(page).isVisibleTo(page.card)
