"""Words for what is handed over: units, and why a hand-over was voided."""

from typing import Final

from app.domain.void_reason import VoidReason
from app.words.catalog import Marked, Words, marked

UNITS: Final[dict[str, Marked]] = {
    "piece": marked("Unit", "piece"),
    "box": marked("Unit", "box"),
    "bag": marked("Unit", "bag"),
    "pack": marked("Unit", "pack"),
    "set": marked("Unit", "set"),
    "meal": marked("Unit", "meal"),
    "kg": marked("Unit", "kg"),
    "gram": marked("Unit", "gram"),
    "litre": marked("Unit", "litre"),
    "pound": marked("Unit", "EGP"),
    "seedling": marked("Unit", "seedling"),
}

VOID_REASONS: Final[dict[VoidReason, Marked]] = {
    VoidReason.UNDONE_AT_DESK: marked("VoidReason", "undone at the desk"),
    VoidReason.WRONG_HOUSEHOLD: marked("VoidReason", "the wrong household"),
    VoidReason.WRONG_ITEM: marked("VoidReason", "the wrong item"),
    VoidReason.WRONG_QUANTITY: marked("VoidReason", "the wrong quantity"),
    VoidReason.NOT_TAKEN: marked("VoidReason", "not taken, or given back"),
    VoidReason.RECORDED_TWICE: marked("VoidReason", "recorded twice"),
    VoidReason.TRIAL: marked("VoidReason", "a trial"),
}


def unit_text(words: Words, unit: str) -> str:
    """The unit's word; a unit that somebody wrote themselves stays as they wrote it."""
    return words.of(UNITS[unit]) if unit in UNITS else unit


def void_reason_text(words: Words, code: str) -> str:
    """The reason's words; a reason from a newer app stays a code."""
    try:
        return words.of(VOID_REASONS[VoidReason(code)])
    except ValueError:
        return code
