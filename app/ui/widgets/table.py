"""A table view as all our pages want it: rows to choose, no grid, keys that work."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui import tokens
from app.ui.models.list_table import ListTableModel
from app.ui.models.paged_table import PagedTableModel

# The font's widest ligatures would force every section to more than a hundred pixels.
_SMALLEST_SECTION: Final = 36
_PADDING: Final = 20


class TableView(QTableView):
    """Chooses whole rows; Enter and a double click mean `activated`; Tab leaves the table."""

    def __init__(self, model: QAbstractTableModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_SMALLEST_SECTION)
        self.verticalHeader().setDefaultSectionSize(tokens.TOUCH)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_SMALLEST_SECTION)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Choose this row and no other, whatever key is held down just now."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row on every platform."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def table_view(model: PagedTableModel[Any] | ListTableModel[Any]) -> TableView:
    """A view with the widths of the model's columns, that sorts by a click on a title."""
    view = TableView(model)
    header = view.horizontalHeader()
    character = view.fontMetrics().averageCharWidth()
    for at, column in enumerate(model.columns):
        if column.width:
            header.resizeSection(at, column.width * character + _PADDING)
        else:
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
    header.setSortIndicatorShown(True)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    header.setSortIndicatorClearable(False)
    view.setSortingEnabled(any(column.sort for column in model.columns))
    return view
