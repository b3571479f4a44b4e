"""A passphrase turned into a key by Argon2id."""

import unicodedata
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

from app.errors import PassphraseTooWeak

MINIMUM_LENGTH = 8
"""Characters; NIST SP 800-63B asks for at least eight of a secret people choose."""

SALT_BYTES = 16


@dataclass(frozen=True)
class Derivation:
    """The cost of one derivation: 64 MiB and three passes take about 0.2 s on an old laptop
    (RFC 9106's second recommended setting)."""

    salt: bytes
    passes: int = 3
    memory_kib: int = 65_536
    lanes: int = 4


def derive_key(passphrase: str, how: Derivation) -> bytes:
    """32 bytes. The same letters typed on another keyboard (composed or not) give the same key;
    so do the same broken bytes, which the system hands on as half a surrogate pair."""
    return hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode(errors="surrogatepass"),
        how.salt,
        time_cost=how.passes,
        memory_cost=how.memory_kib,
        parallelism=how.lanes,
        hash_len=32,
        type=Type.ID,
    )


def check_strength(passphrase: str) -> None:
    """Raises PassphraseTooWeak for what nobody should protect people's data with."""
    text = unicodedata.normalize("NFKC", passphrase)
    if len(text) < MINIMUM_LENGTH or len(set(text)) < 3:
        raise PassphraseTooWeak(minimum=MINIMUM_LENGTH)
