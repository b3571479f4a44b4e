"""The cells of one row of a list, each read for what it is about."""

import datetime as dt
import re
from dataclasses import dataclass, field

from app.domain.dates import PartialDate, from_age, parse_date
from app.domain.importing.cells import SourceRow, is_formula, number_text, text_of, whole_number
from app.domain.importing.columns import Column
from app.domain.importing.dictionary import Dictionary
from app.domain.importing.layout import GuessedColumn, Layout
from app.domain.importing.list_row import Document
from app.domain.importing.remarks import Code, Remark
from app.domain.names import normalise
from app.domain.national_id import (
    IdWarning,
    NationalId,
    Sex,
    disagreements,
    read_national_id,
)
from app.domain.people import SEX_OF, DocumentType, Relationship, document_number, is_verified
from app.domain.phone import PhoneWarning, read_phone

_BEFORE_NAME = re.compile(r"^[0-9٠-٩\s.()/–-]+")
_A_NUMBER = re.compile(r"[0-9]+", re.ASCII)
_MOST_MEMBERS = 60


class Columns:
    """Where each column of a layout is, looked up once for all rows."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.index = {one.column: one.index for one in reversed(layout.columns)}
        self.others = [one for one in layout.columns if one.column is Column.OTHER]


@dataclass
class RowCells:
    """The cells of one row while it is read; what is found on the way gathers here."""

    columns: Columns
    words: Dictionary
    row: SourceRow
    remarks: list[Remark] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def cell(self, column: Column) -> object:
        index = self.columns.index.get(column)
        return None if index is None else self.row.cell(index)

    def text(self, column: Column) -> str:
        return text_of(self.cell(column))

    def remark(self, code: Code, written: str = "") -> None:
        self.remarks.append(Remark(code, written))

    def note(self, column: Column, text: str) -> None:
        """Keeps what a column says in the notes, under its header."""
        index = self.columns.index.get(column)
        header = "" if index is None else self.columns.layout.columns[index].header
        self.notes.append(_noted(header, text))

    def name(self) -> str:
        text = self.text(Column.NAME)
        if is_formula(text):
            self.remark(Code.NAME_IS_FORMULA, text)
            return ""
        text = _BEFORE_NAME.sub("", text) if text[:1].isdigit() else text
        if not any(character.isalpha() for character in normalise(text)):
            self.remark(Code.NO_NAME)
            return ""
        return text

    def document(self) -> tuple[Document, NationalId | None]:
        written = self.text(Column.NATIONAL_ID)
        if written:
            return self._national_id(Column.NATIONAL_ID, written)
        written = self.text(Column.DOCUMENT_NO)
        kind = self.words.documents.get(normalise(self.text(Column.DOCUMENT_TYPE)), "")
        if kind == DocumentType.NATIONAL_ID and written:
            return self._national_id(Column.DOCUMENT_NO, written)
        if kind == DocumentType.NONE or not written:
            reason = self._no_document_reason(written or self.text(Column.DOCUMENT_TYPE))
            return reason or Document(DocumentType.NONE if kind == DocumentType.NONE else ""), None
        kind = kind or DocumentType.OTHER
        number = document_number(kind, number_text(self.cell(Column.DOCUMENT_NO)) or written)
        return Document(kind, number, is_verified(kind, number, self.words.today)), None

    def _national_id(self, column: Column, written: str) -> tuple[Document, NationalId | None]:
        reason = self._no_document_reason(written)
        if reason:
            return reason, None
        number = number_text(self.cell(column))
        if number is None:
            self.remark(Code.ID_DIGITS_LOST, written)
            return Document(), None
        known = read_national_id(number, today=self.words.today)
        if known.errors:
            self.remark(Code.ID_UNVERIFIED, written)
        elif known.warnings:
            self.remark(Code.ID_DOUBTFUL, known.number)
        return Document(DocumentType.NATIONAL_ID, known.number, known.verified), known

    def _no_document_reason(self, written: str) -> Document | None:
        """What «ساقط قيد» or «لا يوجد» in place of a number means."""
        words = self.words
        folded = normalise(written)
        if folded in words.no_document:
            return Document(DocumentType.NONE, words.no_document[folded])
        if words.documents.get(folded) == DocumentType.NONE or (
            written and (written in words.phrases.no or folded in words.phrases.no)
        ):
            return Document(DocumentType.NONE)
        return None

    def birth(self) -> PartialDate | None:
        today = self.words.today
        written = self.cell(Column.BIRTH_DATE)
        if text_of(written):
            found = parse_date(written, latest=today)
            if found is None:
                self.remark(Code.BIRTH_UNREADABLE, text_of(written))
            return found
        return self._from_age(today)

    def _from_age(self, today: dt.date) -> PartialDate | None:
        written = self.text(Column.AGE)
        age = whole_number(self.cell(Column.AGE))
        if not written:
            return None
        try:
            return from_age(-1 if age is None else age, today)
        except ValueError:
            self.note(Column.AGE, written)
            return None

    def sex(self, relationship: str) -> Sex | None:
        code = self.words.sexes.get(normalise(self.text(Column.SEX)))
        if code:
            return Sex(code)
        return SEX_OF.get(Relationship(relationship)) if relationship else None

    def agree(
        self, known: NationalId, birth: PartialDate | None, sex: Sex | None
    ) -> tuple[PartialDate | None, Sex | None]:
        """Birth date and sex from the number where the row leaves them open."""
        for warning in disagreements(known, birth=birth, sex=sex):
            of_birth = warning is IdWarning.BIRTH_DATE_DISAGREES
            self.remark(
                Code.BIRTH_DISAGREES if of_birth else Code.SEX_DISAGREES,
                self.text(Column.BIRTH_DATE if of_birth else Column.SEX),
            )
        told = PartialDate(known.birth_date) if known.birth_date else None
        exact = birth is None or (told is not None and birth.agrees_with(told))
        return (told if exact else birth), sex or known.sex

    def phone(self) -> str:
        written = self.cell(Column.PHONE)
        text = number_text(written)
        if text is None:
            self.remark(Code.PHONE_UNREADABLE, text_of(written))
            return ""
        phone = read_phone(text)
        if phone is None:
            return ""
        if PhoneWarning.INVALID in phone.warnings:
            self.remark(Code.PHONE_UNREADABLE, text)
        for other in phone.others:
            self.note(Column.PHONE, other)
        return phone.number

    def relationship(self) -> str:
        written = self.text(Column.RELATIONSHIP)
        code = self.words.relationships.get(normalise(written), "")
        if written and not code:
            self.note(Column.RELATIONSHIP, written)
        return code

    def members(self) -> int | None:
        written = self.text(Column.MEMBERS)
        count = whole_number(self.cell(Column.MEMBERS))
        if count is None and not is_formula(written):
            numbers = _A_NUMBER.findall(number_text(written) or "")
            count = int(numbers[0]) if len(numbers) == 1 else None
        if count is not None and 0 < count <= _MOST_MEMBERS:
            return count
        if written:
            self.remark(Code.MEMBERS_UNREADABLE, written)
        return None

    def categories(self) -> frozenset[str]:
        """Those of their own column and of the columns without a home; all else becomes notes."""
        found, rest = self.words.categories_in(self.text(Column.CATEGORIES))
        if notes := self.text(Column.NOTES):
            self.notes.insert(0, notes)
        if rest:
            self.note(Column.CATEGORIES, rest)
        return found.union(*map(self._without_home, self.columns.others))

    def _without_home(self, column: GuessedColumn) -> frozenset[str]:
        """A ticked category («أرملة: نعم»), categories as words, or else a note."""
        words = self.words
        text = text_of(self.row.cell(column.index))
        headed = words.category(column.header)
        if not text:
            return frozenset()
        if headed and (text in words.phrases.yes or normalise(text) in words.phrases.yes):
            return frozenset({headed})
        if headed and (text in words.phrases.no or normalise(text) in words.phrases.no):
            return frozenset()
        found, rest = words.categories_in(text)
        if rest or not found:
            self.notes.append(_noted(column.header, rest or text))
        return found


def _noted(header: str, text: str) -> str:
    return f"{header}: {text}" if header else text
