"""The one field: a scanned card, a receipt, an ID, a phone, a name in any order."""

from typing import Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from app.ui.tr import tr

PAUSE_MS: Final = 60
"""Between two letters of a quick typist: the search runs once they pause."""


class SearchField(QLineEdit):
    """Says what is typed a moment after the last key, and at once on Enter."""

    asked = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Desk", "Scan a card, or type an ID, phone or name"))
        self.setAccessibleName(self.placeholderText())
        self.setClearButtonEnabled(True)
        self.setProperty("role", "search")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        self.textChanged.connect(lambda _: self._pause.start())
        self.returnPressed.connect(self.entered)

    def event(self, event: QEvent) -> bool:
        """Leaves Ctrl+Z to the desk, where it takes back a hand-over rather than a letter."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.ignore()
            return True
        return super().event(event)

    def ask(self) -> None:
        """Search for what is typed now."""
        self._pause.stop()
        self.asked.emit(self.text())
