"""Who takes it: one of the family, or a proxy with a name and a right to."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.hand_over import NewProxy
from app.services.household_card import CardPerson
from app.ui import tokens
from app.ui.tr import of, tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.labels import label
from app.words.proxy import AUTHORISATIONS, RELATIONS

_PROXY = ""
_ADULT = 15
"""Younger children do not collect for their family."""


class CollectorEdit(QWidget):
    """A list of the family; "somebody else" opens the fields of a proxy."""

    def __init__(self, people: Sequence[CardPerson]) -> None:
        super().__init__()
        grown = [one for one in people if one.age is None or one.age >= _ADULT]
        options = [(one.id, one.name) for one in grown]
        options.append((_PROXY, tr("Desk", "Somebody else (proxy)")))
        self.who = Choice(options)
        self.who.currentIndexChanged.connect(lambda _: self._on_chosen())
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Desk", "The proxy's name"))
        self.number = DigitsLineEdit(longest=14)
        self.number.setPlaceholderText(tr("Desk", "National ID"))
        self.relation = Choice([(code, of(pair)) for code, pair in RELATIONS.items()])
        self.authorisation = Choice([(code, of(pair)) for code, pair in AUTHORISATIONS.items()])
        for choice in (self.who, self.relation, self.authorisation):
            choice.may_shrink()
        first = QHBoxLayout()
        first.addWidget(label(tr("Desk", "Collected by"), "strong"))
        first.addWidget(self.who, 1)
        self._proxy = QWidget()
        second = QHBoxLayout(self._proxy)
        second.setContentsMargins(0, 0, 0, 0)
        second.addWidget(self.name, 4)
        second.addWidget(self.number, 3)
        second.addWidget(self.relation, 2)
        second.addWidget(self.authorisation, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN)
        column.addLayout(first)
        column.addWidget(self._proxy)
        self._on_chosen()

    @property
    def person_id(self) -> str | None:
        """The one of the family who takes it; None for a proxy."""
        return self.who.value or None

    @property
    def proxy(self) -> NewProxy | None:
        """The proxy as typed; None while one of the family takes it."""
        if self.who.value != _PROXY:
            return None
        number = self.number.text()
        return NewProxy(
            name=self.name.text(),
            document_type="national_id" if number else "",
            document_no=number,
            relation=self.relation.value,
            authorisation=self.authorisation.value,
        )

    @property
    def is_complete(self) -> bool:
        """Whether somebody is named."""
        return self.who.value != _PROXY or bool(self.name.text().strip())

    def _on_chosen(self) -> None:
        proxy = self.who.value == _PROXY
        self._proxy.setVisible(proxy)
        if proxy and self.isVisible():
            self.name.setFocus()
