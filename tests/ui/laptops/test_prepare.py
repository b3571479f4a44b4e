"""Preparing a laptop through the window: by keys, to a file, with its code on paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from app import bootstrap
from app.domain.permissions import Role
from app.services.day import today
from app.services.team.laptops import LaptopState
from app.services.team.members import put_to_work, team_here
from app.services.team.unlocking import unlock_as
from app.services.users import UserForm, add_user
from app.ui.laptops import code_view
from app.ui.laptops.code_view import CodeView
from app.ui.laptops.prepare_form import PrepareForm
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, cheap_derivation, new_store
from tests.ui.keyboard import type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def prepare(show, convoy, qtbot):
    def make():
        part = show()
        qtbot.keyClick(part.table, Qt.Key.Key_N, CTRL)
        assert isinstance(part.task, PrepareForm)
        return part

    return make


@pytest.fixture
def stick(monkeypatch, tmp_path):
    """Where whoever is asked says to write."""
    chosen = []

    def answer(_parent, _title, name, _kinds):
        chosen.append(name)
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return chosen


def add_member(form, name, qtbot):
    type_text(form.team.name, name)
    qtbot.keyClick(form.team.name, Qt.Key.Key_Return)


def write(form, qtbot):
    with cheap_derivation():
        qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)


def test_a_laptop_is_prepared_and_joins_at_its_desk(prepare, store, stick, qtbot, tmp_path):
    kept = add_user(store, UserForm("هدى السيد", Role.SUPERVISOR))
    part = prepare()
    form = part.task
    assert form.convoy.value.name == "قافلة سوهاج"
    assert form.villages.values == {"EG260101"}
    type_text(form.name, "لابتوب: ٣")
    form.role.choose(Role.SUPERVISOR)
    add_member(form, "سامية", qtbot)
    add_member(form, "هدي السيد", qtbot)  # on file in another spelling
    type_text(form.desk.name, "مكتب ٣")
    type_text(form.desk.letters, "س، م")
    type_text(form.desk.first, "١")
    type_text(form.desk.last, "40")
    form.desk.walk_ins.setChecked(True)
    write(form, qtbot)
    assert stick == ["لابتوب ٣.qafila"]  # what no file system takes is not in the name
    assert isinstance(part.task, CodeView)
    packed = part.task._ready.packed
    assert [(one.name, one.role) for one in packed.team] == [
        ("سامية", Role.VOLUNTEER),
        ("هدى السيد", Role.SUPERVISOR),
    ]
    assert packed.team[1].user_id == kept
    with cheap_derivation():
        joined = bootstrap.join_workspace(
            tmp_path / "s2", packed.file.path, packed.code, PASSPHRASE, sources=seeded_sources(9)
        )
    assert today(joined).desk_name == "مكتب ٣"
    assert len(team_here(joined)) == 2
    unlock_as(joined, packed.team[1].user_id, packed.team[1].pin)
    joined.close()


def test_the_code_and_pins_are_shown_once_and_printed(prepare, stick, qtbot, monkeypatch):
    part = prepare()
    form = part.task
    type_text(form.name, "لابتوب ٣")
    add_member(form, "سامية", qtbot)
    write(form, qtbot)
    view = part.task
    shown = " ".join(found.text() for found in view.findChildren(QLabel))
    sheet = view.sheet()
    assert (sheet.laptop, sheet.convoy, sheet.desk) == ("لابتوب ٣", "قافلة سوهاج", "لابتوب ٣")
    assert "سامية" in shown
    printed = []
    monkeypatch.setattr(code_view, "choose_printer", lambda _: "printer")
    monkeypatch.setattr(code_view, "draw_pdf", lambda pdf, printer: printed.append(pdf[:4]))
    qtbot.keyClick(view, Qt.Key.Key_P, CTRL)
    assert printed == [b"%PDF"]
    assert view.message.text
    monkeypatch.setattr(code_view, "choose_printer", lambda _: None)
    qtbot.keyClick(view, Qt.Key.Key_P, CTRL)
    assert view.message.text
    qtbot.keyClick(view, Qt.Key.Key_Return, CTRL)
    assert part.task is None
    assert [one.name for one in part.model.rows][1:] == ["لابتوب ٣"]
    assert part.model.rows[1].state is LaptopState.PREPARED
    assert part.card.ending.isVisible()


def test_what_is_missing_or_taken_is_said_beside_its_field(prepare, store, stick, qtbot):
    form = prepare().task
    write(form, qtbot)
    assert form._name.wrong
    type_text(form.name, "لابتوب ٣")
    write(form, qtbot)
    assert form._team.wrong
    assert stick == []
    add_member(form, "سامية", qtbot)
    with store.read() as session:
        name = session.connection().exec_driver_sql("SELECT name FROM device").scalar()
    form.name.clear()
    type_text(form.name, name)
    write(form, qtbot)
    assert form._name.wrong
    assert form._go.isEnabled()


def test_a_name_that_was_typed_and_not_added_is_not_lost(prepare, stick, qtbot):
    part = prepare()
    type_text(part.task.name, "لابتوب ٣")
    type_text(part.task.team.name, "سامية")
    write(part.task, qtbot)
    assert [one.name for one in part.task._ready.packed.team] == ["سامية"]


def test_somebody_added_by_mistake_is_taken_out(prepare, qtbot):
    team = prepare().task.team
    for name in ("سامية", "نادية", "ساميه"):
        type_text(team.name, name)
        qtbot.keyClick(team.name, Qt.Key.Key_Return)
    assert [one.name for one in team.members] == ["سامية", "نادية"]
    qtbot.keyClick(team.list, Qt.Key.Key_Delete)
    assert [one.name for one in team.members] == ["سامية"]


def test_another_coordinator_needs_the_recovery_key(live, qtbot, tmp_path, stick, settings):
    made = new_store(tmp_path / "own", seeded_sources(7))
    form = PrepareForm(type(live)(made.store, live.words, live.tasks, live.bus, settings))
    qtbot.addWidget(form)
    form.show()
    form.begin()
    assert not form.key.isVisible()
    form.role.choose(Role.COORDINATOR)
    assert form.key.isVisible()
    type_text(form.name, "لابتوب هدى")
    type_text(form.team.name, "هدى")
    form.team.role.choose(Role.COORDINATOR)
    form.team.add()
    seen = []
    form.ready.connect(seen.append)
    form.key.setText("1" * 40)
    with cheap_derivation():
        form.write_to(tmp_path / "p.qafila")
    assert form._key.wrong
    form.key.setText(made.recovery_key.replace(" ", ""))
    with cheap_derivation():
        form.write_to(tmp_path / "p.qafila")
    assert len(seen) == 1
    made.store.close()


def test_somebody_on_file_is_chosen_by_keys_and_keeps_their_role(prepare, store, qtbot):
    kept = add_user(store, UserForm("هدى السيد", Role.SUPERVISOR))
    team = prepare().task.team
    team.known.setFocus()
    at = team.known.findText("هدى السيد")
    for _ in range(at):
        qtbot.keyClick(team.known, Qt.Key.Key_Down)
    assert team.name.text() == "هدى السيد"
    assert not team.role.isEnabled()
    qtbot.keyClick(team.name, Qt.Key.Key_Return)
    assert [one.user_id for one in team.members] == [kept]
    assert team.known.currentIndex() == 0
    assert team.role.isEnabled()


def test_escape_leaves_the_form_and_nothing_was_made(prepare, qtbot):
    part = prepare()
    before = len(part.model.rows)
    type_text(part.task.name, "لابتوب ٣")
    qtbot.keyClick(part.task.name, Qt.Key.Key_Escape)
    assert part.task is None
    assert len(part.model.rows) == before


def test_a_volunteer_sees_the_laptops_and_prepares_none(show, store, convoy):
    put_to_work(store, add_user(store, UserForm("سامية", Role.VOLUNTEER)))
    part = show()
    assert len(part.model.rows) == 1
    assert not part.prepare_button.isVisible()
    assert not part.card.ending.isVisible()
