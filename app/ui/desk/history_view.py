"""The household's people and what they received before: details on demand."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.quantity import format_quantity
from app.services.household_card import CardPerson, CardReceipt, HouseholdCard
from app.ui import tokens
from app.ui.tr import tr, words
from app.ui.widgets.labels import label
from app.words.answers import received_text
from app.words.joined import joined
from app.words.numbers import decimal, isolated
from app.words.people import relationship_text
from app.words.places import place_name


class HistoryView(QScrollArea):
    """People first, then hand-overs, the latest first."""

    def __init__(self, card: HouseholdCard) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(label(tr("Desk", "People"), "value"))
        for person in card.people:
            column.addWidget(label(_person_text(person), wrap=True))
        column.addSpacing(tokens.WITHIN)
        column.addWidget(label(tr("Desk", "Received before"), "value"))
        for past in card.history:
            column.addWidget(label(_receipt_text(past), "secondary", wrap=True))
        if not card.history:
            column.addWidget(label(tr("Desk", "Nothing that this laptop knows of."), "secondary"))
        column.addStretch(1)
        self.setWidget(inside)


def _person_text(person: CardPerson) -> str:
    parts = [
        isolated(person.name),
        relationship_text(words(), person.relationship),
        tr("Desk", "%n years", n=person.age) if person.age is not None else "",
    ]
    return joined(words(), parts)


def _receipt_text(past: CardReceipt) -> str:
    quantity = decimal(format_quantity(past.received.quantity), words().digits)
    if past.received.owed and not past.received.quantity:
        quantity = tr("Desk", "owed")
    return tr(
        "Desk",
        "{item} × {quantity}: {received}",
        item=isolated(place_name(words(), past.item)),
        quantity=quantity,
        received=received_text(words(), past.received),
    )
