"""Why a volunteer goes against an answer: chosen from a list, recorded, flagged, never an essay."""

from enum import StrEnum
from typing import Final


class OverrideReason(StrEnum):
    """The reasons; each is shown with the hand-over wherever it is reviewed."""

    SUPERVISOR = "supervisor"
    """A supervisor allowed it."""
    URGENT_NEED = "urgent_need"
    DAMAGED = "damaged"
    """What was received before was damaged or unfit."""
    NOT_RECEIVED = "not_received"
    """The family says that it never received what is on record."""
    LARGE_FAMILY = "large_family"
    WRONG_DATA = "wrong_data"
    """What is on file about the family is wrong, and is corrected later."""
    STOCK_DIFFERS = "stock_differs"
    """The item stands on the table although the book says that none is left."""
    SURPLUS = "surplus"
    """More was left at the end than families to serve."""


OVERRIDE_REASONS: Final[tuple[OverrideReason, ...]] = tuple(OverrideReason)
