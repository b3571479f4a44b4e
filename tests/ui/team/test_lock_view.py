"""Who is at work: chosen and proven by keys alone."""

import pytest
from PySide6.QtCore import Qt

from app.domain.permissions import Role
from app.services.team.members import put_to_work
from app.services.users import UserForm, add_user
from app.ui.team.lock_view import LockView, Why
from tests.support.stores import PASSPHRASE, USER, cheap_derivation
from tests.ui.keyboard import type_text


@pytest.fixture
def show(live, qtbot):
    def make(why=Why.IDLE, hint=""):
        view = LockView(live, why, hint)
        view.passed = []
        view.unlocked.connect(view.passed.append)
        qtbot.addWidget(view)
        view.resize(1280, 720)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.entered()
        return view

    return make


def try_secret(view, text, qtbot):
    type_text(view.edit, text)
    qtbot.keyClick(view.edit, Qt.Key.Key_Return)


def go_to(view, name, qtbot):
    for _ in range(view.people.count()):
        qtbot.keyClick(view.edit, Qt.Key.Key_Up)
    while view.people.person.name != name and view.people.currentRow() + 1 < view.people.count():
        qtbot.keyClick(view.edit, Qt.Key.Key_Down)


def test_a_volunteer_takes_over_by_arrow_and_pin(show, team, store, qtbot):
    view = show(Why.SWITCH)
    assert [person.name for person in view.people.people] == ["سامية", USER, "نادية"]
    assert view.people.person.name == USER
    go_to(view, "نادية", qtbot)
    try_secret(view, "٢٤٦٨", qtbot)
    assert view.passed == [team["نادية"]]
    assert store.actor == team["نادية"]


def test_a_wrong_pin_waits_says_so_and_forgets_what_was_typed(show, team, store, qtbot):
    put_to_work(store, team["سامية"])
    view = show()
    try_secret(view, "1234", qtbot)
    assert view.passed == []
    assert view.edit.text() == ""
    assert "4" in view.secret.wrong or "٤" in view.secret.wrong
    assert not view.go.isEnabled()
    qtbot.waitUntil(view.go.isEnabled, timeout=4_000)
    try_secret(view, "4821", qtbot)
    assert view.passed == [team["سامية"]]


def test_after_five_wrong_pins_the_passphrase_is_asked_for(show, team, store, qtbot, live):
    put_to_work(store, team["سامية"])
    view = show()
    for _ in range(5):
        view._waiting.stop()
        view._enable(on=True)
        try_secret(view, "1234", qtbot)
    word = live.words.translate("Team", "Passphrase of this laptop")
    assert view.secret._name.text() == word
    assert view.go.isEnabled()
    try_secret(view, "nonsense here", qtbot)
    assert view.secret.wrong
    try_secret(view, PASSPHRASE, qtbot)
    assert view.passed == [team["سامية"]]


def test_somebody_else_of_the_workspace_comes_with_a_passphrase(show, team, store, qtbot):
    with cheap_derivation():
        huda = add_user(store, UserForm("هدى", Role.SUPERVISOR, passphrase="أربع كلمات لا تنسى"))
    view = show()
    qtbot.mouseClick(view._others, Qt.MouseButton.LeftButton)
    assert view.people.person.name == "هدى"
    assert not view._others.isVisible()
    try_secret(view, "أربع كلمات لا تنسى", qtbot)
    assert (view.passed, store.actor) == ([huda], huda)


def test_going_back_is_only_for_a_switch(show, team, qtbot):
    seen = []
    locked = show()
    locked.left.connect(lambda: seen.append("locked"))
    qtbot.keyClick(locked.edit, Qt.Key.Key_Escape)
    assert seen == []
    switch = show(Why.SWITCH)
    switch.left.connect(lambda: seen.append("switch"))
    qtbot.keyClick(switch.edit, Qt.Key.Key_Escape)
    assert seen == ["switch"]


def test_the_demonstration_tells_its_passphrase(show, store, qtbot):
    view = show(hint="qafila-demo")
    assert "qafila-demo" in view.secret._below.text()
    try_secret(view, "", qtbot)
    assert view.passed == []
