"""One verdict: who said it of whom and when, and which others contradict it; take one back."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.services.matching.judged import HOUSEHOLD, PERSON, Judged, Said
from app.services.matching.verdicts import Verdict
from app.ui import tokens
from app.ui.review.case_view import CaseCard
from app.ui.tokens import State
from app.ui.tr import of, tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.state_badge import StateBadge
from app.words import dates
from app.words.catalog import Marked, marked
from app.words.joined import joined
from app.words.numbers import isolated
from app.words.review import name_text, record_text

VERDICTS: Final[dict[tuple[str, Verdict], Marked]] = {
    (PERSON, Verdict.SAME): marked("Duplicates", "The same person"),
    (PERSON, Verdict.DIFFERENT): marked("Duplicates", "Two people"),
    (HOUSEHOLD, Verdict.SAME): marked("Verdicts", "The same family"),
    (HOUSEHOLD, Verdict.DIFFERENT): marked("Verdicts", "Two families"),
}


def both_text(said: Said) -> str:
    """The names of both."""
    return joined(words(), (name_text(words(), said.one), name_text(words(), said.other)))


class VerdictCard(CaseCard):
    """F5 takes the verdict back, F8 joins the families of one person."""

    taken_back = Signal(object)
    """The verdict: this one, or one that contradicts it."""

    families_wanted = Signal(object)
    """The ids of both households."""

    def __init__(self, judged: Judged) -> None:
        super().__init__()
        said = judged.said
        self.joins: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(label(of(VERDICTS[said.kind, said.verdict]), "value"))
        for one in (said.one, said.other):
            column.addWidget(label(record_text(words(), one), "strong", wrap=True))
        column.addWidget(label(_by(said), "caption", wrap=True))
        if said.note:
            column.addWidget(label(isolated(said.note), wrap=True))
        column.addWidget(scrolled(self._against(judged)), 1)
        self.take_back = button(
            tr("Verdicts", "Take this verdict back"),
            lambda: self.taken_back.emit(said),
            icon="undo",
            keys="F5",
        )
        column.addWidget(self.take_back)
        self.families = button(
            tr("Verdicts", "Their families are one too"),
            lambda: self.families_wanted.emit(judged.apart),
            keys="F8",
        )
        column.addWidget(self.families)
        self.families.setVisible(judged.apart is not None)

    def begin(self) -> None:
        """Put the focus on taking back."""
        self.take_back.setFocus()

    def _against(self, judged: Judged) -> QWidget:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(tokens.BETWEEN)
        if judged.against:
            badge = StateBadge(State.SUPERVISOR, tr("Verdicts", "contradicts others"))
            row = QHBoxLayout()
            row.addWidget(badge)
            row.addStretch(1)
            rows.addLayout(row)
            text = tr(
                "Verdicts",
                "These verdicts make them one all the same. Either this verdict or one of those "
                "is wrong.",
            )
            rows.addWidget(label(text, wrap=True))
        for one in judged.against:
            rows.addWidget(self._join(one))
        rows.addStretch(1)
        return inside

    def _join(self, said: Said) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN // 2)
        head = QHBoxLayout()
        head.addWidget(label(of(VERDICTS[said.kind, said.verdict]), "strong"), 1)
        back = button(tr("Verdicts", "Take back"), lambda: self.taken_back.emit(said), icon="undo")
        back.setAccessibleName(f"{back.text()}: {both_text(said)}")
        self.joins.append(back)
        head.addWidget(back)
        column.addLayout(head)
        for one in (said.one, said.other):
            column.addWidget(label(record_text(words(), one), "secondary", wrap=True))
        column.addWidget(label(_by(said), "caption", wrap=True))
        return part


def _by(said: Said) -> str:
    when = dates.moment(words(), said.at) if said.at else ""
    return joined(words(), (isolated(said.by), when))
