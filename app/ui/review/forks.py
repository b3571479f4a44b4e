"""Forks: laptops that went on twice from the same point; somebody says how that came."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.services.review.counts import open_counts
from app.services.review.forks import Branch, Fork, ForkFinding, decide_fork, forks, take_back_fork
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.models.paged_table import Column
from app.ui.page import Badge
from app.ui.review.case_view import CaseCard, CaseKind, Cases, CaseView
from app.ui.tr import of, tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.words import dates
from app.words.catalog import marked
from app.words.joined import joined
from app.words.merge import laptop_text
from app.words.numbers import isolated
from app.words.quarantine import FORKS as FOUND
from app.words.review import record_text

if TYPE_CHECKING:
    from app.db.store import Store

_KEYS: Final[Mapping[ForkFinding, str]] = {
    ForkFinding.RESTORED: "F5",
    ForkFinding.COPIED: "F6",
    ForkFinding.JOINED_TWICE: "F7",
    ForkFinding.UNKNOWN: "F8",
}
_RECORDS: Final = 5


class ForksView(CaseView[Fork]):
    """Above the list: what was explained already."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, _KIND)
        self.decided = QCheckBox(tr("Review", "Decided already"))
        self.decided.toggled.connect(self._on_toggled)
        self.above.addWidget(self.decided)

    def _on_toggled(self, decided: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.load = lambda store: _load(store, decided=decided)
        self.read()


class ForkCard(CaseCard):
    """F5 to F8 say how it came; both branches count whatever is said."""

    found = Signal(object, str)
    """The finding and its note."""

    take_back_wanted = Signal()

    def __init__(self, case: Fork) -> None:
        super().__init__()
        self._case = case
        self.note = QLineEdit()
        self.findings: dict[ForkFinding, QPushButton] = {}
        self._take_back = button(
            tr("Review", "Take the decision back"), self.take_back_wanted.emit, icon="undo"
        )
        column = QVBoxLayout(self)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(label(_laptop(case), "value", wrap=True))
        column.addWidget(
            label(
                tr(
                    "Quarantine",
                    "Two ways go on from change {number} of this laptop. All of both counts; find "
                    "out how it came, so that it does not go on.",
                    number=words().number(case.first_seq - 1),
                ),
                wrap=True,
            )
        )
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(tokens.BETWEEN)
        for number, branch in enumerate(case.branches, start=1):
            rows.addWidget(_branch(number, branch))
        column.addWidget(scrolled(inside), 1)
        if case.decision is None:
            column.addLayout(self._choices())
        else:
            said = joined(words(), (of(FOUND[case.decision.finding.value]), case.decision.note))
            when = dates.moment(words(), case.decision.at)
            column.addWidget(label(said, "strong", wrap=True))
            by = joined(words(), (isolated(case.decision.by), when))
            column.addWidget(label(by, "caption", wrap=True))
            column.addWidget(self._take_back)

    def begin(self) -> None:
        """Put the focus on the first finding, or on taking back."""
        next(iter(self.findings.values()), self._take_back).setFocus()

    def _choices(self) -> QVBoxLayout:
        self.note.setPlaceholderText(tr("Review", "A note, if there is something to say"))
        self.note.setAccessibleName(self.note.placeholderText())
        column, rows = QVBoxLayout(), (QHBoxLayout(), QHBoxLayout())
        column.setSpacing(tokens.WITHIN)
        column.addWidget(self.note)
        for at, (finding, keys) in enumerate(_KEYS.items()):
            made = self.findings[finding] = self._choice(finding, keys)
            rows[at // 2].addWidget(made, 1)
        for row in rows:
            row.setSpacing(tokens.WITHIN)
            column.addLayout(row)
        return column

    def _choice(self, finding: ForkFinding, keys: str) -> QPushButton:
        text = of(FOUND[finding.value])
        return button(text, lambda: self.found.emit(finding, self.note.text()), keys=keys)


def _branch(number: int, branch: Branch) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(tokens.WITHIN // 2)
    title = tr("Quarantine", "Way {number}", number=words().number(number))
    count = tr("Quarantine", "%n changes", n=branch.changes)
    column.addWidget(label(joined(words(), (title, count)), "strong"))
    first, last = (dates.moment(words(), at) for at in (branch.first_at, branch.last_at))
    when = first if first == last else tr("Quarantine", "{first} to {last}", first=first, last=last)
    who = (isolated(name) for name in branch.users)
    column.addWidget(label(joined(words(), (*who, when)), "caption", wrap=True))
    for title_of in branch.records[:_RECORDS]:
        column.addWidget(label(record_text(words(), title_of), "secondary", wrap=True))
    return part


def _load(store: "Store", *, decided: bool = False) -> Cases[Fork]:
    found = forks(store, decided=decided)
    return Cases(found, len(found), store.sources.now())


FORKS: Final = Badge(lambda store: open_counts(store).forks, None)
"""How many nobody has explained."""


def _card(view: CaseView[Fork], case: Fork, _cases: Cases[Fork]) -> ForkCard:
    card = ForkCard(case)

    def decide(finding: ForkFinding, note: str) -> None:
        view.decide(
            lambda store: decide_fork(store, case.id, finding, note),
            lambda _: joined(words(), (_laptop(case), of(FOUND[finding.value]))),
            lambda store, _: take_back_fork(store, case.id),
        )

    def take_back() -> None:
        view.decide(
            lambda store: take_back_fork(store, case.id),
            lambda _: tr("Review", "Taken back; the case is open again."),
        )

    card.found.connect(decide)
    card.take_back_wanted.connect(take_back)
    return card


def _laptop(case: Fork) -> str:
    return laptop_text(case.device_id, case.laptop)


_KIND: Final[CaseKind[Fork]] = CaseKind(
    columns=(
        Column(marked("Quarantine", "Laptop"), _laptop),
        Column(
            marked("Quarantine", "Ways"),
            lambda case: words().number(len(case.branches)),
            number=True,
            width=8,
        ),
    ),
    look=None,
    load=_load,
    key=lambda case: case.id,
    card=_card,
    icon="alert",
    empty=marked("Quarantine", "No laptop went on twice"),
    lesson=marked(
        "Quarantine",
        "When a disk is copied or a backup put back, one laptop goes on in two ways. Nothing of it "
        "is lost; it is told here so that somebody finds out how it came.",
    ),
)
