"""The one-time code of a pack: 25 digits, told to whoever sets the laptop up.

Its 24 random digits hold 79 bits; every guess costs one Argon2id derivation. Nobody chooses the
code and none is used twice, so that a salt of its own would add nothing.
"""

from collections.abc import Callable

from app.domain.check_digit import check_digit
from app.domain.digits import only_digits
from app.errors import WrongCode
from app.keys.age_identity import as_identity
from app.keys.passphrase import Derivation, derive_key

_DIGITS = 24
_GROUP = 5
_RANDOM_BYTES = 32
_SALT = b"qafila pack 1 ->"


def new_code(random_bytes: Callable[[int], bytes]) -> str:
    """A new code: five groups of five digits, the last digit a check digit."""
    number = int.from_bytes(random_bytes(_RANDOM_BYTES)) % 10**_DIGITS
    digits = f"{number:0{_DIGITS}d}"
    digits += str(check_digit(digits))
    return " ".join(digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP))


def read_code(typed: str) -> str:
    """The 25 digits as somebody typed them, with spaces or none. Raises WrongCode."""
    digits = only_digits(typed)
    if len(digits) != _DIGITS + 1 or int(digits[-1]) != check_digit(digits[:-1]):
        raise WrongCode
    return digits


def pack_identity(code: str) -> str:
    """The age identity that opens the pack of this code. Raises WrongCode."""
    return as_identity(derive_key(read_code(code), Derivation(salt=_SALT)))
