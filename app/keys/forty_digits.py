"""Sixteen secret bytes as forty digits, the last a check digit.

Digits, because they can be read aloud, copied by hand and typed on any keyboard.
"""

from app.domain.check_digit import check_digit
from app.domain.digits import only_digits

SECRET_BYTES = 16
_DIGITS = 39
_GROUP = 4


def printed(secret: bytes) -> str:
    """Ten groups of four digits."""
    digits = f"{int.from_bytes(secret):0{_DIGITS}d}"
    digits += str(check_digit(digits))
    return " ".join(digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP))


def secret_of(typed: str) -> bytes | None:
    """The secret as somebody typed it: in any of the digits of Arabic keyboards, with spaces,
    dashes or none. None where a digit is missing or mistyped."""
    digits = only_digits(typed)
    if len(digits) != _DIGITS + 1 or int(digits[-1]) != check_digit(digits[:-1]):
        return None
    number = int(digits[:-1])
    return number.to_bytes(SECRET_BYTES) if number < 1 << (8 * SECRET_BYTES) else None
