"""People and ends of rights through the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.domain.permissions import Role
from app.services.exchange.pack import Order, make_pack
from app.services.team.laptops import LaptopState, laptops
from app.services.team.members import put_to_work
from app.services.team.unlocking import unlock_as
from app.services.users import UserForm, add_user, users
from tests.support.stores import USER, cheap_derivation
from tests.ui.keyboard import type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def press(ending, qtbot):
    """Ask, read, and do it."""
    first = ending.findChildren(QPushButton)[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert ending.go.isVisible()
    qtbot.mouseClick(ending.go, Qt.MouseButton.LeftButton)


def test_a_new_volunteer_is_let_in_by_keys(show, store, qtbot):
    part = show("people")
    qtbot.keyClick(part.table, Qt.Key.Key_N, CTRL)
    type_text(part.card.name, "سامية")
    type_text(part.card.phone, "٠١٠١٢٣٤٥٦٧٨")
    type_text(part.card.passphrase, "أربع كلمات لا تنسى")
    with cheap_derivation():
        qtbot.keyClick(part.card, Qt.Key.Key_Return, CTRL)
    found = {one.name: one for one in users(store)}["سامية"]
    assert (found.role, found.phone, found.has_passphrase) == (
        Role.VOLUNTEER,
        "01012345678",
        True,
    )
    assert part.card.name.text() == "سامية"
    assert not part.card.role.isEnabled()


def test_what_is_wrong_is_said_beside_its_field(show, store, qtbot):
    part = show("people")
    qtbot.keyClick(part.table, Qt.Key.Key_N, CTRL)
    card = part.card
    qtbot.keyClick(card, Qt.Key.Key_Return, CTRL)
    name, role, key, phone, passphrase = card.form.findChildren(type(card._role))
    assert name.wrong
    type_text(card.name, USER)
    qtbot.keyClick(card, Qt.Key.Key_Return, CTRL)
    assert name.wrong
    card.name.clear()
    type_text(card.name, "سامية")
    type_text(card.passphrase, "قصيرة")
    qtbot.keyClick(card, Qt.Key.Key_Return, CTRL)
    assert passphrase.wrong
    card.passphrase.clear()
    card.role.choose(Role.COORDINATOR)
    assert card.key.isVisible()
    qtbot.keyClick(card, Qt.Key.Key_Return, CTRL)
    assert key.wrong
    assert not role.wrong
    assert not phone.wrong
    assert len(users(store)) == 1


def test_a_person_is_corrected_and_ended_and_the_words_come_first(show, store, qtbot):
    samia = add_user(store, UserForm("سامية", Role.VOLUNTEER))
    part = show("people")
    assert part.model.rows[part.table.currentIndex().row()].id == samia
    card = part.card
    card.name.clear()
    type_text(card.name, "سامية علي")
    qtbot.keyClick(card, Qt.Key.Key_Return, CTRL)
    assert users(store)[0].name == "سامية علي"
    ending = part.card.ending
    assert not ending.go.isVisible()
    qtbot.mouseClick(ending.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(ending._keep, Qt.MouseButton.LeftButton)
    assert not ending.go.isVisible()
    press(ending, qtbot)
    assert {one.name: one.role for one in users(store)}["سامية علي"] is None
    assert not part.card.ending.isVisible()


def test_nobody_ends_themselves(show):
    part = show("people")
    assert part.card.name.text() == USER
    assert not part.card.ending.isVisible()


def test_a_laptop_is_ended_in_the_list(show, store, convoy, tmp_path, qtbot):
    with cheap_derivation():
        make_pack(store, tmp_path / "p.qafila", Order("لابتوب ٢", Role.VOLUNTEER))
    part = show()
    qtbot.keyClick(part.table, Qt.Key.Key_Down)
    assert part.card.ending.isVisible()
    press(part.card.ending, qtbot)
    assert laptops(store)[1].state is LaptopState.ENDED
    assert part.model.rows[1].state is LaptopState.ENDED
    assert not part.card.ending.isVisible()


def test_a_volunteer_changes_nobody(show, store):
    put_to_work(store, add_user(store, UserForm("سامية", Role.VOLUNTEER)))
    part = show("people")
    assert not part.add_button.isVisible()
    assert not part.card.save_button.isVisible()
    assert not part.card.form.isEnabled()
    assert not part.card.pin.isVisible()


def test_a_supervisor_gives_a_volunteer_a_new_pin(show, store, qtbot):
    samia = add_user(store, UserForm("سامية", Role.VOLUNTEER))
    put_to_work(store, add_user(store, UserForm("هدى", Role.SUPERVISOR)))
    part = show("people")
    assert not part.card.form.isEnabled()
    pin = part.card.pin
    assert pin.isVisible()
    type_text(pin.edit, "11")
    qtbot.keyClick(pin.edit, Qt.Key.Key_Return)
    assert pin.field.wrong
    pin.edit.clear()
    type_text(pin.edit, "٢٤٦٨")
    with cheap_derivation():
        qtbot.keyClick(pin.edit, Qt.Key.Key_Return)
    unlock_as(store, samia, "2468")
    for _ in range(2):
        qtbot.keyClick(part.table, Qt.Key.Key_Down)
    assert part.card.name.text() == "هدى"
    assert not part.card.pin.isVisible()
