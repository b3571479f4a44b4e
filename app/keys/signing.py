"""Ed25519 keys of laptops and of the workspace: made, used, and named.

A private key is its 32 raw bytes (RFC 8032's seed), a public key its 32 raw bytes, a signature
64 bytes. The device id that people and files see is a fingerprint of the public key.
"""

import hashlib
from collections.abc import Callable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

PRIVATE_KEY_BYTES = 32
PUBLIC_KEY_BYTES = 32
SIGNATURE_BYTES = 64


def generate(random_bytes: Callable[[int], bytes]) -> bytes:
    """A new private key, drawn from `random_bytes` so that a demonstration can repeat it."""
    return random_bytes(PRIVATE_KEY_BYTES)


def public_key(private: bytes) -> bytes:
    """The public key that belongs to `private`."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, message: bytes) -> bytes:
    """The signature of `message`; the same key and message always give the same 64 bytes."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether `signature` is of `message` by `public`; a malformed key or signature is not."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def device_id(public: bytes) -> str:
    """The name of the device that holds the key: 32 hex characters, half of SHA-256(public)."""
    return hashlib.sha256(public).digest()[:16].hex()
