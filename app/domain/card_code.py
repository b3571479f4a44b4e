"""What a household's card holds: a code of digits that names the household and nothing else.

Layout of format 1: one byte for kind 2 (household card) and format version, see `digit_code`, then
the 16 bytes of the household's UUID. A card proves nothing, it only saves typing, so it is not
signed; whoever finds one learns no name from it.
"""

import uuid

from app.domain.digit_code import CodeKind, check_head, from_digits, head, to_digits
from app.errors import CodeMalformed

VERSION = 1
_BYTES = 17


def write_card(household_id: str) -> str:
    """The digits of a household's card; ValueError unless its id is a UUID."""
    return to_digits(head(CodeKind.HOUSEHOLD_CARD, VERSION) + uuid.UUID(household_id).bytes)


def read_card(text: str) -> str:
    """The household id on a card. Raises CodeMalformed, CodeOfAnotherKind or CodeNewer."""
    data = from_digits(text)
    check_head(data, CodeKind.HOUSEHOLD_CARD, VERSION)
    if len(data) != _BYTES:
        raise CodeMalformed
    return str(uuid.UUID(bytes=data[1:]))
