"""One item at the closing: what the book says, what was counted, and why it differs."""

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.quantity import Quantity, parse_quantity
from app.services.closing import ClosingLine
from app.ui.tokens import State
from app.ui.tr import of, tr, words
from app.ui.widgets.choice import Choice
from app.ui.widgets.labels import label
from app.ui.widgets.state_badge import StateBadge
from app.words.aid import unit_text
from app.words.named import name_of
from app.words.stock import REASONS, amount

_COUNT_WIDTH: Final = 88
_REASON_WIDTH: Final = 230


class ClosingRow(QObject):
    """The widgets of one item, for the view to put into its grid on `table`."""

    def __init__(self, line: ClosingLine, *, is_open: bool, table: QWidget) -> None:
        super().__init__(table)
        self._line = line
        self._is_open = is_open
        self.item_id = line.item.id
        name = name_of(words(), line.item)
        self.name = _named(line, name)
        self.count = QLineEdit()
        self.count.setFixedWidth(_COUNT_WIDTH)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count.setAccessibleName(tr("Closing", "Counted: {item}", item=name))
        self.difference = StateBadge(State.NOT_ELIGIBLE)
        self.reason: Choice[str] = Choice(
            [
                ("", tr("Closing", "Choose the reason")),
                *((reason.value, of(text)) for reason, text in REASONS.items()),
            ],
            line.reason,
        )
        self.reason.setFixedWidth(_REASON_WIDTH)
        self.reason.setEnabled(is_open)
        self.count.setReadOnly(not is_open)
        if line.account.counted is not None:
            self.count.setText(amount(words(), line.account.counted))
        for part in (self.difference, self.reason):
            part.setParent(table)
            _keep_its_room(part)
        self.count.textEdited.connect(self._on_edited)
        self._on_edited()

    @property
    def counted(self) -> Quantity | None:
        """What was counted; None while nothing, or no quantity, is typed."""
        if not self._is_open:
            return self._line.account.counted
        parsed = parse_quantity(self.count.text())
        return parsed.quantity if parsed else None

    @property
    def book(self) -> Quantity:
        """What the book says is left."""
        return self._line.account.left

    @property
    def is_misread(self) -> bool:
        """Whether something is typed that is no quantity."""
        return self.counted is None and bool(self.count.text().strip())

    @property
    def chosen_reason(self) -> str:
        """The reason, where one is asked for."""
        return self.reason.value if self._differs else ""

    def ask_for_count(self) -> None:
        """Mark the count and put the cursor there."""
        self._mark(wrong=True)
        self.count.setFocus()
        self.count.selectAll()

    def ask_for_reason(self) -> None:
        """Put the cursor at the reasons."""
        self.reason.setFocus()

    @property
    def _differs(self) -> bool:
        return self.counted is not None and (self.counted != self.book or self.book < 0)

    def _on_edited(self) -> None:
        self._mark(wrong=self.is_misread)
        self.reason.setVisible(self._differs)
        self.difference.setVisible(self.counted is not None)
        if self.counted is not None:
            self.difference.show_state(*_verdict(self.counted - self.book))

    def _mark(self, *, wrong: bool) -> None:
        self.count.setProperty("wrong", wrong)
        self.count.style().unpolish(self.count)
        self.count.style().polish(self.count)


def _verdict(gap: int) -> tuple[State, str]:
    """How a count stands to the book."""
    if gap < 0:
        return State.VOIDED, tr("Closing", "{count} missing", count=amount(words(), Quantity(-gap)))
    if gap > 0:
        over = amount(words(), Quantity(gap))
        return State.SUPERVISOR, tr("Closing", "{count} too many", count=over)
    return State.MAY, tr("Closing", "agrees")


def _named(line: ClosingLine, name: str) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(name, "strong", wrap=True))
    below = unit_text(words(), line.item.unit)
    if line.moved_since:
        below = tr("Closing", "A merge changed this after the count")
    note: QLabel = label(below, "caption", wrap=True)
    column.addWidget(note)
    return part


def _keep_its_room(part: QWidget) -> None:
    """Rows do not jump when something appears in them."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    part.setSizePolicy(policy)
