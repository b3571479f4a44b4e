"""One case of double aid: every hand-over with its receipt, desk and time; say what it was."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.void_reason import VoidReason
from app.services.review.double_aid import CaseHandOver, DoubleAidCase, Finding
from app.ui import tokens
from app.ui.review.case_view import CaseCard
from app.ui.tr import of, tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.words import dates
from app.words.aid import VOID_REASONS
from app.words.joined import joined
from app.words.named import name_of
from app.words.numbers import in_digits, isolated, ltr
from app.words.review import FINDINGS, given_text, ration_text, record_text, written_text

_KEYS: Final[Mapping[Finding, str]] = {
    Finding.MISTAKE: "F5",
    Finding.ALLOWED: "F6",
    Finding.MISUSE: "F7",
    Finding.ANOTHER_PERSON: "F8",
}


class DoubleAidCard(CaseCard):
    """F5 to F8 say what it was; a hand-over is voided from here for a reason."""

    found = Signal(object, str)
    """The finding and its note."""

    void_wanted = Signal(str, object)
    """The hand-over and the reason chosen (None: none yet)."""

    take_back_wanted = Signal()
    opened = Signal(str)
    """The household whose card is wanted."""

    def __init__(self, case: DoubleAidCase, now: int) -> None:
        super().__init__()
        self._case = case
        self._now = now
        self.note = QLineEdit()
        self.reason: Choice[VoidReason | None] = Choice(_void_reasons())
        self.findings: dict[Finding, QPushButton] = {}
        self.voids: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(label(record_text(words(), case.subject), "value", wrap=True))
        for rule in case.rules:
            said = ration_text(words(), rule.item, rule.ration, rule.campaign)
            column.addWidget(label(said, "secondary", wrap=True))
        inside = QWidget()
        given = QVBoxLayout(inside)
        given.setContentsMargins(0, 0, 0, 0)
        given.setSpacing(tokens.BETWEEN)
        for one in case.hand_overs:
            given.addWidget(self._hand_over(one))
        column.addWidget(scrolled(inside), 1)
        if case.decision is None:
            column.addWidget(self.reason)
            column.addWidget(label(tr("Review", "What was it?"), "strong"))
            column.addWidget(self.note)
            column.addLayout(self._choices())
        else:
            column.addLayout(self._decided())

    def begin(self) -> None:
        """Put the focus on the first finding, or on taking back."""
        first = next(iter(self.findings.values()), None)
        (first or self._take_back).setFocus()

    def _hand_over(self, one: CaseHandOver) -> QWidget:
        names = {rule.item.id: name_of(words(), rule.item) for rule in self._case.rules}
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN // 2)
        head = QHBoxLayout()
        receipt = ltr(in_digits(one.receipt, words().digits)) or tr("Review", "no receipt")
        head.addWidget(label(joined(words(), (receipt, dates.day(words(), one.day))), "strong"))
        head.addStretch(1)
        if self._case.decision is None:
            void = button(
                tr("Review", "Void this one"),
                lambda: self.void_wanted.emit(one.aid_record_id, self.reason.value),
                kind="danger",
                icon="cross",
            )
            self.voids.append(void)
            head.addWidget(void)
        column.addLayout(head)
        desk = tr("Review", "desk {name}", name=isolated(one.desk)) if one.desk else ""
        for text in (
            given_text(words(), one.quantities, names),
            joined(words(), (isolated(one.convoy), desk, isolated(one.organisation))),
            written_text(words(), one.author, self._now),
            ""
            if one.household.record_id == self._case.subject.record_id
            else record_text(words(), one.household),
        ):
            if text:
                column.addWidget(label(text, "caption", wrap=True))
        return part

    def _choices(self) -> QVBoxLayout:
        self.note.setPlaceholderText(tr("Review", "A note, if there is something to say"))
        self.note.setAccessibleName(self.note.placeholderText())
        column, rows = QVBoxLayout(), (QHBoxLayout(), QHBoxLayout())
        column.setSpacing(tokens.WITHIN)
        for at, (finding, keys) in enumerate(_KEYS.items()):
            made = self.findings[finding] = self._choice(finding, keys)
            rows[at // 2].addWidget(made, 1)
        for row in rows:
            row.setSpacing(tokens.WITHIN)
            column.addLayout(row)
        return column

    def _choice(self, finding: Finding, keys: str) -> QPushButton:
        text = of(FINDINGS[finding.value])
        return button(text, lambda: self.found.emit(finding, self.note.text()), keys=keys)

    def _decided(self) -> QVBoxLayout:
        column = QVBoxLayout()
        decision = self._case.decision
        if decision is not None:
            column.addWidget(label(of(FINDINGS[decision.finding.value]), "strong"))
            if decision.note:
                column.addWidget(label(isolated(decision.note), wrap=True))
            by = joined(words(), (isolated(decision.by), dates.moment(words(), decision.at)))
            column.addWidget(label(by, "caption", wrap=True))
        self._take_back = button(
            tr("Review", "Take the decision back"), self.take_back_wanted.emit, icon="undo"
        )
        column.addWidget(self._take_back)
        return column


def _void_reasons() -> list[tuple[VoidReason | None, str]]:
    reasons: list[tuple[VoidReason | None, str]] = [(None, tr("Review", "Reason for voiding one"))]
    reasons += [
        (reason, of(text))
        for reason, text in VOID_REASONS.items()
        if reason is not VoidReason.UNDONE_AT_DESK
    ]
    return reasons
