"""One household beside the list: its people and facts, on demand its numbers and history."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.dates import age_on
from app.services.edit_people import Family, FamilyMember
from app.services.history import History
from app.ui import tokens
from app.ui.people.history_list import HistoryList
from app.ui.tokens import State
from app.ui.tr import of, tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import TextRole, label
from app.ui.widgets.state_badge import StateBadge
from app.words import dates
from app.words.catalog import Marked
from app.words.history import CONSENTS, SOURCES
from app.words.numbers import in_digits, isolated, ltr
from app.words.people import document_text, relationship_text
from app.words.places import place_line

_HIDDEN: Final = "••••••"
_NO_BREAK: Final = "\u00a0"
"""Between the groups of a number, which stay on one line."""


class FamilyCard(QFrame):
    """Built anew for each household. Numbers of documents and phones are hidden until they are
    asked for, and hidden again with the next household."""

    edit_wanted = Signal()
    edit_person_wanted = Signal(str)
    add_person_wanted = Signal()
    file_wanted = Signal()
    """Everything on file about the family, for the person who asks."""
    desk_wanted = Signal()
    card_wanted = Signal()
    erase_wanted = Signal()
    history_wanted = Signal(bool)
    """Whether the history is to be shown."""

    def __init__(
        self,
        family: Family,
        person_id: str,
        categories: Mapping[str, str],
        today: date,
        *,
        may_erase: bool = False,
    ) -> None:
        """`may_erase`: whoever is at work may erase people."""
        super().__init__()
        self.setProperty("surface", "card")
        self.family = family
        self._person_id = person_id
        self._categories = categories
        self._may_erase = may_erase
        self._today = today
        self._reveals = False
        self._told: History | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        edge = tokens.BETWEEN
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._actions())
        self._fill()

    @property
    def reveals(self) -> bool:
        """Whether numbers are shown."""
        return self._reveals

    def show_history(self, history: History) -> None:
        """Show the history in place of the people, or anew."""
        self._told = history
        self._fill()

    def toggle_numbers(self) -> None:
        """Show the numbers of documents and phones, or hide them again."""
        self._reveals = not self._reveals
        self._numbers.setChecked(self._reveals)
        self._fill()

    def _actions(self) -> QVBoxLayout:
        self._numbers = button(tr("People", "Show numbers"), self.toggle_numbers, keys="F8")
        self._numbers.setCheckable(True)
        self._history_button = button(
            tr("People", "History"), self._on_history, icon="history", keys="F9"
        )
        self._history_button.setCheckable(True)
        erase = button(tr("Erase", "Erase…"), self.erase_wanted.emit, icon="cross")
        if not self._may_erase:
            erase.hide()
        rows = (
            (self._numbers, self._history_button),
            (
                button(tr("People", "Edit"), self.edit_wanted.emit, icon="edit", keys="F4"),
                button(tr("Cards", "New card"), self.card_wanted.emit, keys="F6"),
            ),
            (
                button(tr("People", "At the desk"), self.desk_wanted.emit, icon="desk"),
                button(tr("People", "Its file"), self.file_wanted.emit, icon="reports"),
            ),
            (erase,),
        )
        column = QVBoxLayout()
        column.setSpacing(tokens.WITHIN)
        for parts in rows:
            row = QHBoxLayout()
            row.setSpacing(tokens.WITHIN)
            for part in parts:
                row.addWidget(part, 1)
            column.addLayout(row)
        return column

    def open_history(self) -> None:
        """Press the button, as for a household whose neighbour in the list showed its history."""
        self._history_button.setChecked(True)
        self._on_history()

    def _on_history(self) -> None:
        wanted = self._history_button.isChecked()
        if not wanted:
            self._told = None
            self._fill()
        self.history_wanted.emit(wanted)

    # --- what it says ----------------------------------------------------------------------------

    def _fill(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(tokens.WITHIN, 0, tokens.WITHIN, 0)
        column.setSpacing(tokens.WITHIN)
        for part in (*self._head(), *self._body()):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.setWidget(inside)

    def _body(self) -> list[QWidget]:
        if self._told is not None:
            return [HistoryList(self._told, reveal=self._reveals)]
        another = button(
            tr("People", "Another person"), self.add_person_wanted.emit, icon="add", kind="plain"
        )
        return [*self._facts(), *(self._person(one) for one in self.family.members), another]

    def _head(self) -> list[QWidget]:
        family = self.family
        head = next((one.form.name for one in family.members if one.form.active), "")
        size = max(sum(one.form.active for one in family.members), family.form.declared_size or 0)
        number = ltr(in_digits(family.form.number, words().digits))
        parts = (
            tr("People", "household {number}", number=number) if number else "",
            tr("Desk", "%n people", n=size),
        )
        place = place_line(words(), (family.place, *family.place.within)) if family.place else ""
        made: list[QWidget] = [
            label(isolated(head) or tr("People", "nobody registered"), "value", wrap=True),
            label(" · ".join(part for part in parts if part), "secondary", wrap=True),
        ]
        if place:
            made.append(label(place, "secondary", wrap=True))
        return made

    def _facts(self) -> list[QWidget]:
        form = self.family.form
        named = [isolated(self._categories.get(one, one)) for one in sorted(form.categories)]
        facts = (
            (tr("Field", "Phone"), self._number(form.phone)),
            (tr("Field", "Address"), isolated(form.address)),
            (tr("People", "Priority"), tr("Desk", ", ").join(named)),
            (tr("Field", "Consent"), _of(CONSENTS, self.family.consent)),
            (tr("Field", "Registered from"), _of(SOURCES, self.family.source)),
            (tr("Field", "Notes"), isolated(form.notes)),
        )
        return [
            label(tr("People", "{field}: {value}", field=field, value=value), "caption", wrap=True)
            for field, value in facts
            if value
        ]

    def _number(self, number: str) -> str:
        if not number:
            return ""
        return ltr(in_digits(number if self._reveals else _HIDDEN + number[-3:], words().digits))

    def _person(self, member: FamilyMember) -> QWidget:
        form = member.form
        age = tr("Desk", "%n years", n=age_on(form.birth, self._today)) if form.birth else ""
        if form.birth and self._reveals:
            age = dates.partial_day(words(), form.birth)
        about = (relationship_text(words(), form.relationship), age)
        document = document_text(
            words(), form.document_type, form.document_no, reveal=self._reveals
        )
        numbers = (document.replace(" ", _NO_BREAK), self._number(form.phone))
        row = QFrame()
        row.setProperty("surface", "card")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        chosen: TextRole = "strong" if member.id == self._person_id else "body"
        texts.addWidget(label(isolated(form.name), chosen, wrap=True))
        for parts in (about, numbers):
            texts.addWidget(label(" · ".join(one for one in parts if one), "caption", wrap=True))
        if not form.active:
            texts.addWidget(
                StateBadge(State.NOT_ELIGIBLE, tr("People", "no longer in the household"))
            )
        elif form.document_type and form.document_type != "none" and not member.verified:
            texts.addWidget(StateBadge(State.RECEIVED, tr("People", "number not verified")))
        edit = button(
            "", lambda: self.edit_person_wanted.emit(member.id), icon="edit", kind="plain"
        )
        edit.setAccessibleName(tr("People", "Edit {name}", name=form.name))
        edit.setToolTip(edit.accessibleName())
        line = QHBoxLayout(row)
        line.setContentsMargins(tokens.WITHIN, 4, tokens.WITHIN, 4)
        line.addLayout(texts, 1)
        line.addWidget(edit)
        return row


def _of(texts: Mapping[str, Marked], code: str) -> str:
    return of(texts[code]) if code in texts else code
