"""Draw every page in both languages and themes into `out/screenshots`: `make screenshots`.

`python -m tools.screenshots merge review` draws these pages only. At 1366×768, and at 1920×1080
with everything half as large again. The pictures are for looking at; text that does not fit is
also listed, and fails.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop

from app.ui import settings_file
from app.ui.application import Application
from app.ui.context import StartContext
from app.ui.main_window import MainView
from app.ui.registry import PAGES
from app.ui.settings_file import Settings
from app.ui.shell import Shell
from app.ui.tasks import Kind, Tasks
from app.ui.tokens import ThemeName
from app.words.plurals import Language
from tools.fits import StrayWindows, misfits
from tools.scenes import SCENES, Sample, make_sample, start_steps, unlock
from tools.team_scenes import lock_views

OUT = Path(__file__).resolve().parent.parent / "out" / "screenshots"
LARGE = "--large"
_CALM_MS = 250
# Logical pixels; the large one is 1920×1080 on the screen.
SIZES = {"": (1366, 768), LARGE: (1280, 720)}
LANGUAGES: tuple[Language, ...] = ("ar", "en")
THEMES: tuple[ThemeName, ...] = ("light", "dark")


class WatchedTasks(Tasks):
    """Knows whether anything is still to be done."""

    def __init__(self) -> None:
        super().__init__()
        self._running: set[Future[None]] = set()

    def _submit(self, kind: Kind, work: Callable[[], None]) -> None:
        super()._submit(kind, work)
        # A second piece of work on the same thread ends after the first.
        self._running.add(self._pools[kind].submit(lambda: None))

    @property
    def is_idle(self) -> bool:
        """Whether all that was asked for has been done."""
        self._running = {future for future in self._running if not future.done()}
        return not self._running


def settle(app: Application, tasks: WatchedTasks) -> None:
    """Let the window come to rest: work done, told, laid out and painted."""
    # Longer than the fields wait for the next letter before they search.
    calm = QDeadlineTimer(_CALM_MS)
    while not calm.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if not tasks.is_idle:
            calm = QDeadlineTimer(_CALM_MS)


def draw(size: tuple[int, int], suffix: str, only: frozenset[str]) -> list[str]:
    """All pages, or those named, in all variants; what does not fit."""
    app = Application(sys.argv[:1])
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        first = make_sample(Path(folder) / "sample")
        for language in LANGUAGES:
            for theme in THEMES:
                sample = first.copied(Path(folder) / f"{language}-{theme}")
                settings = replace(Settings(), language=language, theme=theme)
                path = Path(folder) / "settings.json"
                settings_file.save(settings, path)
                tasks = WatchedTasks()
                shell = Shell(app, path, sample.folder, tasks=tasks)
                shell.show()
                shell.window.resize(*size)
                settle(app, tasks)
                shell.window.activateWindow()
                stray = StrayWindows(app, shell.window)
                for name in _views(app, shell, tasks, sample, only):
                    settle(app, tasks)
                    picture = f"{name}-{language}-{theme}{suffix}"
                    shell.window.grab().save(str(OUT / f"{picture}.png"))
                    found += [f"{picture}: {misfit}" for misfit in misfits(shell.window)]
                    found += [f"{picture}: {window}" for window in stray.found]
                    stray.found.clear()
                app.removeEventFilter(stray)
                shell.close()
                shell.window.close()
    return found


def _views(
    app: Application, shell: Shell, tasks: WatchedTasks, sample: Sample, only: frozenset[str]
) -> Iterator[str]:
    """Bring one view after the other to the front, and name it."""
    unlock(shell, sample)
    while not isinstance(shell.view, MainView):
        settle(app, tasks)
    view = shell.view
    for spec in PAGES:
        if only and spec.id not in only:
            continue
        view.open_page(spec.id)
        yield spec.id
        for name, prepare in SCENES.get(spec.id, ()):
            settle(app, tasks)
            prepare(view)
            yield f"{spec.id}-{name}"
    if not only or "lock" in only:
        kept = shell.window.takeCentralWidget()
        for name, locked in lock_views(view.context):
            shell.window.setCentralWidget(locked)
            locked.entered()
            yield f"lock-{name}"
        kept.deleteLater()
    if only and "start" not in only:
        return
    context = StartContext(shell.settings.words(), tasks, shell.bus, shell.settings)
    for name, step in start_steps(context):
        shell.window.setCentralWidget(step)
        yield f"start-{name}"


def main(arguments: list[str]) -> int:
    """Draw at both sizes; 1 when some text does not fit."""
    OUT.mkdir(parents=True, exist_ok=True)
    only = frozenset(arguments) - {LARGE}
    if LARGE in arguments:
        found = draw(SIZES[LARGE], "-150", only)
        print("\n".join(found))
        return 1 if found else 0
    found = draw(SIZES[""], "", only)
    print("\n".join(found))
    again = [sys.executable, "-m", "tools.screenshots", LARGE, *sorted(only)]
    large = subprocess.run(again, env={**os.environ, "QT_SCALE_FACTOR": "1.5"}, check=False)
    print(f"Pictures are in {OUT}.")
    return 1 if found or large.returncode else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
