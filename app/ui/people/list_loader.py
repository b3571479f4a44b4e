"""Brings the list of households or people part by part, so that its beginning is there at once."""

from array import array

from PySide6.QtCore import QObject, Signal

from app.services.people_list import Part, Position, Wanted, find_rows, list_part
from app.ui.context import UiContext
from app.ui.models.paged_table import PAGE
from app.ui.people.row_ids import RowIds
from app.ui.tasks import Task

FIRST_PART = 2 * PAGE
PART = 200 * PAGE
"""Rows of a later part: a tenth of a second, so that other reading need not wait."""


class ListLoader(QObject):
    """Reads one list at a time; a new one takes the place of what is still being read."""

    began = Signal(object)
    """RowIds: the first rows of a new list."""
    grew = Signal(object)
    """RowIds: those rows and more."""
    ended = Signal(int)
    """The list is whole; how many rows it has."""
    failed = Signal(Exception)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._wanted = Wanted()
        self._rows: array[int] = array("q")
        self._has_begun = False
        self._task: Task | None = None

    @property
    def count(self) -> int:
        """How many rows have been read so far."""
        return len(self._rows)

    def read(self, wanted: Wanted) -> None:
        """Read a list from its beginning."""
        self._start()
        self._wanted = wanted
        self._next(None, FIRST_PART)

    def search(self, text: str, wanted: Wanted) -> None:
        """Read what a search finds in the village and category wanted, the best first."""
        self._start()
        store = self._context.store
        self._task = self._context.tasks.run(
            lambda: Part(find_rows(store, text, wanted), None), self._on_part, self.failed.emit
        )

    def _start(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._rows = array("q")
        self._has_begun = False

    def _next(self, after: Position | None, most: int) -> None:
        store, wanted = self._context.store, self._wanted
        self._task = self._context.tasks.run(
            lambda: list_part(store, wanted, after, most), self._on_part, self.failed.emit
        )

    def _on_part(self, part: Part) -> None:
        self._rows.extend(part.rows)
        # A page of the table is fetched once: it must not grow afterwards.
        shown = len(self._rows) if part.then is None else len(self._rows) // PAGE * PAGE
        (self.grew if self._has_begun else self.began).emit(RowIds(self._rows[:shown]))
        self._has_begun = True
        if part.then is None:
            self.ended.emit(len(self._rows))
        else:
            self._next(part.then, PART)
