"""Of what a report is to be: convoy, days, organisation, family; only what the report heeds."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.dates import PartialDate, Precision
from app.services.reports.registry import Offer
from app.services.reports.scope import Scope
from app.ui import tokens
from app.ui.tr import tr, words
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.labels import label
from app.words.numbers import in_digits

_ALL = ""
_DAY_WIDTH = 112


@dataclass(frozen=True)
class Offered:
    """What there is to choose from, by id and name."""

    convoys: tuple[tuple[str, str], ...]
    organisations: tuple[tuple[str, str], ...]


class ReportFilters(QWidget):
    """A choice takes effect at once, what is typed with Enter or on leaving the field."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.convoy: Choice[str] = Choice([])
        self.convoy.setAccessibleName(tr("Reports", "Convoy"))
        self.organisation: Choice[str] = Choice([])
        self.organisation.setAccessibleName(tr("Reports", "Organisation"))
        self.first, self.last = self._day(), self._day()
        self.who = QLineEdit()
        self.who.setPlaceholderText(tr("Reports", "Number of the family, or of a document"))
        self.who.setAccessibleName(self.who.placeholderText())
        self.first_label = label(tr("Reports", "From"), "secondary")
        self.last_label = label(tr("Reports", "to"), "secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.WITHIN)
        row.addWidget(self.who, 1)
        for part in (self.convoy, self.organisation):
            part.may_shrink()
            row.addWidget(part, 1)
            part.activated.connect(lambda _: self.changed.emit())
        for text, day in ((self.first_label, self.first), (self.last_label, self.last)):
            text.setBuddy(day)
            row.addWidget(text)
            row.addWidget(day)
        self.who.editingFinished.connect(self._on_edited)
        self._before = ("", "", "")

    def offer(self, offered: Offered) -> None:
        """What can be chosen; what was chosen stays."""
        for choice, every, options in (
            (self.convoy, tr("Reports", "All convoys"), offered.convoys),
            (self.organisation, tr("Reports", "All organisations"), offered.organisations),
        ):
            chosen = choice.value if choice.count() else _ALL
            choice.set_options([(_ALL, every), *options], chosen)

    def fit(self, offer: Offer) -> None:
        """Show only what this report heeds."""
        self.who.setVisible(offer.of_who)
        self.organisation.setVisible(offer.by_giver)
        self.convoy.setVisible(not offer.of_who)
        if offer.of_convoy and self.convoy.count() > 1 and self.convoy.value == _ALL:
            self.convoy.setCurrentIndex(1)

    def scope(self, offer: Offer) -> Scope:
        """What is chosen, but for whose file it is, which a search tells."""
        return Scope(
            convoy_id=None if offer.of_who else self.convoy.value or None,
            first=_iso(self.first.value),
            last=_iso(self.last.value),
            organisation_id=(self.organisation.value or None) if offer.by_giver else None,
        )

    def _day(self) -> DateEdit:
        edit = DateEdit()
        edit.setFixedWidth(_DAY_WIDTH)
        edit.setPlaceholderText(in_digits("22/11/2026", words().digits))
        edit.editingFinished.connect(self._on_edited)
        return edit

    def _on_edited(self) -> None:
        now = (self.who.text(), str(self.first.value), str(self.last.value))
        if now != self._before:
            self._before = now
            self.changed.emit()


def _iso(value: PartialDate | None) -> str | None:
    if value is None or value.precision is not Precision.DAY:
        return None
    return value.day.isoformat()
