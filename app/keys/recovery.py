"""The recovery key: forty digits on paper, the root of the workspace.

They hold 128 random bits; from these come the workspace's signing key (which certifies
coordinators) and its age identity (which opens any store or file of the workspace). Neither is kept
on a laptop: who finds a laptop finds neither.
"""

from dataclasses import dataclass

from app.errors import WrongRecoveryKey
from app.keys import forty_digits
from app.keys.age_identity import as_identity, derived

SECRET_BYTES = forty_digits.SECRET_BYTES


@dataclass(frozen=True)
class RecoveryKey:
    """The secret behind the printed digits."""

    secret: bytes

    @property
    def printed(self) -> str:
        """Ten groups of four digits, the last digit a check digit."""
        return forty_digits.printed(self.secret)

    @property
    def signing_key(self) -> bytes:
        """The workspace's Ed25519 private key (32 bytes)."""
        return derived(self.secret, b"qafila workspace signing key")

    @property
    def age_identity(self) -> str:
        """The age identity (AGE-SECRET-KEY-1…) that opens what is encrypted to the workspace."""
        return as_identity(derived(self.secret, b"qafila workspace age identity"))


def read_recovery_key(typed: str) -> RecoveryKey:
    """The key as somebody typed it. Raises WrongRecoveryKey if a digit is missing or mistyped."""
    secret = forty_digits.secret_of(typed)
    if secret is None:
        raise WrongRecoveryKey
    return RecoveryKey(secret)
