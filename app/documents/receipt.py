"""What a receipt shows; how it is laid out stands in `receipt_blocks`."""

from dataclasses import dataclass, field

from app.domain.quantity import ZERO, Quantity


@dataclass(frozen=True)
class ReceiptLine:
    """One item given: its name and unit in the receipt's language.

    `remainder` may still be received under the same entitlement; `owed` was due and not in stock.
    """

    item: str
    quantity: Quantity
    unit: str
    remainder: Quantity = ZERO
    owed: Quantity = ZERO


@dataclass(frozen=True)
class ReceiptDocument:
    """Everything a receipt shows; names are in the receipt's language, empty where unknown.

    `logo` is PNG or JPEG bytes; `masked_id` is already masked; `handed_at` is in milliseconds
    since 1970, UTC; `codes` are the decimal texts made by `receipt_code.write_codes`, none where
    this laptop cannot sign;
    `short_number` comes from `app.domain.short_number`. `is_copy` marks a reprint, `void_reason`
    a receipt that no longer counts (an empty reason still voids, None does not).
    """

    organisation: str
    short_number: str
    day: str
    handed_at: int
    household_head: str
    masked_id: str
    village: str
    collector: str
    lines: tuple[ReceiptLine, ...]
    codes: tuple[str, ...]
    initiative: str = ""
    convoy: str = ""
    desk: str = ""
    user: str = ""
    logo: bytes | None = field(default=None, repr=False)
    is_copy: bool = False
    void_reason: str | None = None
