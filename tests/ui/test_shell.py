"""From a closed laptop to the pages and back, with a real store."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from sqlmodel import select

from app.db.tables import Workspace
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
from app.words.catalog import Marked
from tests.support.stores import PASSPHRASE, cheap_derivation
from tests.ui.keyboard import type_text

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
    assert isinstance(made.view, MainView)
    assert (tmp_path / "default").is_dir()


def test_an_error_that_nobody_took_is_said_in_the_window(make, folder, qtbot):
    made = make(folder)
    assert isinstance(made.view, StartFlow)
    made.on_uncaught(ValueError("secret"))
    assert "secret" not in made.view.step.message.text != ""
    unlock(made, qtbot)
    made.tasks.failed.emit(ValueError("secret"))
    qtbot.waitUntil(made.view._message.isVisible)
