"""The laptops of the workspace, with the chosen one beside the list; preparing takes the tab."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.permissions import Role
from app.services.exchange.end_access import end_laptop
from app.services.team.laptops import Laptop, laptops
from app.services.team.offered import role_at_work
from app.services.team.workspace_signing import certify_with
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.laptops.code_view import CodeView
from app.ui.laptops.columns import laptops_model
from app.ui.laptops.laptop_card import LaptopCard
from app.ui.laptops.prepare_form import PrepareForm, Ready
from app.ui.messages import text_of
from app.ui.parts import Part
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.table import table_view

_LIST, _TASK = range(2)
_CHANGED_BY: Final = frozenset(
    {"device", "grant", "revocation", "desk", "desk_closing", "user", "convoy", "aid_record"}
)
_CARD_WIDTH: Final = 360


@dataclass(frozen=True)
class _Loaded:
    laptops: tuple[Laptop, ...]
    role: Role | None


class LaptopsView(Part):
    """A coordinator prepares and ends laptops; everybody else sees them."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._may = False
        self._chosen = ""
        self._wants_focus = False
        self.card: LaptopCard | None = None
        self.task: PrepareForm | CodeView | None = None
        self.message = InlineMessage()
        self.model = laptops_model()
        self.table = table_view(self.model)
        self.table.setAccessibleName(tr("Laptops", "Laptops"))
        self.prepare_button = button(
            tr("Laptops", "Prepare a laptop"),
            self.prepare,
            kind="primary",
            icon="add",
            keys="Ctrl+N",
        )
        self._card_room = QVBoxLayout()
        self._task_room = QVBoxLayout()
        self._task_room.setContentsMargins(0, 0, 0, 0)
        at_task = QWidget()
        at_task.setLayout(self._task_room)
        self._states = QStackedWidget()
        self._states.addWidget(self._list())
        self._states.addWidget(at_task)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._states)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        context.bus.changed.connect(self._on_changed)
        self._load()

    def begin(self) -> None:
        """Start in the list, or where the form was left."""
        self._wants_focus = True
        self._focus()

    def _focus(self) -> None:
        """Once after it came to the front, as soon as there is something to work with."""
        if not self._wants_focus or not self.isVisible() or not self.model.rows:
            return
        self._wants_focus = False
        if self.task is not None:
            self.task.begin()
        else:
            self.table.setFocus()

    def prepare(self) -> None:
        """Ask for everything that a new laptop needs."""
        form = PrepareForm(self._context)
        form.ready.connect(self._on_ready)
        self._start(form)

    def _list(self) -> QWidget:
        beside = QWidget()
        beside.setFixedWidth(_CARD_WIDTH)
        beside.setLayout(self._card_room)
        self._card_room.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(self.table, 1)
        row.addWidget(beside)
        actions = QHBoxLayout()
        actions.addStretch(1)
        actions.addWidget(self.prepare_button)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.message)
        column.addLayout(row, 1)
        column.addLayout(actions)
        return part

    def _load(self) -> None:
        store = self._context.store
        self._context.tasks.run(
            lambda: _Loaded(laptops(store), role_at_work(store)), self._on_loaded, self._on_error
        )

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._may = loaded.role is Role.COORDINATOR
        self.prepare_button.setVisible(self._may)
        self.model.set_rows(loaded.laptops)
        ids = [one.id for one in loaded.laptops]
        if ids:
            # `selectRow` looks for a column on the screen, which there is none of before the show.
            row = ids.index(self._chosen) if self._chosen in ids else 0
            self.table.setCurrentIndex(self.model.index(row, 0))
            self._show_card(loaded.laptops[row])
        self._focus()

    def _on_changed(self, changed: frozenset[str]) -> None:
        if changed & _CHANGED_BY:
            self._load()

    def _on_current(self) -> None:
        one = self.model.row_at(self.table.currentIndex().row())
        if one is not None and one.id != self._chosen:
            self._show_card(one)

    def _show_card(self, one: Laptop) -> None:
        self._chosen = one.id
        if self.card is not None:
            self._card_room.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
        self.card = LaptopCard(one, may_end=self._may)
        self.card.end_wanted.connect(lambda key: self._end(one.name, key))
        self._card_room.addWidget(self.card)
        self.card.show()

    def _end(self, name: str, key: str) -> None:
        store = self._context.store

        def work() -> None:
            end_laptop(store, name, certify_with(store, key) if key else None)

        self.message.clear()
        self._context.tasks.run(
            work, lambda _: self._on_ended(), self._on_error, kind="write", owner=self
        )

    def _on_ended(self) -> None:
        self._context.bus.said.emit(tr("Laptops", "The laptop is ended"))
        self.table.setFocus()

    def _on_error(self, error: Exception) -> None:
        self.message.say("error", text_of(error))

    # --- preparing -------------------------------------------------------------------------------

    def _on_ready(self, ready: Ready) -> None:
        self._chosen = ready.packed.device_id
        self._start(CodeView(self._context, ready))

    def _start(self, task: PrepareForm | CodeView) -> None:
        self.message.clear()
        self._drop_task()
        self.task = task
        task.left.connect(self._end_task)
        self._task_room.addWidget(task)
        self._states.setCurrentIndex(_TASK)
        task.show()  # a layout would show it a moment later, too late for the focus
        task.begin()

    def _end_task(self) -> None:
        self._drop_task()
        self._states.setCurrentIndex(_LIST)
        self._load()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_task(self) -> None:
        if self.task is not None:
            self.task.hide()
            self.task.deleteLater()
            self.task = None
