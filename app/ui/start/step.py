"""One screen of the start: a card in the middle with a heading, a column, and a row of buttons."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui import tokens
from app.ui.context import StartContext
from app.ui.messages import text_of
from app.ui.widgets.form import Form
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.progress_panel import ProgressPanel

_CARD_WIDTH = 560


class Step(QWidget):
    """Subclasses fill `form` and end with `finish_with`."""

    def __init__(self, context: StartContext, heading: str, explanation: str = "") -> None:
        super().__init__()
        self.context = context
        self._buttons: tuple[QPushButton, ...] = ()
        self.form = Form()
        self.message = InlineMessage()
        self.progress = ProgressPanel()
        card = QFrame()
        card.setProperty("surface", "card")
        card.setFixedWidth(_CARD_WIDTH)
        self._column = QVBoxLayout(card)
        edge = tokens.PAGE_EDGE
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(tokens.BETWEEN)
        self._column.addWidget(label(heading, "title", wrap=True))
        if explanation:
            self._column.addWidget(label(explanation, "secondary", wrap=True))
        self._column.addWidget(self.message)
        self._column.addWidget(self.form)
        self._column.addWidget(self.progress)
        # Stretches and no alignment: an aligned item ignores that wrapped text grows in height.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)

    def finish_with(self, primary: QPushButton, *others: QPushButton) -> None:
        """The row of buttons: the primary one at the trailing end."""
        row = QHBoxLayout()
        row.setSpacing(tokens.WITHIN)
        self._buttons = (primary, *others)
        for other in others:
            row.addWidget(other)
        row.addStretch(1)
        row.addWidget(primary)
        self._column.addLayout(row)

    def entered(self) -> None:
        """Called when the step comes to the front; puts the focus where typing should go."""

    def work(self, text: str) -> None:
        """Say what is being done, should it last; nothing can be pressed meanwhile."""
        self.message.clear()
        self.form.clear_wrong()
        self._enable(on=False)
        self.progress.start(text)

    def stop(self) -> None:
        """The work has ended without success: the step can be used again."""
        self._enable(on=True)
        self.progress.finish()

    def show_error(self, error: BaseException) -> None:
        """Say above the fields what went wrong."""
        self.message.say("error", text_of(error))

    def _enable(self, *, on: bool) -> None:
        self.form.setEnabled(on)
        for made in self._buttons:
            made.setEnabled(on)
