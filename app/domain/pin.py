"""The short PIN by which the people of one laptop take turns: it tells who is at work and opens
nothing by itself."""

from collections.abc import Callable
from typing import Final

from app.domain.digits import is_digits, to_ascii_digits
from app.errors import PinUnfit

SHORTEST: Final = 4
LONGEST: Final = 6
TRIES: Final = 5
"""Wrong PINs in a row after which only the passphrase helps."""

_RANDOM_BYTES: Final = 8


def is_pin(typed: str) -> bool:
    """Whether what was typed, in whichever digits, can be a PIN at all."""
    text = to_ascii_digits(typed.strip())
    return is_digits(text) and SHORTEST <= len(text) <= LONGEST


def read_pin(typed: str) -> str:
    """The PIN in ASCII digits. Raises PinUnfit (not four to six digits, or one digit repeated)."""
    if not is_pin(typed):
        raise PinUnfit(shortest=SHORTEST, longest=LONGEST)
    text = to_ascii_digits(typed.strip())
    if len(set(text)) == 1:
        raise PinUnfit(shortest=SHORTEST, longest=LONGEST)
    return text


def new_pin(random_bytes: Callable[[int], bytes]) -> str:
    """A first PIN of four digits, not all alike."""
    while True:
        pin = f"{int.from_bytes(random_bytes(_RANDOM_BYTES)) % 10**SHORTEST:0{SHORTEST}d}"
        if len(set(pin)) > 1:
            return pin


def seconds_to_wait(failed: int) -> int:
    """How long to wait before the next try after `failed` wrong ones in a row: 1, 2, 4, 8 …"""
    return 1 << (failed - 1) if failed > 0 else 0
