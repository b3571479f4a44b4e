import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.permissions import Role
from app.services.review.conflicts import ConflictKey, open_conflicts
from app.services.team.members import put_to_work
from app.services.users import UserForm, add_user
from app.ui.tr import tr
from tests.support.laptops import merged
from tests.ui.keyboard import type_text
from tests.ui.review_cases import call, edited_apart, phone_of, working

FIRST, SECOND, THIRD = "01000000001", "01000000002", "01000000003"


@pytest.fixture
def family(fleet):
    return fleet.convoy.household_id


def texts(widget):
    return " ".join(found.text() for found in widget.findChildren(QLabel))


def test_without_conflicts_the_tab_teaches(fleet, open_page):
    part = open_page("review", "conflicts").parts.part
    assert part.model.rowCount() == 0
    assert tr("Review", "No conflicts") in texts(part)


def test_the_count_stands_on_the_navigation_and_on_the_tab(fleet, view, open_page, settings):
    edited_apart(fleet, FIRST, SECOND)
    number = settings.words().number(1)
    assert view._buttons["review"].badge == number
    page = open_page("review", "conflicts")
    assert number in page.parts._tabs["conflicts"].text()
    page.parts.part._on_settle_all()
    assert view._buttons["review"].badge == ""
    assert number not in page.parts._tabs["conflicts"].text()


def test_all_values_stand_side_by_side_and_one_is_taken_with_the_keyboard(
    fleet, family, store, open_page, keys
):
    edited_apart(fleet, FIRST, SECOND)
    part = open_page("review", "conflicts").parts.part
    assert part.table.hasFocus()
    said = texts(part.card)
    for laptop in ("مكتب 2", "مكتب 3"):
        assert laptop in said
    (conflict,) = part.model.rows
    wanted = conflict.candidates[1].value
    keys(part, Qt.Key.Key_Return)
    assert part.card.buttons[0].hasFocus()
    keys(part, Qt.Key.Key_F6)
    assert phone_of(store, family) == wanted
    assert open_conflicts(store).total == 0
    assert part.message.text
    keys(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert open_conflicts(store).total == 1
    assert part.model.rowCount() == 1


def test_a_supervisor_is_offered_no_undo_that_would_be_refused(fleet, store, open_page, keys):
    edited_apart(fleet, FIRST, SECOND)
    put_to_work(store, add_user(store, UserForm("سامية", Role.SUPERVISOR)))
    part = open_page("review", "conflicts").parts.part
    keys(part, Qt.Key.Key_Return)
    keys(part, Qt.Key.Key_F5)
    assert open_conflicts(store).total == 0
    done = part.message.text
    assert done
    keys(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert part.message.text == done
    assert open_conflicts(store).total == 0


def test_another_value_is_typed(fleet, family, store, open_page, keys):
    edited_apart(fleet, FIRST, SECOND)
    part = open_page("review", "conflicts").parts.part
    part.card.typed.setFocus()
    type_text(part.card.typed, f" {THIRD} ")
    keys(part, Qt.Key.Key_Return)
    assert phone_of(store, family) == THIRD


def test_many_alike_are_settled_at_once_by_what_one_laptop_wrote(fleet, family, store, open_page):
    edited_apart(fleet, FIRST, SECOND)
    part = open_page("review", "conflicts").parts.part
    index = part.method.findText(tr("Review", "What {laptop} wrote", laptop="\u2068مكتب 3\u2069"))
    part.method.setCurrentIndex(index)
    part.settle_all.click()
    assert phone_of(store, family) == SECOND
    part.undo()
    assert open_conflicts(store).total == 1


def test_only_one_field_is_listed_when_it_is_chosen(fleet, family, store, open_page):
    edited_apart(fleet, FIRST, SECOND)
    part = open_page("review", "conflicts").parts.part
    part.only.setCurrentIndex(1)
    part.only.chosen.emit(part.only.value)
    assert part.only.value == ("household", "phone")
    assert [case.key for case in part.model.rows] == [ConflictKey("household", family, "phone")]
    part.settle_all.click()
    assert part.only.value == ("", "")


def test_a_wrong_clock_is_told_as_what_it_is(fleet, family, store, open_page):
    ahead = working(fleet, "مكتب 9")
    edited_apart(fleet, FIRST)
    object.__setattr__(ahead.sources, "now", lambda: store.sources.now() + 10**12)
    call(ahead, family, SECOND)
    merged(store, fleet.export(ahead))
    part = open_page("review", "conflicts").parts.part
    wrong = tr("Review", "{when} by a clock that is wrong", when="")
    assert wrong.strip() in texts(part.card)


def test_what_was_settled_meanwhile_says_so(fleet, family, store, open_page, keys, live):
    edited_apart(fleet, FIRST, SECOND)
    part = open_page("review", "conflicts").parts.part
    live.bus.blockSignals(True)
    call(store, family, THIRD)
    live.bus.blockSignals(False)
    keys(part, Qt.Key.Key_Return)
    keys(part, Qt.Key.Key_F5)
    assert part.message.text
    assert phone_of(store, family) == THIRD
