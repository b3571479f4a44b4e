"""One part of the catalogue: the list of its records, and beside it the form of the chosen one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.ui import tokens
from app.ui.catalogue.editor import Editor
from app.ui.context import UiContext
from app.ui.models.list_table import ListTableModel
from app.ui.models.paged_table import Column
from app.ui.models.row_look import RowLook
from app.ui.tokens import State
from app.ui.tr import of, tr
from app.ui.widgets.buttons import button
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.table import table_view
from app.words.catalog import Marked

if TYPE_CHECKING:
    from app.db.store import Store

_EDITOR_WIDTH: Final = 500


class Usable(Protocol):
    """A record of the catalogue."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def active(self) -> bool:
        """Whether it is offered."""


Row = TypeVar("Row", bound=Usable)


@dataclass(frozen=True)
class Loaded(Generic[Row]):
    """The records, those out of use too, and whatever else their form needs."""

    rows: Sequence[Row]
    extra: Any = None


@dataclass(frozen=True)
class ShelfSpec(Generic[Row]):
    """What makes one part of the catalogue: its words, columns, records and form."""

    title: Marked
    new: Marked
    lesson: Marked
    columns: Sequence[Column[Row]]
    load: "Callable[[Store], Loaded[Row]]"
    editor: Callable[[UiContext, Row | None, Loaded[Row]], Editor]
    record_types: frozenset[str]


class ShelfView(QWidget, Generic[Row]):
    """Another record is shown only when nothing typed would be lost."""

    def __init__(self, context: UiContext, spec: ShelfSpec[Row]) -> None:
        super().__init__()
        self._context = context
        self._spec = spec
        self._loaded: Loaded[Row] = Loaded(())
        self._chosen: str | None = None
        self._asked: str | None = None
        self._is_read = False
        self._wants_focus = False
        self.editor: Editor | None = None
        self.model: ListTableModel[Row] = ListTableModel(
            spec.columns, RowLook(lambda one: None if one.active else State.NOT_ELIGIBLE)
        )
        self.table = table_view(self.model)
        self.table.setAccessibleName(of(spec.title))
        self.unused = QCheckBox(tr("Catalogue", "Also what is out of use"))
        self.unused.toggled.connect(lambda _: self._show_rows())
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        self.table.activated.connect(lambda _: self._on_activated())
        context.bus.changed.connect(self._on_changed)
        self.load()

    def load(self) -> None:
        """Read the records anew."""
        store, spec = self._context.store, self._spec
        self._context.tasks.run(lambda: spec.load(store), self._on_loaded)

    def begin(self) -> None:
        """Put the focus in the list, or where the first record is begun, once it is known."""
        self._wants_focus = not self._is_read
        if self.model.rowCount():
            self.table.setFocus()
        elif self.editor is not None:
            self.editor.begin()
        elif self._is_read:
            self._new.setFocus()

    def start_new(self) -> None:
        """An empty form."""
        if self._keeps_typed():
            self._asked = None
            return
        self._chosen = None
        self.table.clearSelection()
        self._show_editor(None)
        if self.editor is not None:
            self.editor.begin()

    def _lay_out(self) -> None:
        under = QHBoxLayout()
        self._new = button(of(self._spec.new), self.start_new, icon="add", keys="Ctrl+N")
        under.addWidget(self._new)
        under.addStretch(1)
        under.addWidget(self.unused)
        leading = QVBoxLayout()
        leading.setSpacing(tokens.WITHIN)
        leading.addWidget(self.table, 1)
        leading.addLayout(under)
        beside = QWidget()
        beside.setFixedWidth(_EDITOR_WIDTH)
        beside.setLayout(self._room)
        self._lesson = EmptyPage("catalogue", of(self._spec.title), of(self._spec.lesson))
        self._room.addWidget(self._lesson)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addLayout(leading, 1)
        row.addWidget(beside)

    def _on_changed(self, changed: frozenset[str]) -> None:
        if changed & self._spec.record_types:
            self.load()

    def _on_loaded(self, loaded: Loaded[Row]) -> None:
        self._loaded = loaded
        self._is_read = True
        self._show_rows()
        if self._wants_focus and self.isVisible():
            self.begin()

    def _show_rows(self) -> None:
        """Show the records; the chosen one stays chosen, and what is typed of it stays typed."""
        rows = [one for one in self._loaded.rows if one.active or self.unused.isChecked()]
        blocked = self.table.selectionModel().blockSignals(True)
        self.model.set_rows(rows)
        self._mark_chosen()
        self.table.selectionModel().blockSignals(blocked)
        if self.editor is None or not self.editor.is_touched:
            chosen = [one for one in rows if one.id == self._chosen]
            if chosen:
                self._show_editor(chosen[0])
            elif self._chosen is not None or self.editor is None:
                self._show_first(rows)

    def _show_first(self, rows: Sequence[Row]) -> None:
        self._chosen = rows[0].id if rows else None
        if rows:
            self._mark_chosen()
            self._show_editor(rows[0])
        else:
            self._drop_editor()

    def _on_current(self) -> None:
        row = self.model.row_at(self.table.currentIndex().row())
        if row is None or row.id == self._chosen:
            return
        if self._keeps_typed():
            self._asked = row.id
            QTimer.singleShot(0, self, self._mark_chosen)
            return
        self._chosen = row.id
        self._show_editor(row)

    def _on_activated(self) -> None:
        if self.editor is not None:
            self.editor.begin()

    def _keeps_typed(self) -> bool:
        """Whether the form holds what is not saved; then it says so and stays."""
        if self.editor is None or not self.editor.is_touched:
            return False
        self.editor.message.say(
            "warning",
            tr("Catalogue", "This is not saved yet."),
            tr("Catalogue", "Leave it"),
            self._leave_typed,
        )
        return True

    def _leave_typed(self) -> None:
        """On to what was asked for instead: another record, or a new one."""
        self._drop_editor()
        self._chosen, self._asked = self._asked, None
        if self._chosen is None:
            self.start_new()
        else:
            self._show_rows()

    def _mark_chosen(self) -> None:
        """The list points at the record whose form is shown."""
        ids = [one.id for one in self.model.rows]
        if self._chosen in ids:
            self.table.setCurrentIndex(self.model.index(ids.index(self._chosen), 0))
        else:
            self.table.clearSelection()

    def _show_editor(self, row: Row | None) -> None:
        had_focus = self.editor is not None and self.editor.isAncestorOf(self.focusWidget() or self)
        self._drop_editor()
        self.editor = editor = self._spec.editor(self._context, row, self._loaded)
        editor.saved.connect(self._on_saved)
        self._lesson.hide()
        self._room.addWidget(editor)
        editor.show()
        if had_focus:
            editor.begin()

    def _drop_editor(self) -> None:
        if self.editor is not None:
            self._room.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = None
        self._lesson.show()

    def _on_saved(self, record_id: str) -> None:
        self._chosen = record_id
        self.load()
