"""One person on the registration form; the national number fills in what it tells."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton

from app.domain.dates import PartialDate, Precision
from app.domain.national_id import (
    LENGTH,
    IdError,
    IdWarning,
    Sex,
    disagreements,
    read_national_id,
)
from app.services.registration import NewMember
from app.ui import tokens
from app.ui.tr import of, tr
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.labels import label
from app.words.national_id import TEXTS
from app.words.people import DOCUMENTS, NO_DOCUMENT, RELATIONSHIPS, SEXES

NATIONAL_ID: Final = "national_id"
NONE: Final = "none"


@dataclass(frozen=True)
class MemberDraft:
    """What one row holds, as it is kept against a power cut."""

    name: str = ""
    document_type: str = NATIONAL_ID
    document_no: str = ""
    no_document: str = ""
    birth: str = ""
    birth_precision: str = ""
    sex: str = ""
    relationship: str = ""


class MemberEdit(QFrame):
    """Name, document, birth, sex, relationship: two short lines."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, on: dt.date, relationship: str) -> None:
        super().__init__()
        self.setProperty("surface", "row")
        self._on = on
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Register", "Full name, four parts if possible"))
        self.document = Choice([(code, of(pair)) for code, pair in DOCUMENTS.items()])
        self.number = DigitsLineEdit(longest=LENGTH)
        self.other_number = QLineEdit()
        self.no_document = Choice([(code, of(pair)) for code, pair in NO_DOCUMENT.items()])
        self.birth = DateEdit(on)
        self.birth.setPlaceholderText(tr("Register", "day/month/year"))
        self.sex = Choice(
            [("", tr("Register", "Sex")), *((code, of(pair)) for code, pair in SEXES.items())]
        )
        self.relationship = Choice(
            [
                ("", tr("Register", "Relationship")),
                *((code, of(pair)) for code, pair in RELATIONSHIPS.items()),
            ],
            relationship,
        )
        for choice in (self.document, self.no_document, self.sex, self.relationship):
            choice.may_shrink()
        self._warning = label("", "caption", wrap=True)
        self._remove = button("", lambda: self.removed.emit(self), kind="plain", icon="close")
        self._remove.setToolTip(tr("Register", "Remove this person"))
        self._remove.setAccessibleName(self._remove.toolTip())
        self._lay_out()
        self._wire()
        self._on_document()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.name.text().strip() or self._document_no() or self.birth.text())

    def member(self) -> NewMember:
        """The person as typed."""
        birth = self.birth.value
        return NewMember(
            name=self.name.text(),
            relationship=self.relationship.value,
            sex=self.sex.value,
            birth_date=birth.day.isoformat() if birth else None,
            birth_precision=birth.precision.value if birth else "",
            document_type=self.document.value if self._document_no() else "",
            document_no=self._document_no(),
            document_verified=self._is_verified(),
        )

    def draft(self) -> MemberDraft:
        """What the row holds now."""
        birth = self.birth.value
        return MemberDraft(
            self.name.text(),
            self.document.value,
            self.number.text() or self.other_number.text(),
            self.no_document.value,
            birth.day.isoformat() if birth else "",
            birth.precision.value if birth else "",
            self.sex.value,
            self.relationship.value,
        )

    def restore(self, draft: MemberDraft) -> None:
        """Show a draft again."""
        self.name.setText(draft.name)
        self.document.choose(draft.document_type)
        self._on_document()
        field = self.number if draft.document_type == NATIONAL_ID else self.other_number
        field.setText(draft.document_no)
        self.no_document.choose(draft.no_document)
        if draft.birth:
            precision = Precision(draft.birth_precision)
            self.birth.set_value(PartialDate(dt.date.fromisoformat(draft.birth), precision))
        self.sex.choose(draft.sex)
        self.relationship.choose(draft.relationship)

    def _lay_out(self) -> None:
        document = QHBoxLayout()
        document.setSpacing(tokens.WITHIN // 2)
        for part, stretch in (
            (self.document, 2),
            (self.number, 3),
            (self.other_number, 3),
            (self.no_document, 3),
        ):
            document.addWidget(part, stretch)
        grid = QGridLayout(self)
        edge = tokens.WITHIN
        grid.setContentsMargins(edge, edge, edge, edge)
        grid.setSpacing(tokens.WITHIN // 2)
        grid.addWidget(self.name, 0, 0, 1, 2)
        grid.addWidget(self.relationship, 0, 2)
        grid.addWidget(self._remove, 0, 3)
        grid.addLayout(document, 1, 0)
        grid.addWidget(self.birth, 1, 1)
        grid.addWidget(self.sex, 1, 2)
        grid.addWidget(self._warning, 2, 0, 1, 4)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 2)
        self._warning.hide()

    def _wire(self) -> None:
        self.name.textChanged.connect(lambda _: self.changed.emit())
        self.number.textChanged.connect(self._on_number)
        self.other_number.textChanged.connect(lambda _: self.changed.emit())
        self.birth.value_changed.connect(self._on_told)
        self.document.currentIndexChanged.connect(lambda _: self._on_document())
        self.sex.currentIndexChanged.connect(lambda _: self._on_told())
        self.relationship.currentIndexChanged.connect(lambda _: self.changed.emit())

    def _document_no(self) -> str:
        match self.document.value:
            case "national_id":
                return self.number.text()
            case "none":
                return self.no_document.value
            case _:
                return self.other_number.text().strip()

    def _is_verified(self) -> bool:
        if self.document.value != NATIONAL_ID or not self.number.text():
            return False
        return read_national_id(self.number.text(), today=self._on).verified

    def _on_document(self) -> None:
        kind = self.document.value
        self.number.setVisible(kind == NATIONAL_ID)
        self.no_document.setVisible(kind == NONE)
        self.other_number.setVisible(kind not in (NATIONAL_ID, NONE))
        self._warn()
        self.changed.emit()

    def _on_number(self) -> None:
        """Fills in what the number tells, where the form is still silent."""
        if len(self.number.text()) == LENGTH:
            known = read_national_id(self.number.text(), today=self._on)
            if known.birth_date and self.birth.value is None:
                self.birth.set_value(PartialDate(known.birth_date))
            if known.sex and not self.sex.value:
                self.sex.choose(known.sex.value)
        self._on_told()

    def _on_told(self) -> None:
        self._warn()
        self.changed.emit()

    def _warn(self) -> None:
        """Warns beside the field; a wrong number can be saved and is marked unverified."""
        typed = self.number.text()
        said = ""
        if self.document.value == NATIONAL_ID and typed:
            known = read_national_id(typed, today=self._on)
            sex = Sex(self.sex.value) if self.sex.value else None
            found: list[IdError | IdWarning] = [
                *known.errors,
                *known.warnings,
                *disagreements(known, birth=self.birth.value, sex=sex),
            ]
            said = " ".join(of(TEXTS[code]) for code in found)
        self._warning.setText(said)
        self._warning.setVisible(bool(said))
        self._warning.setProperty("state", "received" if said else "")
        self._warning.style().unpolish(self._warning)
        self._warning.style().polish(self._warning)

    def focus_name(self) -> None:
        """Put the cursor where this person begins."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def remove_button(self) -> QPushButton:
        """Hidden for the only person of a form."""
        return self._remove
