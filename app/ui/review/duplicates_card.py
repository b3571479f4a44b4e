"""Two people side by side, what differs marked with a word and an icon, and the verdicts."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.matching.levels import Birth, Contact, Document, FathersLine, OwnName, Sex
from app.domain.people import DocumentType
from app.services.matching.queue import PairCase, Side
from app.services.matching.verdicts import Verdict
from app.ui import tokens
from app.ui.review.case_view import CaseCard
from app.ui.tr import of, tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import TextRole, label
from app.ui.widgets.scrolled import scrolled
from app.words import dates
from app.words.catalog import Marked, marked
from app.words.joined import joined
from app.words.matching import BANDS, agreeing, differing
from app.words.numbers import in_digits, isolated, ltr
from app.words.people import document_text, relationship_text
from app.words.places import place_path

VERDICTS: Final[dict[Verdict, Marked]] = {
    Verdict.SAME: marked("Duplicates", "The same person"),
    Verdict.DIFFERENT: marked("Duplicates", "Two people"),
    Verdict.LATER: marked("Duplicates", "Later"),
}
_KEYS: Final = {Verdict.SAME: "F5", Verdict.DIFFERENT: "F6", Verdict.LATER: "F7"}
_SAME_LINES: Final = {FathersLine.WHOLE, FathersLine.TWO, FathersLine.ONE, FathersLine.MISSING}
_SAME_CONTACTS: Final = {Contact.PHONE_AND_PLACE, Contact.PHONE}
_DIGITLESS: Final = ("", DocumentType.NONE)


class _Line(NamedTuple):
    """A fact of both, and whether it differs."""

    name: str
    one: str
    other: str
    differs: bool


class DuplicatesCard(CaseCard):
    """F5 says that both are one, F6 that they are two, F7 puts it off, F8 joins the families."""

    judged = Signal(object)
    """The verdict."""

    families_wanted = Signal()

    def __init__(self, case: PairCase) -> None:
        super().__init__()
        self.verdicts: dict[Verdict, QPushButton] = {}
        said = words()
        column = QVBoxLayout(self)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(label(of(BANDS[case.band]), "value"))
        column.addWidget(label(agreeing(said, case.levels, case.kin), wrap=True))
        against = differing(said, case.levels)
        if against:
            text = tr("Duplicates", "Against it: {reasons}", reasons=against)
            column.addWidget(label(text, "secondary", wrap=True))
        column.addWidget(scrolled(_side_by_side(case)), 1)
        row = QHBoxLayout()
        row.setSpacing(tokens.WITHIN)
        for verdict, keys in _KEYS.items():
            made = self.verdicts[verdict] = self._choice(verdict, keys)
            row.addWidget(made, 1)
        column.addLayout(row)
        self.families = button(
            tr("Duplicates", "One person, and one family"), self.families_wanted.emit, keys="F8"
        )
        column.addWidget(self.families)
        self.families.setVisible(case.one.household_id != case.other.household_id)

    def begin(self) -> None:
        """Put the focus on the first verdict."""
        self.verdicts[Verdict.SAME].setFocus()

    def _choice(self, verdict: Verdict, keys: str) -> QPushButton:
        return button(of(VERDICTS[verdict]), lambda: self.judged.emit(verdict), keys=keys)


def _side_by_side(case: PairCase) -> QWidget:
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(tokens.BETWEEN)
    grid.setVerticalSpacing(tokens.WITHIN)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    at = 0
    for line in _lines(case):
        if line.one or line.other:
            name = tr("Duplicates", "≠ {name}", name=line.name) if line.differs else line.name
            role: TextRole = "strong" if line.differs else "body"
            grid.addWidget(label(name, role if line.differs else "caption", wrap=True), at, 0)
            for place, text in ((1, line.one), (2, line.other)):
                grid.addWidget(label(text, role, wrap=True), at, place)
            at += 1
    grid.setRowStretch(at, 1)
    return inside


def _lines(case: PairCase) -> Iterator[_Line]:
    one, other, levels = case.one, case.other, case.levels
    named = levels.own_name is OwnName.EQUAL and levels.fathers_line in _SAME_LINES
    yield _Line(tr("Duplicates", "Name"), isolated(one.name), isolated(other.name), not named)
    numbered = levels.document in {Document.EQUAL, Document.MISSING}
    yield _Line(tr("Duplicates", "Document"), _document(one), _document(other), not numbered)
    born = levels.birth in {Birth.DAY, Birth.YEAR, Birth.MISSING}
    yield _Line(tr("Duplicates", "Born"), _born(one), _born(other), not born)
    yield _Line(
        tr("Duplicates", "Phone"),
        _phone(one),
        _phone(other),
        bool(one.phone and other.phone) and levels.contact not in _SAME_CONTACTS,
    )
    places = _place(one), _place(other)
    yield _Line(tr("Duplicates", "Village"), *places, places[0] != places[1])
    yield _Line(
        tr("Duplicates", "In the family"),
        _role(one),
        _role(other),
        levels.sex is Sex.APART,
    )
    yield _Line(tr("Duplicates", "Others"), _family(one), _family(other), differs=False)


def _document(side: Side) -> str:
    if side.document_type in _DIGITLESS:
        return ""
    return document_text(words(), side.document_type, side.document_no, reveal=True)


def _born(side: Side) -> str:
    return dates.partial_day(words(), side.birth) if side.birth else ""


def _phone(side: Side) -> str:
    return ltr(in_digits(side.phone, words().digits)) if side.phone else ""


def _place(side: Side) -> str:
    return place_path(words(), (side.place, *side.place.within)) if side.place else ""


def _role(side: Side) -> str:
    role = relationship_text(words(), side.relationship) if side.relationship else ""
    number = ltr(in_digits(side.number, words().digits)) if side.number else ""
    return joined(words(), [part for part in (role, number) if part])


def _family(side: Side) -> str:
    return tr("Duplicates", ", ").join(isolated(name) for name in side.family)
