"""Households or people in a table of any length, with what narrows and sorts it."""

from datetime import date
from typing import Any, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.catalogue import CategoryLine
from app.services.people_list import Kind, Sort, Wanted, household_lines, person_lines
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.desk.search_field import SearchField
from app.ui.models.paged_table import PagedTableModel
from app.ui.people.columns import HOUSEHOLDS, people_columns
from app.ui.people.list_loader import ListLoader
from app.ui.people.row_ids import RowIds
from app.ui.tr import tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.labels import label
from app.ui.widgets.table import TableView, table_view
from app.ui.widgets.village_picker import VillagePicker

_VILLAGE_WIDTH: Final = 190
_CATEGORY_WIDTH: Final = 150


class PeopleList(QWidget):
    """The search field, the village and the category above the table; it reads as it is shown."""

    chosen = Signal(str, str)
    """The ids of a household and, in the list of people, of a person."""
    opened = Signal()
    """A row was chosen by Enter or a double click."""
    failed = Signal(Exception)
    counted = Signal(int)
    """The list is whole; how many rows it has."""

    def __init__(self, context: UiContext, today: date) -> None:
        super().__init__()
        self.today = today
        self._context = context
        store, tasks = context.store, context.tasks
        self.kind: Choice[Kind] = Choice(
            [
                (Kind.HOUSEHOLDS, tr("People", "Households")),
                (Kind.PEOPLE, tr("People", "People")),
            ]
        )
        self.kind.setAccessibleName(tr("People", "What is listed"))
        self.search = SearchField()
        self.search.setPlaceholderText(tr("People", "Name, ID, phone or number"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.village = VillagePicker(context)
        self.village.setPlaceholderText(tr("People", "All villages"))
        self.village.setAccessibleName(tr("People", "Village"))
        self.village.setFixedWidth(_VILLAGE_WIDTH)
        self.category: Choice[str] = Choice([("", tr("People", "All categories"))])
        self.category.setAccessibleName(tr("People", "Category"))
        self.category.setFixedWidth(_CATEGORY_WIDTH)
        self._count = label("", "secondary")
        self._models: dict[Kind, PagedTableModel[Any]] = {
            Kind.HOUSEHOLDS: PagedTableModel(
                HOUSEHOLDS, lambda ids: household_lines(store, [int(one) for one in ids]), tasks
            ),
            Kind.PEOPLE: PagedTableModel(
                people_columns(lambda: self.today),
                lambda ids: person_lines(store, [int(one) for one in ids]),
                tasks,
            ),
        }
        self._tables = {kind: table_view(model) for kind, model in self._models.items()}
        self._sorts = dict.fromkeys(Kind, (Sort.NAME, False))
        self._loader = ListLoader(context)
        self._sought = ""
        self._lay_out()
        self._wire()

    @property
    def table(self) -> TableView:
        """The table that is shown."""
        return self._tables[self.kind.value]

    @property
    def model(self) -> PagedTableModel[Any]:
        """The rows that are shown."""
        return self._models[self.kind.value]

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is searched for or left out."""
        return bool(self.search.text().strip() or self.village.value or self.category.value)

    def set_categories(self, known: tuple[CategoryLine, ...]) -> None:
        """Offer these to narrow the list by."""
        language = self._context.words.language
        options = [(one.id, one.name(language)) for one in known]
        self.category.set_options([("", tr("People", "All categories")), *options])

    def read_again(self) -> None:
        """Read the list anew after something changed, and find the chosen row again."""
        current = self.table.currentIndex()
        if current.isValid():
            self._sought = self.model.id_at(current.row())
        self.read()

    def read(self) -> None:
        """Read the list from its beginning. What a search finds comes in its own order."""
        sort, descending = self._sorts[self.kind.value]
        wanted = Wanted(
            self.kind.value,
            sort,
            descending,
            village_id=self.village.value or "",
            category_id=self.category.value,
        )
        text = self.search.text().strip()
        header = self.table.horizontalHeader()
        header.setSectionsClickable(not text)
        header.setSortIndicatorShown(not text)
        if text:
            self._loader.search(text, wanted)
        else:
            self._loader.read(wanted)

    def choose_row(self, row: int) -> None:
        """Show a row of the search index as chosen, once it is in the list."""
        self._sought = str(row)
        self._seek()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(tokens.WITHIN)
        filters.addWidget(self.kind)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.village)
        filters.addWidget(self.category)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN)
        column.addLayout(filters)
        for kind, table in self._tables.items():
            sorts = [one.sort for one in self._models[kind].columns]
            by_name = sorts.index(Sort.NAME)
            table.horizontalHeader().setSortIndicator(by_name, Qt.SortOrder.AscendingOrder)
            column.addWidget(table, 1)
            table.setHidden(kind is not self.kind.value)
        column.addWidget(self._count)

    def _wire(self) -> None:
        self.search.asked.connect(lambda _: self.read())
        self.search.entered.connect(self._on_entered)
        self.kind.chosen.connect(lambda _: self._on_kind())
        self.village.chosen.connect(lambda _: self.read())
        self.village.textEdited.connect(self._on_village_edited)
        self.category.chosen.connect(lambda _: self.read())
        self._loader.began.connect(self._on_began)
        self._loader.grew.connect(self._on_grew)
        self._loader.ended.connect(self._on_ended)
        self._loader.failed.connect(self.failed)
        for kind, table in self._tables.items():
            model = self._models[kind]
            model.sort_wanted.connect(self._on_sort)
            table.setAccessibleName(tr("Navigation", "People"))
            table.selectionModel().currentRowChanged.connect(self._on_current)
            table.activated.connect(lambda _: self.opened.emit())
            model.dataChanged.connect(lambda *_: self._on_fetched())

    # --- what is asked for -----------------------------------------------------------------------

    def _on_kind(self) -> None:
        for kind, table in self._tables.items():
            table.setHidden(kind is not self.kind.value)
        self.read()

    def _on_village_edited(self, text: str) -> None:
        """An emptied field means all villages again."""
        if not text.strip():
            self.village.set_value(None)
            self.read()

    def _on_sort(self, sort: str, descending: bool) -> None:  # noqa: FBT001 - as Qt signals it
        self._sorts[self.kind.value] = (Sort(sort), descending)
        self.read()

    def _on_entered(self) -> None:
        self.search.ask()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what comes ------------------------------------------------------------------------------

    def _on_began(self, ids: RowIds) -> None:
        self.model.set_ids(ids)
        self._say_count(len(ids), whole=False)
        if not self._seek() and len(ids) and self.search.text().strip():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _on_grew(self, ids: RowIds) -> None:
        self.model.grow(ids)
        self._seek()
        self._say_count(len(ids), whole=False)

    def _seek(self) -> bool:
        """Choose the row that is sought, if it has come; whether it has."""
        place = self.model.row_of(self._sought) if self._sought else None
        if place is None:
            return False
        self._sought = ""
        self.table.setCurrentIndex(self.model.index(place, 0))
        self.table.scrollTo(self.model.index(place, 0))
        return True

    def _on_ended(self, count: int) -> None:
        self._sought = ""
        self._say_count(count, whole=True)
        self.counted.emit(count)

    def _say_count(self, count: int, *, whole: bool) -> None:
        if not whole:
            text = tr("People", "%n so far …", n=count)
        elif self.kind.value is Kind.HOUSEHOLDS:
            text = tr("People", "%n households", n=count)
        else:
            text = tr("People", "%n people", n=count)
        self._count.setText(text)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self._tell(index.row())

    def _on_fetched(self) -> None:
        """The row that was chosen before it had been fetched."""
        index = self.table.currentIndex()
        if index.isValid():
            self._tell(index.row())

    def _tell(self, row: int) -> None:
        line = self.model.row_at(row)
        if line is not None:
            self.chosen.emit(line.household_id, getattr(line, "person_id", ""))
