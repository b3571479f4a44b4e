"""Convoys: plan one, choose today's, and close it with its reconciliation."""

from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.dates import PartialDate
from app.domain.importing.columns import Kind
from app.services.closing import reopen_convoy
from app.services.convoys import ConvoyForm, ConvoySummary, convoys
from app.services.day import ConvoyDay, calendar_day, choose_day, today
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.convoys.closing_view import ClosingView
from app.ui.convoys.convoy_card import CardContent, ConvoyCard, load_card
from app.ui.convoys.convoy_form import ConvoyEditor
from app.ui.convoys.desks_editor import DesksEditor
from app.ui.convoys.returns_view import ReturnsView
from app.ui.convoys.texts import days_text
from app.ui.dialogs.import_file import open_import
from app.ui.models.list_table import ListTableModel
from app.ui.models.paged_table import Column
from app.ui.models.row_look import RowLook
from app.ui.page import Page
from app.ui.tokens import State
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.labels import label
from app.ui.widgets.table import table_view
from app.words import dates
from app.words.catalog import marked

_UNREAD, _NOTHING, _LIST, _TASK = range(4)
"""The states of the page; it is blank until the first look at the store has come back."""
_CHANGED_BY: Final = frozenset({"convoy", "desk", "setting", "aid_record", "campaign"})
_CARD_WIDTH: Final = 360


_Task: TypeAlias = ConvoyEditor | ClosingView | DesksEditor | ReturnsView


@dataclass(frozen=True)
class _Loaded:
    convoys: tuple[ConvoySummary, ...]
    today: ConvoyDay | None
    calendar_day: date


class ConvoysPage(Page):
    """A list with the chosen convoy beside it; planning and closing take the whole page."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._today: ConvoyDay | None = None
        self._calendar_day: date | None = None
        self._chosen = ""
        self._wants_focus = False
        self.card: ConvoyCard | None = None
        self.task: _Task | None = None
        self.model: ListTableModel[ConvoySummary] = ListTableModel(
            self._columns(), RowLook(self._state, column=3)
        )
        self.table = table_view(self.model)
        self.table.setAccessibleName(tr("Navigation", "Convoys"))
        self._card_room = QVBoxLayout()
        self._task_room = QVBoxLayout()
        self._task_room.setContentsMargins(0, 0, 0, 0)
        at_task = QWidget()
        at_task.setLayout(self._task_room)
        self._states = QStackedWidget()
        for state in (QWidget(), self._nothing(), self._list(), at_task):
            self._states.addWidget(state)
        self.body.addWidget(self._states)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        self.table.activated.connect(lambda _: self._on_change())
        context.bus.changed.connect(self._on_changed)
        self._load()

    def opened(self, argument: object) -> None:
        """Start in the list; `argument` may be a convoy to show."""
        if isinstance(argument, str):
            self._chosen = argument
            self._load()
        self._wants_focus = True
        self._focus()

    def _focus(self) -> None:
        """Once after opening, as soon as there is something to work with."""
        if not self._wants_focus or not self.isVisible():
            return
        if self.task is not None:
            self.task.begin()
            self._wants_focus = False
        elif self._states.currentIndex() == _LIST:
            self.table.setFocus()
            self._wants_focus = False

    # --- what it is made of ----------------------------------------------------------------------

    def _columns(self) -> tuple[Column[ConvoySummary], ...]:
        return (
            Column(marked("Convoys", "Convoy"), lambda one: one.name),
            Column(
                marked("Convoys", "Days"),
                lambda one: days_text(one.starts_on, one.ends_on),
                width=24,
            ),
            Column(
                marked("Convoys", "Families"),
                lambda one: words().number(one.families),
                number=True,
                width=6,
            ),
            Column(marked("Convoys", "State"), self._state_text, width=12),
        )

    def _nothing(self) -> QWidget:
        return EmptyPage(
            "convoys",
            tr("Convoys", "No convoy yet"),
            tr(
                "Convoys",
                "A convoy is one journey to some villages: its days, its organisations, its "
                "campaigns and its stock. Everything that is handed over belongs to one.",
            ),
            button(
                tr("Convoys", "New convoy"),
                self._on_new,
                kind="primary",
                icon="add",
                keys="Ctrl+Return",
            ),
        )

    def _import(self) -> None:
        open_import(self.context, self, Kind.AID)

    def _list(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(label(tr("Navigation", "Convoys"), "title"))
        head.addStretch(1)
        head.addWidget(
            button(
                tr("Convoys", "Take in a hand-over sheet"),
                self._import,
                icon="import",
                keys="Ctrl+I",
            )
        )
        head.addWidget(button(tr("Convoys", "New convoy"), self._on_new, icon="add", keys="Ctrl+N"))
        beside = QWidget()
        beside.setFixedWidth(_CARD_WIDTH)
        beside.setLayout(self._card_room)
        self._card_room.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(self.table, 1)
        row.addWidget(beside)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(head)
        column.addLayout(row, 1)
        return part

    def _is_today(self, one: ConvoySummary) -> bool:
        return self._today is not None and self._today.convoy_id == one.id

    def _state(self, one: ConvoySummary) -> State | None:
        if one.closed:
            return State.NOT_ELIGIBLE
        return State.MAY if self._is_today(one) else None

    def _state_text(self, one: ConvoySummary) -> str:
        if one.closed:
            return tr("Convoys", "closed")
        return tr("Convoys", "today's") if self._is_today(one) else tr("Convoys", "open")

    # --- the list and the card -------------------------------------------------------------------

    def _load(self) -> None:
        store = self.context.store
        self.context.tasks.run(
            lambda: _Loaded(convoys(store), today(store), calendar_day(store)),
            self._on_loaded,
            self.show_error,
        )

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._today, self._calendar_day = loaded.today, loaded.calendar_day
        self.model.set_rows(loaded.convoys)
        if self.task is None:
            self._states.setCurrentIndex(_LIST if loaded.convoys else _NOTHING)
        ids = [one.id for one in loaded.convoys]
        wanted = self._chosen or (loaded.today.convoy_id if loaded.today else "")
        if ids:
            # `selectRow` looks for a column on the screen, which there is none of before the show.
            row = ids.index(wanted) if wanted in ids else 0
            self.table.setCurrentIndex(self.model.index(row, 0))
            self._show_card()
        self._focus()

    def _on_changed(self, changed: frozenset[str]) -> None:
        if changed & _CHANGED_BY:
            self._load()

    def _on_current(self) -> None:
        row = self.model.row_at(self.table.currentIndex().row())
        if row is not None and row.id != self._chosen:
            self._chosen = row.id
            self._show_card()

    def _show_card(self) -> None:
        context, convoy_id = self.context, self._chosen
        if convoy_id:
            context.tasks.run(
                lambda: load_card(context, convoy_id), self._on_card_loaded, self.show_error
            )

    def _on_card_loaded(self, content: CardContent) -> None:
        if content.details.id != self._chosen:
            return
        if self.card is not None:
            self._card_room.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
        self.card = card = ConvoyCard(content)
        self._card_room.addWidget(card)
        card.show()
        card.chosen.connect(self._on_chosen)
        card.desk_wanted.connect(lambda: self.context.bus.page_wanted.emit("desk", None))
        card.change_wanted.connect(lambda: self._edit(content.details.form, content.details.id))
        card.close_wanted.connect(self._on_close)
        card.reopen_wanted.connect(self._on_reopen)
        card.desks_wanted.connect(self._on_desks)
        card.returns_wanted.connect(lambda: self._on_returns(content.details.form.name))

    def _on_chosen(self, day: date, desk: str) -> None:
        store, convoy_id = self.context.store, self._chosen
        self.context.tasks.run(
            lambda: choose_day(store, convoy_id, day, desk or "1"),
            self._on_day_chosen,
            self.show_error,
            kind="write",
        )

    def _on_day_chosen(self, chosen: ConvoyDay) -> None:
        said = dates.long_day(words(), chosen.day)
        self.context.bus.said.emit(
            tr("Convoys", "Today's convoy is {convoy}, {day}", convoy=chosen.convoy_name, day=said)
        )

    def _on_reopen(self) -> None:
        store, convoy_id = self.context.store, self._chosen
        self.context.tasks.run(
            lambda: reopen_convoy(store, convoy_id),
            self._on_reopened,
            self.show_error,
            kind="write",
        )

    def _on_reopened(self, _: None) -> None:
        self.context.bus.said.emit(tr("Convoys", "The convoy is open again"))

    # --- planning and closing --------------------------------------------------------------------

    def _on_new(self) -> None:
        self._edit(None, None)

    def _on_change(self) -> None:
        if self.card is not None:
            self.card.change()

    def _edit(self, form: ConvoyForm | None, convoy_id: str | None) -> None:
        day = PartialDate(self._calendar_day) if self._calendar_day else None
        editor = ConvoyEditor(self.context, day, convoy_id, form)
        editor.saved.connect(self._on_saved)
        self._begin(editor)

    def _on_close(self) -> None:
        closing = ClosingView(self.context, self._chosen)
        closing.closed.connect(self._end)
        self._begin(closing)

    def _on_desks(self) -> None:
        editor = DesksEditor(self.context, self._chosen)
        editor.saved.connect(self._end)
        self._begin(editor)

    def _on_returns(self, name: str) -> None:
        self._begin(ReturnsView(self.context, self._chosen, name))

    def _begin(self, task: _Task) -> None:
        self.message.clear()
        self._end()
        self.task = task
        task.left.connect(self._end)
        self._task_room.addWidget(task)
        self._states.setCurrentIndex(_TASK)
        task.show()  # a layout would show it a moment later, too late for the focus
        task.begin()

    def _on_saved(self, convoy_id: str) -> None:
        self._chosen = convoy_id
        self._end()

    def _end(self) -> None:
        """Back to the list."""
        if self.task is None:
            return
        self.task.deleteLater()
        self.task.hide()
        self.task = None
        self._load()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
