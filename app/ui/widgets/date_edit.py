"""A field for a day as people write it: 12/5/1998, ١٢/٥/١٩٩٨, 5/1998 or only 1998."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from app.domain.dates import PartialDate, Precision, parse_date
from app.ui.tr import words
from app.ui.widgets.digits_line_edit import run_left_to_right
from app.words.numbers import in_digits


class DateEdit(QLineEdit):
    """Keeps the precision that was typed; on leaving, shows how it was understood.

    `latest` is the last day that makes sense (today for a birth), which also tells the century
    of a two-digit year.
    """

    value_changed = Signal()

    def __init__(self, latest: dt.date | None = None) -> None:
        super().__init__()
        self._latest = latest
        self._value: PartialDate | None = None
        run_left_to_right(self)
        self.textEdited.connect(self._on_edited)

    @property
    def value(self) -> PartialDate | None:
        """The day; None when nothing, or nothing possible, is typed."""
        return self._value

    @property
    def is_misread(self) -> bool:
        """Whether something is typed that is no day."""
        return self._value is None and bool(self.text().strip())

    def set_value(self, value: PartialDate | None) -> None:
        """Show a day, or nothing."""
        if value != self._value or self.is_misread:
            self._value = value
            self.setText(_shown(value))
            self.value_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show how it was understood: day/month/year."""
        if self._value is not None:
            self.setText(_shown(self._value))
        super().focusOutEvent(event)

    def _on_edited(self, text: str) -> None:
        self._value = parse_date(text, latest=self._latest)
        self.value_changed.emit()


def _shown(value: PartialDate | None) -> str:
    if value is None:
        return ""
    day = value.day
    text = {
        Precision.DAY: f"{day.day}/{day.month}/{day.year}",
        Precision.MONTH: f"{day.month}/{day.year}",
    }.get(value.precision, str(day.year))
    return in_digits(text, words().digits)
