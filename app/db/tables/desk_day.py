"""The end of a desk's day, and what desks tell each other before any merge."""

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlmodel import Field, SQLModel

from app.db.tables.replicated import Replicated, lines


class DeskClosing(Replicated, table=True):
    """A desk's day counted and signed for by two people; the id is the desk's and the day's.

    Each of `counts`: item, book and counted in thousandths, and the reason of a difference.
    Receipt numbers are those of the laptop's first and last hand-over of the day.
    """

    __tablename__ = "desk_closing"
    composites: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "closing": ("closed_at", "closed_by", "witness", "note"),
        "receipts": ("hand_overs", "first_receipt", "last_receipt"),
    }

    convoy_id: str = Field(default="", index=True)
    desk_id: str = ""
    device_id: str = ""
    day: str = ""
    counts: tuple[dict[str, Any], ...] = lines()
    hand_overs: int = 0
    first_receipt: int = 0
    last_receipt: int = 0
    closed_at: int | None = None
    closed_by: str = ""
    witness: str = ""
    note: str = ""


class ConvoyKey(Replicated, table=True):
    """The key that the desks of one convoy encrypt their notes with; the id is the convoy's."""

    __tablename__ = "convoy_key"

    key: str = ""


class Card(Replicated, table=True):
    """A card given to a household; a later one voids it."""

    __tablename__ = "card"

    household_id: str = Field(default="", index=True)
    serial: int = 0
    issued_at: int = 0
    issued_by: str = ""
    voided: bool = False


class ServedElsewhere(SQLModel, table=True):
    """A line handed over at another desk, as its note says; the hand-over itself, once merged,
    takes its place."""

    __tablename__ = "served_elsewhere"

    id: str = Field(primary_key=True)
    aid_record_id: str = Field(index=True)
    convoy_id: str = ""
    desk_name: str = ""
    household_id: str = Field(index=True)
    person_id: str | None = Field(default=None, index=True)
    item_id: str = ""
    campaign_id: str | None = None
    rule_id: str | None = None
    quantity: int = 0
    ration: int = 0
    owed: bool = False
    day: str = ""
    handed_at: int = 0
    voided: bool = False
