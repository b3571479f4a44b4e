"""The merges made here, file by file; any of them is undone as a whole, and done again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.exchange.results import REFUSED, Status
from app.services.review.merges import MergedFile, MergeDone, merges, redo_merge, undo_merge
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.models.list_table import ListTableModel
from app.ui.models.paged_table import Column
from app.ui.models.row_look import RowLook
from app.ui.parts import Part
from app.ui.tokens import State
from app.ui.tr import of, tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.table import table_view
from app.words import dates
from app.words.catalog import marked
from app.words.merge import STATUSES, digest_text, laptop_text
from app.words.numbers import isolated

if TYPE_CHECKING:
    from app.db.store import Store

_UNREAD, _NOTHING, _LIST = range(3)
_SHOWN: Final = 200


@dataclass(frozen=True)
class PastFile:
    """A file of a merge."""

    merge: MergeDone
    file: MergedFile


class PastView(Part):
    """What is undone stays in the list, and so does what was done again."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._is_stale = True
        self.message = InlineMessage()
        self.model = _model()
        self.table = table_view(self.model)
        self.table.setAccessibleName(tr("Merge", "Past merges"))
        self.undo_button = button(
            tr("Merge", "Undo this merge"), self._on_undo, icon="undo", keys="Ctrl+Z"
        )
        self.redo_button = button(tr("Merge", "Merge it again"), self._on_redo, icon="merge")
        self._about = label(role="secondary", wrap=True)
        self._states = QStackedWidget()
        for state in (QWidget(), _nothing(), self._list()):
            self._states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.message)
        column.addWidget(self._states, 1)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        context.bus.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Put the focus in the list."""
        if self._states.currentIndex() == _LIST:
            self.table.setFocus()
        else:
            self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed since it was last seen."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def _list(self) -> QWidget:
        actions = QHBoxLayout()
        actions.addWidget(self._about, 1)
        actions.addWidget(self.redo_button)
        actions.addWidget(self.undo_button)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.table, 1)
        column.addLayout(actions)
        return part

    def _read(self) -> None:
        self._is_stale = False
        store = self._context.store
        self._context.tasks.run(lambda: _past(store), self._show, self._on_error)

    def _on_changed(self, _changed: frozenset[str]) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _show(self, rows: list[PastFile]) -> None:
        at = max(self.table.currentIndex().row(), 0)
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        self.model.set_rows(rows)
        self.table.setCurrentIndex(self.model.index(min(at, len(rows) - 1), 0))
        self._states.setCurrentIndex(_LIST if rows else _NOTHING)
        self._on_current()
        if had_focus:
            self.begin()

    def _on_current(self) -> None:
        row = self.model.row_at(self.table.currentIndex().row())
        if row is None:
            return
        merge = row.merge
        files = tr("Merge", "%n files", n=len(merge.files))
        count = tr("Merge", "%n changes", n=merge.new)
        when = dates.moment(words(), merge.at)
        self._about.setText(
            tr(
                "Merge",
                "Merge of {when}: {files}, {changes}",
                when=when,
                files=files,
                changes=count,
            )
        )
        self.undo_button.setVisible(not merge.undone)
        self.undo_button.setEnabled(merge.new > 0)
        self.redo_button.setVisible(merge.undone)

    def _on_undo(self) -> None:
        self._write(
            undo_merge, tr("Merge", "The merge is undone: nothing that came with it counts.")
        )

    def _on_redo(self) -> None:
        self._write(redo_merge, tr("Merge", "What came with it counts again."))

    def _write(self, work: "Callable[[Store, int], None]", said: str) -> None:
        row, store = self.model.row_at(self.table.currentIndex().row()), self._context.store
        if row is None:
            return
        number = row.merge.merge_no
        self._context.tasks.run(
            lambda: work(store, number),
            lambda _: self.message.say("done", said),
            self._on_error,
            kind="write",
            owner=self,
        )

    def _on_error(self, error: Exception) -> None:
        self.message.say("error", text_of(error))


def _past(store: "Store") -> list[PastFile]:
    return [PastFile(merge, file) for merge in merges(store, count=_SHOWN) for file in merge.files]


def _model() -> ListTableModel[PastFile]:
    columns = (
        Column[PastFile](
            marked("Merge", "Merged"), lambda row: dates.moment(words(), row.merge.at), width=16
        ),
        Column[PastFile](marked("Merge", "File"), lambda row: isolated(row.file.file)),
        Column[PastFile](marked("Merge", "From"), _from, width=16),
        Column[PastFile](
            marked("Merge", "Digest"), lambda row: digest_text(row.file.digest), width=15
        ),
        Column[PastFile](
            marked("Merge", "New"),
            lambda row: words().number(row.file.new) if row.file.new else "–",
            number=True,
            width=6,
        ),
        Column[PastFile](marked("Merge", "Result"), _result, width=30),
    )
    return ListTableModel(columns, RowLook(_state, column=5))


def _from(row: PastFile) -> str:
    return laptop_text(row.file.origin, row.file.laptop) if row.file.origin else ""


def _result(row: PastFile) -> str:
    if row.merge.undone and row.file.new:
        return tr("Merge", "undone")
    status = STATUSES.get(row.file.status)
    return of(status) if status else row.file.status


def _state(row: PastFile) -> State:
    if row.merge.undone or row.file.status in REFUSED.values():
        return State.VOIDED
    if row.file.status == Status.KNOWN:
        return State.NOT_ELIGIBLE
    return State.MAY if row.file.status == Status.NEW else State.RECEIVED


def _nothing() -> QWidget:
    return EmptyPage(
        "history",
        tr("Merge", "No merge yet"),
        tr(
            "Merge",
            "Every file that is merged here is listed with its digest and what came of it. A merge "
            "can be undone as a whole, and done again.",
        ),
    )
