"""The recovery key: forty digits on paper, the root of the workspace.

Digits, because they can be read aloud, copied by hand and typed on any keyboard. They hold 128
random bits and a check digit; from the bits come the workspace's signing key (which certifies
coordinators) and its age identity (which opens any store or file of the workspace). Neither is kept
on a laptop: who finds a laptop finds neither.
"""

from dataclasses import dataclass

import bech32
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.digits import only_digits
from app.errors import WrongRecoveryKey

SECRET_BYTES = 16
_DIGITS = 39
_GROUP = 4


@dataclass(frozen=True)
class RecoveryKey:
    """The secret behind the printed digits."""

    secret: bytes

    @property
    def printed(self) -> str:
        """Ten groups of four digits, the last digit a check digit."""
        digits = f"{int.from_bytes(self.secret):0{_DIGITS}d}"
        digits += str(_check_digit(digits))
        return " ".join(digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP))

    @property
    def signing_key(self) -> bytes:
        """The workspace's Ed25519 private key (32 bytes)."""
        return self._derive(b"qafila workspace signing key")

    @property
    def age_identity(self) -> str:
        """The age identity (AGE-SECRET-KEY-1…) that opens what is encrypted to the workspace."""
        words = bech32.convertbits(self._derive(b"qafila workspace age identity"), 8, 5)
        return str(bech32.bech32_encode("age-secret-key-", words or [])).upper()

    def _derive(self, purpose: bytes) -> bytes:
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(self.secret)


def read_recovery_key(typed: str) -> RecoveryKey:
    """The key as somebody typed it: in any of the digits of Arabic keyboards, with spaces, dashes
    or none.

    Raises WrongRecoveryKey if a digit is missing or mistyped.
    """
    digits = only_digits(typed)
    if len(digits) != _DIGITS + 1 or int(digits[-1]) != _check_digit(digits[:-1]):
        raise WrongRecoveryKey
    number = int(digits[:-1])
    if number >= 1 << (8 * SECRET_BYTES):
        raise WrongRecoveryKey
    return RecoveryKey(number.to_bytes(SECRET_BYTES))


def _check_digit(digits: str) -> int:
    """The Luhn check digit (ISO/IEC 7812-1): catches a wrong digit and most swaps."""
    total = 0
    for place, sign in enumerate(reversed(digits)):
        value = int(sign) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return -total % 10
