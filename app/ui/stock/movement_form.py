"""Record what came or went: what happened, which item, how much, where."""

from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.quantity import LARGEST, ONE, ZERO
from app.domain.stock import NEED_REASON, TRANSFERS, MovementKind
from app.errors import ItemMissing, QafilaError, QuantityMissing, ReasonMissing, StockShort
from app.services.stock import NewMovement, record_movement
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.stock.content import StockContent
from app.ui.tr import of, tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.form import Field, Form
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.quantity_edit import QuantityEdit
from app.ui.widgets.scrolled import scrolled
from app.words.named import name_of
from app.words.numbers import in_digits
from app.words.stock import KINDS, REASONS

_OFFERED: Final = tuple(kind for kind in MovementKind if kind is not MovementKind.GIVEN)


class MovementForm(QFrame):
    """One movement of one convoy. The next is often of the same kind, at the same place."""

    def __init__(self, context: UiContext, content: StockContent) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._context = context
        self._content = content
        self._beyond_stock = False
        self.message = InlineMessage()
        self.kind: Choice[MovementKind] = Choice([(kind, of(KINDS[kind])) for kind in _OFFERED])
        self.item: Choice[str] = Choice([(one.id, name_of(words(), one)) for one in content.items])
        self.quantity = QuantityEdit(ONE, least=ZERO, most=LARGEST)
        self.desk: Choice[str | None] = Choice(self._places(), self._own_desk())
        self.reason: Choice[str] = Choice(
            [
                ("", tr("Stock", "Choose the reason")),
                *((reason.value, of(text)) for reason, text in REASONS.items()),
            ]
        )
        form = Form()
        form.add(tr("Stock", "What happened"), self.kind)
        self._item_field = form.add(tr("Stock", "Item"), self.item)
        self._quantity_field = form.add(tr("Stock", "Quantity"), self.quantity)
        form.add(tr("Stock", "Where"), self.desk)
        self._reason_field = form.add(tr("Stock", "Reason"), self.reason)
        self._save = button(
            tr("Stock", "Record"), self._on_save, kind="primary", icon="add", keys="Ctrl+Return"
        )
        column = QVBoxLayout(self)
        column.setSpacing(tokens.BETWEEN)
        edge = tokens.BETWEEN
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(label(tr("Stock", "Record a movement"), "value"))
        column.addWidget(self.message)
        column.addWidget(scrolled(form), 1)
        column.addWidget(self._save)
        self.kind.currentIndexChanged.connect(lambda _: self._adapt())
        self.item.currentIndexChanged.connect(lambda _: self._forget_shortage())
        self.quantity.value_changed.connect(self._forget_shortage)
        self.desk.currentIndexChanged.connect(lambda _: self._forget_shortage())
        self._adapt()

    def begin(self) -> None:
        """Put the cursor where typing starts."""
        self.kind.setFocus()

    def take_over(self, other: "MovementForm") -> None:
        """Go on where an older form stood."""
        pairs = ((self.kind, other.kind), (self.item, other.item), (self.desk, other.desk))
        for mine, its in pairs:
            at = mine.findText(its.currentText())
            if at >= 0:
                mine.setCurrentIndex(at)
        if other.quantity.value is not None:
            self.quantity.set_value(other.quantity.value)

    def fits(self, content: StockContent) -> bool:
        """Whether this form still offers what there is; then what is typed in it stays."""
        return _choices(content) == _choices(self._content)

    def command(self) -> NewMovement:
        """The movement as typed."""
        convoy = self._content.convoy
        return NewMovement(
            convoy_id=convoy.id if convoy else "",
            item_id=self.item.value if self.item.count() else "",
            kind=self.kind.value,
            quantity=self.quantity.value or ZERO,
            day=self._content.day,
            desk_id=self.desk.value,
            reason=self.reason.value if self._asks_reason else "",
        )

    @property
    def _asks_reason(self) -> bool:
        return self._beyond_stock or self.kind.value in NEED_REASON

    def _places(self) -> list[tuple[str | None, str]]:
        found: list[tuple[str | None, str]] = []
        for desk in self._content.convoy.desks if self._content.convoy else ():
            name = in_digits(desk.name, words().digits)
            text = tr("Stock", "Desk {desk}, this laptop", desk=name)
            found.append((desk.id, text if desk.own else tr("Stock", "Desk {desk}", desk=name)))
        return [(None, tr("Stock", "With the convoy, at no desk")), *found]

    def _own_desk(self) -> str | None:
        return self._content.desk.id if self._content.desk else None

    def _adapt(self) -> None:
        """Ask only for what this kind of movement needs."""
        self._forget_shortage()
        if self.kind.value in TRANSFERS and self.desk.value is None and self.desk.count() > 1:
            self.desk.setCurrentIndex(1)
        self._reason_field.setVisible(self._asks_reason)

    def _forget_shortage(self) -> None:
        if self._beyond_stock:
            self._beyond_stock = False
            self.message.clear()
        self._quantity_field.clear_wrong()
        self._reason_field.setVisible(self._asks_reason)

    def _on_save(self) -> None:
        self._send(self.command())

    def _on_save_anyway(self) -> None:
        if self.reason.value:
            self._send(replace(self.command(), beyond_stock=True))
        else:
            self._reason_field.show_wrong(text_of(ReasonMissing()))

    def _send(self, command: NewMovement) -> None:
        self.message.clear()
        for field in self.findChildren(Field):
            field.clear_wrong()
        store = self._context.store
        self._save.setEnabled(False)
        self._context.tasks.run(
            lambda: record_movement(store, command), self._on_saved, self._on_error, kind="write"
        )

    def _on_saved(self, _: str) -> None:
        self._save.setEnabled(True)
        self._context.bus.said.emit(tr("Stock", "The movement is recorded"))
        self.quantity.set_value(ONE)
        self.reason.setCurrentIndex(0)
        self._adapt()
        self.item.setFocus()

    def _on_error(self, error: Exception) -> None:
        self._save.setEnabled(True)
        if isinstance(error, StockShort):
            self._say_short(error)
            return
        field = self._field_of(error)
        if field is None or not isinstance(error, QafilaError):
            self.message.say("error", text_of(error))
        else:
            field.show_wrong(text_of(error))

    def _say_short(self, error: StockShort) -> None:
        """More than the book has is recorded only by its own button, and with a reason."""
        self._beyond_stock = True
        self._reason_field.setVisible(True)
        self._quantity_field.show_wrong(text_of(error))
        self.message.say(
            "warning",
            tr("Stock", "The book would fall below zero."),
            tr("Stock", "Record it all the same"),
            self._on_save_anyway,
        )

    def _field_of(self, error: Exception) -> Field | None:
        match error:
            case ItemMissing():
                return self._item_field
            case QuantityMissing():
                return self._quantity_field
            case ReasonMissing():
                return self._reason_field
        return None


def _choices(content: StockContent) -> tuple[object, ...]:
    convoy = content.convoy
    return (convoy and (convoy.id, convoy.desks), content.items, content.day, content.is_open)
