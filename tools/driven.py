"""One laptop's real window, offscreen, and somebody at its keyboard."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from app.db.store import Store
from app.ui import settings_file
from app.ui.application import Application
from app.ui.main_window import MainView
from app.ui.page import Page
from app.ui.printing import AS_PDF
from app.ui.settings_file import Settings
from app.ui.shell import Shell
from app.ui.start.flow import StartFlow
from app.ui.start.join import JoinStep
from app.ui.start.step import Step
from app.ui.start.welcome import WelcomeStep
from tools.keys import CTRL, press, type_text
from tools.screenshots import WatchedTasks, settle

_PATIENCE: Final = 180.0  # seconds; a laptop under load is slow, not broken
_Page = TypeVar("_Page", bound=Page)


class Driven:
    """A window over the store in `folder`, which need not be there yet."""

    def __init__(self, app: Application, out: Path, name: str, folder: Path) -> None:
        self.name = name
        self.receipts = out / "receipts" / name
        self._app = app
        self._pictures = out / "screenshots"
        self._pictures.mkdir(parents=True, exist_ok=True)
        settings = Settings(printer=AS_PDF, receipts_folder=str(self.receipts))
        path = out / f"{name}.json"
        settings_file.save(settings, path)
        self._tasks = WatchedTasks()
        with patch("app.ui.shell.default_store_dir", lambda: folder):
            self._shell = Shell(app, path, tasks=self._tasks)
            self._shell.show()
        self.look_at()

    @property
    def store(self) -> Store:
        """The open store."""
        return self.view.findChild(Page).context.store

    @property
    def view(self) -> MainView:
        """The pages."""
        view = self._shell.view
        assert isinstance(view, MainView)
        return view

    def look_at(self) -> None:
        """Turn to this laptop: its window takes the keyboard."""
        self._shell.window.activateWindow()
        QApplication.processEvents()

    def unlock(self, passphrase: str) -> None:
        """Type the passphrase of a store that is there."""
        edit = self._step(Step).findChild(QLineEdit)
        assert isinstance(edit, QLineEdit)
        type_text(edit, passphrase)
        press(edit, Qt.Key.Key_Return)
        self.until(lambda: isinstance(self._shell.view, MainView))

    def join(self, pack: Path, code: str, passphrase: str) -> None:
        """Make this laptop's store from its pack."""
        self._step(WelcomeStep).join_chosen.emit()
        step = self._step(JoinStep)
        type_text(step.path, str(pack))
        type_text(step.code, code)
        type_text(step.passphrase.first.field, passphrase)
        type_text(step.passphrase.last, passphrase)
        self.picture(f"join-{self.name}")
        press(step.passphrase.last, Qt.Key.Key_Return, CTRL)
        self.until(lambda: isinstance(self._shell.view, MainView))

    def page(self, kind: type[_Page], page_id: str, argument: object = None) -> _Page:
        """Bring a page to the front."""
        self.look_at()
        self.view.open_page(page_id, argument)
        self.until(lambda: any(page.isVisible() for page in self.view.findChildren(kind)))
        return next(page for page in self.view.findChildren(kind) if page.isVisible())

    def badge(self, page_id: str) -> str:
        """The count beside a page's name; empty for none."""
        settle(self._app, self._tasks)
        return self.view.badge(page_id)

    def keys(self, at: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is, once the window shows what it has to show."""
        settle(self._app, self._tasks)
        press(at.window().focusWidget() or at, key, modifier)

    def picture(self, name: str) -> None:
        """Keep what the window shows."""
        settle(self._app, self._tasks)
        number = len(list(self._pictures.iterdir())) + 1
        self._shell.window.grab().save(str(self._pictures / f"{number:02}-{name}.png"))

    def until(self, reached: Callable[[], bool]) -> None:
        """Wait for what must come. Raises TimeoutError."""
        end = time.monotonic() + _PATIENCE
        while not reached():
            if time.monotonic() > end:
                self.picture("stuck")
                raise TimeoutError
            settle(self._app, self._tasks)

    def close(self) -> None:
        """Finish what is being written and close the store."""
        self._shell.close()
        self._shell.window.close()

    def _step(self, kind: type[Step]) -> "Step":
        flow = self._shell.view
        assert isinstance(flow, StartFlow)
        self.until(lambda: isinstance(flow.step, kind))
        return flow.step


@contextmanager
def choosing(path: Path) -> Iterator[None]:
    """Whoever is asked for a file or a folder meanwhile chooses this one; for a file to write, it
    is the folder."""

    def to_write(_parent: object, _title: str, name: str, *_rest: object) -> tuple[str, str]:
        return str(path / name), ""

    with (
        patch.object(QFileDialog, "getExistingDirectory", lambda *_: str(path)),
        patch.object(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], "")),
        patch.object(QFileDialog, "getSaveFileName", to_write),
    ):
        yield
