"""Why stock was damaged, lost, or differs from the book: chosen from a list, never an essay."""

from enum import StrEnum


class StockReason(StrEnum):
    """The reasons offered for a movement, its void, or a difference at the count."""

    TORN = "torn"
    """Torn, crushed or broken."""
    WET = "wet"
    SPOILED = "spoiled"
    PAST_DATE = "past_date"
    STOLEN = "stolen"
    MISSING_ON_ARRIVAL = "missing_on_arrival"
    NOT_RECORDED = "not_recorded"
    """Handed over or moved without being entered."""
    MISCOUNTED = "miscounted"
    MISTYPED = "mistyped"
    UNKNOWN = "unknown"
    """Nobody can say."""
