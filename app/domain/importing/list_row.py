"""A row of a beneficiary list once it is read."""

from dataclasses import dataclass

from app.domain.dates import PartialDate
from app.domain.importing.remarks import Remark, refusal_among
from app.domain.national_id import Sex
from app.domain.people import DocumentType


@dataclass(frozen=True, slots=True)
class Where:
    """A row's sheet (empty for CSV) and its number as the spreadsheet shows it."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Document:
    """`type` as in a person's record; empty when nothing is written."""

    type: str = ""
    number: str = ""
    verified: bool = False

    @property
    def national_id(self) -> str:
        """A national number that is right as far as its structure tells; else empty."""
        return self.number if self.type == DocumentType.NATIONAL_ID and self.verified else ""


NOTHING_WRITTEN = Document()


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Where the family lives, in the list's own words; `code` is a P-code."""

    governorate: str = ""
    district: str = ""
    village: str = ""
    code: str = ""
    address: str = ""


NOWHERE = PlaceWords()


@dataclass(frozen=True, slots=True)
class ListRow:
    """A person of a family, or a family by its head, as one row tells of them."""

    where: Where
    household_no: str = ""
    name: str = ""
    relationship: str = ""
    document: Document = NOTHING_WRITTEN
    birth: PartialDate | None = None
    sex: Sex | None = None
    phone: str = ""
    place: PlaceWords = NOWHERE
    members: int | None = None
    categories: frozenset[str] = frozenset()
    notes: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def refusal(self) -> Remark | None:
        """Why nothing of the row can be taken; None for a row that has a name."""
        return refusal_among(self.remarks)
