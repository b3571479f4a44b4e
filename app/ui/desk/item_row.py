"""One item on the household's card: the answer, and what is given of it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.entitlement import Answer, Per
from app.domain.entitlement import State as AnswerState
from app.domain.override import OVERRIDE_REASONS, OverrideReason
from app.domain.quantity import ONE, ZERO, Quantity, format_quantity
from app.services.hand_over import GivenLine
from app.services.household_card import CardItem
from app.ui import tokens
from app.ui.tokens import State
from app.ui.tr import tr, words
from app.ui.widgets.buttons import press_by
from app.ui.widgets.choice import Choice
from app.ui.widgets.labels import label
from app.ui.widgets.quantity_edit import QuantityEdit
from app.ui.widgets.state_badge import StateBadge
from app.words.aid import unit_text
from app.words.answers import why
from app.words.numbers import decimal
from app.words.override import override_text
from app.words.places import place_name

STATES: Final[dict[AnswerState, State]] = {
    AnswerState.MAY_RECEIVE: State.MAY,
    AnswerState.NEEDS_SUPERVISOR: State.SUPERVISOR,
    AnswerState.ALREADY_RECEIVED: State.RECEIVED,
    AnswerState.NOT_ELIGIBLE: State.NOT_ELIGIBLE,
}
_MOST: Final = Quantity(100_000 * ONE)


class ItemRow(QFrame):
    """Ticked when something is given; what goes against the answer asks for a reason."""

    changed = Signal()

    def __init__(self, found: CardItem, names: dict[str, str], keys: str) -> None:
        super().__init__()
        self.found = found
        self.setProperty("surface", "card")
        answer = found.answer
        self.tick = QCheckBox(self._name())
        self.tick.setProperty("role", "value")
        self.tick.toggled.connect(self._on_ticked)
        if keys:
            press_by(self.tick, keys)
        self.quantity = QuantityEdit(self._proposed(), most=_MOST)
        self.quantity.value_changed.connect(self._on_changed)
        self._unit = label(unit_text(words(), found.item.unit), "secondary")
        self._reason: Choice[OverrideReason | None] = Choice(
            [(None, tr("Desk", "Reason…"))]
            + [(reason, override_text(words(), reason)) for reason in OVERRIDE_REASONS]
        )
        self._reason.chosen.connect(lambda _: self.changed.emit())
        self._owed = QCheckBox(tr("Desk", "The rest is owed"))
        self._owed.toggled.connect(lambda _: self.changed.emit())
        self._people = {
            part.person_id or "": self._person_tick(part, names) for part in answer.people
        }
        self._lay_out()
        self.tick.setChecked(answer.state is AnswerState.MAY_RECEIVE and self._has_stock())
        if answer.state is AnswerState.MAY_RECEIVE and not self._has_stock():
            self._owed.setChecked(True)
        self._on_changed()

    @property
    def is_given(self) -> bool:
        """Whether something of this item is handed over, or promised."""
        return self.tick.isChecked() or (self._owed.isVisibleTo(self) and self._owed.isChecked())

    @property
    def lacks_reason(self) -> bool:
        """Whether it goes against the answer and nobody said why."""
        return self.tick.isChecked() and self._against() and self._reason.value is None

    def lines(self) -> list[GivenLine]:
        """What to hand over; empty when not ticked."""
        if not self.is_given:
            return []
        rule = self.found.answer.rule
        chosen = self._reason.value
        reason = chosen.value if chosen is not None and self._against() else ""
        owed = self._owed.isVisibleTo(self) and self._owed.isChecked()
        if rule.per is Per.PERSON:
            return [
                GivenLine(rule.item_id, self._share(part), rule.id, part.person_id, owed, reason)
                for part in self.found.answer.people
                if self._people[part.person_id or ""].isChecked()
            ]
        given = (self.quantity.value or ZERO) if self.tick.isChecked() else ZERO
        return [GivenLine(rule.item_id, given, rule.id, None, owed, reason)]

    def focus_reason(self) -> None:
        """Put the focus on the list of reasons."""
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_reason(self, reason: OverrideReason) -> None:
        """Choose a reason as if from the list."""
        self._reason.setCurrentIndex(1 + list(OVERRIDE_REASONS).index(reason))
        self.changed.emit()

    def _lay_out(self) -> None:
        answer = self.found.answer
        head = QHBoxLayout()
        head.setSpacing(tokens.WITHIN)
        head.addWidget(StateBadge(STATES[answer.state]))
        head.addWidget(self.tick, 1)
        if not self._people:
            head.addWidget(self.quantity)
            head.addWidget(self._unit)
        below = QHBoxLayout()
        below.setSpacing(tokens.WITHIN)
        below.addWidget(label(why(words(), answer), "secondary", wrap=True), 1)
        below.addWidget(self._owed)
        below.addWidget(self._reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.WITHIN, tokens.WITHIN, tokens.WITHIN, tokens.WITHIN)
        column.setSpacing(tokens.WITHIN // 2)
        column.addLayout(head)
        column.addLayout(below)
        if self._people:
            column.addWidget(self._people_box())

    def _people_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(tokens.PAGE_EDGE, 0, 0, 0)
        column.setSpacing(0)
        for person in self._people.values():
            column.addWidget(person)
        return box

    def _person_tick(self, part: Answer, names: dict[str, str]) -> QCheckBox:
        said = tr(
            "Desk",
            "{name}: {why}",
            name=names.get(part.person_id or "", ""),
            why=why(words(), part),
        )
        made = QCheckBox(said)
        made.setChecked(part.state is AnswerState.MAY_RECEIVE)
        made.toggled.connect(lambda _: self._on_changed())
        return made

    def _share(self, part: Answer) -> Quantity:
        return part.quantity or part.rule.ration

    def _name(self) -> str:
        item = self.found.item
        return place_name(words(), item)

    def _proposed(self) -> Quantity:
        answer = self.found.answer
        wanted = answer.quantity or answer.left or answer.rule.ration
        stock = max(ZERO, self.found.in_stock)
        return Quantity(min(wanted, stock) if stock else wanted)

    def _has_stock(self) -> bool:
        return self.found.in_stock > 0

    def _against(self) -> bool:
        answer = self.found.answer
        if self._people:
            return any(
                self._people[part.person_id or ""].isChecked()
                and part.state is not AnswerState.MAY_RECEIVE
                for part in answer.people
            )
        given = self.quantity.value or ZERO
        return (
            answer.state is not AnswerState.MAY_RECEIVE
            or given > answer.quantity
            or given > self.found.in_stock
        )

    def _is_short(self) -> bool:
        """Whether less is given than may be received and the stock is why."""
        answer = self.found.answer
        given = (self.quantity.value or ZERO) if self.tick.isChecked() else ZERO
        allowed = answer.state is AnswerState.MAY_RECEIVE
        return allowed and given < answer.quantity and self.found.in_stock < answer.quantity

    def _on_ticked(self, ticked: bool) -> None:  # noqa: FBT001 - Qt's signature
        if ticked and not any(box.isChecked() for box in self._people.values()):
            for box in self._people.values():
                box.setChecked(True)
        self._on_changed()

    def _on_changed(self) -> None:
        ticked = self.tick.isChecked()
        self.quantity.setVisible(ticked and not self._people)
        self._unit.setVisible(ticked and not self._people)
        self._reason.setVisible(ticked and self._against())
        self._owed.setVisible(self._is_short())
        self._owed.setText(
            tr(
                "Desk",
                "Only {left} left: the rest is owed",
                left=decimal(format_quantity(max(ZERO, self.found.in_stock)), words().digits),
            )
        )
        self.changed.emit()
