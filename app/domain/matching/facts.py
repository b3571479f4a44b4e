"""What is compared of a person: as it stands on file, and made ready to be compared quickly."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from app.domain.dates import PartialDate, Precision
from app.domain.digits import is_digits
from app.domain.names import name_key
from app.domain.national_id import LENGTH as ID_LENGTH
from app.domain.people import DocumentType
from app.domain.search_keys import document_key, phone_key

_BIRTH_DIGITS = 7
_CACHED = 1 << 16
_CENTURIES = {"2": 1900, "3": 2000}


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person as tables keep them; texts are empty where nothing is known. `phone` is their own,
    or else the household's."""

    name: str
    sex: str = ""
    birth_date: str = ""
    birth_precision: str = ""
    document_type: str = ""
    document_no: str = ""
    phone: str = ""
    village_id: str = ""


class Born(NamedTuple):
    """A birth date with the first and the last day it may be, counted from year 1."""

    first: int
    last: int
    day: date
    whole: bool


class Prepared(NamedTuple):
    """A person ready to be compared. `fathers` are the further parts of the name; `born_by_id` is
    the date that a national number tells, for people of whom no other is known."""

    own: str
    fathers: tuple[str, ...]
    sex: str
    born: Born | None
    born_by_id: Born | None
    document_type: str
    document: str
    phone: str
    village: str


def prepare(facts: PersonFacts) -> Prepared:
    """The person ready to be compared."""
    return prepare_keys(
        name_key(facts.name),
        facts.sex,
        facts.birth_date,
        facts.birth_precision,
        facts.document_type,
        document_key(facts.document_type, facts.document_no),
        phone_key(facts.phone),
        facts.village_id,
    )


def prepare_keys(
    name: str,
    sex: str,
    birth_date: str,
    birth_precision: str,
    document_type: str,
    document: str,
    phone: str,
    village: str,
) -> Prepared:
    """The same from what the search index holds: name, document and phone folded to their keys."""
    own, *fathers = name.split(" ")
    return Prepared(
        own,
        tuple(fathers),
        sex,
        _born(birth_date, birth_precision) if birth_date else None,
        _born_by_id(document[:_BIRTH_DIGITS]) if _is_national(document_type, document) else None,
        document_type,
        document,
        phone,
        village,
    )


def _is_national(document_type: str, document: str) -> bool:
    return document_type == DocumentType.NATIONAL_ID and len(document) == ID_LENGTH


@lru_cache(maxsize=_CACHED)
def _born(day: str, precision: str) -> Born | None:
    try:
        written = PartialDate(date.fromisoformat(day), Precision(precision or Precision.DAY))
    except ValueError:
        return None
    first, last = written.days
    whole = written.precision is Precision.DAY
    return Born(first.toordinal(), last.toordinal(), written.day, whole)


@lru_cache(maxsize=_CACHED)
def _born_by_id(digits: str) -> Born | None:
    """The date in a national number's first digits, CYYMMDD."""
    century = _CENTURIES.get(digits[0])
    if century is None or not is_digits(digits):
        return None
    try:
        day = date(century + int(digits[1:3]), int(digits[3:5]), int(digits[5:7]))
    except ValueError:
        return None
    return Born(day.toordinal(), day.toordinal(), day, whole=True)
