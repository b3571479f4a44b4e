"""A key that several organisations agreed on: forty digits that their coordinators pass on.

From it come the key of the digests by which they tell each other whom they served, and the age
identity that opens the files with these digests.
"""

from dataclasses import dataclass

from app.errors import WrongSharedKey
from app.keys import forty_digits
from app.keys.age_identity import as_identity, derived

SECRET_BYTES = forty_digits.SECRET_BYTES


@dataclass(frozen=True)
class SharedSecret:
    """The secret behind the digits."""

    secret: bytes

    @property
    def printed(self) -> str:
        """Ten groups of four digits, the last digit a check digit."""
        return forty_digits.printed(self.secret)

    @property
    def digest_key(self) -> bytes:
        """The key of the digests (32 bytes)."""
        return derived(self.secret, b"qafila shared digest key")

    @property
    def age_identity(self) -> str:
        """What opens the files of those who share the key."""
        return as_identity(derived(self.secret, b"qafila shared age identity"))


def read_shared_key(typed: str) -> SharedSecret:
    """The key as somebody typed it. Raises WrongSharedKey if a digit is missing or mistyped."""
    secret = forty_digits.secret_of(typed)
    if secret is None:
        raise WrongSharedKey
    return SharedSecret(secret)
