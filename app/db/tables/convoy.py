"""The convoy, its desks, its stock, and what was handed over."""

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy import Index
from sqlmodel import Field

from app.db.tables.replicated import Replicated, elements, lines


class Convoy(Replicated, table=True):
    """One journey to some villages on some days, for some organisations and campaigns.

    Each of `closing_counts`: item, book and counted in thousandths, and the reason of a difference.
    """

    __tablename__ = "convoy"
    composites: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "closing": ("closed_at", "closed_by", "closing_note"),
    }

    name: str = ""
    starts_on: str | None = Field(default=None, index=True)
    ends_on: str | None = None
    villages: frozenset[str] = elements()
    organisations: frozenset[str] = elements()
    campaigns: frozenset[str] = elements()
    notes: str = ""
    closed_at: int | None = None
    closed_by: str = ""
    closing_note: str = ""
    closing_counts: tuple[dict[str, Any], ...] = lines()


class Desk(Replicated, table=True):
    """A table of a convoy with its own stock, laptop and team.

    It serves the households of its villages, of its range of household numbers and of its first
    letters, whichever of these are set; with none it serves everybody. `walk_ins` go to the desk
    that is named for them.
    """

    __tablename__ = "desk"
    composites: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "numbers": ("number_from", "number_to"),
    }

    convoy_id: str = Field(default="", index=True)
    name: str = ""
    device_id: str = ""
    villages: frozenset[str] = elements()
    letters: frozenset[str] = elements()
    number_from: str = ""
    number_to: str = ""
    walk_ins: bool = False
    team: frozenset[str] = elements()


class StockMovement(Replicated, table=True):
    """Stock that came or went, but for hand-overs, whose lines are counted themselves.
    Never edited, only voided."""

    __tablename__ = "stock_movement"
    composites: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "void": ("voided", "void_reason", "void_at", "void_by", "void_day"),
    }

    convoy_id: str = Field(default="", index=True)
    desk_id: str | None = None
    item_id: str = ""
    kind: str = ""
    quantity: int = 0
    day: str = ""
    reason: str = ""
    at: int = 0
    voided: bool = False
    void_reason: str = ""
    void_at: int | None = None
    void_by: str = ""
    void_day: str = ""


class AidRecord(Replicated, table=True):
    """One hand-over to a household. Never edited, only voided.

    Each of `lines`: item, campaign, rule, person (of a per-person rule), quantity and ration in
    thousandths, `answer` (what the entitlement said), `reason` (why it was overridden), `owed`
    (the stock ran out), `row` (of a sheet: where it was read). `day` is the convoy day chosen at
    the desk; rules read it, never `handed_at` (milliseconds, UTC). `receipt_no` counts on each
    laptop from 1 (0: no receipt); `paper_no` is the number on a slip or sheet that was typed in.
    `source` is desk, sheet, paper or recovered.
    """

    __tablename__ = "aid_record"
    __table_args__ = (
        Index("ix_aid_record_convoy", "convoy_id", "desk_id", "day", "voided", "void_reason"),
    )
    composites: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "void": ("voided", "void_reason", "void_at", "void_by", "void_day"),
    }

    convoy_id: str = ""
    desk_id: str | None = None
    organisation_id: str | None = None
    household_id: str = Field(default="", index=True)
    person_id: str | None = None
    proxy_id: str | None = None
    lines: tuple[dict[str, Any], ...] = lines()
    receipt_no: int = Field(default=0, index=True)
    paper_no: str = Field(default="", index=True)
    day: str = ""
    handed_at: int = 0
    source: str = "desk"
    device_id: str = ""
    handed_by: str = ""
    voided: bool = False
    void_reason: str = ""
    void_at: int | None = None
    void_by: str = ""
    void_day: str = ""


class ParkedCase(Replicated, table=True):
    """A hard case put aside for the supervisor so that the queue goes on."""

    __tablename__ = "parked_case"
    composites: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "settling": ("settled_at", "settled_by", "settled_how"),
    }

    convoy_id: str = Field(default="", index=True)
    desk_id: str | None = None
    household_id: str | None = None
    typed: str = ""
    reason: str = ""
    note: str = ""
    at: int = 0
    settled_at: int | None = None
    settled_by: str = ""
    settled_how: str = ""
