"""What was typed or scanned into the desk's one field: a name, a number, a document, a code.

Nothing is looked up here. A scanner types like a keyboard, so a code arrives digit by digit and is
a long number until its last digit is there.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from app.domain.card_code import read_card
from app.domain.digits import is_digits, only_digits, to_ascii_digits
from app.domain.names import JOINED_TO_PREVIOUS, SON_OR_DAUGHTER, name_parts, normalise
from app.domain.receipt_code import read_code
from app.domain.search_keys import joined_key, phone_beginnings
from app.domain.short_number import ShortNumber, parse_short_number
from app.errors import QafilaError, ShortNumberMistyped

MAX_LENGTH = 1_000
"""Characters of a query that are read; more than the longest code."""

_CODE_DIGITS = 40
"""The shortest code has 56 digits, the longest number that people type has 18."""

_MAX_PARTS = 12
_NUMBER = re.compile(r"[\s+\-‐-―−./\\()0-9]+", re.ASCII)
_DIGIT = re.compile(r"[0-9]", re.ASCII)


class Matched(StrEnum):
    """By what somebody was found."""

    CODE = "code"
    RECEIPT = "receipt"
    HOUSEHOLD_NUMBER = "household_number"
    DOCUMENT = "document"
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True)
class TypedName:
    """Parts of a name in any order, each perhaps only begun, in one or two readings; `digits` of a
    number typed beside it; `key` is all of it as one word, for a number such as س-123."""

    readings: tuple[tuple[str, ...], ...]
    digits: str = ""
    key: str = ""


@dataclass(frozen=True)
class TypedNumber:
    """Digits of a document, a phone (`phones` are beginnings of keys), a household's number or a
    receipt (`receipt`, when its check digit is right). `international` numbers are phones only."""

    digits: str
    phones: tuple[str, ...]
    receipt: ShortNumber | None = None
    international: bool = False


@dataclass(frozen=True)
class TypedKey:
    """Letters and digits in one word: a passport, a refugee's file, a household's number."""

    key: str


@dataclass(frozen=True)
class ScannedCode:
    """A whole code from paper: a household's card (`card_no` says which of its cards), or a
    receipt with its aid record."""

    household_id: str
    aid_record_id: str | None = None
    person_id: str | None = None
    card_no: int | None = None


Query = TypedName | TypedNumber | TypedKey | ScannedCode


def read_query(text: str) -> Query | None:
    """What `text` is, or None when there is nothing to look for in it."""
    text = "".join([c for c in text[:MAX_LENGTH] if unicodedata.category(c) != "Cf"])
    plain = to_ascii_digits(text)
    if _NUMBER.fullmatch(plain):
        return _number(plain) if _DIGIT.search(plain) else None
    words = normalise(text).split()
    if not words:
        return None
    if not _DIGIT.search(plain):
        return TypedName(_readings(text))
    numbers = [word for word in words if is_digits(word)]
    letters = [word for word in words if not _DIGIT.search(word)]
    if letters and len(numbers) + len(letters) == len(words):
        return TypedName(_readings(" ".join(letters)), "".join(numbers), joined_key(text))
    return TypedKey(joined_key(text))


def _number(text: str) -> Query:
    digits = only_digits(text)
    if len(digits) >= _CODE_DIGITS:
        scanned = _scanned(digits)
        if scanned is not None:
            return scanned
    try:
        receipt = parse_short_number(text.strip())
    except ShortNumberMistyped:
        receipt = None
    return TypedNumber(digits, phone_beginnings(text), receipt, text.strip().startswith("+"))


def _scanned(digits: str) -> ScannedCode | None:
    try:
        card = read_card(digits)
        return ScannedCode(card.household_id, card_no=card.card_no)
    except QafilaError:
        pass
    try:
        record = read_code(digits).record
    except QafilaError:
        return None
    return ScannedCode(record.household_id, record.aid_record_id, record.person_id)


def _readings(text: str) -> tuple[tuple[str, ...], ...]:
    """The parts as they stand; and, where the last word may be the beginning of الله or الدين
    (نور الد) or the بن between two parts, the parts as they will stand once it is finished."""
    words = normalise(text).split()[:_MAX_PARTS]
    parts = name_parts(" ".join(words))
    if len(words) < 2 or len(parts) < 2:
        return (parts,)
    last = words[-1]
    if last in SON_OR_DAUGHTER:
        return parts, parts[:-1]
    if parts[-1] == last and any(whole.startswith(last) for whole in JOINED_TO_PREVIOUS):
        return parts, (*parts[:-2], parts[-2] + last)
    return (parts,)
