"""What is looked up of a person or household: stored values folded so that a B-tree finds them.

Keys are compared by their beginnings. A number is also kept backwards, since people remember the
last digits of a card as well as the first.
"""

import re

from app.domain.digits import only_digits, to_ascii_digits
from app.domain.names import normalise

NO_DOCUMENT = "none"
"""The document type of a person without one; `document_no` then holds the reason."""

_EGYPT = "20"
_NATIONAL_DIGITS = 8
"""The shortest Egyptian number without its trunk zero; a rest that is shorter is no whole number
behind a country code (landlines outside Cairo have 9 digits, mobiles 10)."""

_ORDERED_DIGITS = 12
_DIGIT_GROUP = re.compile(r"[0-9]+", re.ASCII)


def joined_key(text: str) -> str:
    """Letters and digits of `text`, folded, with nothing between them."""
    return normalise(text).replace(" ", "")


def document_key(document_type: str, number: str) -> str:
    """The key of a document's number; empty for a person without a document."""
    return "" if document_type == NO_DOCUMENT else joined_key(number)


def phone_key(phone: str) -> str:
    """A whole phone number without what people add or leave out: +20, 0020, 20 and the first 0.

    01012345678, +20 10 1234 5678, 1012345678 and ٠١٠١٢٣٤٥٦٧٨ have one key. Numbers of other
    countries keep their country code.
    """
    digits = only_digits(phone).removeprefix("00")
    rest = digits.removeprefix(_EGYPT)
    if digits.startswith(_EGYPT) and len(rest) > _NATIONAL_DIGITS:
        digits = rest
    return digits.removeprefix("0")


def phone_beginnings(typed: str) -> tuple[str, ...]:
    """The beginnings of keys that a phone number typed so far may mean.

    20 without a plus may be Egypt's code or a number's own first digits: both are looked up.
    """
    text = to_ascii_digits(typed).strip()
    digits = only_digits(text)
    international = text.startswith("+") or digits.startswith("00")
    digits = digits.removeprefix("00") if digits.startswith("00") else digits
    found = [] if international and digits.startswith(_EGYPT) else [digits.removeprefix("0")]
    if digits.startswith(_EGYPT):
        found.append(digits.removeprefix(_EGYPT).removeprefix("0"))
    return tuple(key for key in found if key)


def number_tail(number: str) -> str:
    """The last group of digits of a household's number, without leading zeros: 12 of 417-00012.

    Empty where it is the whole number anyway.
    """
    groups = _DIGIT_GROUP.findall(to_ascii_digits(number))
    tail = groups[-1].lstrip("0") if groups else ""
    return "" if tail == joined_key(number) else tail


def number_order(number: str) -> str:
    """A household's number for sorting: 9 before 10, and groups one after the other."""
    return _DIGIT_GROUP.sub(lambda group: group[0].zfill(_ORDERED_DIGITS), normalise(number))
