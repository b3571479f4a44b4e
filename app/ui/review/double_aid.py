"""Double aid: the same entitlement received in several hand-overs; somebody says what it was."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox

from app.domain.void_reason import VoidReason
from app.services.review.double_aid import (
    DoubleAidCase,
    Finding,
    decide_double_aid,
    double_aid_cases,
    take_back_decision,
)
from app.services.void import void_hand_over
from app.ui.context import UiContext
from app.ui.models.paged_table import Column
from app.ui.page import Badge
from app.ui.review.case_view import CaseKind, Cases, CaseView
from app.ui.review.double_aid_card import DoubleAidCard
from app.ui.tr import of, tr, words
from app.words import dates
from app.words.catalog import marked
from app.words.joined import joined
from app.words.named import name_of
from app.words.numbers import isolated
from app.words.review import FINDINGS, name_text

if TYPE_CHECKING:
    from app.db.store import Store


class DoubleAidView(CaseView[DoubleAidCase]):
    """Above the list: what was decided already, to look at or to take back."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, _KIND)
        self.decided = QCheckBox(tr("Review", "Decided already"))
        self.decided.toggled.connect(self._on_toggled)
        self.above.addWidget(self.decided)

    def _on_toggled(self, decided: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.load = lambda store: _load(store, decided=decided)
        self.read()


def _load(store: "Store", *, decided: bool = False) -> Cases[DoubleAidCase]:
    found = double_aid_cases(store, decided=decided)
    return Cases(found.cases, found.total, store.sources.now())


def _count(store: "Store") -> int:
    return double_aid_cases(store, count=0).total


DOUBLE_AID: Final = Badge(_count, None)
"""How many are open; a verdict, a void or a rule ends or begins one as a merge does."""


def _card(
    view: CaseView[DoubleAidCase], case: DoubleAidCase, cases: Cases[DoubleAidCase]
) -> DoubleAidCard:
    card = DoubleAidCard(case, cases.now)
    who = name_text(words(), case.subject)

    def decide(finding: Finding, note: str) -> None:
        view.decide(
            lambda store: decide_double_aid(store, case.id, finding, note),
            lambda _: joined(words(), (who, of(FINDINGS[finding.value]))),
            lambda store, _: take_back_decision(store, case.id),
        )

    def take_back() -> None:
        view.decide(
            lambda store: take_back_decision(store, case.id),
            lambda _: tr("Review", "Taken back; the case is open again."),
        )

    def void(record_id: str, reason: VoidReason | None) -> None:
        view.decide(
            lambda store: void_hand_over(store, record_id, reason),
            lambda _: tr("Review", "The hand-over is voided; the stock has it back."),
        )

    card.found.connect(decide)
    card.take_back_wanted.connect(take_back)
    card.void_wanted.connect(void)
    return card


def _items(case: DoubleAidCase) -> str:
    return tr("Import", ", ").join(isolated(name_of(words(), rule.item)) for rule in case.rules)


_KIND: Final[CaseKind[DoubleAidCase]] = CaseKind(
    columns=(
        Column(marked("Review", "About"), lambda case: name_text(words(), case.subject)),
        Column(marked("Review", "Item"), _items, width=14),
        Column(
            marked("Review", "Times"),
            lambda case: words().number(len(case.hand_overs)),
            number=True,
            width=6,
        ),
        Column(
            marked("Review", "Last"),
            lambda case: dates.day(words(), case.hand_overs[-1].day),
            width=13,
        ),
    ),
    look=None,
    load=_load,
    key=lambda case: case.id,
    card=_card,
    icon="review",
    empty=marked("Review", "No double aid"),
    lesson=marked(
        "Review",
        "When a merge shows that a family received the same aid at two desks, both hand-overs stay "
        "on record and stand here until somebody says what it was.",
    ),
)
