"""What leaves the page Reports: files, and paper."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app.documents.figures import Figures
from app.services.day import calendar_day
from app.services.reports.make import print_figures, save_figures
from app.ui.page import Page
from app.ui.page_printer import print_pages, printer_for_pages, sent_text
from app.ui.tr import of, tr
from app.ui.widgets.buttons import button
from app.ui.widgets.progress_panel import ProgressPanel
from app.words.numbers import isolated

_FILTERS: Final = {"pdf": "PDF (*.pdf)", "xlsx": "XLSX (*.xlsx)", "csv": "CSV (*.csv)"}


class FiguresOut(QObject):
    """The buttons, in their order from the leading side, and what they do with the `figures` that
    the page shows (None while there are none)."""

    def __init__(
        self, page: Page, progress: ProgressPanel, figures: Callable[[], Figures | None]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._progress = progress
        self._figures = figures
        self.buttons = {
            "csv": button(tr("Reports", "CSV"), lambda: self._choose("csv"), kind="plain"),
            "xlsx": button(tr("Reports", "Workbook (XLSX)"), lambda: self._choose("xlsx")),
            "print": button(tr("Reports", "Print"), self._on_print, icon="print", keys="Ctrl+P"),
            "pdf": button(
                tr("Reports", "Save as PDF"),
                lambda: self._choose("pdf"),
                kind="primary",
                icon="save",
                keys="Ctrl+Return",
            ),
        }

    def _choose(self, ending: str) -> None:
        figures = self._figures()
        if figures is None:
            return
        day = calendar_day(self._page.context.store).isoformat()
        name, _ = QFileDialog.getSaveFileName(
            self._page,
            of(figures.kind.title),
            f"{figures.kind.name}-{day}.{ending}",
            _FILTERS[ending],
        )
        if name:
            path = Path(name)
            self.save_to(path if path.suffix else path.with_suffix(f".{ending}"))

    def save_to(self, path: Path) -> None:
        """Write what is shown to a file."""
        figures = self._figures()
        assert figures is not None
        context = self._page.context
        store, words, personal = context.store, context.words, figures.kind.personal
        self._page.message.clear()
        self._progress.start(tr("Reports", "Writing the file"))
        context.tasks.run(
            lambda: save_figures(store, figures, words, path),
            lambda _: self._on_saved(path, personal=personal),
            self._on_failed,
            kind="document",
            owner=self,
        )

    def _on_print(self) -> None:
        page = self._page
        printer, figures = printer_for_pages(page, page.message), self._figures()
        store, words = page.context.store, page.context.words
        if printer is None or figures is None:
            return
        self._progress.start(tr("Reports", "Printing the report"))
        page.context.tasks.run(
            lambda: print_figures(store, figures, words, lambda pdf: print_pages(pdf, printer)),
            self._on_printed,
            self._on_failed,
            kind="document",
        )

    def _on_printed(self, _: None) -> None:
        self._progress.finish()
        self._page.message.say("done", sent_text())

    def _on_saved(self, path: Path, *, personal: bool) -> None:
        self._progress.finish()
        saved = tr("Reports", "Saved: {file}", file=isolated(path.name))
        text = saved
        if personal:
            careful = tr(
                "Reports",
                "It names people in plain form: keep it safe, and delete it when it has served.",
            )
            text = f"{saved}. {careful}"
        self._page.message.say(
            "done",
            text,
            tr("Reports", "Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )
        self._page.context.bus.said.emit(saved)

    def _on_failed(self, error: Exception) -> None:
        self._progress.finish()
        self._page.show_error(error)
