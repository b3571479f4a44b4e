"""What the desk says where nobody was found: of a name, and of codes that are no family's."""

from typing import Final

from app.domain.digits import only_digits
from app.domain.slip_code import read_slip
from app.errors import QafilaError
from app.ui.tr import tr

_CODE: Final = 40
"""Digits; numbers that people type have 18 at most."""


def nobody_text(typed: str) -> str:
    """A kind word for what was typed or scanned."""
    digits = only_digits(typed)
    if len(digits) < _CODE:
        return tr("Desk", "Nobody was found.")
    try:
        read_slip(digits)
    except QafilaError:
        return tr("Desk", "This code was not read whole, or is not one of ours. Scan it again.")
    return tr("Desk", "This is a paper slip: type it in on the Paper page, Enter paper.")
