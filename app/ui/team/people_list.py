"""The people of a laptop, to choose one of by name."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from app.ui import tokens
from app.ui.tr import of, tr, words
from app.words.joined import joined
from app.words.numbers import isolated
from app.words.roles import ROLES

if TYPE_CHECKING:
    from app.services.team.members import Member

_MOVES: Final = (Qt.Key.Key_Down, Qt.Key.Key_Up)
_MOST_ROWS: Final = 6


class PeopleList(QListWidget):
    """Up and Down also work from the field below it."""

    chosen = Signal()

    def __init__(self, field: QLineEdit) -> None:
        super().__init__()
        self._people: tuple[Member, ...] = ()
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Team", "People of this laptop"))
        self.currentRowChanged.connect(lambda _: self.chosen.emit())
        field.installEventFilter(self)

    @property
    def people(self) -> "tuple[Member, ...]":
        """Who is offered."""
        return self._people

    @property
    def person(self) -> "Member | None":
        """Who is chosen."""
        row = self.currentRow()
        return self._people[row] if 0 <= row < len(self._people) else None

    def offer(self, people: "tuple[Member, ...]", current: str) -> None:
        """Show these, with the one of id `current` chosen, else the first."""
        self._people = people
        self.blockSignals(True)
        self.clear()
        for person in people:
            text = joined(words(), (isolated(person.name), of(ROLES[person.role])))
            QListWidgetItem(text, self)
        self.blockSignals(False)
        ids = [person.id for person in people]
        rows = min(max(len(people), 1), _MOST_ROWS)
        row_height = self.sizeHintForRow(0) if people else tokens.TOUCH
        self.setFixedHeight(rows * max(row_height, tokens.TOUCH) + 2 * self.frameWidth())
        self.setCurrentRow(ids.index(current) if current in ids else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the field move in the list."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            self.keyPressEvent(event)
            return True
        return False
