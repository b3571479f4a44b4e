"""People compared with each other behind everything else, with how far it is and Cancel."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.services.matching.likely_pairs import Found, keep_up
from app.services.progress import Report
from app.ui.context import UiContext
from app.ui.tasks import Task
from app.ui.tr import tr
from app.ui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from app.db.store import Store

Finder = Callable[["Store", Report], Found | None]


class Comparing(ProgressPanel):
    """Seen while it lasts; what it finds is in the review's queue, and its count."""

    compared = Signal(object)
    """`Found`: what the queue holds now."""

    failed = Signal(object)
    """The exception."""

    stopped = Signal()
    """Given up: the queue is as it was."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._task: Task | None = None
        self._is_running = False
        self._was_stopped = False

    def keep_up(self) -> None:
        """Compare those who came or changed, where whoever is at work may judge; not again once
        it was stopped by hand."""
        if not self._was_stopped:
            self._begin(keep_up)

    def compare(self, find: Finder) -> None:
        """Compare because somebody asks for it."""
        self._begin(find)

    def _begin(self, find: Finder) -> None:
        if self._is_running:
            return
        store = self._context.store
        self._is_running = True
        self.start(tr("Review", "Comparing people…"), self._on_stopped)
        self._task = self._context.tasks.run_long(
            lambda report: find(store, report),
            self._on_compared,
            self.advance,
            self._on_failed,
            kind="background",
        )

    def _on_compared(self, found: Found | None) -> None:
        self._finish()
        if found is not None:
            self.compared.emit(found)

    def _on_failed(self, error: Exception) -> None:
        self._finish()
        self.failed.emit(error)

    def _on_stopped(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._was_stopped = True
        self._finish()
        self.stopped.emit()

    def _finish(self) -> None:
        self._is_running = False
        self.finish()
