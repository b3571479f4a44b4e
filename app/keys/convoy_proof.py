"""Shows that whoever wrote a note for a convoy's desks holds the convoy's key."""

import hmac

from app.keys.age_identity import derived

_PURPOSE = b"qafila convoy proof"


def convoy_proof(convoy_key: bytes, *said: str) -> bytes:
    """HMAC-SHA-256 over lines of text, under a key made from the convoy's."""
    text = "".join(f"{line}\n" for line in ("qafila served 1", *said)).encode()
    return hmac.digest(derived(convoy_key, _PURPOSE), text, "sha256")


def proves(proof: bytes, convoy_key: bytes, *said: str) -> bool:
    """Whether `proof` is the holder's, in the same time for every answer."""
    return hmac.compare_digest(proof, convoy_proof(convoy_key, *said))
