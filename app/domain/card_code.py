"""What a household's card holds: which household, and the card's number.

The code finds a family at the next convoy in one scan. It is no proof of who holds it and is not
signed, so that it stays small: large modules are read from a bent card in a plastic sleeve. Layout
of format 1: kind 2 and format version (one byte, see `digit_code`), the household's UUID (16),
the card's number on two bytes (1 for the first, one more for each that replaces it), and 4 bytes
of check.
"""

import uuid
from dataclasses import dataclass

from app.domain.digit_code import (
    CodeKind,
    check_head,
    checked,
    from_digits,
    head,
    to_digits,
    unchecked,
)
from app.errors import CodeMalformed

VERSION = 1
MAX_CARD_NO = 0xFFFF
_LENGTH = 1 + 16 + 2


@dataclass(frozen=True)
class CardCode:
    """The household that a card finds, and which of its cards it is."""

    household_id: str
    card_no: int


def write_card(card: CardCode) -> str:
    """The card's digits. Raises ValueError for what is no UUID or no card number."""
    if not 1 <= card.card_no <= MAX_CARD_NO:
        raise ValueError("a card's number is between 1 and 65535")
    written = head(CodeKind.HOUSEHOLD_CARD, VERSION) + uuid.UUID(card.household_id).bytes
    written += card.card_no.to_bytes(2, "big")
    return to_digits(checked(written))


def read_card(text: str) -> CardCode:
    """What a scanned card says. Raises CodeMalformed, CodeOfAnotherKind or CodeNewer."""
    data = from_digits(text)
    check_head(data, CodeKind.HOUSEHOLD_CARD, VERSION)
    written = unchecked(data)
    card_no = int.from_bytes(written[17:], "big")
    if len(written) != _LENGTH or card_no == 0:
        raise CodeMalformed
    return CardCode(str(uuid.UUID(bytes=written[1:17])), card_no)
