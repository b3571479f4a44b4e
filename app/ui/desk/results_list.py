"""Who was found, as you type: enough to choose by, the rest on the card."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from app.services.find import Found, Match
from app.ui.tr import tr, words
from app.words.joined import joined
from app.words.numbers import in_digits, isolated, ltr
from app.words.places import place_name

_ID: Final = Qt.ItemDataRole.UserRole
_MOVES: Final = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class ResultsList(QListWidget):
    """The keys that move in it also work from the field that is typed in."""

    chosen = Signal(str)
    """The id of a household."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemActivated.connect(lambda item: self.chosen.emit(item.data(_ID)))
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(_ID)))
        field.installEventFilter(self)

    def show_found(self, found: Found) -> None:
        """New results, the first one current."""
        self.clear()
        for match in found.matches:
            item = QListWidgetItem(_two_lines(match), self)
            item.setData(_ID, match.household_id)
        if self.count():
            self.setCurrentRow(0)

    def choose_current(self) -> bool:
        """Choose the current result; False when there is none."""
        if self.currentRow() < 0:
            return False
        self.chosen.emit(self.currentItem().data(_ID))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the field move in the list."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
            and self.count()
        ):
            self.keyPressEvent(event)
            return True
        return False


def _two_lines(match: Match) -> str:
    parts = [
        place_name(words(), match.place) if match.place else "",
        tr("Desk", "household {number}", number=ltr(in_digits(match.number, words().digits))),
        ltr(in_digits(match.masked_id, words().digits)) if match.masked_id else "",
    ]
    below = joined(words(), parts)
    return f"{isolated(match.name)}\n{below}"
