"""The movements of a convoy, the latest first, and voiding one."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import StockShort
from app.services.stock import MovementLine, void_movement
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.models.list_table import ListTableModel
from app.ui.models.paged_table import Column
from app.ui.models.row_look import RowLook
from app.ui.tokens import State
from app.ui.tr import of, tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.table import table_view
from app.words import dates
from app.words.catalog import marked
from app.words.named import name_of
from app.words.numbers import in_digits
from app.words.stock import REASONS, amount, kind_text, stock_reason_text

_NOT_OFFERED: Final = "unknown"


class MovementHistory(QWidget):
    """Voiding asks for a reason from the list, beside the button."""

    failed = Signal(object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._is_open = False
        self._day = ""
        self.message = InlineMessage()
        self.model: ListTableModel[MovementLine] = ListTableModel(
            self._columns(), RowLook(lambda one: State.VOIDED if one.voided else None)
        )
        self.table = table_view(self.model)
        self.table.setAccessibleName(tr("Stock", "Movements"))
        self.reason: Choice[str] = Choice(
            [
                ("", tr("Stock", "Why is it voided?")),
                *(
                    (reason.value, of(text))
                    for reason, text in REASONS.items()
                    if reason.value != _NOT_OFFERED
                ),
            ]
        )
        self.void = button(tr("Stock", "Void it"), self._on_void, kind="danger", icon="cross")
        row = QHBoxLayout()
        row.addWidget(label(tr("Stock", "Movements"), "value"))
        row.addStretch(1)
        row.addWidget(self.reason)
        row.addWidget(self.void)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN)
        column.addLayout(row)
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        self.reason.activated.connect(lambda _: self._on_current())
        self._on_current()

    def show_movements(
        self, movements: tuple[MovementLine, ...], day: str, *, is_open: bool
    ) -> None:
        """Show these, `day` being worked on; a closed convoy's cannot be voided."""
        self._is_open = is_open
        self._day = day
        self.model.set_rows(movements)
        self._on_current()

    def _columns(self) -> tuple[Column[MovementLine], ...]:
        return (
            Column(marked("Stock", "What happened"), self._what, width=16),
            Column(marked("Stock", "Item"), lambda one: name_of(words(), one.item), width=13),
            Column(
                marked("Stock", "Quantity"),
                lambda one: amount(words(), one.quantity),
                number=True,
                width=6,
            ),
            Column(marked("Stock", "Where"), self._where, width=8),
            Column(marked("Stock", "When"), self._when, width=10),
            Column(marked("Stock", "Reason, by whom"), self._why),
        )

    def _what(self, one: MovementLine) -> str:
        text = kind_text(words(), one.kind)
        return tr("Stock", "voided: {what}", what=text) if one.voided else text

    def _where(self, one: MovementLine) -> str:
        if not one.desk:
            return tr("Stock", "the convoy")
        return tr("Stock", "Desk {desk}", desk=in_digits(one.desk, words().digits))

    def _when(self, one: MovementLine) -> str:
        """The time of day, or for another day than the one that is worked on, that day."""
        is_now = one.day == self._day
        return dates.time(words(), one.at) if is_now else dates.numeric_day(words(), one.day)

    def _why(self, one: MovementLine) -> str:
        code = one.void_reason if one.voided else one.reason
        why = stock_reason_text(words(), code) if code else ""
        return tr("Stock", ", ").join(part for part in (why, one.by) if part)

    @property
    def _current(self) -> MovementLine | None:
        return self.model.row_at(self.table.currentIndex().row())

    def _on_current(self) -> None:
        self.message.clear()
        chosen = self._current
        can = self._is_open and chosen is not None and not chosen.voided
        self.reason.setVisible(can)
        self.void.setVisible(can)
        self.void.setEnabled(bool(self.reason.value))

    def _on_void(self) -> None:
        self._send(beyond_stock=False)

    def _send(self, *, beyond_stock: bool) -> None:
        chosen, store, reason = self._current, self._context.store, self.reason.value
        if chosen is None:
            return
        movement_id = chosen.id
        self._context.tasks.run(
            lambda: void_movement(store, movement_id, reason, beyond_stock=beyond_stock),
            self._on_voided,
            self._on_error,
            kind="write",
        )

    def _on_voided(self, _: None) -> None:
        self.reason.setCurrentIndex(0)
        self._context.bus.said.emit(tr("Stock", "The movement is voided"))

    def _on_error(self, error: Exception) -> None:
        if isinstance(error, StockShort):
            self.message.say(
                "warning",
                tr("Stock", "More of it went out than would be left. The book falls below zero."),
                tr("Stock", "Void it all the same"),
                lambda: self._send(beyond_stock=True),
            )
        else:
            self.message.say("error", text_of(error))
