"""Blank slips: numbered and printed before they are needed; how many are in, and which are not."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from app.domain.quantity import ONE, Quantity
from app.services.convoys import ConvoySummary, convoys
from app.services.day import ConvoyDay, today
from app.services.paper.slips import (
    MOST_SHEETS,
    Printing,
    SlipCount,
    number_slips,
    slip_count,
    write_slips,
)
from app.services.reports.make import write_report
from app.services.reports.scope import Scope
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.models.list_table import ListTableModel
from app.ui.models.paged_table import Column
from app.ui.paper.entered_text import number_text
from app.ui.paper.slips_in import counted_text
from app.ui.paper.slips_printer import SlipsPrinter, beside
from app.ui.parts import Part
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.form import Form
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.progress_panel import ProgressPanel
from app.ui.widgets.quantity_edit import QuantityEdit
from app.ui.widgets.table import table_view
from app.words import dates
from app.words.catalog import marked
from app.words.numbers import in_digits

if TYPE_CHECKING:
    from app.db.store import Store

_USUAL_SHEETS: Final = Quantity(25 * ONE)
_NAMED_MISSING: Final = 12
_CHANGED_BY: Final = frozenset({"slip_range", "aid_record", "convoy", "setting"})


class SlipsView(Part):
    """The form at the leading side, what was printed so far beside it."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._folder = ""
        self.message = InlineMessage()
        self.progress = ProgressPanel()
        self.convoy: Choice[str] = Choice([])
        self.sheets = QuantityEdit(_USUAL_SHEETS, least=ONE, most=Quantity(MOST_SHEETS * ONE))
        self.print = button(
            tr("Paper", "Number new slips, as PDF…"),
            self._on_print,
            kind="primary",
            icon="save",
            keys="Ctrl+Return",
        )
        self.tick_list = button(
            tr("Paper", "List to tick and sign, as PDF…"), self._on_tick_list, icon="reports"
        )
        self.again = button(tr("Paper", "The same slips again…"), self._on_again, icon="save")
        self.to_printer = SlipsPrinter(self, context)
        self.count = label(role="strong", wrap=True)
        self.missing = label(role="secondary", wrap=True)
        self.model: ListTableModel[Printing] = ListTableModel(_columns())
        self.table = table_view(self.model)
        self.table.setAccessibleName(tr("Paper", "Printed slips"))
        self._lay_out()
        self.convoy.chosen.connect(lambda _: self._count())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        self.sheets.value_changed.connect(self._enable)
        context.bus.changed.connect(self._on_changed)
        self._enable()

    @property
    def store(self) -> "Store":
        """The store whose slips these are."""
        return self._context.store

    def begin(self) -> None:
        """Start at the number of sheets, the convoy being today's."""
        self._load()
        self.sheets.field.setFocus()
        self.sheets.field.selectAll()

    def _lay_out(self) -> None:
        form = Form()
        form.add(tr("Paper", "Convoy"), self.convoy)
        form.add(
            tr("Paper", "Sheets of four slips"),
            self.sheets,
            tr(
                "Paper",
                "Numbers go on after the last printed. No other laptop prints the same ones, so "
                "no slip can be typed in twice unnoticed.",
            ),
        )
        form.add_row(beside(self.print, self.to_printer.new))
        form.add_row(beside(self.tick_list, self.to_printer.tick_list))
        leading = QVBoxLayout()
        leading.addWidget(form)
        leading.addStretch(1)
        trailing = QVBoxLayout()
        trailing.setSpacing(tokens.WITHIN)
        trailing.addWidget(self.count)
        trailing.addWidget(self.missing)
        trailing.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.to_printer.again)
        below.addWidget(self.again)
        trailing.addLayout(below)
        sides = QHBoxLayout()
        sides.setSpacing(tokens.PAGE_EDGE)
        sides.addLayout(leading, 2)
        sides.addLayout(trailing, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.message)
        column.addWidget(self.progress)
        column.addLayout(sides, 1)

    # --- what is there ---------------------------------------------------------------------------

    @property
    def convoy_id(self) -> str:
        """The convoy whose slips these are; empty while none is known."""
        return self.convoy.value if self.convoy.count() else ""

    @property
    def chosen(self) -> Printing | None:
        """The printing chosen in the table."""
        return self.model.row_at(self.table.currentIndex().row())

    def _on_changed(self, changed: frozenset[str]) -> None:
        if changed & _CHANGED_BY:
            self._load()

    def _load(self) -> None:
        store = self._context.store
        self._context.tasks.run(
            lambda: (convoys(store), today(store)), self._on_convoys, self.on_error
        )

    def _on_convoys(self, loaded: tuple[tuple[ConvoySummary, ...], ConvoyDay | None]) -> None:
        known, day = loaded
        options = [(one.id, one.name) for one in known if not one.closed]
        chosen = self.convoy_id or (day.convoy_id if day else None)
        self.convoy.set_options(options, chosen)
        self._enable()
        self._count()

    def _count(self) -> None:
        store, convoy = self._context.store, self.convoy_id
        self._context.tasks.run(lambda: slip_count(store, convoy), self._on_counted, self.on_error)

    def _on_counted(self, count: SlipCount) -> None:
        self.model.set_rows(count.printings)
        if count.printings:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.count.setText(
            counted_text(count)
            if count.printed
            else tr("Paper", "No slips were printed for this convoy yet.")
        )
        self.missing.setText(_missing_text(count))
        self._enable()

    def _enable(self) -> None:
        ready = bool(self.convoy_id) and self.sheets.value is not None
        self.print.setEnabled(ready)
        self.tick_list.setEnabled(bool(self.convoy_id))
        self.again.setEnabled(self.chosen is not None)
        self.to_printer.fit(self)

    # --- printing --------------------------------------------------------------------------------

    def _on_print(self) -> None:
        store, convoy, sheets = self._context.store, self.convoy_id, self.sheets.value
        path = self._ask_path(tr("Paper", "slips"))
        if path is None or sheets is None:
            return
        self.message.clear()
        self._context.tasks.run(
            lambda: number_slips(store, convoy, sheets // ONE),
            lambda printing: self._write(printing, path),
            self.on_error,
            kind="write",
            owner=self,
        )

    def _on_again(self) -> None:
        printing = self.chosen
        path = self._ask_path(tr("Paper", "slips"))
        if printing is not None and path is not None:
            self.message.clear()
            self._write(printing.id, path)

    def _on_tick_list(self) -> None:
        """The families that are expected, village by village, to tick and sign by hand."""
        store, scope, said = self._context.store, Scope(self.convoy_id), self._context.words
        path = self._ask_path(tr("Paper", "list"))
        if path is None:
            return
        self.message.clear()
        task = self._context.tasks.run_long(
            lambda report: write_report(store, "list", scope, said, path, report),
            lambda _: self._on_written(path),
            self.progress.advance,
            self.on_error,
            kind="document",
            owner=self,
        )
        self.progress.start(tr("Paper", "Drawing the list"), task.cancel)

    def _write(self, printing_id: str, path: Path) -> None:
        store, said = self._context.store, self._context.words
        self._context.tasks.run(
            lambda: write_slips(store, printing_id, said, path),
            lambda _: self._on_written(path),
            self.on_error,
            kind="document",
            owner=self,
        )

    def _on_written(self, path: Path) -> None:
        self.on_done(tr("Paper", "Written to {file}", file=path.name))

    def on_done(self, text: str) -> None:
        """Say what came out."""
        self.progress.finish()
        self.message.say("done", text)

    def on_error(self, error: Exception) -> None:
        """Say why there is no paper."""
        self.progress.finish()
        self.message.say("error", text_of(error))

    def _ask_path(self, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            tr("Paper", "Save as PDF"),
            str(Path(self._folder) / f"{name}.pdf"),
            "PDF (*.pdf)",
        )
        if not chosen:
            return None
        path = Path(chosen)
        self._folder = str(path.parent)
        return path if path.suffix else path.with_suffix(".pdf")


def _missing_text(count: SlipCount) -> str:
    """Which slips to look for, once the first are in."""
    if not count.entered or not count.missing:
        return ""
    named = [number_text(number) for number in count.missing[:_NAMED_MISSING]]
    numbers = tr("Desk", ", ").join(named)
    if len(count.missing) > len(named):
        return tr("Paper", "Not in yet: {numbers} …", numbers=numbers)
    return tr("Paper", "Not in yet: {numbers}", numbers=numbers)


def _columns() -> tuple[Column[Printing], ...]:
    return (
        Column(
            marked("Paper", "From"),
            lambda one: in_digits(one.first, words().digits),
            code=True,
            width=12,
        ),
        Column(
            marked("Paper", "To"),
            lambda one: in_digits(one.last, words().digits),
            code=True,
            width=12,
        ),
        Column(
            marked("Paper", "Count"), lambda one: words().number(one.count), number=True, width=8
        ),
        Column(
            marked("Paper", "Printed"), lambda one: dates.moment(words(), one.printed_at), width=22
        ),
        Column(marked("Paper", "Laptop"), lambda one: one.device),
    )
