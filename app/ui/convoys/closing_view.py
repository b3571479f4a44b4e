"""Close a convoy: each item's account, the count of what is left, and why it differs."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.services.closing import Closing, ClosingSheet, close_convoy, closing_sheet
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.convoys.closing_row import ClosingRow
from app.ui.convoys.count_table import CountTable, Part
from app.ui.messages import text_of
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.form import Field
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.text_area import TextArea
from app.words import dates
from app.words.catalog import marked

_PARTS: Final[tuple[Part, ...]] = (
    (marked("Closing", "Loaded"), lambda one: one.loaded, True),
    (marked("Closing", "Received"), lambda one: one.received, False),
    (marked("Closing", "Handed over"), lambda one: one.given, True),
    (marked("Closing", "Returned"), lambda one: one.returned, True),
    (marked("Closing", "Damaged"), lambda one: one.damaged, True),
    (marked("Closing", "Lost"), lambda one: one.lost, True),
    (marked("Closing", "Expired"), lambda one: one.expired, False),
    (marked("Closing", "Left"), lambda one: one.left, True),
)


class ClosingView(QWidget):
    """The reconciliation: to fill in while the convoy is open, to read once it is closed."""

    closed = Signal()
    left = Signal()

    def __init__(self, context: UiContext, convoy_id: str) -> None:
        super().__init__()
        self._context = context
        self._convoy_id = convoy_id
        self.message = InlineMessage()
        self.table: CountTable | None = None
        self.note = TextArea()
        self._close: QPushButton | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.BETWEEN)
        shortcut(self, "Escape", tr("Convoys", "Back to the convoys"), self.left.emit)
        store = context.store
        context.tasks.run(lambda: closing_sheet(store, convoy_id), self._show, self._on_error)

    @property
    def rows(self) -> list[ClosingRow]:
        """One an item, once they are read."""
        return self.table.rows if self.table is not None else []

    def begin(self) -> None:
        """Put the cursor at the first count."""
        if self.table is not None:
            self.table.begin()

    def _show(self, sheet: ClosingSheet) -> None:
        is_open = sheet.closed_at is None
        title = tr("Closing", "Count and close: {convoy}", convoy=sheet.convoy_name)
        self._column.addWidget(label(title, "title"))
        self._column.addWidget(label(_explanation(sheet), "secondary", wrap=True))
        self._column.addWidget(self.message)
        if sheet.parked and is_open:
            self.message.say(
                "warning",
                tr("Closing", "%n parked cases still wait for a supervisor.", n=sheet.parked),
            )
        self.table = CountTable(sheet.lines, _PARTS, is_open=is_open, then=self.note)
        self._column.addWidget(scrolled(self.table), 1)
        self.note.setPlainText(sheet.note)
        self.note.setReadOnly(not is_open)
        if is_open or sheet.note:
            note = Field(tr("Closing", "Note"), self.note)
            note.setMaximumWidth(tokens.FORM_WIDTH)
            self._column.addWidget(note)
        self._column.addLayout(self._actions(is_open=is_open))
        self.begin()

    def _actions(self, *, is_open: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(button(tr("Convoys", "Back"), self.left.emit))
        if is_open:
            self._close = button(
                tr("Closing", "Close the convoy"),
                self._on_close,
                kind="primary",
                icon="lock",
                keys="Ctrl+Return",
            )
            row.addWidget(self._close)
        row.addStretch(1)
        return row

    def _on_close(self) -> None:
        if self.table is None:
            return
        self.message.clear()
        closing = Closing(
            self._convoy_id, self.table.counted, self.table.reasons, self.note.toPlainText()
        )
        store = self._context.store
        self._context.tasks.run(
            lambda: close_convoy(store, closing), self._on_closed, self._on_error, kind="write"
        )

    def _on_closed(self, _: None) -> None:
        self._context.bus.said.emit(tr("Closing", "The convoy is closed"))
        self.closed.emit()

    def _on_error(self, error: Exception) -> None:
        self.message.say("error", text_of(error))
        if self.table is not None:
            self.table.ask_for(error)


def _explanation(sheet: ClosingSheet) -> str:
    if sheet.closed_at is not None:
        return tr(
            "Closing",
            "Closed {moment} by {name}. Only a coordinator can open it again.",
            moment=dates.moment(words(), sheet.closed_at),
            name=sheet.closed_by,
        )
    return tr(
        "Closing",
        "Loaded + received = handed over + returned + damaged + lost + expired + left. Count what "
        "is really left of each item; where it differs from the book, choose why. After closing "
        "nothing more is handed over.",
    )
