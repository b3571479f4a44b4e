"""age identities made from secrets that exist already, so that no laptop keeps a second key."""

import bech32
import pyrage
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SECRET_BYTES = 32
_DEVICE = b"qafila device age identity"
_CONVOY = b"qafila convoy age identity"


def derived(secret: bytes, purpose: bytes) -> bytes:
    """32 bytes for one purpose (HKDF-SHA-256, RFC 5869, without a salt)."""
    return HKDF(algorithm=SHA256(), length=SECRET_BYTES, salt=None, info=purpose).derive(secret)


def as_identity(secret: bytes) -> str:
    """32 secret bytes as age writes an identity (AGE-SECRET-KEY-1…)."""
    words = bech32.convertbits(secret, 8, 5)
    return str(bech32.bech32_encode("age-secret-key-", words or [])).upper()


def device_identity(private_key: bytes) -> str:
    """What opens files that are encrypted to the laptop with this Ed25519 private key."""
    return as_identity(derived(private_key, _DEVICE))


def convoy_identity(convoy_key: bytes) -> str:
    """What opens the notes that the desks of the convoy with this key write each other."""
    return as_identity(derived(convoy_key, _CONVOY))


def public_half(identity: str) -> str:
    """The public half (age1…) of an identity: what others encrypt to."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())
