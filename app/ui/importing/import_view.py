"""Take in a list or a hand-over sheet: choose it, look at the guess, then write.

Nothing is written before the counts have been seen. Whatever is chosen otherwise is tried anew.
"""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.importing.columns import Kind
from app.errors import StoreReadOnly
from app.services.importing.result import ImportResult
from app.services.importing.running import Options
from app.services.progress import Report
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.importing.look_panel import LookPanel
from app.ui.importing.trial import Request, Trial, take_in, try_file
from app.ui.messages import text_of
from app.ui.tasks import Task
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.progress_panel import ProgressPanel
from app.words.numbers import isolated

_NOTHING, _LOOK = range(2)


class ImportView(QWidget):
    """The whole course from a file to its report; `left` when the person is done with it."""

    left = Signal()

    def __init__(self, context: UiContext, kind: Kind) -> None:
        super().__init__()
        self._context = context
        self._kind = kind
        self._path: Path | None = None
        self._trial: Trial | None = None
        self._task: Task | None = None
        self._rejects: Path | None = None
        self.message = InlineMessage()
        self.progress = ProgressPanel()
        self.look = LookPanel(kind)
        self.choose_button = button(
            tr("Import", "Choose the file"),
            self._choose,
            kind="primary",
            icon="folder",
            keys="Ctrl+O",
        )
        self.other_button = button(tr("Import", "Another file"), self._choose, icon="folder")
        self.take_button = button(
            tr("Import", "Take in"),
            self._on_take,
            kind="primary",
            icon="import",
            keys="Ctrl+Return",
        )
        self._file_name = label("", "secondary")
        self._states = QStackedWidget()
        self._lay_out()
        self.look.changed.connect(self._try)
        self.look.listing.chosen.connect(lambda _: self._offer_taking())
        shortcut(self, "Escape", tr("Import", "Close"), self.leave)

    @property
    def title(self) -> str:
        """What is done here."""
        if self._kind is Kind.LIST:
            return tr("Import", "Take in a list of beneficiaries")
        return tr("Import", "Take in a hand-over sheet")

    def begin(self) -> None:
        """Put the focus on the one thing to do."""
        self.choose_button.setFocus()

    def open_file(self, path: Path) -> None:
        """Look at a file: what its columns are, and what taking it in would do."""
        self._stop()
        self._path, self._trial, self._rejects = path, None, None
        self.look.forget()
        self._file_name.setText(isolated(path.name))
        self.message.clear()
        self._states.setCurrentIndex(_NOTHING)
        self.other_button.hide()
        self.take_button.hide()
        self._try()

    def leave(self) -> None:
        """Stop what is running and be done."""
        self._stop()
        self.left.emit()

    # --- what it is made of ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(tokens.BETWEEN)
        head.addWidget(label(self.title, "title"))
        head.addWidget(self._file_name, 1)
        head.addWidget(self.other_button)
        actions = QHBoxLayout()
        actions.addWidget(button(tr("Import", "Close"), self.leave))
        actions.addStretch(1)
        actions.addWidget(self.take_button)
        self._states.addWidget(self._nothing())
        self._states.addWidget(self.look)
        column = QVBoxLayout(self)
        edge = tokens.PAGE_EDGE
        column.setContentsMargins(edge, tokens.BETWEEN, edge, tokens.BETWEEN)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(head)
        column.addWidget(self.message)
        column.addWidget(self.progress)
        column.addWidget(self._states, 1)
        column.addLayout(actions)
        self.other_button.hide()
        self.take_button.hide()

    def _nothing(self) -> QWidget:
        if self._kind is Kind.LIST:
            text = tr(
                "Import",
                "A list as it is kept, titles and all. Its columns are recognised "
                "and shown before anything is saved; who is on file already is not saved twice.",
            )
        else:
            text = tr(
                "Import",
                "A sheet of what was handed over: to whom, which item, how much. Nothing "
                "is saved before you have seen it, and the same sheet is not counted twice.",
            )
        heading = tr("Import", "An Excel or CSV file")
        return EmptyPage("import", heading, text, self.choose_button)

    # --- trying ----------------------------------------------------------------------------------

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.title,
            str(self._path.parent) if self._path else "",
            tr("Import", "Lists") + " (*.xlsx *.xlsm *.csv *.txt *.tsv)",
        )
        if name:
            self.open_file(Path(name))

    def _try(self) -> None:
        """Find out what would be done, from the choices as they stand."""
        if self._path is None:
            return
        self._stop()
        store, read = self._context.store, self._trial
        request = Request(
            self._path,
            self._kind,
            self.look.mapping,
            self.look.convoy_id,
            read.workbook if read else None,
        )

        def work(report: Report) -> Trial:
            return try_file(store, request, Options(dry_run=True, progress=report))

        self._begin(tr("Import", "Reading the file…"))
        self._task = self._context.tasks.run_long(
            work, self._on_tried, self.progress.advance, self._on_error, kind="read"
        )

    def _on_tried(self, trial: Trial) -> None:
        first, self._trial = self._trial is None, trial
        self.look.show_trial(trial)
        self._finish()
        self._states.setCurrentIndex(_LOOK)
        self.other_button.show()
        self._say_what_to_know(trial.result)
        self.take_button.show()
        if first:
            self.take_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_what_to_know(self, result: ImportResult) -> None:
        if not result.taken and not result.refused:
            said = tr("Import", "Everything in this file is on file already.")
        elif result.left_out:
            names = tr("Import", ", ").join(map(isolated, result.left_out))
            said = tr("Import", "Sheets without a header: {names}", names=names)
        elif result.seen_before:
            said = tr("Import", "This very file was taken in before.")
        else:
            self.message.clear()
            return
        self.message.say("warning" if result.left_out else "info", said)

    # --- taking in -------------------------------------------------------------------------------

    def _on_take(self) -> None:
        if self._trial is None:
            return
        store, source = self._context.store, self._trial.source
        convoy_id, said, rejects = self.look.convoy_id, words(), self._rejects
        listing = self.look.listing.value

        def work(report: Report) -> ImportResult:
            options = Options(rejects=rejects, words=said, progress=report, listing=listing)
            return take_in(store, source, convoy_id, options)

        self.message.clear()
        self.look.setEnabled(False)
        self._begin(tr("Import", "Taking in…"))
        self._task = self._context.tasks.run_long(
            work, self._on_taken, self.progress.advance, self._on_error
        )

    def _on_taken(self, result: ImportResult) -> None:
        self._finish()
        self.take_button.hide()
        self.look.show_done(result)
        self.other_button.setFocus(Qt.FocusReason.OtherFocusReason)
        text = tr("Import", "%n rows were taken in.", n=result.taken)
        if self.look.listing.value is not None:
            text = f"{text} {tr('Import', 'The households of the file stand on the list now.')}"
        self._context.bus.said.emit(text)
        report = result.rejects
        if report is None:
            self.message.say("done", text)
            return
        file = isolated(report.name)
        where = tr("Import", "The others, and those to look at, are in {file}.", file=file)
        self.message.say(
            "done",
            f"{text} {where}",
            tr("Import", "Open the report"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(report))),
        )

    def _on_error(self, error: Exception) -> None:
        self._finish()
        beside = self._path.absolute().parent if self._path else None
        if isinstance(error, StoreReadOnly) and error.params.get("path") == str(beside):
            self.message.say(
                "error",
                tr("Import", "The report cannot be written beside the file. Nothing was changed."),
                tr("Import", "Save it elsewhere"),
                self._choose_report,
            )
            return
        self.message.say("error", text_of(error))

    def _choose_report(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Import", "The report"), "", "XLSX (*.xlsx)")
        if name:
            self._rejects = Path(name)
            self._on_take()

    # --- work that is running --------------------------------------------------------------------

    def _begin(self, text: str) -> None:
        self.take_button.setEnabled(False)
        self.progress.start(text, self._stop)

    def _stop(self) -> None:
        """Give up what is running; a half-done import undoes itself."""
        if self._task is not None:
            self._task.cancel()
        self._finish()

    def _finish(self) -> None:
        self._task = None
        self.progress.finish()
        self.look.setEnabled(True)
        self._offer_taking()

    def _offer_taking(self) -> None:
        """There is something to do: rows to take in, or a list to put their households on."""
        taken = self._trial.result.taken if self._trial else 0
        listed = self.look.listing.value is not None
        self.take_button.setEnabled(taken > 0 or listed)
        self.take_button.setText(
            tr("Import", "Put the households on the list")
            if listed and not taken
            else tr("Import", "Take in %n rows", n=taken)
        )
