"""Why a hand-over is voided: chosen from a list, never an essay."""

from enum import StrEnum


class VoidReason(StrEnum):
    """The reasons a hand-over counts no more."""

    UNDONE_AT_DESK = "undone_at_desk"
    """Taken back by the volunteer within the minute."""
    WRONG_HOUSEHOLD = "wrong_household"
    WRONG_ITEM = "wrong_item"
    WRONG_QUANTITY = "wrong_quantity"
    NOT_TAKEN = "not_taken"
    """The family left without it, or gave it back."""
    RECORDED_TWICE = "recorded_twice"
    TRIAL = "trial"
    """Made to try the app out."""
