"""Whether two people on file are likely one: the plain test used while typing and importing.

It compares exactly, after folding: document, name, phone, birth date. It proposes; a person
decides. Siblings are the false positive: they share father, grandfather, village and phone, never
the first name (law 143/1994, art. 21), so without the same document the names must agree.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.dates import PartialDate
from app.domain.names import name_parts
from app.domain.people import document_key

_PARTS_OF_A_SHORT_NAME = 2
_PARTS_WITHIN_A_VILLAGE = 3
"""Own name, father's and grandfather's; with fewer a village has several bearers."""


class Likeness(StrEnum):
    """What two people share."""

    DOCUMENT = "document"
    NAME = "name"
    NAME_BEGINS = "name_begins"
    """One name is the beginning of the other, of at least two parts."""
    PHONE = "phone"
    BIRTH_DATE = "birth_date"
    VILLAGE = "village"
    HOUSEHOLD = "household"


class Difference(StrEnum):
    """What both are known to have and do not share."""

    DOCUMENT = "document"
    BIRTH_DATE = "birth_date"
    SEX = "sex"


@dataclass(frozen=True)
class PersonFacts:
    """What the test compares; texts are empty and the birth date None where not known."""

    name: str
    document_type: str = ""
    document_no: str = ""
    phone: str = ""
    birth: PartialDate | None = None
    sex: str = ""
    village_id: str = ""
    household_id: str = ""


@dataclass(frozen=True)
class Comparison:
    """The verdict with its reasons, the weightiest first."""

    likely: bool
    alike: tuple[Likeness, ...]
    different: tuple[Difference, ...]


def compare(one: PersonFacts, other: PersonFacts) -> Comparison:
    """Whether two people are likely one, and why.

    Likely are those with the same document, and those with the same name, neither sex nor birth
    date against it, who share a phone, a birth date, a household or, with a name of three parts
    or more, a village. A name that only begins the other needs the phone or the birth date.
    """
    alike = _alike(one, other)
    different = _different(one, other)
    return Comparison(_is_likely(one, other, alike, different), alike, different)


def _alike(one: PersonFacts, other: PersonFacts) -> tuple[Likeness, ...]:
    document = document_key(one.document_type, one.document_no)
    parts, other_parts = name_parts(one.name), name_parts(other.name)
    shorter = min(len(parts), len(other_parts))
    begins = shorter >= _PARTS_OF_A_SHORT_NAME and parts[:shorter] == other_parts[:shorter]
    same_name = bool(parts) and parts == other_parts
    both_born = one.birth is not None and other.birth is not None
    found = {
        Likeness.DOCUMENT: document is not None
        and document == document_key(other.document_type, other.document_no),
        Likeness.NAME: same_name,
        Likeness.NAME_BEGINS: begins and not same_name,
        Likeness.PHONE: one.phone == other.phone != "",
        Likeness.BIRTH_DATE: both_born and one.birth == other.birth,
        Likeness.VILLAGE: one.village_id == other.village_id != "",
        Likeness.HOUSEHOLD: one.household_id == other.household_id != "",
    }
    return tuple(likeness for likeness, holds in found.items() if holds)


def _different(one: PersonFacts, other: PersonFacts) -> tuple[Difference, ...]:
    document = document_key(one.document_type, one.document_no)
    other_document = document_key(other.document_type, other.document_no)
    same_kind = document and other_document and one.document_type == other.document_type
    both_born = one.birth is not None and other.birth is not None
    found = {
        Difference.DOCUMENT: bool(same_kind) and document != other_document,
        Difference.BIRTH_DATE: both_born and not _agree(one.birth, other.birth),
        Difference.SEX: "" not in {one.sex, other.sex} and one.sex != other.sex,
    }
    return tuple(difference for difference, holds in found.items() if holds)


def _agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    return one is None or other is None or one.agrees_with(other)


def _is_likely(
    one: PersonFacts,
    other: PersonFacts,
    alike: tuple[Likeness, ...],
    different: tuple[Difference, ...],
) -> bool:
    if Likeness.DOCUMENT in alike:
        return True
    if Difference.SEX in different or Difference.BIRTH_DATE in different:
        return False
    strong = {Likeness.PHONE, Likeness.BIRTH_DATE} & set(alike)
    if Likeness.NAME_BEGINS in alike:
        return bool(strong)
    if Likeness.NAME not in alike:
        return False
    long_name = len(name_parts(one.name)) >= _PARTS_WITHIN_A_VILLAGE
    nearby = Likeness.VILLAGE in alike and long_name
    return bool(strong) or nearby or Likeness.HOUSEHOLD in alike
