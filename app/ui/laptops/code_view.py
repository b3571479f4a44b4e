"""The one-time code of a pack and the first PINs of its team: shown once, to print or to scan."""

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.documents.pack_sheet import FirstPin, PackSheet, pack_sheet_pdf
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.laptops.prepare_form import Ready
from app.ui.laptops.qr_picture import QrPicture
from app.ui.messages import log_unexpected
from app.ui.page_printer import choose_printer
from app.ui.printing import draw_pdf
from app.ui.tr import of, tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.words.numbers import in_digits, isolated, ltr
from app.words.roles import ROLES


class CodeView(QWidget):
    """Nothing of it can be shown again: it is kept nowhere."""

    left = Signal()

    def __init__(self, context: UiContext, ready: Ready) -> None:
        super().__init__()
        self._context = context
        self._ready = ready
        self.message = InlineMessage()
        self.print_button = button(tr("Laptops", "Print"), self._print, icon="print", keys="Ctrl+P")
        done = button(
            tr("Laptops", "It is on paper"), self.left.emit, kind="primary", keys="Ctrl+Return"
        )
        row = QHBoxLayout()
        row.addWidget(self.print_button)
        row.addStretch(1)
        row.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        title = tr("Laptops", "{laptop} is prepared", laptop=isolated(ready.laptop))
        column.addWidget(label(title, "title"))
        column.addWidget(label(_explanation(ready), "secondary", wrap=True))
        column.addWidget(self.message)
        column.addWidget(scrolled(self._secrets()), 1)
        column.addLayout(row)

    def begin(self) -> None:
        """Printing comes first."""
        self.print_button.setFocus()

    def sheet(self) -> PackSheet:
        """What is printed."""
        ready, packed = self._ready, self._ready.packed
        return PackSheet(
            ready.workspace,
            ready.laptop,
            ready.convoy,
            ready.desk,
            QDate.currentDate().toString(Qt.DateFormat.ISODate),
            packed.code,
            tuple(FirstPin(one.name, of(ROLES[one.role]), one.pin) for one in packed.team),
        )

    def _secrets(self) -> QWidget:
        packed = self._ready.packed
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.PAGE_EDGE)
        code = QFrame()
        code.setProperty("surface", "card")
        column = QVBoxLayout(code)
        edge = tokens.BETWEEN
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(label(tr("Laptops", "One-time code"), "strong"))
        column.addWidget(_groups(packed.code.split()))
        column.addWidget(QrPicture("".join(packed.code.split())), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        row.addWidget(code, 3)
        row.addWidget(self._pins(), 2)
        return both

    def _pins(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("surface", "card")
        grid = QGridLayout(frame)
        edge = tokens.BETWEEN
        grid.setContentsMargins(edge, edge, edge, edge)
        grid.setSpacing(tokens.WITHIN)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(tr("Laptops", "First PINs"), "strong"), 0, 0, 1, 2)
        team = self._ready.packed.team
        for at, one in enumerate(team, start=1):
            grid.addWidget(label(isolated(one.name), wrap=True), at, 0)
            pin = label(ltr(in_digits(one.pin, words().digits)), "value")
            grid.addWidget(pin, at, 1)
        grid.setRowStretch(len(team) + 1, 1)
        return frame

    def _print(self) -> None:
        printer = choose_printer(self)
        if printer is None:
            text = tr("Laptops", "No printer was chosen. The code can be copied by hand.")
            self.message.say("info", text)
            return
        sheet, said = self.sheet(), self._context.words
        self._context.tasks.run(
            lambda: draw_pdf(pack_sheet_pdf(sheet, said), printer),
            self._on_printed,
            self._on_refused,
            kind="document",
        )

    def _on_printed(self, _nothing: None) -> None:
        self.message.say("done", tr("Laptops", "Sent to the printer. Check that it came out."))

    def _on_refused(self, error: Exception) -> None:
        log_unexpected(error)
        text = tr("Laptops", "The printer did not take it. Copy the code by hand.")
        self.message.say("error", text)


def _explanation(ready: Ready) -> str:
    written = ready.packed.file
    return tr(
        "Laptops",
        "The pack is in {file}. Its code and the PINs are shown only now and kept nowhere: give "
        "them to whoever sets the laptop up, apart from the stick.",
        file=isolated(written.path.name),
    )


def _groups(groups: list[str]) -> QWidget:
    frame = QFrame()
    frame.setProperty("state", "info")
    # Digits are read from left to right in both languages.
    frame.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    row = QHBoxLayout(frame)
    row.setContentsMargins(tokens.BETWEEN, tokens.WITHIN, tokens.BETWEEN, tokens.WITHIN)
    for group in groups:
        shown = label(in_digits(group, words().digits), "title")
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(shown)
    return frame
