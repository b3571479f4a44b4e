"""What was given elsewhere, told apart from names: only who holds the convoy's key, and a card in
hand, can tell whom a digest means."""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

DIGEST_BYTES: Final = 16
"""Half of HMAC-SHA-256's output, the least that RFC 2104, section 5 recommends."""


@dataclass(frozen=True)
class GivenElsewhere:
    """Aid of a kind (food, meat, cash …) that an organisation gave in a month (`YYYY-MM`) to
    somebody whom this laptop does not see."""

    kind: str
    month: str
    organisation_id: str


def identity_digest(key: bytes, document_type: str, document_no: str) -> bytes:
    """The keyed digest of a person's document."""
    text = f"{document_type}\n{document_no.casefold()}"
    return hmac.new(key, text.encode(), sha256).digest()[:DIGEST_BYTES]
