"""Updates for other laptops: choose whom, choose a folder or stick, and see what was written."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.exchange.readers import Reader
from app.services.progress import Report
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.merging.writing import Update, write_updates
from app.ui.messages import text_of
from app.ui.models.list_table import ListTableModel
from app.ui.models.paged_table import Column
from app.ui.models.row_look import RowLook
from app.ui.tasks import Task
from app.ui.tokens import State
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.progress_panel import ProgressPanel
from app.ui.widgets.table import table_view
from app.words import dates
from app.words.catalog import marked
from app.words.joined import joined
from app.words.merge import digest_text
from app.words.numbers import isolated

_NOBODY, _CHOICE, _RESULT = range(3)
_LISTED = 12


class UpdateForm(QWidget):
    """Every laptop is ticked at first: an update too many does no harm."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._readers: tuple[Reader, ...] = ()
        self._task: Task | None = None
        self.message = InlineMessage()
        self.progress = ProgressPanel()
        self.list = CheckList(_LISTED)
        self.list.setAccessibleName(tr("Merge", "Laptops to update"))
        self.model = _model()
        self.table = table_view(self.model)
        self.write_button = button(
            tr("Merge", "Write updates"),
            self._choose,
            kind="primary",
            icon="export",
            keys="Ctrl+Return",
        )
        self.again_button = button(
            tr("Merge", "Other laptops"), self._again, icon="back", keys="Escape"
        )
        self._states = QStackedWidget()
        for state in (_nobody(), self._choice(), self._result()):
            self._states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.message)
        column.addWidget(self.progress)
        column.addWidget(self._states, 1)
        self.list.changed.connect(self._on_ticked)

    def begin(self) -> None:
        """Put the focus where the work goes on."""
        shown = self._states.currentIndex()
        {_NOBODY: self.setFocus, _CHOICE: self.list.setFocus, _RESULT: self.table.setFocus}[shown]()

    def show_readers(self, readers: tuple[Reader, ...]) -> None:
        """Offer these laptops; one that is new is ticked, one that was left out stays so."""
        known = {one.device_id for one in self._readers}
        ticked = self.list.values | {one.device_id for one in readers} - known
        self._readers = readers
        self.list.set_options([(one.device_id, _named(one)) for one in readers])
        self.list.set_values(ticked & {one.device_id for one in readers})
        if self._states.currentIndex() != _RESULT:
            self._states.setCurrentIndex(_CHOICE if readers else _NOBODY)
        self._on_ticked()

    def write_to(self, folder: Path) -> None:
        """Write the updates of the ticked laptops there."""
        chosen = [one for one in self._readers if one.device_id in self.list.values]
        store, title = self._context.store, tr("Merge", "update for")

        def work(report: Report) -> Sequence[Update]:
            return write_updates(store, chosen, folder, title, report)

        self.message.clear()
        self.write_button.setEnabled(False)
        self.progress.start(tr("Merge", "Writing and reading back…"), self._on_cancelled)
        self._task = self._context.tasks.run_long(
            work, self._on_written, self.progress.advance, self._on_error
        )

    # --- what it is made of ----------------------------------------------------------------------

    def _choice(self) -> QWidget:
        lesson = label(
            tr(
                "Merge",
                "An update brings a laptop what it lacks of its villages, and tells it what is "
                "safely kept here. Each file can be opened by its laptop alone; merge it there.",
            ),
            "secondary",
            wrap=True,
        )
        actions = QHBoxLayout()
        actions.addStretch(1)
        actions.addWidget(self.write_button)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        for widget in (lesson, self.list):
            widget.setMaximumWidth(tokens.FORM_WIDTH)
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(actions)
        return part

    def _result(self) -> QWidget:
        actions = QHBoxLayout()
        actions.addWidget(self.again_button)
        actions.addStretch(1)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.table, 1)
        column.addLayout(actions)
        return part

    # --- what happens ----------------------------------------------------------------------------

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Merge", "Where to write the updates"))
        if name:
            self.write_to(Path(name))

    def _on_ticked(self) -> None:
        count = len(self.list.values)
        self.write_button.setText(tr("Merge", "Write %n updates", n=count))
        self.write_button.setEnabled(count > 0)

    def _on_written(self, updates: Sequence[Update]) -> None:
        self._finish()
        self.model.set_rows(updates)
        self._states.setCurrentIndex(_RESULT)
        good = [one for one in updates if one.written is not None]
        text = tr("Merge", "%n updates were written and read back.", n=len(good))
        self.message.say("done" if len(good) == len(updates) else "warning", text)
        self._context.bus.said.emit(text)
        self.begin()

    def _again(self) -> None:
        self.message.clear()
        self._states.setCurrentIndex(_CHOICE if self._readers else _NOBODY)
        self.begin()

    def _on_cancelled(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._finish()
        self.message.say("info", tr("Merge", "Stopped. Files that are there already are whole."))

    def _on_error(self, error: Exception) -> None:
        self._finish()
        self.message.say("error", text_of(error))

    def _finish(self) -> None:
        self._task = None
        self.progress.finish()
        self._on_ticked()


def _model() -> ListTableModel[Update]:
    columns = (
        Column[Update](marked("Merge", "Laptop"), lambda one: isolated(one.reader.name), width=24),
        Column[Update](marked("Merge", "Result"), _outcome),
        Column[Update](marked("Merge", "File"), _file, width=32),
        Column[Update](marked("Merge", "Digest"), _digest, width=16),
    )
    return ListTableModel(
        columns, RowLook(lambda one: State.VOIDED if one.error else State.MAY, column=1)
    )


def _outcome(one: Update) -> str:
    if one.written is None:
        return text_of(one.error) if one.error else ""
    return tr("Merge", "%n changes, read back", n=one.written.changes)


def _file(one: Update) -> str:
    return isolated(one.written.path.name) if one.written else ""


def _digest(one: Update) -> str:
    return digest_text(one.written.digest) if one.written else ""


def _named(reader: Reader) -> str:
    heard = tr("Merge", "nothing of it came yet")
    if reader.heard_at:
        when = dates.moment(words(), reader.heard_at)
        heard = tr("Merge", "its last file is of {when}", when=when)
    role = tr("Merge", "coordinator") if reader.coordinator else ""
    return joined(words(), (isolated(reader.name), role, heard))


def _nobody() -> QWidget:
    return EmptyPage(
        "export",
        tr("Merge", "No other laptop yet"),
        tr(
            "Merge",
            "Once laptops have been prepared, updates for them are written here: what they lack of "
            "their villages, and what is safely kept.",
        ),
    )
