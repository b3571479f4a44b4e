"""This laptop's work for the coordinators: written to a stick and read back."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.services.day import calendar_day
from app.services.exchange.export import export_changes
from app.services.exchange.writing import Written
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.merging.writing import file_name
from app.ui.messages import text_of
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.progress_panel import ProgressPanel
from app.words.merge import digest_text
from app.words.numbers import isolated


class ExportForm(QWidget):
    """One button, and one choice that is rarely needed."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._laptop = ""
        self.message = InlineMessage()
        self.progress = ProgressPanel()
        self.full = QCheckBox(tr("Merge", "Also what the coordinators have already"))
        self.write_button = button(
            tr("Merge", "Write this laptop's file"),
            self._choose,
            kind="primary",
            icon="export",
            keys="Ctrl+Return",
        )
        lesson = label(
            tr(
                "Merge",
                "Everything that was done on this laptop and that no coordinator has confirmed yet "
                "goes into one file, which only the coordinators can open. It is read back before "
                "the stick is taken out.",
            ),
            "secondary",
            wrap=True,
        )
        actions = QHBoxLayout()
        actions.addStretch(1)
        actions.addWidget(self.write_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        for part in (self.message, self.progress, lesson, self.full):
            part.setMaximumWidth(tokens.FORM_WIDTH)
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(actions)

    def begin(self) -> None:
        """Put the focus on the one thing to do."""
        self.write_button.setFocus()

    def show_laptop(self, name: str) -> None:
        """What this laptop is called, for the name of its file."""
        self._laptop = name

    def write_to(self, path: Path) -> None:
        """Write the file there."""
        store, full = self._context.store, self.full.isChecked()
        self.message.clear()
        self.write_button.setEnabled(False)
        self.progress.start(tr("Merge", "Writing and reading back…"))
        self._context.tasks.run(
            lambda: export_changes(store, path, full=full),
            self._on_written,
            self._on_error,
            kind="write",
        )

    def _choose(self) -> None:
        day = calendar_day(self._context.store).isoformat()
        name, _ = QFileDialog.getSaveFileName(
            self,
            tr("Merge", "Write this laptop's file"),
            file_name(self._laptop, day),
            tr("Merge", "Files of Qafila") + " (*.qafila)",
        )
        if name:
            self.write_to(Path(name))

    def _on_written(self, written: Written) -> None:
        self._finish()
        text = tr("Merge", "%n changes were written and read back.", n=written.changes)
        where = tr(
            "Merge",
            "File: {file}, digest {digest}. The stick can be taken out.",
            file=isolated(written.path.name),
            digest=digest_text(written.digest),
        )
        self.message.say("done", f"{text} {where}")
        self._context.bus.said.emit(text)

    def _on_error(self, error: Exception) -> None:
        self._finish()
        self.message.say("error", text_of(error))

    def _finish(self) -> None:
        self.progress.finish()
        self.write_button.setEnabled(True)
        self.begin()
