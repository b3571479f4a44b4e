"""The first rows of a list as it has them, under what its columns are taken for."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor

from app.domain.importing.cells import text_of
from app.domain.importing.columns import Column
from app.services.importing.source import SourceSheet
from app.ui.models.paged_table import Index
from app.ui.style import theme
from app.ui.tr import tr, words
from app.words.importing import column_name
from app.words.numbers import isolated, ltr

_ROWS = 100
_CODES = frozenset({Column.NATIONAL_ID, Column.DOCUMENT_NO, Column.PHONE, Column.VILLAGE_CODE})


class PreviewModel(QAbstractTableModel):
    """Rows of data, each with its number in the file; columns that are not read are grey."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: SourceSheet | None = None

    def show_sheet(self, sheet: SourceSheet) -> None:
        """Show the first rows of a sheet."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The first hundred rows, or all of fewer."""
        if parent.isValid() or self._sheet is None:
            return 0
        return min(_ROWS, len(self._sheet.rows))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The row's number, and the list's own columns."""
        if parent.isValid() or self._sheet is None:
            return 0
        return 1 + len(self._sheet.layout.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell as the list has it."""
        sheet = self._sheet
        if sheet is None:
            return None
        row, column = sheet.rows[index.row()], index.column() - 1
        if role == Qt.ItemDataRole.DisplayRole:
            if column < 0:
                return words().number(row.number)
            text = text_of(row.cell(column))
            return ltr(text) if sheet.layout.columns[column].column in _CODES else isolated(text)
        ignored = column < 0 or sheet.layout.columns[column].column is Column.IGNORE
        if role == Qt.ItemDataRole.ForegroundRole and ignored:
            return QColor(theme().secondary)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEADING
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What a column is taken for."""
        if orientation != Qt.Orientation.Horizontal or self._sheet is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEADING
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return tr("Import", "Row")
        return column_name(words(), self._sheet.layout.columns[section - 1].column)


_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
