"""The papers of the slips view, straight to a printer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.quantity import ONE
from app.services.paper.slips import number_slips, slips_of
from app.services.progress import Report
from app.services.reports.make import make_figures, print_figures
from app.services.reports.scope import Scope
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.page_printer import print_pages, printer_for_pages, sent_text
from app.ui.tr import tr
from app.ui.widgets.buttons import button

if TYPE_CHECKING:
    from app.ui.paper.slips_view import SlipsView


class SlipsPrinter:
    """Three buttons, each beside the one that makes the same a PDF."""

    def __init__(self, view: "SlipsView", context: UiContext) -> None:
        self._view = view
        self._context = context
        self.new = button(tr("Paper", "Number and print"), self._on_new, icon="print")
        self.tick_list = button(tr("Paper", "Print the list"), self._on_tick_list, icon="print")
        self.again = button(tr("Paper", "Print them again"), self._on_again, icon="print")

    def fit(self, view: "SlipsView") -> None:
        """Offer what can be had as PDF."""
        self.new.setEnabled(view.print.isEnabled())
        self.tick_list.setEnabled(view.tick_list.isEnabled())
        self.again.setEnabled(view.again.isEnabled())

    def _on_new(self) -> None:
        """Their numbers are taken before the printer is asked: what it refuses is printed again
        from the table, and no number twice."""
        view, store = self._view, self._context.store
        convoy, sheets = view.convoy_id, view.sheets.value
        printer = printer_for_pages(view, view.message)
        if printer is None or sheets is None:
            return
        self._context.tasks.run(
            lambda: number_slips(store, convoy, sheets // ONE),
            lambda printing: self._print_slips(printing, printer),
            view.on_error,
            kind="write",
            owner=view,
        )

    def _on_again(self) -> None:
        printing = self._view.chosen
        printer = printer_for_pages(self._view, self._view.message)
        if printing is not None and printer is not None:
            self._print_slips(printing.id, printer)

    def _print_slips(self, printing_id: str, printer: QPrinter) -> None:
        store, said = self._context.store, self._context.words
        self._run(
            tr("Paper", "Printing the slips"),
            lambda _: print_pages(slips_of(store, printing_id, said), printer),
        )

    def _on_tick_list(self) -> None:
        printer = printer_for_pages(self._view, self._view.message)
        if printer is None:
            return
        store, scope, said = self._context.store, Scope(self._view.convoy_id), self._context.words

        def work(report: Report) -> None:
            figures = make_figures(store, "list", scope, said, report)
            print_figures(store, figures, said, lambda pdf: print_pages(pdf, printer))

        self._run(tr("Paper", "Printing the list"), work)

    def _run(self, title: str, work: Callable[[Report], None]) -> None:
        view = self._view
        task = self._context.tasks.run_long(
            work,
            lambda _: view.on_done(sent_text()),
            view.progress.advance,
            view.on_error,
            kind="document",
            owner=view,
        )
        view.progress.start(title, task.cancel)


def beside(*buttons: QWidget) -> QWidget:
    """Buttons in a row, from the leading side."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(tokens.WITHIN)
    for each in buttons:
        line.addWidget(each)
    line.addStretch(1)
    return row
