"""Close the desk: count what is left, two names, the file on a stick, the slip."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import TwoNamesNeeded
from app.services.desks.closing import DeskCount, DeskSheet, close_desk, desk_sheet
from app.services.desks.desk_file import DeskFile, write_desk_file
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.convoys.count_table import CountTable, Part
from app.ui.desk.closed_desk import ClosedDesk
from app.ui.desk.stick import Stick
from app.ui.messages import text_of
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.form import Field
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.words import dates
from app.words.catalog import marked
from app.words.numbers import in_digits, isolated

if TYPE_CHECKING:
    from app.db.store import Store

_PARTS: Final[tuple[Part, ...]] = (
    (marked("Closing", "Loaded"), lambda one: one.loaded, False),
    (marked("Closing", "Received"), lambda one: one.received, False),
    (marked("Closing", "Taken in"), lambda one: one.taken_in, False),
    (marked("Closing", "Handed over"), lambda one: one.given, True),
    (marked("Closing", "Passed on"), lambda one: one.passed_on, False),
    (marked("Closing", "Returned"), lambda one: one.returned, False),
    (marked("Closing", "Damaged"), lambda one: one.damaged, False),
    (marked("Closing", "Lost"), lambda one: one.lost, False),
    (marked("Closing", "Expired"), lambda one: one.expired, False),
    (marked("Closing", "Left"), lambda one: one.left, True),
)


class DeskClosingView(QWidget):
    """Takes the place of the desk until somebody goes back to it."""

    left = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.message = InlineMessage()
        self.table: CountTable | None = None
        self.closed_by = QLineEdit()
        self.witness = QLineEdit()
        self.note = QLineEdit()
        self.closed: ClosedDesk | None = None
        self._close: QPushButton | None = None
        self._stick = Stick(context, self)
        self._stick.failed.connect(self._on_error)
        self._counting = QWidget()
        self._column = QVBoxLayout(self._counting)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.BETWEEN)
        self._stages = QStackedWidget()
        self._stages.addWidget(self._counting)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stages)
        shortcut(self, "Escape", tr("Closing", "Back to the desk"), self.left.emit)
        store = context.store
        context.tasks.run(lambda: desk_sheet(store), self._show, self._on_error)

    @property
    def store(self) -> "Store":
        """Whose desk it is."""
        return self._context.store

    def begin(self) -> None:
        """Put the cursor at the first count."""
        if self.table is not None:
            self.table.begin()

    def _show(self, sheet: DeskSheet) -> None:
        today = sheet.today
        title = tr(
            "Closing",
            "Close desk {desk}, {day}",
            desk=isolated(in_digits(today.desk_name, words().digits)),
            day=dates.long_day(words(), today.day),
        )
        self.table = CountTable(sheet.lines, _PARTS, is_open=True, then=self.closed_by)
        self.closed_by.setText(sheet.closed_by)
        self.witness.setText(sheet.witness)
        self.note.setText(sheet.note)
        self._column.addWidget(label(title, "title"))
        self._column.addWidget(label(_explanation(sheet), "secondary", wrap=True))
        self._column.addWidget(self.message)
        self._column.addWidget(scrolled(self.table), 1)
        self._column.addLayout(self._names())
        self._column.addLayout(self._actions())
        if unfinished := _unfinished(sheet):
            self.message.say("warning", unfinished)
        self.begin()

    def _names(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(Field(tr("Closing", "Counted by"), self.closed_by), 1)
        row.addWidget(Field(tr("Closing", "Witness"), self.witness), 1)
        row.addWidget(Field(tr("Closing", "Note"), self.note), 2)
        self.closed_by.returnPressed.connect(self.witness.setFocus)
        self.witness.returnPressed.connect(self.note.setFocus)
        return row

    def _actions(self) -> QHBoxLayout:
        self._close = button(
            tr("Closing", "Close and write the file to the stick"),
            self._on_close,
            kind="primary",
            icon="lock",
            keys="Ctrl+Return",
        )
        row = QHBoxLayout()
        row.addWidget(button(tr("Closing", "Back to the desk"), self.left.emit))
        row.addWidget(self._close)
        row.addStretch(1)
        return row

    def _on_close(self) -> None:
        self.message.clear()
        self._stick.find(self._close_with)

    def _close_with(self, folder: Path) -> None:
        if self.table is None or self._close is None:
            return
        count = DeskCount(
            self.table.counted,
            self.closed_by.text(),
            self.witness.text(),
            self.table.reasons,
            self.note.text(),
        )
        store = self._context.store

        def work() -> DeskFile:
            close_desk(store, count)
            return write_desk_file(store, folder)

        self._close.setEnabled(False)
        self._context.tasks.run(work, self._on_written, self._on_error, kind="write")

    def _on_written(self, file: DeskFile) -> None:
        self.closed = ClosedDesk(self._context, file)
        self.closed.left.connect(self.left)
        self._stages.addWidget(self.closed)
        self._stages.setCurrentWidget(self.closed)
        self.closed.begin()

    def _on_error(self, error: Exception) -> None:
        if self._close is not None:
            self._close.setEnabled(True)
        self.message.say("error", text_of(error))
        if isinstance(error, TwoNamesNeeded):
            missing = self.witness if self.closed_by.text().strip() else self.closed_by
            missing.setFocus()
        elif self.table is not None:
            self.table.ask_for(error)


def _explanation(sheet: DeskSheet) -> str:
    if sheet.closed_at is None:
        return tr(
            "Closing",
            "Count what is really left of each item; where it differs from the book, choose why. "
            "Two people put their names to it. The file then goes on the stick, and is read back.",
        )
    moment = dates.moment(words(), sheet.closed_at)
    if sheet.worked_since:
        return tr("Closing", "Closed {moment}, and worked on since: count again.", moment=moment)
    return tr("Closing", "Closed {moment}. Closing again takes its place.", moment=moment)


def _unfinished(sheet: DeskSheet) -> str:
    """What is better settled before the desk is closed."""
    said = []
    if sheet.parked:
        said.append(tr("Closing", "%n parked cases still wait for a supervisor.", n=sheet.parked))
    if sheet.unprinted:
        said.append(tr("Closing", "%n receipts were not printed.", n=sheet.unprinted))
    return " ".join(said)
