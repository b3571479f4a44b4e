"""A report's table for a view: texts as the reader wants them, sorted by the values behind them."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app.documents.figure_texts import value_text
from app.documents.figures import NUMERIC, Column, Row, Table
from app.ui.tr import of, words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class FiguresModel(QAbstractTableModel):
    """The rows, and the row of totals, which stays last however the others are sorted."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table: Final = table
        self._rows = list(table.rows)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The rows and the totals."""
        if parent.isValid():
            return 0
        return len(self._rows) + (self.table.totals is not None)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many as the table has."""
        return 0 if parent.isValid() else len(self.table.kind.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, where it stands, and that totals are heavier."""
        column = self.table.kind.columns[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return value_text(column.kind, self._row(index.row())[index.column()], words())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.FontRole and index.row() == len(self._rows):
            font = QFont()
            font.setBold(True)
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's title; what it means, as a tooltip."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.table.kind.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return of(column.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return of(column.meaning)
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By the values of a column; what is not known comes first."""
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        self._rows.sort(
            key=lambda row: _order(row[column]), reverse=order == Qt.SortOrder.DescendingOrder
        )
        self.layoutChanged.emit()

    def _row(self, at: int) -> Row:
        if at < len(self._rows):
            return self._rows[at]
        assert self.table.totals is not None
        return self.table.totals


def _order(value: str | int | None) -> tuple[bool, bool, str | int]:
    return (value is not None, isinstance(value, str), "" if value is None else value)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    trailing = column.kind in NUMERIC
    side = Qt.AlignmentFlag.AlignTrailing if trailing else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter
