"""The stick that a desk writes to: the one of the last time, or one to choose."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.desks.stick import remember_stick, stick_folder
from app.ui.context import UiContext
from app.ui.tr import tr


class Stick(QObject):
    """Asks for the folder only where the last one is not there."""

    failed = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent
        self._use: Callable[[Path], object] = lambda _: None

    def find(self, use: Callable[[Path], object]) -> None:
        """Call `use` with the folder, unless nobody chooses one."""
        store = self._context.store
        self._use = use
        self._context.tasks.run(lambda: stick_folder(store), self._on_found, self.failed.emit)

    def choose(self, use: Callable[[Path], object]) -> None:
        """Ask for another folder, and call `use` with it."""
        name = QFileDialog.getExistingDirectory(
            self._window, tr("Stick", "Choose the stick, or a folder on it")
        )
        if not name:
            return
        store, folder = self._context.store, Path(name)
        self._use = use

        def remember() -> Path:
            remember_stick(store, folder)
            return folder

        self._context.tasks.run(remember, self._on_remembered, self.failed.emit, kind="write")

    def _on_found(self, folder: Path | None) -> None:
        if folder is None:
            self.choose(self._use)
        else:
            self._use(folder)

    def _on_remembered(self, folder: Path) -> None:
        self._use(folder)
