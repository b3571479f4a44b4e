"""From a closed laptop to the pages and back, with a real store."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest
from sqlmodel import select

from app.bootstrap import open_store
from app.db.tables import Workspace
from app.domain.permissions import Role
from app.services.day import today
from app.services.exchange.pack import Order, TeamMember, make_pack
from app.services.team.unlocking import set_pin
from app.services.users import UserForm, add_user
from app.ui import settings_file, shell
from app.ui.main_window import MainView
from app.ui.page import Page, PageSpec
from app.ui.settings_file import Settings
from app.ui.shell import Shell
from app.ui.start.flow import StartFlow
from app.ui.start.unlock import UnlockStep
from app.ui.start.welcome import WelcomeStep
from app.ui.style import theme
from app.ui.tasks import Tasks
from app.ui.team.lock_view import LockView
from app.ui.widgets.navigation import NavigationButton
from app.words.catalog import Marked
from tests.support.convoys import small_convoy
from tests.support.stores import PASSPHRASE, USER, cheap_derivation
from tests.ui.keyboard import type_text

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
PAGES = tuple(
    PageSpec(name, Marked("Test", name), "desk", lambda context: Page(context))
    for name in ("first", "second")
)


@pytest.fixture
def make(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(shell, "default_store_dir", lambda: tmp_path / "default")
    made = []

    def build(folder=None, **settings):
        path = tmp_path / "settings.json"
        if settings:
            settings_file.save(replace(Settings(), **settings), path)
        made.append(Shell(qapp, path, folder, tasks=Tasks(), pages=PAGES))
        qtbot.addWidget(made[-1].window)
        made[-1].show()
        return made[-1]

    yield build
    for each in made:
        each.close()


@pytest.fixture
def folder(store_template, tmp_path):
    import shutil

    return Path(shutil.copytree(store_template, tmp_path / "known"))


def rename(store):
    with store.write() as session:
        session.exec(select(Workspace)).one().name = "اسم جديد"


def unlock(made, qtbot):
    step = made.view.step
    type_text(step._edit, PASSPHRASE)
    step._go.click()
    qtbot.waitUntil(lambda: isinstance(made.view, MainView))


def test_the_first_start_is_arabic_and_welcomes(make, qapp):
    made = make()
    assert isinstance(made.view.step, WelcomeStep)
    assert qapp.isRightToLeft()
    assert (made.window.width(), made.window.height()) == (1366, 768)


def test_the_last_store_is_asked_for_and_remembered(make, folder, qtbot, tmp_path):
    made = make(folder)
    unlock(made, qtbot)
    made.close()
    assert settings_file.load(tmp_path / "settings.json").last_store == str(folder)
    again = make()
    assert isinstance(again.view.step, UnlockStep)
    unlock(again, qtbot)
    assert again.view.current == "first"


def test_a_last_store_that_is_gone_is_forgotten(make, tmp_path):
    made = make(last_store=str(tmp_path / "stick" / "store"))
    assert isinstance(made.view.step, WelcomeStep)


def test_language_and_theme_change_at_once_and_the_page_stays(make, folder, qtbot, qapp, tmp_path):
    made = make(folder)
    unlock(made, qtbot)
    made.view.open_page("second")
    chosen = replace(made.settings, language="en", theme="dark")
    made.bus.settings_chosen.emit(chosen)
    assert made.view.current == "second"
    assert not qapp.isRightToLeft()
    assert theme().name == "dark"
    made.close()
    assert settings_file.load(tmp_path / "settings.json") == chosen


def test_language_changes_before_a_store_is_open(make, qapp):
    made = make()
    made.bus.settings_chosen.emit(replace(made.settings, language="en"))
    assert isinstance(made.view.step, WelcomeStep)
    assert not qapp.isRightToLeft()


def test_a_commit_is_told_on_the_main_thread(make, folder, qtbot):
    made = make(folder)
    unlock(made, qtbot)
    seen = []
    made.bus.changed.connect(seen.append)
    threads = []
    made.bus.changed.connect(lambda kinds: threads.append(QThread.currentThread()))
    store = made._store
    with qtbot.waitSignal(made.bus.changed):
        made.tasks.run(lambda: rename(store), seen.append, kind="write", owner=made)
    assert frozenset({"workspace"}) in seen
    assert threads == [made.thread()]


def test_locking_closes_the_store_and_asks_again(make, folder, qtbot):
    made = make(folder)
    unlock(made, qtbot)
    made.bus.lock_wanted.emit()
    assert isinstance(made.view.step, UnlockStep)
    unlock(made, qtbot)


def test_a_workspace_is_made_from_nothing(make, qtbot, tmp_path):
    made = make()
    made.view.step._create.click()
    step = made.view.step
    for field, text in (
        (step._workspace.field, "التحالف"),
        (step._user.field, "منى"),
        (step._passphrase._first, PASSPHRASE),
        (step._passphrase._second, PASSPHRASE),
    ):
        type_text(field, text)
    with cheap_derivation():
        step._go.click()
        qtbot.waitUntil(lambda: made.view.step is not step, timeout=20_000)
    key = made.view.step._key.split()
    made.view.step._go.click()
    for field in made.view.step._fields:
        number = "".join(sign for sign in field._name.text() if sign.isdigit())
        type_text(field.field, key[int(number) - 1])
    made.view.step._go.click()
    qtbot.waitUntil(lambda: isinstance(made.view, MainView))
    assert (tmp_path / "default").is_dir()


def test_an_error_that_nobody_took_is_said_in_the_window(make, folder, qtbot):
    made = make(folder)
    assert isinstance(made.view, StartFlow)
    made.on_uncaught(ValueError("secret"))
    assert "secret" not in made.view.step.message.text != ""
    unlock(made, qtbot)
    made.tasks.failed.emit(ValueError("secret"))
    qtbot.waitUntil(made.view._message.isVisible)


@pytest.fixture
def shared(folder):
    """A store whose laptop two people share."""
    store = open_store(folder, PASSPHRASE)
    with cheap_derivation():
        samia = add_user(store, UserForm("سامية", Role.VOLUNTEER))
        set_pin(store, samia, "4821")
    store.close()
    return folder


def open_shared(made, qtbot):
    step = made.view.step
    type_text(step._edit, PASSPHRASE)
    step._go.click()
    qtbot.waitUntil(lambda: isinstance(made.view, LockView))


def say_who(made, name, secret, qtbot):
    view = made.view
    qtbot.waitUntil(lambda: view.people.count() == 2)
    if view.people.person.name != name:
        first = view.people.currentRow() == 0
        QTest.keyClick(view.edit, Qt.Key.Key_Down if first else Qt.Key.Key_Up)
    type_text(view.edit, secret)
    QTest.keyClick(view.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(made.view, MainView))


def take_turns(made, qtbot):
    made.window.activateWindow()
    qtbot.waitUntil(lambda: made.window.isActiveWindow() and made.view.isVisible())
    QTest.keyClick(made.view, Qt.Key.Key_U, CTRL_SHIFT)
    assert isinstance(made.view, LockView)
    qtbot.waitUntil(made.view.edit.hasFocus)


def person_button(made):
    found = made.view.findChildren(NavigationButton)
    return next(one for one in found if one.text() in {"سامية", USER})


def test_a_shared_laptop_asks_who_is_at_work_before_it_shows_anything(make, shared, qtbot):
    made = make(shared)
    open_shared(made, qtbot)
    say_who(made, "سامية", "4821", qtbot)
    assert person_button(made).text() == "سامية"
    words = made.settings.words().translate("Navigation", "Let somebody else take over")
    assert words in person_button(made).toolTip()


def test_people_take_turns_by_one_key_and_the_page_stays(make, shared, qtbot):
    made = make(shared)
    open_shared(made, qtbot)
    say_who(made, USER, PASSPHRASE, qtbot)
    made.view.open_page("second")
    view = made.view
    take_turns(made, qtbot)
    QTest.keyClick(made.view.edit, Qt.Key.Key_Escape)
    assert made.view is view  # nobody else came: all is as it was
    take_turns(made, qtbot)
    say_who(made, "سامية", "4821", qtbot)
    assert made.view is not view
    assert (made.view.current, person_button(made).text()) == ("second", "سامية")


def test_an_idle_laptop_shows_nothing_until_it_is_known_who_is_there(make, folder, qtbot):
    made = make(folder)
    unlock(made, qtbot)
    view = made.view
    made.idle.idle.emit()
    assert isinstance(made.view, LockView)
    assert not view.isVisible()
    made.idle.idle.emit()  # nothing more happens
    assert isinstance(made.view, LockView)
    say = made.view
    qtbot.waitUntil(lambda: say.people.count() == 1)
    type_text(say.edit, PASSPHRASE)
    QTest.keyClick(say.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: made.view is view)
    assert view.isVisible()
    made.idle.idle.emit()
    made.bus.lock_wanted.emit()  # and from there the store can be closed
    assert isinstance(made.view.step, UnlockStep)
    unlock(made, qtbot)


def test_a_laptop_joins_through_the_window_and_stands_at_its_desk(make, folder, qtbot, tmp_path):
    office = open_store(folder, PASSPHRASE)
    convoy = small_convoy(office)
    team = (TeamMember("سامية"), TeamMember("نادية"))
    order = Order("لابتوب ٢", Role.VOLUNTEER, convoy_id=convoy.today.convoy_id, team=team)
    with cheap_derivation():
        packed = make_pack(office, tmp_path / "p.qafila", order)
    office.close()
    made = make()
    made.view._join()
    step = made.view.step
    for edit, text in (
        (step.path, str(packed.file.path)),
        (step.code, packed.code),
        (step.passphrase._first, PASSPHRASE),
        (step.passphrase._second, PASSPHRASE),
    ):
        type_text(edit, text)
    with cheap_derivation():
        step._go.click()
        qtbot.waitUntil(lambda: isinstance(made.view, LockView), timeout=20_000)
    qtbot.waitUntil(lambda: made.view.people.count() == 2)
    name = made.view.people.person.name
    pin = next(one.pin for one in packed.team if one.name == name)
    type_text(made.view.edit, pin)
    QTest.keyClick(made.view.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(made.view, MainView))
    day = today(made._store)
    assert (day.convoy_name, day.desk_name) == ("قافلة سوهاج", "لابتوب ٢")
