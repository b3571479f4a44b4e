"""The desks of a convoy on its page: whom each serves, and what came back from their laptops."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.permissions import Role
from app.services.desks.closing import DeskCount, close_desk
from app.services.desks.plan import desk_plan
from app.services.household_card import household_card
from app.services.users import UserForm, add_user
from app.ui.convoys.desks_editor import DesksEditor
from app.ui.convoys.returns_view import ReturnsView
from tests.support.convoys import BOX
from tests.support.laptops import give_box, merged, register
from tests.ui.keyboard import type_text


@pytest.fixture
def page(fleet, open_page):
    """The fleet's convoy is today's."""
    register(fleet.coordinator, "بدوي حسن")
    return open_page("convoys")


def texts(widget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def rows(editor: DesksEditor) -> list[str]:
    return [editor.list.item(row).text() for row in range(editor.list.count())]


@pytest.fixture
def editor(page) -> DesksEditor:
    page.card.desks_wanted.emit()
    assert isinstance(page.task, DesksEditor)
    return page.task


def test_the_counts_follow_what_is_typed(editor, qtbot) -> None:
    before = rows(editor)
    type_text(editor.form.letters, "ب")
    qtbot.waitUntil(lambda: editor.message.text != "")
    assert editor.duties[0].letters == frozenset({"ب"})
    assert rows(editor) != before
    qtbot.keyClick(editor, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert editor.form.name.hasFocus()
    editor.form.walk_ins.click()
    qtbot.waitUntil(lambda: editor.message.text == "")
    assert len(rows(editor)) == 2


def test_desks_are_saved_with_the_keyboard(fleet, page, editor, save, keys) -> None:
    type_text(editor.form.letters, "ب-ث")
    keys(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    type_text(editor.form.name, "ش")
    editor.form.walk_ins.setFocus()
    keys(page, Qt.Key.Key_Space)
    save(page)
    assert page.task is None
    plan = desk_plan(fleet.coordinator, fleet.convoy.today.convoy_id)
    first, second = (desk.duty for desk in plan.desks)
    assert first.letters == frozenset("بتث")
    assert (second.name, second.walk_ins) == ("ش", True)
    assert household_card(fleet.coordinator, fleet.convoy.household_id).other_desk == "ش"
    assert "ش" in texts(page.card)


def test_somebody_joins_the_team_of_a_desk(fleet, page, save, keys) -> None:
    late = add_user(fleet.coordinator, UserForm("نادية", Role.VOLUNTEER))
    page.card.desks_wanted.emit()
    team = page.task.form.team
    row = next(at for at in range(team.count()) if "نادية" in team.item(at).text())
    team.setFocus()
    team.setCurrentRow(row)
    keys(page, Qt.Key.Key_Space)
    # Another desk and back: what was ticked is kept.
    keys(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.task.form.team.values == frozenset()
    page.task.list.setCurrentRow(0)
    assert late in team.values
    save(page)
    first, second = desk_plan(fleet.coordinator, fleet.convoy.today.convoy_id).desks
    assert late in first.team
    assert second.team == frozenset()


def test_a_desk_needs_a_name_of_its_own(fleet, page, editor, save, keys) -> None:
    keys(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    editor.form.name.clear()
    type_text(editor.form.name, "1")
    save(page)
    assert page.task is editor
    assert editor.form.name_field.wrong
    keys(page, Qt.Key.Key_Escape)
    assert page.task is None
    assert len(desk_plan(fleet.coordinator, fleet.convoy.today.convoy_id).desks) == 1


def test_laptops_are_ticked_off_as_their_files_come(fleet, page, keys) -> None:
    laptop = fleet.laptop("لابتوب ٢")
    give_box(laptop, fleet.convoy.household_id)
    page.card.returns_wanted.emit()
    view = page.task
    assert isinstance(view, ReturnsView)
    assert "لابتوب ٢" in view.message.text
    merged(fleet.coordinator, fleet.export(laptop))
    assert "لابتوب ٢" in view.message.text
    close_desk(laptop, DeskCount({BOX: 0}, "هدى", "أحمد", {BOX: "unknown"}))
    merged(fleet.coordinator, fleet.export(laptop))
    assert "لابتوب ٢" not in view.message.text
    assert "هدى" in texts(view)
    keys(page, Qt.Key.Key_Escape)
    assert page.task is None
