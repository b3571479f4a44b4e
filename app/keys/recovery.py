"""The recovery key: forty digits on paper, the root of the workspace.

Digits, because they can be read aloud, copied by hand and typed on any keyboard. They hold 128
random bits and a check digit; from the bits come the workspace's signing key (which certifies
coordinators) and its age identity (which opens any store or file of the workspace). Neither is kept
on a laptop: who finds a laptop finds neither.
"""

from dataclasses import dataclass

from app.domain.check_digit import check_digit
from app.domain.digits import only_digits
from app.errors import WrongRecoveryKey
from app.keys.age_identity import as_identity, derived

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
        digits += str(check_digit(digits))
        return " ".join(digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP))

    @property
    def signing_key(self) -> bytes:
        """The workspace's Ed25519 private key (32 bytes)."""
        return derived(self.secret, b"qafila workspace signing key")

    @property
    def age_identity(self) -> str:
        """The age identity (AGE-SECRET-KEY-1…) that opens what is encrypted to the workspace."""
        return as_identity(derived(self.secret, b"qafila workspace age identity"))


def read_recovery_key(typed: str) -> RecoveryKey:
    """The key as somebody typed it: in any of the digits of Arabic keyboards, with spaces, dashes
    or none.

    Raises WrongRecoveryKey if a digit is missing or mistyped.
    """
    digits = only_digits(typed)
    if len(digits) != _DIGITS + 1 or int(digits[-1]) != check_digit(digits[:-1]):
        raise WrongRecoveryKey
    number = int(digits[:-1])
    if number >= 1 << (8 * SECRET_BYTES):
        raise WrongRecoveryKey
    return RecoveryKey(number.to_bytes(SECRET_BYTES))
