"""A table over the store that holds the ordered ids and fetches pages of rows as they are seen.

Sorting and filtering happen in SQL: a page asks for the ids in an order, the model asks for the
rows of what is on the screen. A proxy model over 200,000 rows takes 20 s for its first show, this
takes as long as one query.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.ui.models.row_look import RowLook
from app.ui.tasks import Tasks
from app.ui.tr import of
from app.words.catalog import Marked
from app.words.numbers import ltr

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

PAGE: Final = 100
_KEPT_PAGES: Final = 40
_WAITING: Final = "…"


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its title, what it shows of a row, and the name by which a query sorts it.

    `code` keeps IDs and phones left to right; `number` aligns to the trailing side. `width` is
    in characters of the body font; 0 takes what is left.
    """

    title: Marked
    text: Callable[[Row], str]
    sort: str = ""
    code: bool = False
    number: bool = False
    width: int = 0


class PagedTableModel(QAbstractTableModel, Generic[Row]):
    """`fetch` gives the rows of some ids, in their order; it runs on the reading thread."""

    sort_wanted = Signal(str, bool)
    """The `sort` of a column and whether it should descend; answer with `set_ids`."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Callable[[Sequence[str]], Sequence[Row]],
        tasks: Tasks,
        parent: QObject | None = None,
        look: RowLook[Row] | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns: Final = tuple(columns)
        self._look = look
        self._fetch = fetch
        self._tasks = tasks
        self._ids: Sequence[str] = ()
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._asked: set[int] = set()
        self._generation = 0

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show these records, in this order; rows are fetched anew."""
        self.beginResetModel()
        self._ids = ids
        self._forget()
        self.endResetModel()

    def grow(self, ids: Sequence[str]) -> None:
        """Show more records below those shown now, with which `ids` begin; what is chosen and where
        the list stands is kept. Until the list is whole it grows by full pages."""
        first, last = len(self._ids), len(ids) - 1
        if last >= first:
            self.beginInsertRows(QModelIndex(), first, last)
            self._ids = ids
            self.endInsertRows()

    def refresh(self) -> None:
        """Fetch the rows again where they stand; the ids stay."""
        self._forget()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def ids(self) -> Sequence[str]:
        """All that is shown, in its order."""
        return self._ids

    def id_at(self, row: int) -> str:
        """The id of the record in a row. Raises IndexError."""
        return self._ids[row]

    def row_of(self, record_id: str) -> int | None:
        """Where a record stands; None when it is not shown."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return None

    def row_at(self, row: int) -> Row | None:
        """What a row shows; None (and asked for) until it has been fetched."""
        page, place = divmod(row, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._ask(page)
            # Work that is done at once has already arrived.
            rows = self._pages.get(page)
        else:
            self._pages.move_to_end(page)
        return rows[place] if rows is not None and place < len(rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as there are ids."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as were given."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, and how they are aligned."""
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.row_at(index.row())
            if row is None:
                return _WAITING
            return ltr(column.text(row)) if column.code else column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        row = self.row_at(index.row()) if self._look else None
        return self._look.data(row, index.column(), role) if self._look and row else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return of(column.title)
        return _alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the ids in another order; columns without a `sort` do nothing."""
        if 0 <= column < len(self.columns) and self.columns[column].sort:
            descending = order == Qt.SortOrder.DescendingOrder
            self.sort_wanted.emit(self.columns[column].sort, descending)

    def _forget(self) -> None:
        self._generation += 1
        self._pages.clear()
        self._asked.clear()

    def _ask(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        generation = self._generation
        ids = list(self._ids[page * PAGE : (page + 1) * PAGE])
        self._tasks.run(
            lambda: self._fetch(ids),
            lambda rows: self._on_fetched(generation, page, rows),
            owner=self,
        )

    def _on_fetched(self, generation: int, page: int, rows: Sequence[Row]) -> None:
        if generation != self._generation:
            return
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        first = page * PAGE
        last = min(first + PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignTrailing if column.number else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter
