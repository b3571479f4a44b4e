"""The one window: the start while no store is open, then the pages."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from app.config import default_store_dir
from app.ui import messages, settings_file
from app.ui.application import Application
from app.ui.bus import Bus
from app.ui.context import StartContext, UiContext
from app.ui.idle import IdleWatch
from app.ui.main_window import MainView
from app.ui.page import PageSpec
from app.ui.registry import PAGES
from app.ui.settings_file import Settings
from app.ui.start import work
from app.ui.start.flow import StartFlow
from app.ui.tasks import Tasks
from app.ui.team.lock_view import LockView, Why
from app.ui.tr import tr

if TYPE_CHECKING:
    from app.db.store import Store
    from app.services.team.members import Member

_WIDTH, _HEIGHT = 1366, 768
# Narrower "screens" are those of no display at all.
_NARROWEST = 1024


class Shell(QObject):
    """Owns the window, the settings, and the store while one is open."""

    _committed = Signal(object)

    def __init__(
        self,
        app: Application,
        settings_path: Path,
        folder: Path | None = None,
        *,
        tasks: Tasks | None = None,
        pages: tuple[PageSpec, ...] = PAGES,
    ) -> None:
        """`folder` is the store to open; without it the last one, if it is still there."""
        super().__init__()
        self._app = app
        self._settings_path = settings_path
        self._folder = folder
        self._pages = pages
        self._store: Store | None = None
        self._person = ""
        self._kept: MainView | None = None
        self.settings = settings_file.load(settings_path)
        self.tasks = tasks or Tasks(self)
        self.bus = Bus(self)
        self.window = QMainWindow()
        # A commit is told on the thread that wrote; this signal carries it to the main thread.
        self._committed.connect(self.bus.changed)
        self.bus.settings_chosen.connect(self._on_settings_chosen)
        self.bus.lock_wanted.connect(self.lock)
        self.bus.switch_wanted.connect(lambda: self._ask_who(Why.SWITCH))
        self.idle = IdleWatch(app)
        self.idle.idle.connect(lambda: self._ask_who(Why.IDLE))
        self.tasks.failed.connect(self._on_failed)
        app.aboutToQuit.connect(self.close)

    def show(self) -> None:
        """Build the first view and show the window, filling a small screen."""
        self._app.apply(self.settings)
        self._show_start(self._known_folder())
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.window.resize(_WIDTH, _HEIGHT)
        if _NARROWEST <= screen.width() <= _WIDTH:
            self.window.showMaximized()
        else:
            self.window.show()

    @property
    def view(self) -> QWidget:
        """What the window shows: a `StartFlow`, a `MainView` or a `LockView`."""
        shown = self.window.centralWidget()
        assert shown is not None
        return shown

    def lock(self) -> None:
        """Close the store and ask for its passphrase again."""
        store, self._store = self._store, None
        if store is None:
            return
        self._drop_kept()
        self._show_start(store.folder)
        # After the writes that were asked for, on their thread.
        self.tasks.run(store.close, lambda _nothing: None, kind="write", owner=self)

    def close(self) -> None:
        """Finish what is being written and close the store."""
        self.tasks.close()
        if self._store is not None:
            self._store.close()
            self._store = None

    def _known_folder(self) -> Path | None:
        if self._folder is not None:
            return self._folder
        candidates = [Path(self.settings.last_store)] if self.settings.last_store else []
        candidates.append(default_store_dir())
        return next((folder for folder in candidates if folder.is_dir()), None)

    def _show_start(self, known: Path | None) -> None:
        context = StartContext(self.settings.words(), self.tasks, self.bus, self.settings)
        flow = StartFlow(context, known, self._folder or default_store_dir(), _demo_dir())
        self.idle.stop()
        flow.opened.connect(self._on_opened)
        flow.finished.connect(self._enter)
        self.window.setWindowTitle(tr("Navigation", "Qafila"))
        self.window.setCentralWidget(flow)

    def _enter(self) -> None:
        """The pages, once it is known who is at work: a team is asked."""
        assert self._store is not None
        self.tasks.run(partial(_who, self._store), self._on_team, owner=self)

    def _on_team(self, found: "tuple[tuple[Member, ...], str]") -> None:
        team, self._person = found
        if self._store is None:
            return
        shared = len(team) > 1 and any(person.has_pin for person in team)
        ended = self._store.actor not in {person.id for person in team}
        if team and (shared or ended):
            self._ask_who(Why.OPENED)
        else:
            self._show_pages()

    def _ask_who(self, why: Why) -> None:
        """Shows nothing but the names of the team. The pages stay as they are meanwhile."""
        if self._store is None or isinstance(self.view, LockView):
            return
        self.idle.stop()
        if isinstance(self.view, MainView):
            self._kept = self.view
            self.window.takeCentralWidget()
            self._kept.hide()
        hint = work.demonstration_passphrase() if self._store.folder == _demo_dir() else ""
        asked = LockView(self._context(), why, hint)
        actor = self._store.actor
        asked.unlocked.connect(lambda user_id: self._on_unlocked(changed=user_id != actor))
        asked.left.connect(lambda: self._on_unlocked(changed=False))
        self.window.setCentralWidget(asked)
        asked.show()  # the window's layout would show it a moment later, too late for the focus
        asked.entered()

    def _on_unlocked(self, *, changed: bool) -> None:
        kept, self._kept = self._kept, None
        if kept is not None and not changed:
            self.window.setCentralWidget(kept)
            kept.show()
            kept.open_page(kept.current)
            self.idle.start(float(self.settings.lock_minutes))
            return
        page_id = kept.current if kept is not None else ""
        if kept is not None:
            kept.deleteLater()
        assert self._store is not None

        def show(found: "tuple[tuple[Member, ...], str]") -> None:
            self._person = found[1]
            self._show_pages(page_id)

        self.tasks.run(partial(_who, self._store), show, owner=self)

    def _drop_kept(self) -> None:
        if self._kept is not None:
            self._kept.deleteLater()
            self._kept = None

    def _context(self) -> UiContext:
        assert self._store is not None
        return UiContext(self._store, self.settings.words(), self.tasks, self.bus, self.settings)

    def _show_pages(self, page_id: str = "") -> None:
        view = MainView(self._context(), self._pages, tr("Navigation", "Qafila"), self._person)
        self.window.setCentralWidget(view)
        view.open_page(page_id or self._pages[0].id)
        self.idle.watch(self.window.windowHandle())
        self.idle.start(float(self.settings.lock_minutes))

    def _on_opened(self, store: "Store") -> None:
        self._store = store
        store.on_commit(self._committed.emit)
        if store.folder != _demo_dir():
            self._save(settings_file.with_store(self.settings, store.folder))

    def _on_settings_chosen(self, settings: Settings) -> None:
        self._save(settings)
        self._app.apply(settings)
        view = self.view
        if isinstance(view, MainView):
            self._show_pages(view.current)
        elif self._store is None:
            self._show_start(self._known_folder())

    def _save(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            path = self._settings_path
            self.tasks.run(
                lambda: settings_file.save(settings, path),
                lambda _nothing: None,
                kind="write",
                owner=self,
            )

    def _on_failed(self, error: Exception) -> None:
        view = self.view
        if isinstance(view, StartFlow):
            view.step.show_error(error)
        elif isinstance(view, MainView | LockView):
            view.show_error(error)

    def on_uncaught(self, error: BaseException) -> None:
        """What nothing caught: said in the window, logged without what it quotes."""
        if isinstance(error, Exception):
            self._on_failed(error)
        else:
            messages.log_unexpected(error)


def _who(store: "Store") -> "tuple[tuple[Member, ...], str]":
    """The team of the laptop, and the name of whoever is at work."""
    from app.services.team.members import at_work, team_here

    return team_here(store), at_work(store)


def _demo_dir() -> Path:
    return default_store_dir().parent / "demonstration"
