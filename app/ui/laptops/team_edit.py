"""Who works at a laptop: people on file by name, or new ones with a role."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.names import normalise
from app.domain.permissions import Role
from app.services.exchange.order import TeamMember
from app.services.team.grants import covers
from app.services.users import UserLine
from app.ui import tokens
from app.ui.tr import of, tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.words.joined import joined
from app.words.numbers import isolated
from app.words.roles import ROLES

_ROWS: Final = 4
_TAKES_OUT: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class TeamEdit(QWidget):
    """A name and a role, Enter adds them; Delete takes the one in the list out."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people: dict[str, UserLine] = {}
        self._members: list[TeamMember] = []
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Laptops", "Name"))
        self.name.textChanged.connect(lambda _: self._on_name())
        self.name.returnPressed.connect(self.add)
        self.role: Choice[Role] = Choice([(role, of(name)) for role, name in ROLES.items()])
        self.role.setAccessibleName(tr("Laptops", "Role"))
        self._add = button(tr("Laptops", "Add"), self.add, icon="add")
        self.known: Choice[str] = Choice([("", "")])
        self.known.setAccessibleName(tr("Laptops", "Somebody on file…"))
        self.known.may_shrink()
        self.known.chosen.connect(self._on_known)
        self.list = _Members()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Laptops", "Team"))
        self.list.delete_pressed.connect(self._on_delete)
        row = QHBoxLayout()
        row.setSpacing(tokens.WITHIN)
        row.addWidget(self.name, 1)
        row.addWidget(self.role)
        row.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN // 2)
        column.addLayout(row)
        column.addWidget(self.known)
        column.addWidget(self.list)
        self.setFocusProxy(self.name)
        self._show()

    @property
    def members(self) -> tuple[TeamMember, ...]:
        """Who was added, in their order."""
        return tuple(self._members)

    def offer(self, people: tuple[UserLine, ...]) -> None:
        """These can be chosen, or typed in any spelling; they keep their roles."""
        self._people = {normalise(one.name): one for one in people}
        first = ("", tr("Laptops", "Somebody on file…"))
        self.known.set_options([first, *((one.name, one.name) for one in people)])
        self.known.setVisible(bool(people))

    def limit(self, ceiling: Role) -> None:
        """New people get at most what the laptop may do."""
        allowed = [role for role in ROLES if covers(ceiling, role)]
        first = Role.VOLUNTEER if Role.VOLUNTEER in allowed else allowed[0]
        self.role.set_options([(role, of(ROLES[role])) for role in allowed], first)
        self._on_name()

    def add(self) -> bool:
        """Add whoever is typed; False where nobody is."""
        name = " ".join(self.name.text().split())
        key = normalise(name)
        if not key:
            return False
        known = self._people.get(key)
        if key not in {normalise(one.name) for one in self._members}:
            self._members.append(
                TeamMember(known.name, None, known.id)
                if known is not None
                else TeamMember(name, self.role.value)
            )
        self.name.clear()
        self.known.setCurrentIndex(0)
        self.name.setFocus()
        self._show()
        self.changed.emit()
        return True

    def _on_known(self, name: str) -> None:
        self.name.setText(name)

    def _on_name(self) -> None:
        known = self._people.get(normalise(self.name.text()))
        self.role.setEnabled(known is None)
        if known is not None and known.role is not None:
            self.role.choose(known.role)

    def _on_delete(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._members):
            del self._members[at]
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self.list.clear()
        for one in self._members:
            known = self._people.get(normalise(one.name))
            role = one.role or (known.role if known is not None else None)
            said = of(ROLES[role]) if role is not None else ""
            self.list.addItem(joined(words(), (isolated(one.name), said)))
        count = len(self._members)
        self.list.setVisible(count > 0)
        if count:
            height = min(count, _ROWS) * self.list.sizeHintForRow(0)
            self.list.setFixedHeight(height + 2 * self.list.frameWidth() + 2)
            self.list.setCurrentRow(count - 1)


class _Members(QListWidget):
    """Says when Delete is pressed."""

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the current one out."""
        if event.key() in _TAKES_OUT:
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)
