"""Stock: what each item's account is in the convoy and at this desk, and what came and went."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.quantity import ZERO, Quantity
from app.domain.reconciliation import Account
from app.services.stock import StockLine
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.models.list_table import ListTableModel
from app.ui.models.paged_table import Column
from app.ui.models.row_look import RowLook
from app.ui.page import Page
from app.ui.stock.content import StockContent, load_stock
from app.ui.stock.history import MovementHistory
from app.ui.stock.movement_form import MovementForm
from app.ui.tokens import State
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.labels import label
from app.ui.widgets.table import table_view
from app.words.catalog import Marked, marked
from app.words.named import name_of
from app.words.stock import amount

_UNREAD, _NOTHING, _STOCK = range(3)
"""The states of the page; it is blank until the first look at the store has come back."""
_CHANGED_BY: Final = frozenset({"stock_movement", "aid_record", "convoy", "desk", "aid_item"})
_FORM_WIDTH: Final = 320
_NUMBER: Final = 7


class StockPage(Page):
    """The balances above, their history below, and one form to record what happens next."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._wanted = ""
        self._wants_focus = False
        self.model: ListTableModel[StockLine] = ListTableModel(_columns(), RowLook(_state))
        self.table = table_view(self.model)
        self.table.setAccessibleName(tr("Stock", "Balances"))
        self.history = MovementHistory(context)
        self.form: MovementForm | None = None
        self._form_room = QVBoxLayout()
        self._form_room.setContentsMargins(0, 0, 0, 0)
        self._convoy_room = QHBoxLayout()
        self.convoy: Choice[str] | None = None
        self._states = QStackedWidget()
        for state in (QWidget(), self._nothing(), self._stock()):
            self._states.addWidget(state)
        self.body.addWidget(self._states)
        context.bus.changed.connect(self._on_changed)
        self._load()

    def opened(self, argument: object) -> None:
        """Ready to record; `argument` may be a convoy to show."""
        if isinstance(argument, str):
            self._wanted = argument
        self._wants_focus = True
        self._load()
        self._focus()

    def _focus(self) -> None:
        """Once after opening, as soon as there is a form to type in."""
        if self._wants_focus and self.form is not None and self.isVisible():
            self._wants_focus = False
            self.form.begin()

    def _nothing(self) -> QWidget:
        return EmptyPage(
            "stock",
            tr("Stock", "No convoy, no stock"),
            tr(
                "Stock",
                "Stock belongs to a convoy: what was loaded, handed over, returned and lost of "
                "each item. Plan a convoy first.",
            ),
            button(
                tr("Stock", "To the convoys"),
                lambda: self.context.bus.page_wanted.emit("convoys", None),
                kind="primary",
                icon="convoys",
                keys="Ctrl+Return",
            ),
        )

    def _stock(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(label(tr("Navigation", "Stock"), "title"))
        head.addStretch(1)
        head.addLayout(self._convoy_room)
        beside = QWidget()
        beside.setFixedWidth(_FORM_WIDTH)
        beside.setLayout(self._form_room)
        tables = QVBoxLayout()
        tables.setSpacing(tokens.BETWEEN)
        tables.addWidget(self.table, 1)
        tables.addWidget(self.history, 1)
        row = QHBoxLayout()
        row.setSpacing(tokens.BETWEEN)
        row.addLayout(tables, 1)
        row.addWidget(beside)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(head)
        column.addLayout(row, 1)
        return part

    def _load(self) -> None:
        context, wanted = self.context, self._wanted
        context.tasks.run(lambda: load_stock(context, wanted), self._show, self.show_error)

    def _on_changed(self, changed: frozenset[str]) -> None:
        if changed & _CHANGED_BY:
            self._load()

    def _show(self, content: StockContent) -> None:
        self._states.setCurrentIndex(_STOCK if content.convoy else _NOTHING)
        if content.convoy is None:
            return
        self.model.set_rows(content.lines)
        self.history.show_movements(content.movements, content.day, is_open=content.is_open)
        self._show_convoys(content, content.convoy.id)
        self._show_form(content)
        self._say_shortages(content)
        self._focus()

    def _show_convoys(self, content: StockContent, chosen: str) -> None:
        if self.convoy is not None:
            self.convoy.hide()
            self.convoy.deleteLater()
        self.convoy = Choice([(one.id, one.name) for one in content.convoys], chosen)
        self.convoy.setAccessibleName(tr("Stock", "Convoy"))
        self._convoy_room.addWidget(self.convoy)
        self.convoy.chosen.connect(self._on_convoy)

    def _on_convoy(self, convoy_id: str) -> None:
        self._wanted = convoy_id
        self._load()

    def _show_form(self, content: StockContent) -> None:
        before = self.form
        if before is not None and before.fits(content):
            return
        self.form = None
        had_focus = before is not None and before.isAncestorOf(self.focusWidget() or self)
        if content.is_open:
            self.form = form = MovementForm(self.context, content)
            if before is not None:
                form.take_over(before)
            self._form_room.addWidget(form)
            form.show()
            if had_focus:
                form.begin()
        if before is not None:
            self._form_room.removeWidget(before)
            before.hide()
            before.deleteLater()

    def _say_shortages(self, content: StockContent) -> None:
        below = [name_of(words(), line.item) for line in content.lines if _is_below(line)]
        if below:
            names = tr("Stock", ", ").join(below)
            self.message.say(
                "warning",
                tr("Stock", "More went out than the book says came in: {items}.", items=names),
            )
        elif not content.lines:
            self.message.say(
                "info",
                tr("Stock", "Nothing is loaded yet. Record what the convoy brings, item by item."),
            )
        else:
            self.message.clear()


def _columns() -> tuple[Column[StockLine], ...]:
    def number(title: Marked, value: Callable[[StockLine], Quantity]) -> Column[StockLine]:
        return Column(title, lambda one: amount(words(), value(one)), number=True, width=_NUMBER)

    return (
        Column(marked("Balance", "Item"), lambda one: name_of(words(), one.item)),
        number(marked("Balance", "Came in"), lambda one: _came(one.convoy)),
        number(marked("Balance", "Given"), lambda one: one.convoy.given),
        number(marked("Balance", "Returned"), lambda one: one.convoy.returned),
        number(marked("Balance", "Damaged"), lambda one: _spoiled(one.convoy)),
        number(marked("Balance", "Missing"), lambda one: one.convoy.lost),
        number(marked("Balance", "Left"), lambda one: one.convoy.left),
        number(marked("Balance", "This desk"), lambda one: one.desk.left if one.desk else ZERO),
    )


def _came(one: Account) -> Quantity:
    return Quantity(one.loaded + one.received)


def _spoiled(one: Account) -> Quantity:
    return Quantity(one.damaged + one.expired)


def _is_below(line: StockLine) -> bool:
    return min(line.convoy.left, line.on_convoy, line.desk.left if line.desk else ZERO) < 0


def _state(line: StockLine) -> State | None:
    return State.SUPERVISOR if _is_below(line) else None
