"""Words for the reasons of going against an answer."""

from typing import Final

from app.domain.override import OverrideReason
from app.words.catalog import Marked, Words, marked

TEXTS: Final[dict[OverrideReason, Marked]] = {
    OverrideReason.SUPERVISOR: marked("Override", "Allowed by the supervisor"),
    OverrideReason.URGENT_NEED: marked("Override", "Urgent need"),
    OverrideReason.DAMAGED: marked("Override", "The earlier one was damaged"),
    OverrideReason.NOT_RECEIVED: marked("Override", "The family says it was not received"),
    OverrideReason.LARGE_FAMILY: marked("Override", "Large family"),
    OverrideReason.WRONG_DATA: marked("Override", "The data on file are wrong"),
    OverrideReason.STOCK_DIFFERS: marked("Override", "The item is here; the stock book is wrong"),
    OverrideReason.SURPLUS: marked("Override", "Surplus at the end of the day"),
}


def override_text(words: Words, code: str) -> str:
    """The reason's words; a reason from a newer app stays a code."""
    try:
        return words.of(TEXTS[OverrideReason(code)])
    except ValueError:
        return code
