"""People: every household and person on file, their details, corrections and history."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.importing.columns import Kind
from app.domain.permissions import Action
from app.errors import HouseholdNotFound
from app.services.catalogue import CategoryLine, categories
from app.services.day import ConvoyDay, calendar_day, today
from app.services.edit_people import Family, family_of
from app.services.history import History, history_of
from app.services.people_list import row_of_household
from app.services.rights import may_now
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.dialogs.erase import open_erasing
from app.ui.dialogs.import_file import open_import
from app.ui.page import Page
from app.ui.people.editor import Editor
from app.ui.people.family_card import FamilyCard
from app.ui.people.household_editor import HouseholdEditor
from app.ui.people.list_view import PeopleList
from app.ui.people.new_card import NewCard
from app.ui.people.person_editor import PersonEditor
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.labels import label
from app.words.catalog import marked

_LIST, _TASK, _NOTHING = range(3)
_CARD_WIDTH: Final = 368
_LISTED: Final = frozenset({"household", "person", "village"})
_SHOWN: Final = _LISTED | {"aid_record"}


class PeoplePage(Page):
    """A list with the chosen household beside it; a form takes the whole page."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, marked("Navigation", "People"))
        self.today: date = calendar_day(context.store)
        self._household_id = ""
        self._person_id = ""
        self._categories: dict[str, str] = {}
        self._is_stale = True
        self._shows_history = False
        self._may_erase = False
        self.card: FamilyCard | None = None
        self._new_card = NewCard(context, self, self.message)
        self.task: Editor | None = None
        self.list = PeopleList(context, self.today)
        self._card_room = QVBoxLayout()
        self._hint = label(
            tr("People", "Choose a household to see its people."), "secondary", wrap=True
        )
        self._task_room = QVBoxLayout()
        self._states = QStackedWidget()
        for state in (self._list_part(), self._task_part(), self._nothing()):
            self._states.addWidget(state)
        self.body.addWidget(self._states)
        self._wire()

    def opened(self, argument: object) -> None:
        """Ready to search; `argument` may be a household to show."""
        if isinstance(argument, str) and argument:
            self._end()
            self._show(argument, "")
            store = self.context.store
            self.context.tasks.run(lambda: row_of_household(store, argument), self._on_row)
        self._focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed since the page was last seen."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def _focus(self) -> None:
        """Put the focus where typing should go."""
        if self.task is not None:
            self.task.focus_first()
        elif self._states.currentIndex() == _NOTHING:
            self._start.setFocus()
        else:
            self.list.search.setFocus()

    # --- what it is made of ----------------------------------------------------------------------

    def _list_part(self) -> QWidget:
        beside = QWidget()
        beside.setFixedWidth(_CARD_WIDTH)
        beside.setLayout(self._card_room)
        self._card_room.setContentsMargins(0, 0, 0, 0)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._card_room.addWidget(self._hint)
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(self.list, 1)
        row.addWidget(beside)
        return part

    def _task_part(self) -> QWidget:
        part = QWidget()
        part.setLayout(self._task_room)
        self._task_room.setContentsMargins(0, 0, 0, 0)
        return part

    def _nothing(self) -> QWidget:
        wanted = self.context.bus.page_wanted
        self._start = button(
            tr("People", "Go to the desk"),
            lambda: wanted.emit("desk", None),
            kind="primary",
            icon="desk",
        )
        return EmptyPage(
            "people",
            tr("People", "Nobody on file yet"),
            tr(
                "People",
                "Every household and person that this workspace knows is listed here, with what "
                "was changed and by whom. Households are registered at the desk, or come from an "
                "association's list.",
            ),
            self._start,
        )

    def _import(self) -> None:
        open_import(self.context, self, Kind.LIST)

    def _wire(self) -> None:
        self.header.addWidget(
            button(tr("People", "Take in a list"), self._import, icon="import", keys="Ctrl+I")
        )
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._edit_household)
        self.list.failed.connect(self.show_error)
        self.list.counted.connect(self._on_counted)
        self.context.bus.changed.connect(self._on_changed)
        self.add_shortcut("F2", tr("People", "Search"), self.list.search.setFocus)

    # --- the list --------------------------------------------------------------------------------

    def _read(self) -> None:
        self._is_stale = False
        store = self.context.store
        self.context.tasks.run(
            lambda: (
                categories(store, unused=True),
                today(store),
                may_now(store, Action.GRANT),
            ),
            self._on_begun,
            self.show_error,
        )
        self.list.read_again()

    def _on_begun(self, loaded: tuple[tuple[CategoryLine, ...], ConvoyDay | None, bool]) -> None:
        known, day, self._may_erase = loaded
        language = self.context.words.language
        self._categories = {one.id: one.name(language) for one in known}
        if day is not None:
            self.today = self.list.today = day.date
        if self.list.category.count() != len(known) + 1:
            self.list.set_categories(known)

    def _on_counted(self, count: int) -> None:
        if self.task is not None:
            return
        empty = count == 0 and not self.list.is_narrowed
        state = _NOTHING if empty else _LIST
        if state != self._states.currentIndex():
            self._states.setCurrentIndex(state)
            self._focus()

    def _on_row(self, row: int | None) -> None:
        if row is not None:
            self.list.choose_row(row)

    def _on_changed(self, changed: frozenset[str]) -> None:
        if changed & _LISTED:
            if self.isVisible():
                self._read()
            else:
                self._is_stale = True
        if changed & _SHOWN and self._household_id:
            self._load_card()

    # --- the household ---------------------------------------------------------------------------

    def _show(self, household_id: str, person_id: str) -> None:
        if (household_id, person_id) != (self._household_id, self._person_id):
            self._household_id, self._person_id = household_id, person_id
            self._load_card()

    def _load_card(self) -> None:
        store, household_id = self.context.store, self._household_id
        self.context.tasks.run(
            lambda: family_of(store, household_id), self._on_family, self._on_no_family
        )

    def _on_family(self, family: Family) -> None:
        if family.household_id != self._household_id:
            return
        reveals = self.card is not None and self.card.reveals
        same = self.card is not None and self.card.family.household_id == family.household_id
        self._drop_card()
        self._hint.hide()
        self.card = card = FamilyCard(
            family, self._person_id, self._categories, self.today, may_erase=self._may_erase
        )
        self._card_room.addWidget(card)
        card.show()
        card.edit_wanted.connect(self._edit_household)
        card.edit_person_wanted.connect(self._edit_person)
        card.add_person_wanted.connect(self._add_person)
        card.history_wanted.connect(self._on_history_wanted)
        card.desk_wanted.connect(
            lambda: self.context.bus.page_wanted.emit("desk", family.household_id)
        )
        card.file_wanted.connect(
            lambda: self.context.bus.page_wanted.emit(
                "reports", ("person", family.household_id, family.form.number)
            )
        )
        card.card_wanted.connect(lambda: self._new_card.ask(family.household_id))
        card.erase_wanted.connect(lambda: open_erasing(self.context, self, family, self.message))
        if same and reveals:
            card.toggle_numbers()
        if self._shows_history:
            card.open_history()

    def _on_no_family(self, error: Exception) -> None:
        self._drop_card()
        self._hint.show()
        if not isinstance(error, HouseholdNotFound):
            self.show_error(error)

    def _drop_card(self) -> None:
        if self.card is not None:
            self._card_room.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None

    def _on_history_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - as Qt signals it
        self._shows_history = wanted
        if not wanted:
            return
        store, household_id = self.context.store, self._household_id
        self.context.tasks.run(
            lambda: (household_id, history_of(store, household_id)),
            self._on_history,
            self.show_error,
        )

    def _on_history(self, loaded: tuple[str, History]) -> None:
        household_id, history = loaded
        if self.card is not None and self.card.family.household_id == household_id:
            self.card.show_history(history)

    # --- corrections -----------------------------------------------------------------------------

    def _edit_household(self) -> None:
        if self.card is not None:
            self._begin(HouseholdEditor(self.context, self.card.family))

    def _edit_person(self, person_id: str) -> None:
        if self.card is not None:
            family = self.card.family
            member = next(one for one in family.members if one.id == person_id)
            self._begin(PersonEditor(self.context, family.household_id, member, self.today))

    def _add_person(self) -> None:
        if self.card is not None:
            household_id = self.card.family.household_id
            self._begin(PersonEditor(self.context, household_id, None, self.today))

    def _begin(self, task: Editor) -> None:
        self.message.clear()
        self._end()
        self.task = task
        task.left.connect(self._end)
        self._task_room.addWidget(task)
        self._states.setCurrentIndex(_TASK)
        task.show()
        task.begin()

    def _end(self) -> None:
        """Back to the list."""
        if self.task is None:
            return
        self.task.hide()
        self.task.deleteLater()
        self.task = None
        self._states.setCurrentIndex(_LIST)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
