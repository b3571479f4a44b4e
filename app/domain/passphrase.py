"""How hard a passphrase is to guess, roughly, to be shown while it is typed.

Counted in bits, as if an attacker knew the kinds of signs used: each sign adds the binary
logarithm of how many signs of its kinds there are, but one that repeats or continues the sign
before it (aaa, 123, أبت) adds a single bit, and so does each sign of a stretch seen before.
Commonly chosen words count as one choice among a thousand. Length is what helps most, as NIST
SP 800-63B says; nothing here forbids a passphrase.
"""

import math
import unicodedata
from enum import StrEnum
from typing import Final

_FAIR_BITS: Final = 40.0
_STRONG_BITS: Final = 60.0
_COMMON_WORD_BITS: Final = 10.0
_COMMON: Final = (
    "password", "passw0rd", "qwerty", "admin", "welcome", "egypt", "qafila", "allah", "mohamed",
    "ahmed", "iloveyou", "letmein", "abc123", "مصر", "قافلة", "محمد", "أحمد", "احمد", "بسم الله",
    "الحمد لله", "الله اكبر", "سبحان الله",
)  # fmt: skip


class Strength(StrEnum):
    """What is said about a passphrase."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength(passphrase: str) -> Strength:
    """Weak under 40 bits, strong from 60 (each guess costs a fifth of a second and 64 MiB)."""
    bits = guess_bits(passphrase)
    if bits < _FAIR_BITS:
        return Strength.WEAK
    return Strength.FAIR if bits < _STRONG_BITS else Strength.STRONG


def guess_bits(passphrase: str) -> float:
    """The estimate in bits; 0 for an empty passphrase."""
    text = unicodedata.normalize("NFKC", passphrase).casefold()
    if not text:
        return 0.0
    per_sign = math.log2(sum(size for size in _kinds(passphrase)))
    bits = 0.0
    at = 0
    while at < len(text):
        common = next((word for word in _COMMON if text.startswith(word, at)), "")
        if common:
            bits += _COMMON_WORD_BITS
            at += len(common)
            continue
        bits += 1.0 if _is_foreseen(text, at) else per_sign
        at += 1
    return bits


def _is_foreseen(text: str, at: int) -> bool:
    """Whether the sign follows from what stands before it."""
    if at == 0:
        return False
    step = ord(text[at]) - ord(text[at - 1])
    return abs(step) <= 1 or text[at - 1 : at + 1] in text[: at - 1]


def _kinds(passphrase: str) -> list[int]:
    """How many signs there are of each kind that occurs."""
    sizes = {
        10: any(sign.isdigit() for sign in passphrase),
        26: any("a" <= sign <= "z" for sign in passphrase),
        27: any("A" <= sign <= "Z" for sign in passphrase),
        36: any("\u0621" <= sign <= "\u064a" for sign in passphrase),
        33: any(not sign.isalnum() for sign in passphrase),
    }
    return [size for size, found in sizes.items() if found] or [64]
