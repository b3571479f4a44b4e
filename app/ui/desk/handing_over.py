"""Handing over, printing and undoing, off the main thread; the desk only hears what came of it."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.hand_over import UNDO_MS, HandedOver, HandOver, record_hand_over
from app.services.void import Voided, undo_hand_over
from app.ui.context import UiContext
from app.ui.printing import print_waiting

MANY_FAMILIES: Final = 3
"""A proxy for more households than this is flagged (design, section 3)."""


class HandingOver(QObject):
    """The last hand-over of this desk can be undone while its minute lasts."""

    handed_over = Signal(object)
    refused = Signal(object)
    printed = Signal(str)
    not_printed = Signal(object)
    undone = Signal(bool)
    """With whether the undoing waits for a supervisor."""
    minute_over = Signal()

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._last: HandedOver | None = None
        self._minute = QTimer(self)
        self._minute.setSingleShot(True)
        self._minute.setInterval(UNDO_MS)
        self._minute.timeout.connect(self._on_minute_over)

    @property
    def can_undo(self) -> bool:
        """Whether there is a hand-over to take back."""
        return self._last is not None

    def record(self, command: HandOver) -> None:
        """Save a hand-over; its receipt is printed once it is saved."""
        store = self._context.store
        self._context.tasks.run(
            lambda: record_hand_over(store, command),
            self._on_recorded,
            self.refused.emit,
            kind="write",
        )

    def undo(self) -> None:
        """Take back the last hand-over."""
        if self._last is None:
            return
        store, record_id = self._context.store, self._last.aid_record_id
        self._forget()
        self._context.tasks.run(
            lambda: undo_hand_over(store, record_id),
            self._on_undone,
            self.refused.emit,
            kind="write",
        )

    def _on_recorded(self, done: HandedOver) -> None:
        self._last = done
        self._minute.start()
        self.handed_over.emit(done)
        job_id = done.print_job_id
        if job_id is not None:
            store, settings = self._context.store, self._context.settings
            self._context.tasks.run(
                lambda: print_waiting(store, job_id, settings),
                self._on_printed,
                self.not_printed.emit,
                kind="document",
            )

    def _on_printed(self, number: str) -> None:
        self.printed.emit(number)

    def _on_undone(self, done: Voided) -> None:
        self.undone.emit(done.waits)

    def _on_minute_over(self) -> None:
        self._forget()
        self.minute_over.emit()

    def _forget(self) -> None:
        self._last = None
        self._minute.stop()
