"""Making the demonstration, the first time that somebody asks for it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.ui.context import StartContext
from app.ui.start import work
from app.ui.start.step import Step
from app.ui.tasks import Task
from app.ui.tr import tr
from app.ui.widgets.buttons import button

if TYPE_CHECKING:
    from app.db.store import Store


class DemonstrationStep(Step):
    """Begins by itself and ends with `opened`: the open store of the demonstration."""

    opened = Signal(object)
    back_wanted = Signal()

    def __init__(self, context: StartContext, folder: Path) -> None:
        super().__init__(
            context,
            tr("Start", "The demonstration"),
            tr(
                "Start",
                "A convoy day with families that do not exist. Whatever is tried out here changes "
                "no real data.",
            ),
        )
        self._folder = folder
        self._task: Task | None = None
        self._again = button(tr("Start", "Try again"), self.entered, kind="primary")
        self._back = button(tr("Start", "Back"), self._leave, icon="back", kind="plain")
        self.finish_with(self._again, self._back)

    def entered(self) -> None:
        """Make it, or open the one that is there."""
        self._again.hide()
        self.work(tr("Start", "Preparing the demonstration"))
        self._back.setEnabled(True)
        folder = self._folder
        self._task = self.context.tasks.run_long(
            lambda report: work.demonstration(folder, report),
            self._on_opened,
            self.progress.advance,
            self._on_failed,
        )

    def _on_opened(self, store: "Store") -> None:
        self.opened.emit(store)

    def _on_failed(self, error: Exception) -> None:
        self.stop()
        self._again.show()
        self.show_error(error)

    def _leave(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.back_wanted.emit()
