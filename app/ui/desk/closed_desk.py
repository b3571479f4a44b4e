"""The desk is closed: which file lies on which stick, and the slip for both hands."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.short_digest import short_digest
from app.errors import PrinterMissing, PrinterOutOfPaper, PrinterRefused
from app.services.desks.desk_file import DeskFile
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.printing import keep_slip, print_slip
from app.ui.tokens import State
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.form import Field
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.state_badge import StateBadge
from app.words.numbers import ltr


class ClosedDesk(QWidget):
    """The slip is printed at once; it can be printed again, or kept as a PDF."""

    left = Signal()

    def __init__(self, context: UiContext, file: DeskFile) -> None:
        super().__init__()
        self._context = context
        self._file = file
        self.message = InlineMessage()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(label(tr("Closing", "The desk is closed"), "title"))
        done = tr("Closing", "The file is on the stick, was read back, and is whole")
        column.addWidget(StateBadge(State.MAY, done))
        for name, text in (
            (tr("Closing", "Stick"), ltr(str(file.path.parent))),
            (tr("Closing", "File"), ltr(file.path.name)),
            (tr("Closing", "Digest"), ltr(short_digest(file.digest))),
            (tr("Closing", "Changes in it"), words().number(file.changes)),
        ):
            column.addWidget(Field(name, label(text, "value")))
        column.addWidget(
            label(
                tr(
                    "Closing",
                    "Both sign the slip: whoever hands the stick over, and whoever takes it. A "
                    "family that comes late can still be served; then close the desk again.",
                ),
                "secondary",
                wrap=True,
            )
        )
        column.addWidget(self.message)
        column.addStretch(1)
        column.addLayout(self._actions())

    def begin(self) -> None:
        """Print, and leave the focus where it can be done again."""
        self.again.setFocus()
        self._print()

    def _actions(self) -> QHBoxLayout:
        self.again = button(
            tr("Closing", "Print the slip again"), self._print, icon="print", keys="Ctrl+P"
        )
        keep = button(tr("Closing", "Keep the slip as PDF"), self._choose, icon="save")
        back = button(
            tr("Closing", "Back to the desk"), self.left.emit, kind="primary", keys="Ctrl+Return"
        )
        row = QHBoxLayout()
        for part in (back, self.again, keep):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _print(self) -> None:
        store, file, settings = self._context.store, self._file, self._context.settings
        self._context.tasks.run(
            lambda: print_slip(store, file, settings),
            self._on_printed,
            self._on_error,
            kind="document",
        )

    def _on_printed(self, kept: Path | None) -> None:
        if kept is None:
            self.message.say("done", tr("Closing", "The slip was printed"))
        else:
            self.message.say(
                "done", tr("Closing", "The slip is kept in {path}", path=ltr(str(kept)))
            )

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Closing", "Keep the slip as PDF"), "", "PDF (*.pdf)"
        )
        if name:
            self._keep(Path(name))

    def _keep(self, path: Path) -> None:
        store, file, settings = self._context.store, self._file, self._context.settings

        def keep() -> Path:
            keep_slip(store, file, settings, path)
            return path

        self._context.tasks.run(keep, self._on_printed, self._on_error, kind="document")

    def _on_error(self, error: Exception) -> None:
        if isinstance(error, PrinterMissing | PrinterOutOfPaper | PrinterRefused):
            text = tr(
                "Closing",
                "The slip was not printed: no printer is ready. Choose one in the settings, or "
                "keep the slip as PDF.",
            )
        else:
            text = text_of(error)
        self.message.say("warning", text)
