"""A field for codes: a scanner types into it like a very fast keyboard, and people type numbers."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.domain.digits import only_digits

_WHOLE_CODE: Final = 50
"""Digits; nobody types as many by hand, and the shortest code has 56."""

_END_MS: Final = 150
"""A scanner leaves less than this between two digits, and more after the last."""


class ScanField(QLineEdit):
    """Says what was scanned or typed: on Enter, on Tab after a code (scanners end with either),
    and by itself once a whole code is there and nothing more comes."""

    scanned = Signal(str)

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setClearButtonEnabled(True)
        self.setProperty("role", "search")
        self._end = QTimer(self, singleShot=True, interval=_END_MS)
        self._end.timeout.connect(self._on_end)
        self.textEdited.connect(self._on_edited)
        self.returnPressed.connect(self.take)

    def event(self, event: QEvent) -> bool:
        """A scanner's Tab ends its code rather than leaving the field."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and self._holds_code()
        ):
            self.take()
            return True
        return super().event(event)

    def take(self) -> None:
        """Say what is in the field, and be empty for the next."""
        self._end.stop()
        text = self.text().strip()
        if text:
            self.clear()
            self.scanned.emit(text)

    def _on_edited(self, _text: str) -> None:
        if self._holds_code():
            self._end.start()

    def _on_end(self) -> None:
        if self._holds_code():
            self.take()

    def _holds_code(self) -> bool:
        return len(only_digits(self.text())) >= _WHOLE_CODE
