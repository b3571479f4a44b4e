"""A secret that is only ever compared: kept as its Argon2id verifier (a PHC string)."""

import unicodedata
from collections.abc import Callable
from typing import Final

from argon2 import extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type, hash_secret, verify_secret

from app.keys.passphrase import SALT_BYTES, Derivation

_MOST_MEMORY_KIB: Final = 1 << 18
_MOST_PASSES: Final = 16
_MOST_LANES: Final = 16


def make_verifier(secret: str, random_bytes: Callable[[int], bytes]) -> str:
    """What to keep of a passphrase or PIN."""
    how = Derivation(salt=random_bytes(SALT_BYTES))
    return hash_secret(
        _bytes(secret),
        how.salt,
        time_cost=how.passes,
        memory_cost=how.memory_kib,
        parallelism=how.lanes,
        hash_len=32,
        type=Type.ID,
    ).decode()


def verifies(verifier: str, secret: str) -> bool:
    """Whether the secret is the one kept. A verifier that is none, or that would exhaust the
    laptop, fits nothing: it may have come with a file."""
    try:
        how = extract_parameters(verifier)
        fits = (
            how.type is Type.ID
            and how.memory_cost <= _MOST_MEMORY_KIB
            and how.time_cost <= _MOST_PASSES
            and how.parallelism <= _MOST_LANES
        )
        return fits and verify_secret(verifier.encode(), _bytes(secret), Type.ID)
    except (InvalidHashError, VerificationError, ValueError):
        return False


def _bytes(secret: str) -> bytes:
    return unicodedata.normalize("NFKC", secret).encode(errors="surrogatepass")
