"""Which hand-overs to list: by convoy, day and state, and by what is typed."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.services.receipt_list import ReceiptState, ReceiptsWanted
from app.ui import tokens
from app.ui.tr import of, tr, words
from app.ui.widgets.choice import Choice
from app.words import dates
from app.words.catalog import Marked, marked

STATES: Final[dict[ReceiptState, Marked]] = {
    ReceiptState.PRINTED: marked("Receipts", "printed"),
    ReceiptState.WAITING: marked("Receipts", "waiting to be printed"),
    ReceiptState.NOT_PRINTED: marked("Receipts", "not printed here"),
    ReceiptState.VOIDED: marked("Receipts", "voided"),
}

_PAUSE_MS: Final = 150
_ALL: Final = ""
_LETTERS: Final = 9
"""Of a choice that can be read without opening it; all five and the search stand in one row."""


@dataclass(frozen=True)
class Offered:
    """What there is to choose from: convoys, villages and campaigns by id and name, and days as
    `YYYY-MM-DD`."""

    convoys: tuple[tuple[str, str], ...]
    days: tuple[str, ...]
    villages: tuple[tuple[str, str], ...] = ()
    campaigns: tuple[tuple[str, str], ...] = ()


class ReceiptFilters(QWidget):
    """Every choice takes effect at once, what is typed after a short pause."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Receipts", "Receipt number, household or name"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self.apply)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.WITHIN)
        self._row.addWidget(self.search, 1)
        self.convoy: Choice[str] = Choice([(_ALL, tr("Receipts", "All convoys"))])
        self.village: Choice[str] = Choice([(_ALL, tr("Receipts", "All villages"))])
        self.campaign: Choice[str] = Choice([(_ALL, tr("Receipts", "All campaigns"))])
        self.day: Choice[str] = Choice([(_ALL, tr("Receipts", "All days"))])
        self.state: Choice[str] = Choice(
            [
                (_ALL, tr("Receipts", "All states")),
                *((state.value, of(text)) for state, text in STATES.items()),
            ]
        )
        for choice in (self.convoy, self.village, self.campaign, self.day, self.state):
            self._add(choice)

    def apply(self) -> None:
        """Take what is typed now."""
        self._pause.stop()
        self.changed.emit()

    def offer(self, offered: Offered) -> None:
        """Put these to the choice; what is chosen stays where it is still there."""
        convoys = [(_ALL, tr("Receipts", "All convoys")), *offered.convoys]
        villages = [(_ALL, tr("Receipts", "All villages")), *offered.villages]
        campaigns = [(_ALL, tr("Receipts", "All campaigns")), *offered.campaigns]
        days = [(_ALL, tr("Receipts", "All days"))]
        days += [(day, dates.day(words(), day)) for day in offered.days]
        self.convoy = self._replace(self.convoy, Choice(convoys, self.convoy.value))
        self.village = self._replace(self.village, Choice(villages, self.village.value))
        self.campaign = self._replace(self.campaign, Choice(campaigns, self.campaign.value))
        self.day = self._replace(self.day, Choice(days, self.day.value))

    def wanted(self) -> ReceiptsWanted:
        """What is asked for, in the usual order."""
        state = self.state.value
        return ReceiptsWanted(
            convoy_id=self.convoy.value or None,
            village_id=self.village.value or None,
            campaign_id=self.campaign.value or None,
            day=self.day.value or None,
            state=ReceiptState(state) if state else None,
            text=self.search.text(),
        )

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return self.wanted() != ReceiptsWanted()

    def _add(self, choice: Choice[str]) -> None:
        choice.may_shrink()
        choice.setMinimumContentsLength(_LETTERS)
        self._row.addWidget(choice)
        choice.chosen.connect(lambda _: self.apply())

    def _replace(self, old: Choice[str], new: Choice[str]) -> Choice[str]:
        new.may_shrink()
        new.setMinimumContentsLength(_LETTERS)
        self._row.replaceWidget(old, new)
        new.chosen.connect(lambda _: self.apply())
        new.show()
        old.hide()
        old.deleteLater()
        return new
