"""Each item's account, with what was counted and why it differs: of a convoy or of one desk."""

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.quantity import Quantity
from app.domain.reconciliation import Account
from app.errors import CountMissing, DifferenceUnexplained
from app.services.closing import ClosingLine
from app.ui import tokens
from app.ui.convoys.closing_row import ClosingRow
from app.ui.tr import of, tr, words
from app.ui.widgets.labels import label
from app.words.catalog import Marked
from app.words.stock import amount

Part: TypeAlias = tuple[Marked, Callable[[Account], Quantity], bool]
"""A column of the account: its title, its amount, and whether it is shown where no item has any."""

_NUMBER: Final = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class CountTable(QWidget):
    """To fill in while `is_open`; Enter goes from count to count, and from the last to `then`."""

    def __init__(
        self, lines: Sequence[ClosingLine], parts: Sequence[Part], *, is_open: bool, then: QWidget
    ) -> None:
        super().__init__()
        shown = [part for part in parts if part[2] or any(part[1](one.account) for one in lines)]
        self.rows: list[ClosingRow] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.BETWEEN)
        grid.setVerticalSpacing(tokens.WITHIN)
        grid.setColumnStretch(0, 1)
        _titles(grid, [of(title) for title, *_ in shown])
        for number, line in enumerate(lines, 1):
            row = ClosingRow(line, is_open=is_open, table=self)
            self.rows.append(row)
            grid.addWidget(row.name, number, 0)
            for at, (_, value, _) in enumerate(shown, 1):
                said = amount(words(), value(line.account))
                text = label(said, "strong") if at == len(shown) else label(said)
                grid.addWidget(text, number, at, _NUMBER)
            for at, widget in enumerate((row.count, row.difference, row.reason), len(shown) + 1):
                grid.addWidget(widget, number, at)
        for row, following in zip_longest(self.rows, self.rows[1:]):
            row.count.returnPressed.connect((following.count if following else then).setFocus)

    @property
    def counted(self) -> dict[str, Quantity]:
        """What was counted, by item id."""
        return {row.item_id: row.counted for row in self.rows if row.counted is not None}

    @property
    def reasons(self) -> dict[str, str]:
        """Why it differs, by item id."""
        return {row.item_id: row.chosen_reason for row in self.rows if row.chosen_reason}

    def begin(self) -> None:
        """Put the cursor at the first count."""
        if self.rows:
            self.rows[0].count.setFocus()

    def ask_for(self, error: Exception) -> None:
        """Put the cursor where what the error speaks of is missing."""
        if not isinstance(error, CountMissing | DifferenceUnexplained):
            return
        row = next(row for row in self.rows if row.item_id == error.params["item"])
        if isinstance(error, CountMissing):
            row.ask_for_count()
        else:
            row.ask_for_reason()


def _titles(grid: QGridLayout, parts: Sequence[str]) -> None:
    grid.addWidget(label(tr("Closing", "Item"), "caption"), 0, 0)
    for at, title in enumerate(parts, 1):
        grid.addWidget(label(title, "caption"), 0, at, _NUMBER)
    texts = (tr("Closing", "Counted"), tr("Closing", "Difference"), tr("Closing", "Reason"))
    for at, title in enumerate(texts, len(parts) + 1):
        grid.addWidget(label(title, "caption"), 0, at)
