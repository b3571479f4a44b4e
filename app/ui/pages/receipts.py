"""Receipts: every hand-over with its paper; print again, print what waits, void with a reason."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.void_reason import VoidReason
from app.services.print_queue import give_up, waiting_jobs
from app.services.receipt_list import (
    ReceiptRow,
    ReceiptSort,
    ReceiptState,
    ReceiptsWanted,
    receipt_ids,
    receipt_rows,
)
from app.services.void import Voided, void_hand_over
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.models.paged_table import PagedTableModel
from app.ui.page import Page
from app.ui.receipts.columns import LOOK, columns
from app.ui.receipts.filters import Offered, ReceiptFilters
from app.ui.receipts.offered import load_offered
from app.ui.receipts.print_again import PrintAgain
from app.ui.receipts.texts import nothing_yet, void_reasons
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.progress_panel import ProgressPanel
from app.ui.widgets.table import table_view

_UNREAD, _NOTHING, _LIST = range(3)
"""The states of the page; it is blank until the first look at the store has come back."""
_CHANGED_BY: Final = frozenset({"aid_record", "print_job", "household", "person", "convoy"})


@dataclass(frozen=True)
class _Listed:
    """One answer to what was wanted."""

    wanted: ReceiptsWanted
    ids: tuple[str, ...]
    offered: Offered
    waiting: int


class ReceiptsPage(Page):
    """The list, its filters above it, and what can be done with the chosen one below."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._sort = (ReceiptSort.TIME, True)
        self._task: object = None
        self.filters = ReceiptFilters()
        self.waiting = InlineMessage()
        self.progress = ProgressPanel()
        self.printer = PrintAgain(context, self)
        store = context.store
        self.model: PagedTableModel[ReceiptRow] = PagedTableModel(
            columns(),
            lambda ids: receipt_rows(store, ids),
            context.tasks,
            self,
            LOOK,
        )
        self.table = table_view(self.model)
        self.table.setAccessibleName(tr("Navigation", "Receipts"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.count = label(role="caption")
        self.print = button(
            tr("Receipts", "Print again"),
            self._on_print,
            kind="primary",
            icon="print",
            keys="Ctrl+Return",
        )
        self.as_file = button(
            tr("Receipts", "As one PDF…"), self._on_as_file, icon="save", keys="Ctrl+S"
        )
        self.no_paper = button(tr("Receipts", "Needs no paper"), self._on_no_paper, kind="plain")
        self.reason: Choice[VoidReason | None] = Choice(void_reasons())
        self.void = button(tr("Receipts", "Void"), self._on_void, kind="danger", icon="cross")
        self._states = QStackedWidget()
        for state in (QWidget(), nothing_yet(), self._list()):
            self._states.addWidget(state)
        self.body.addWidget(self._states)
        self._wire()
        self._load()

    def opened(self, argument: object) -> None:
        """Ready to search; `argument` may be a text to search for."""
        if isinstance(argument, str):
            self.filters.search.setText(argument)
            self.filters.apply()
        self.filters.search.setFocus()

    def _list(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(label(tr("Navigation", "Receipts"), "title"))
        head.addStretch(1)
        head.addWidget(self.count)
        actions = QHBoxLayout()
        actions.setSpacing(tokens.WITHIN)
        actions.addWidget(self.print)
        actions.addWidget(self.as_file)
        actions.addWidget(self.no_paper)
        actions.addStretch(1)
        actions.addWidget(self.reason)
        actions.addWidget(self.void)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(head)
        column.addWidget(self.waiting)
        column.addWidget(self.progress)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        column.addLayout(actions)
        return part

    def _wire(self) -> None:
        self.filters.changed.connect(self._load)
        self.model.sort_wanted.connect(self._on_sort)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_current())
        self.model.dataChanged.connect(lambda *_: self._on_current())
        self.table.activated.connect(lambda _: self._on_open())
        self.reason.activated.connect(lambda _: self._on_current())
        self.printer.printed.connect(self._on_printed)
        self.printer.failed.connect(self._on_print_failed)
        self.printer.progressed.connect(self.progress.advance)
        self.context.bus.changed.connect(self._on_changed)
        self.add_shortcut("F2", tr("Receipts", "Search"), self.filters.search.setFocus)

    # --- the list --------------------------------------------------------------------------------

    def _load(self) -> None:
        store, said = self.context.store, self.context.words
        sort, descending = self._sort
        wanted = replace(self.filters.wanted(), sort=sort, descending=descending)

        def read() -> _Listed:
            return _Listed(
                wanted,
                receipt_ids(store, wanted),
                load_offered(store, said, wanted.convoy_id),
                len(waiting_jobs(store)),
            )

        self.context.tasks.run(read, self._show, self.show_error)

    def _on_changed(self, changed: frozenset[str]) -> None:
        if changed & _CHANGED_BY:
            self._load()

    def _on_sort(self, column: str, descending: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._sort = (ReceiptSort(column), descending)
        self._load()

    def _show(self, listed: _Listed) -> None:
        chosen = self._current_id
        self.filters.offer(listed.offered)
        anything = bool(listed.ids) or self.filters.narrows
        self._states.setCurrentIndex(_LIST if anything else _NOTHING)
        self.model.set_ids(listed.ids)
        row = self.model.row_of(chosen) if chosen else None
        if row is None and listed.ids:
            row = 0
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, 0))
        self.count.setText(tr("Receipts", "%n hand-overs", n=len(listed.ids)))
        self._show_waiting(listed.waiting)
        self._on_current()

    def _show_waiting(self, count: int) -> None:
        if not count:
            self.waiting.clear()
            return
        self.waiting.say(
            "warning",
            tr("Receipts", "%n receipts wait to be printed.", n=count),
            tr("Receipts", "Print them all"),
            self._on_print_all,
        )

    @property
    def _current_id(self) -> str:
        at = self.table.currentIndex().row()
        return self.model.id_at(at) if 0 <= at < self.model.rowCount() else ""

    @property
    def _current(self) -> ReceiptRow | None:
        at = self.table.currentIndex().row()
        return self.model.row_at(at) if 0 <= at < self.model.rowCount() else None

    @property
    def _chosen_ids(self) -> tuple[str, ...]:
        """The rows that are selected, in the order of the list."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.id_at(row) for row in rows)

    def _on_current(self) -> None:
        row, several = self._current, len(self._chosen_ids)
        self.print.setEnabled(row is not None)
        self.as_file.setEnabled(row is not None)
        waits = row is not None and row.state is ReceiptState.WAITING
        first = waits or (row is not None and row.state is ReceiptState.NOT_PRINTED)
        self.print.setText(tr("Receipts", "Print") if first else tr("Receipts", "Print again"))
        if several > 1:
            self.print.setText(tr("Receipts", "Print %n receipts", n=several))
        self.no_paper.setVisible(waits and several < 2)
        can_void = several < 2 and row is not None and row.state is not ReceiptState.VOIDED
        self.reason.setVisible(can_void)
        self.void.setVisible(can_void)
        self.void.setEnabled(self.reason.value is not None)

    def _on_open(self) -> None:
        row = self._current
        if row is not None:
            self.context.bus.page_wanted.emit("people", row.household_id)

    # --- paper -----------------------------------------------------------------------------------

    def _on_print(self) -> None:
        self.message.clear()
        chosen = self._chosen_ids
        if len(chosen) > 1:
            task = self.printer.several(chosen)
            self.progress.start(tr("Receipts", "Printing receipts"), task.cancel)
        elif self._current_id:
            self.printer.one(self._current_id)

    def _on_as_file(self) -> None:
        """What is selected, where that is several; else the whole list as it is filtered."""
        ids = self._chosen_ids
        if len(ids) < 2:
            ids = tuple(self.model.ids)
        name = f"{tr('Receipts', 'receipts')}.pdf"
        title = tr("Receipts", "%n receipts as PDF", n=len(ids))
        chosen, _ = QFileDialog.getSaveFileName(self, title, name, "PDF (*.pdf)")
        if chosen:
            self.message.clear()
            task = self.printer.as_file(ids, Path(chosen).with_suffix(".pdf"))
            self.progress.start(tr("Receipts", "Drawing receipts"), task.cancel)

    def _on_print_all(self) -> None:
        self.message.clear()
        task = self.printer.all_waiting()
        self.progress.start(tr("Receipts", "Printing receipts"), task.cancel)

    def _on_printed(self, count: int) -> None:
        self.progress.finish()
        self.context.bus.said.emit(tr("Receipts", "%n receipts printed", n=count))

    def _on_print_failed(self, error: Exception) -> None:
        self.progress.finish()
        self.show_error(error)

    def _on_no_paper(self) -> None:
        store, record_id = self.context.store, self._current_id

        def work() -> None:
            for job in waiting_jobs(store):
                if job.aid_record_id == record_id:
                    give_up(store, job.id)

        self.context.tasks.run(work, self._on_given_up, self.show_error, kind="write")

    def _on_given_up(self, _: None) -> None:
        self.context.bus.said.emit(tr("Receipts", "It waits no more; it can be printed any time"))

    # --- voiding ---------------------------------------------------------------------------------

    def _on_void(self) -> None:
        store, record_id, reason = self.context.store, self._current_id, self.reason.value
        self.context.tasks.run(
            lambda: void_hand_over(store, record_id, reason),
            self._on_voided,
            self.show_error,
            kind="write",
        )

    def _on_voided(self, done: Voided) -> None:
        self.reason.setCurrentIndex(0)
        self._on_current()
        if done.waits:
            said = tr(
                "Receipts", "The void waits for a supervisor: until then the hand-over counts"
            )
        else:
            said = tr("Receipts", "The hand-over is voided; the stock has it back")
        self.context.bus.said.emit(said)
