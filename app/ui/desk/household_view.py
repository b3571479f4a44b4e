"""The household's card: who they are, what each item's rule answers, who collects."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.quantity import format_quantity
from app.services.hand_over import GivenLine
from app.services.household_card import HouseholdCard
from app.ui import tokens
from app.ui.desk.collector import CollectorEdit
from app.ui.desk.item_row import STATES, ItemRow
from app.ui.tr import tr, words
from app.ui.widgets.labels import label
from app.words.answers import other_desk_text
from app.words.joined import joined
from app.words.numbers import decimal, in_digits, isolated, ltr, masked
from app.words.places import place_line, place_name
from app.words.sharing import perhaps_text

ITEM_KEYS: Final = ("F5", "F6", "F7", "F8", "F9")
_MOST_PERHAPS: Final = 3
_FIRST: Final = tuple(STATES)
"""The order of the answers: what may be received stands first."""


class HouseholdView(QWidget):
    """One household; built anew for the next."""

    changed = Signal()

    def __init__(self, card: HouseholdCard, categories: dict[str, str]) -> None:
        super().__init__()
        self.card = card
        names = {person.id: person.name for person in card.people}
        keys = [*ITEM_KEYS, *[""] * len(card.items)]
        found = sorted(card.items, key=lambda item: _FIRST.index(item.answer.state))
        self.rows = [ItemRow(one, names, keys[at]) for at, one in enumerate(found)]
        self.collector = CollectorEdit(card.people)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN)
        column.addLayout(self._head(categories))
        column.addWidget(label(self._answer(), "answer", wrap=True))
        column.addWidget(self._items(), 1)
        column.addWidget(self.collector)
        for row in self.rows:
            row.changed.connect(self.changed)

    @property
    def lines(self) -> tuple[GivenLine, ...]:
        """Everything that is ticked or owed."""
        return tuple(line for row in self.rows for line in row.lines())

    def first_without_reason(self) -> ItemRow | None:
        """A row that goes against its answer without saying why."""
        return next((row for row in self.rows if row.lacks_reason), None)

    def _head(self, categories: dict[str, str]) -> QVBoxLayout:
        card = self.card
        head = card.people[0] if card.people else None
        name = head.name if head else tr("Desk", "A household that has not arrived here yet")
        first = QHBoxLayout()
        first.addWidget(label(isolated(name), "title"), 1)
        if head and head.document_no:
            number = in_digits(masked(head.document_no), words().digits)
            shown = label(ltr(number), "secondary")
            shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            first.addWidget(shown)
        parts = [
            place_line(words(), (card.place, *card.place.within)) if card.place else "",
            tr("Desk", "%n people", n=card.size),
            *(isolated(categories[one]) for one in sorted(card.categories) if one in categories),
            tr("Desk", "household {number}", number=ltr(in_digits(card.number, words().digits))),
        ]
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(first)
        column.addWidget(label(joined(words(), parts), "secondary", wrap=True))
        perhaps = perhaps_text(words(), card.perhaps[:_MOST_PERHAPS])
        if perhaps:
            column.addWidget(label(perhaps, "caption", wrap=True))
        if card.notes:
            column.addWidget(label(card.notes, "caption", wrap=True))
        return column

    def _answer(self) -> str:
        """The one thing to know, large: what may be received now."""
        allowed = [
            tr(
                "Desk",
                "{item} × {quantity}",
                item=isolated(place_name(words(), found.item)),
                quantity=decimal(format_quantity(found.answer.quantity), words().digits),
            )
            for found in self.card.items
            if found.answer.quantity > 0
        ]
        if not allowed and self.card.other_desk:
            return other_desk_text(words(), self.card.other_desk)
        if not allowed:
            return tr("Desk", "Nothing to receive today")
        return tr("Desk", ", ").join(allowed)

    def _items(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN // 2)
        for row in self.rows:
            column.addWidget(row)
        if not self.rows:
            column.addWidget(
                label(
                    tr("Desk", "The convoy has no campaign that says what may be received."),
                    "secondary",
                    wrap=True,
                )
            )
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        return scroll
