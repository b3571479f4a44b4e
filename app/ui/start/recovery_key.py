"""The recovery key: shown once, printed or written down, and proven by typing two groups of it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from app.ui import tokens
from app.ui.context import StartContext
from app.ui.messages import log_unexpected
from app.ui.start.step import Step
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.labels import label

_ROW: Final = 5
# One group from each line, neither the first nor the last: who can give them has the whole.
ASKED: Final = (2, 7)


class ShowKeyStep(Step):
    """The ten groups of four digits, to be printed or copied by hand."""

    written = Signal()

    def __init__(self, context: StartContext, workspace: str, recovery_key: str) -> None:
        super().__init__(
            context,
            tr("Start", "The recovery key"),
            tr(
                "Start",
                "These forty digits open the workspace when the passphrase is forgotten. They are "
                "shown only now and kept nowhere: print them or write them down, and keep the "
                "paper where the money is kept.",
            ),
        )
        self._workspace = workspace
        self._key = recovery_key
        self.form.add_row(_grid(recovery_key.split()))
        self._print = button(tr("Start", "Print"), self._print_key, icon="print", keys="Ctrl+P")
        self._go = button(
            tr("Start", "It is on paper"), self.written.emit, kind="primary", keys="Ctrl+Return"
        )
        self.finish_with(self._go, self._print)

    def entered(self) -> None:
        """Printing comes first."""
        self._print.setFocus()

    def _print_key(self) -> None:
        from app.ui.page_printer import choose_printer
        from app.ui.start.recovery_print import print_key

        printer = choose_printer(self)
        if printer is None:
            text = tr("Start", "No printer was chosen. The digits can be written by hand.")
            self.message.say("info", text)
            return
        workspace, key, words = self._workspace, self._key, self.context.words
        self.context.tasks.run(
            lambda: print_key(printer, workspace, key, words),
            self._on_printed,
            self._on_refused,
            kind="document",
        )

    def _on_printed(self, _nothing: None) -> None:
        self.message.say("done", tr("Start", "Sent to the printer. Check that it came out."))

    def _on_refused(self, error: Exception) -> None:
        log_unexpected(error)
        text = tr("Start", "The printer did not take it. Write the digits by hand.")
        self.message.say("error", text)


class ProveKeyStep(Step):
    """Two groups are typed from the paper; the key is not on the screen meanwhile."""

    proven = Signal()
    show_wanted = Signal()

    def __init__(self, context: StartContext, recovery_key: str) -> None:
        super().__init__(
            context,
            tr("Start", "Is the key on paper?"),
            tr("Start", "Two of its ten groups, read from the paper, make sure of it."),
        )
        self._groups = recovery_key.split()
        self._fields = [
            self.form.add(
                tr("Start", "Group {number}", number=place + 1), DigitsLineEdit(longest=4)
            )
            for place in ASKED
        ]
        self._go = button(
            tr("Start", "Start working"), self._check, kind="primary", keys="Ctrl+Return"
        )
        last = self._fields[-1].field
        if isinstance(last, DigitsLineEdit):
            last.returnPressed.connect(self._go.click)
        again = button(tr("Start", "Show the key again"), self.show_wanted.emit, kind="plain")
        self.finish_with(self._go, again)

    def entered(self) -> None:
        """Begin with the first group."""
        self._fields[0].field.setFocus()

    def _check(self) -> None:
        self.form.clear_wrong()
        for field, place in zip(self._fields, ASKED, strict=True):
            edit = field.field
            if not isinstance(edit, DigitsLineEdit) or edit.text() != self._groups[place]:
                field.show_wrong(tr("Start", "This is not group {number}.", number=place + 1))
                return
        self.proven.emit()


def _grid(groups: list[str]) -> QWidget:
    frame = QFrame()
    frame.setProperty("state", "info")
    # Digits are read from left to right in both languages.
    frame.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    grid = QGridLayout(frame)
    grid.setContentsMargins(tokens.BETWEEN, tokens.BETWEEN, tokens.BETWEEN, tokens.BETWEEN)
    grid.setVerticalSpacing(tokens.BETWEEN)
    for at, group in enumerate(groups):
        shown = label(group, "title")
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(shown, at // _ROW, at % _ROW)
    return frame
