"""Cases of one kind: their list, beside it the chosen one, and what was decided with its Undo."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.models.list_table import ListTableModel
from app.ui.models.paged_table import Column
from app.ui.models.row_look import RowLook
from app.ui.parts import Part
from app.ui.tr import of, tr
from app.ui.widgets.buttons import shortcut
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.table import table_view
from app.words.catalog import Marked

if TYPE_CHECKING:
    from app.db.store import Store

Case = TypeVar("Case")
_Done = TypeVar("_Done")

_UNREAD, _NOTHING, _LIST = range(3)
_CARD_WIDTH: Final = 520


@dataclass(frozen=True)
class Cases(Generic[Case]):
    """Cases as they were read: those listed, how many there are in all, what else the cards need,
    and the moment by this laptop's clock."""

    rows: Sequence[Case]
    total: int
    now: int
    extra: Any = None


class CaseCard(QFrame):
    """One case with its choices."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")

    def begin(self) -> None:
        """Put the focus on the first choice."""


@dataclass(frozen=True)
class CaseKind(Generic[Case]):
    """What makes one kind of case: its list, its cards, and the words of an empty list."""

    columns: Sequence[Column[Case]]
    look: RowLook[Case] | None
    load: "Callable[[Store], Cases[Case]]"
    key: Callable[[Case], Hashable]
    card: "Callable[[CaseView[Case], Case, Cases[Case]], CaseCard]"
    icon: str
    empty: Marked
    lesson: Marked


class CaseView(Part, Generic[Case]):
    """Enter goes from the list into the card, Escape back, Ctrl+Z takes the last decision back."""

    def __init__(self, context: UiContext, kind: CaseKind[Case]) -> None:
        super().__init__()
        self.context = context
        self.card: CaseCard | None = None
        self.load = kind.load
        """How the cases are read; another way of reading takes effect with `read`."""
        self._kind = kind
        self._cases: Cases[Case] = Cases((), 0, 0)
        self._is_stale = True
        self._goes_on = False
        self._undo: Callable[[], object] | None = None
        self._undone = ""
        self.message = InlineMessage()
        self.count = label(role="caption")
        self.model: ListTableModel[Case] = ListTableModel(kind.columns, kind.look)
        self.table = table_view(self.model)
        self.above, self.under = QHBoxLayout(), QHBoxLayout()
        """Room above everything, and room below the list."""
        self._room = QVBoxLayout()
        self._states = QStackedWidget()
        empty = EmptyPage(kind.icon, of(kind.empty), of(kind.lesson))
        for state in (QWidget(), empty, self._list()):
            self._states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.message)
        column.addLayout(self.above)
        column.addWidget(self._states, 1)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        self.table.activated.connect(lambda _: self._into_card())
        shortcut(self, "Escape", tr("Review", "Back to the list"), self.table.setFocus)
        shortcut(self, "Ctrl+Z", tr("Review", "Undo"), self.undo)
        context.bus.changed.connect(self._on_changed)

    @property
    def cases(self) -> Cases[Case]:
        """What was read last."""
        return self._cases

    def begin(self) -> None:
        """Put the focus in the list."""
        if self._states.currentIndex() == _LIST:
            self.table.setFocus()
        else:
            self.setFocus()

    def read(self) -> None:
        """Read the cases anew; the chosen one stays chosen, or the next takes its place."""
        self._is_stale = False
        load, store = self.load, self.context.store
        self.context.tasks.run(lambda: load(store), self._show, self._on_error)

    def shown(self, cases: Cases[Case]) -> None:
        """Called when cases have been read: what stands below the list goes by them."""

    def decide(
        self,
        work: "Callable[[Store], _Done]",
        said: Callable[[_Done], str],
        undo: "Callable[[Store, _Done], object] | None" = None,
        undone: str = "",
    ) -> None:
        """Write a decision, say so, and offer to take it back; `undone` is said then."""
        store = self.context.store

        def done(outcome: _Done) -> None:
            self._undo = None
            if undo is not None:
                self._undo = lambda: undo(store, outcome)
            self._undone = undone or tr("Review", "Taken back; the case is open again.")
            self._say(said(outcome))

        self._goes_on = True
        self.context.tasks.run(lambda: work(store), done, self._on_error, kind="write", owner=self)

    def undo(self) -> None:
        """Take the last decision back, where it can be."""
        take_back, self._undo = self._undo, None
        if take_back is not None:
            self.context.tasks.run(
                take_back, self._on_undone, self._on_error, kind="write", owner=self
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed since it was last seen."""
        super().showEvent(event)
        if self._is_stale:
            self.read()

    # --- what it is made of ----------------------------------------------------------------------

    def _list(self) -> QWidget:
        self._room.setContentsMargins(0, 0, 0, 0)
        beside = QWidget()
        beside.setFixedWidth(_CARD_WIDTH)
        beside.setLayout(self._room)
        self.under.setSpacing(tokens.WITHIN)
        leading = QVBoxLayout()
        leading.setSpacing(tokens.WITHIN)
        leading.addWidget(self.count)
        leading.addWidget(self.table, 1)
        leading.addLayout(self.under)
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addLayout(leading, 1)
        row.addWidget(beside)
        return part

    # --- what happens ----------------------------------------------------------------------------

    def _on_changed(self, _changed: frozenset[str]) -> None:
        """Any change may end a case or begin one; nobody looks while the page is hidden."""
        if self.isVisible():
            self.read()
        else:
            self._is_stale = True

    def _show(self, cases: Cases[Case]) -> None:
        had_focus = self.isAncestorOf(self.window().focusWidget() or self)
        row = self._row_of_chosen(cases)
        self._cases = cases
        blocked = self.table.selectionModel().blockSignals(True)
        self.model.set_rows(cases.rows)
        self.table.setCurrentIndex(self.model.index(row, 0))
        self.table.selectionModel().blockSignals(blocked)
        self._states.setCurrentIndex(_LIST if cases.rows else _NOTHING)
        self.count.setText(
            tr("Review", "%n cases", n=cases.total)
            if cases.total == len(cases.rows)
            else tr("Review", "The first {shown} of %n cases", n=cases.total, shown=len(cases.rows))
        )
        self.shown(cases)
        self._on_current()
        if had_focus or self._goes_on:
            self._into_card() if self._goes_on else self.begin()
        self._goes_on = False

    def _row_of_chosen(self, cases: Cases[Case]) -> int:
        """Where the chosen case stands now, or what has taken its place."""
        key, at = self._kind.key, max(self.table.currentIndex().row(), 0)
        chosen = self.model.row_at(at)
        keys = [key(case) for case in cases.rows]
        if chosen is not None and key(chosen) in keys:
            return keys.index(key(chosen))
        return max(0, min(at, len(keys) - 1))

    def _on_current(self) -> None:
        if self.card is not None:
            self._room.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        case = self.model.row_at(self.table.currentIndex().row())
        if case is not None:
            self.card = self._kind.card(self, case, self._cases)
            self._room.addWidget(self.card)

    def _into_card(self) -> None:
        if self.card is not None:
            self.card.begin()
        else:
            self.begin()

    def _say(self, text: str) -> None:
        if self._undo is None:
            self.message.say("done", text)
        else:
            self.message.say("done", text, tr("Review", "Undo"), self.undo)

    def _on_undone(self, _: object) -> None:
        self.message.say("info", self._undone)

    def _on_error(self, error: Exception) -> None:
        self._goes_on = False
        self.message.say("error", text_of(error))
