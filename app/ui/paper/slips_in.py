"""How many printed slips are in, and which were typed in twice."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.paper.entry import count_typed_twice
from app.services.paper.slips import SlipCount, slip_count
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.paper.typed_twice import TypedTwice
from app.ui.tr import tr, words
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.side_sheet import SideSheet


class SlipsIn(QWidget):
    """Asks for the numbers of one convoy when it is told to."""

    def __init__(self, context: UiContext, host: QWidget) -> None:
        super().__init__()
        self._context = context
        self.twice = InlineMessage()
        self.count = label(role="secondary", wrap=True)
        self.cases: TypedTwice | None = None
        self._sheet = SideSheet(host, tr("Paper", "Typed in twice"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(self.twice)
        column.addWidget(self.count)

    def ask(self, convoy_id: str) -> None:
        """Count anew."""
        store = self._context.store
        self._context.tasks.run(
            lambda: (slip_count(store, convoy_id), count_typed_twice(store)), self._show
        )

    def _show(self, counted: tuple[SlipCount, int]) -> None:
        count, twice = counted
        self.count.setText(counted_text(count))
        self.count.setVisible(bool(count.printed))
        if not twice:
            self.twice.clear()
            return
        self.twice.say(
            "warning",
            tr("Paper", "%n slips were typed in on two laptops.", n=twice),
            tr("Paper", "Look at them"),
            self.show_twice,
        )

    def show_twice(self) -> None:
        """The slips that were typed in twice, over the page."""
        self.cases = TypedTwice(self._context)
        self._sheet.present(self.cases)


def counted_text(count: SlipCount) -> str:
    """12 of 40 printed slips are in."""
    said = words()
    return tr(
        "Paper",
        "{entered} of {printed} printed slips are in.",
        entered=said.number(count.entered),
        printed=said.number(count.printed),
    )
