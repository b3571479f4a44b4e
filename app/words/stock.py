"""Words for stock: what kind of movement, and why."""

from typing import Final

from app.domain.quantity import Quantity, format_quantity
from app.domain.stock import MovementKind
from app.domain.stock_reason import StockReason
from app.words.catalog import Marked, Words, marked
from app.words.numbers import decimal, ltr

KINDS: Final[dict[MovementKind, Marked]] = {
    MovementKind.LOADED: marked("Stock", "Loaded"),
    MovementKind.RECEIVED: marked("Stock", "Received on the way"),
    MovementKind.TO_DESK: marked("Stock", "From the convoy to a desk"),
    MovementKind.FROM_DESK: marked("Stock", "From a desk back to the convoy"),
    MovementKind.GIVEN: marked("Stock", "Handed over"),
    MovementKind.RETURNED: marked("Stock", "Returned to the warehouse"),
    MovementKind.DAMAGED: marked("Stock", "Damaged"),
    MovementKind.LOST: marked("Stock", "Lost"),
    MovementKind.EXPIRED: marked("Stock", "Expired"),
}

REASONS: Final[dict[StockReason, Marked]] = {
    StockReason.TORN: marked("StockReason", "torn or broken"),
    StockReason.WET: marked("StockReason", "wet"),
    StockReason.SPOILED: marked("StockReason", "spoiled"),
    StockReason.PAST_DATE: marked("StockReason", "past its date"),
    StockReason.STOLEN: marked("StockReason", "stolen"),
    StockReason.MISSING_ON_ARRIVAL: marked("StockReason", "missing when the load arrived"),
    StockReason.NOT_RECORDED: marked("StockReason", "moved or handed over without being entered"),
    StockReason.MISCOUNTED: marked("StockReason", "counted wrongly"),
    StockReason.MISTYPED: marked("StockReason", "entered wrongly"),
    StockReason.UNKNOWN: marked("StockReason", "nobody knows"),
}


def kind_text(words: Words, kind: MovementKind) -> str:
    """What happened to the stock."""
    return words.of(KINDS[kind])


def stock_reason_text(words: Words, code: str) -> str:
    """The reason's words; a reason from a newer app stays a code."""
    try:
        return words.of(REASONS[StockReason(code)])
    except ValueError:
        return code


def amount(words: Words, quantity: Quantity) -> str:
    """A quantity as it stands in tables: 1,250.5, kept left to right so that a minus leads."""
    return ltr(decimal(format_quantity(quantity, grouped=True), words.digits))
