"""A field for a time of day as it stands on paper; empty when nobody wrote one."""

import datetime as dt

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from app.domain.clock_time import parse_time
from app.ui.tr import tr, words
from app.ui.widgets.digits_line_edit import run_left_to_right
from app.words.numbers import in_digits


class TimeEdit(QLineEdit):
    """Marked as wrong while what is typed is no time; on leaving, shows how it was understood."""

    def __init__(self) -> None:
        super().__init__()
        run_left_to_right(self)
        self.setPlaceholderText(in_digits("9:30", words().digits))
        self.setAccessibleName(tr("Paper", "Time"))
        self.textChanged.connect(lambda _: self._mark())

    @property
    def value(self) -> dt.time | None:
        """The time; None when nothing, or no time, is typed."""
        return parse_time(self.text())

    @property
    def is_misread(self) -> bool:
        """Whether something is typed that is no time."""
        return self.value is None and bool(self.text().strip())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it in twenty-four hours."""
        if self.value is not None:
            self.setText(in_digits(f"{self.value:%H:%M}", words().digits))
        super().focusOutEvent(event)

    def _mark(self) -> None:
        self.setProperty("wrong", self.is_misread)
        self.style().unpolish(self)
        self.style().polish(self)
