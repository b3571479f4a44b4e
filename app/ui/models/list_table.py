"""A table of a few rows that are all in memory: a convoy's stock, the catalogue's items."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from app.ui.models.paged_table import Column, Index, Row
from app.ui.style import theme
from app.ui.tokens import State
from app.ui.tr import of
from app.ui.widgets.state_badge import state_pixmap
from app.words.numbers import ltr


class ListTableModel(QAbstractTableModel, Generic[Row]):
    """`state` gives a row's state, shown as an icon in the column `state_column`; what is voided
    or out of use is struck through or greyed, beside the word that its column says."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        state: Callable[[Row], State | None] | None = None,
        state_column: int = 0,
    ) -> None:
        super().__init__()
        self.columns: Final = tuple(columns)
        self._state = state
        self._state_column = state_column
        self._rows: Sequence[Row] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, in its order."""
        return self._rows

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> Row | None:
        """What a row shows; None for one that is not there."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as were set."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as were given."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, how they are aligned, and what the row's state looks like."""
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return ltr(column.text(row)) if column.code else column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return self._state_data(index, role, self._state(row) if self._state else None)

    def _state_data(self, index: Index, role: int, state: State | None) -> Any:
        if state is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole and index.column() == self._state_column:
            return state_pixmap(state, 16, QApplication.primaryScreen().devicePixelRatio())
        if role == Qt.ItemDataRole.ForegroundRole and state in _QUIET:
            return QColor(theme().secondary)
        if role == Qt.ItemDataRole.FontRole and state is State.VOIDED:
            font = QFont(QApplication.font())
            font.setStrikeOut(index.column() != self._state_column)
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return of(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None


_QUIET: Final = frozenset({State.VOIDED, State.NOT_ELIGIBLE})


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignTrailing if column.number else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter
