"""Closing a desk for the day: what is left is counted, two people put their names to it.

Nothing is locked: a family that comes late is still served, and the desk is closed again. The later
closing of a day takes the earlier one's place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from app.db.store import Store
from app.db.tables import AidRecord, DeskClosing, ParkedCase, PrintJob
from app.domain.permissions import Action
from app.domain.quantity import Quantity
from app.domain.reconciliation import Account
from app.errors import CountMissing, DifferenceUnexplained, TwoNamesNeeded
from app.services.closing import ClosingLine
from app.services.day import ConvoyDay, day_or_refuse
from app.services.household_card import ItemName
from app.services.named import cleaned
from app.services.rights import require_right
from app.services.stock import stock_in


@dataclass(frozen=True)
class DayReceipts:
    """The hand-overs of one desk's day, voided ones too, and their first and last receipt."""

    hand_overs: int = 0
    first: int = 0
    last: int = 0


@dataclass(frozen=True)
class DeskSheet:
    """A desk's day to be counted, or as it was closed. `parked` cases wait for the supervisor and
    `unprinted` receipts for a printer. `closed_at` in ms UTC, None before the first closing;
    `worked_since` says that there were hand-overs after it."""

    today: ConvoyDay
    lines: tuple[ClosingLine, ...]
    receipts: DayReceipts
    parked: int
    unprinted: int
    closed_at: int | None
    closed_by: str
    witness: str
    note: str
    worked_since: bool


@dataclass(frozen=True)
class DeskCount:
    """What was counted of every item and why where it differs from the book, both by item id; who
    counted, and who watched."""

    counted: Mapping[str, Quantity]
    closed_by: str
    witness: str
    reasons: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


def desk_sheet(store: Store) -> DeskSheet:
    """Today's desk as it stands. Raises NoConvoyToday."""
    with store.read() as session:
        today = day_or_refuse(session)
        closing = session.get(DeskClosing, closing_id(today))
        receipts = _receipts(session, store.device_id, today)
        return DeskSheet(
            today=today,
            lines=_lines(session, today, closing),
            receipts=receipts,
            parked=_parked(session, today),
            unprinted=_unprinted(session),
            closed_at=closing.closed_at if closing else None,
            closed_by=closing.closed_by if closing else "",
            witness=closing.witness if closing else "",
            note=closing.note if closing else "",
            worked_since=closing is not None and closing.hand_overs != receipts.hand_overs,
        )


def close_desk(store: Store, count: DeskCount) -> str:
    """Closes today's desk with its count; returns the closing's id.

    Raises NoConvoyToday, RightMissing, TwoNamesNeeded, CountMissing (an item was not counted) and
    DifferenceUnexplained (a count that differs, or a book below zero, without a reason).
    """
    closed_by, witness = cleaned(count.closed_by), cleaned(count.witness)
    if not closed_by or not witness or closed_by == witness:
        raise TwoNamesNeeded
    with store.write() as session:
        today = day_or_refuse(session)
        require_right(store, session, Action.HAND_OVER)
        row = session.get(DeskClosing, closing_id(today)) or DeskClosing(id=closing_id(today))
        receipts = _receipts(session, store.device_id, today)
        row.convoy_id = today.convoy_id
        row.desk_id = today.desk_id
        row.device_id = store.device_id
        row.day = today.day
        row.counts = tuple(
            _count(account, item, count) for item, account in _accounts(session, today)
        )
        row.hand_overs = receipts.hand_overs
        row.first_receipt = receipts.first
        row.last_receipt = receipts.last
        row.closed_at = store.sources.now()
        row.closed_by = closed_by
        row.witness = witness
        row.note = count.note.strip()
        session.add(row)
        return row.id


def closing_id(today: ConvoyDay) -> str:
    """One a desk and day, so that closing again takes the first one's place."""
    return f"{today.desk_id}.{today.day}"


def _accounts(session: Session, today: ConvoyDay) -> list[tuple[ItemName, Account]]:
    """What the desk ever had, in the order of the items' codes."""
    found = stock_in(session, today.convoy_id, today.desk_id)
    return [(line.item, line.desk) for line in found if line.desk is not None]


def _lines(
    session: Session, today: ConvoyDay, closing: DeskClosing | None
) -> tuple[ClosingLine, ...]:
    """The accounts as they are now, each with its count where the book has not moved since."""
    counts = {str(one.get("item")): one for one in closing.counts} if closing else {}
    lines = []
    for item, account in _accounts(session, today):
        kept = counts.get(item.id)
        if kept is None or kept.get("book") != account.left:
            lines.append(ClosingLine(item, account, moved_since=kept is not None))
        else:
            counted = replace(account, counted=Quantity(int(kept["counted"])))
            lines.append(ClosingLine(item, counted, str(kept.get("reason", ""))))
    return tuple(lines)


def _count(account: Account, item: ItemName, count: DeskCount) -> dict[str, Any]:
    counted = count.counted.get(account.item_id)
    if counted is None:
        raise CountMissing(item=item.id)
    reason = count.reasons.get(account.item_id, "")
    settled = replace(account, counted=counted).settled
    if not settled and not reason:
        raise DifferenceUnexplained(item=item.id)
    return {
        "item": account.item_id,
        "book": int(account.left),
        "counted": int(counted),
        "reason": "" if settled else reason,
    }


def _receipts(session: Session, device_id: str, today: ConvoyDay) -> DayReceipts:
    number = col(AidRecord.receipt_no)
    query = select(func.count(), func.min(number), func.max(number)).where(
        col(AidRecord.desk_id) == today.desk_id,
        col(AidRecord.day) == today.day,
        col(AidRecord.device_id) == device_id,
        number > 0,
    )
    count, first, last = session.connection().execute(query).one()
    return DayReceipts(count, first or 0, last or 0)


def _parked(session: Session, today: ConvoyDay) -> int:
    query = select(func.count(col(ParkedCase.id))).where(
        col(ParkedCase.desk_id) == today.desk_id, col(ParkedCase.settled_at).is_(None)
    )
    return int(session.scalar(query) or 0)


def _unprinted(session: Session) -> int:
    query = select(func.count(col(PrintJob.id))).where(col(PrintJob.state) != "printed")
    return int(session.scalar(query) or 0)
