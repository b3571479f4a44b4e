"""The people who work with the app: their roles, their laptops, their passphrases."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.permissions import Role
from app.services.exchange.end_access import end_person
from app.services.team.offered import role_at_work
from app.services.team.workspace_signing import certify_with
from app.services.users import UserLine, users
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.laptops.columns import people_model
from app.ui.laptops.person_card import PersonCard
from app.ui.messages import text_of
from app.ui.parts import Part
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.table import table_view

_CHANGED_BY: Final = frozenset({"user", "grant", "revocation", "desk"})
_CARD_WIDTH: Final = 400


@dataclass(frozen=True)
class _Loaded:
    people: tuple[UserLine, ...]
    role: Role | None


class PeopleView(Part):
    """A list with the chosen person's form beside it."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._role: Role | None = None
        self._chosen = ""
        self.card: PersonCard | None = None
        self.message = InlineMessage()
        self.model = people_model()
        self.table = table_view(self.model)
        self.table.setAccessibleName(tr("Laptops", "People who work here"))
        self.add_button = button(tr("Laptops", "New person"), self.add, icon="add", keys="Ctrl+N")
        self._card_room = QVBoxLayout()
        self._card_room.setContentsMargins(0, 0, 0, 0)
        beside = QWidget()
        beside.setFixedWidth(_CARD_WIDTH)
        beside.setLayout(self._card_room)
        listed = QVBoxLayout()
        listed.setSpacing(tokens.WITHIN)
        listed.addWidget(self.table, 1)
        actions = QHBoxLayout()
        actions.addWidget(self.add_button)
        actions.addStretch(1)
        listed.addLayout(actions)
        row = QHBoxLayout()
        row.setSpacing(tokens.BETWEEN)
        row.addLayout(listed, 1)
        row.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.message)
        column.addLayout(row, 1)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        context.bus.changed.connect(self._on_changed)
        self._load()

    def begin(self) -> None:
        """Start in the list."""
        self.table.setFocus()

    def add(self) -> None:
        """A form for somebody new."""
        self._chosen = ""
        self._show_card(None)
        if self.card is not None:
            self.card.begin()

    def _load(self) -> None:
        store = self._context.store
        self._context.tasks.run(
            lambda: _Loaded(users(store), role_at_work(store)), self._on_loaded, self._on_error
        )

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._role = loaded.role
        self.add_button.setVisible(loaded.role is Role.COORDINATOR)
        self.model.set_rows(loaded.people)
        ids = [one.id for one in loaded.people]
        row = ids.index(self._chosen) if self._chosen in ids else 0
        self.table.setCurrentIndex(self.model.index(row, 0))
        self._show_card(loaded.people[row])

    def _on_changed(self, changed: frozenset[str]) -> None:
        if changed & _CHANGED_BY:
            self._load()

    def _on_current(self) -> None:
        one = self.model.row_at(self.table.currentIndex().row())
        if one is not None and one.id != self._chosen:
            self._show_card(one)

    def _show_card(self, one: UserLine | None) -> None:
        self._chosen = one.id if one is not None else ""
        if self.card is not None:
            self._card_room.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
        self.card = PersonCard(self._context, one, self._role)
        self.card.saved.connect(self._on_saved)
        self.card.end_wanted.connect(self._end)
        self._card_room.addWidget(self.card)
        self.card.show()

    def _on_saved(self, user_id: str) -> None:
        self._chosen = user_id
        self._context.bus.said.emit(tr("Laptops", "Saved"))
        self._load()
        self.table.setFocus()

    def _end(self, user_id: str, key: str) -> None:
        store = self._context.store

        def work() -> None:
            end_person(store, user_id, certify_with(store, key) if key else None)

        self.message.clear()
        self._context.tasks.run(
            work, lambda _: self._on_ended(), self._on_error, kind="write", owner=self
        )

    def _on_ended(self) -> None:
        self._context.bus.said.emit(tr("Laptops", "The person's right is ended"))
        self.table.setFocus()

    def _on_error(self, error: Exception) -> None:
        self.message.say("error", text_of(error))
