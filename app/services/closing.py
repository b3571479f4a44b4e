"""Closing a convoy: what is left is counted, every difference is explained, nothing more is added.

For each item: loaded + received = given + returned + damaged + lost + expired + left (by the book);
the count of what is really there may differ, and then says why. A coordinator can open it again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.db.store import Store
from app.db.tables import Convoy, ParkedCase, User
from app.domain.permissions import Action
from app.domain.quantity import Quantity
from app.domain.reconciliation import Account
from app.errors import ConvoyOpen, CountMissing, DifferenceUnexplained
from app.services.convoys import any_convoy, open_convoy
from app.services.household_card import ItemName
from app.services.rights import require_right
from app.services.stock import stock_in


@dataclass(frozen=True)
class ClosingLine:
    """One item to reconcile; `account.counted` and `reason` are set once the convoy is closed.

    `moved_since` says that a merge has changed the book after the count.
    """

    item: ItemName
    account: Account
    reason: str = ""
    moved_since: bool = False


@dataclass(frozen=True)
class ClosingSheet:
    """A convoy's reconciliation. `parked` cases still wait; `closed_at` in ms UTC, None if open."""

    convoy_name: str
    lines: tuple[ClosingLine, ...]
    parked: int
    closed_at: int | None
    closed_by: str
    note: str


@dataclass(frozen=True)
class Closing:
    """What was counted of every item, and why where it differs from the book (codes of
    `StockReason`); both by item id."""

    convoy_id: str
    counted: Mapping[str, Quantity]
    reasons: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


def closing_sheet(store: Store, convoy_id: str) -> ClosingSheet:
    """The reconciliation as it stands: to be counted, or as it was closed. Raises
    RecordNotFound."""
    with store.read() as session:
        convoy = any_convoy(session, convoy_id)
        parked = select(func.count(col(ParkedCase.id))).where(
            col(ParkedCase.convoy_id) == convoy_id, col(ParkedCase.settled_at).is_(None)
        )
        closer = session.get(User, convoy.closed_by)
        return ClosingSheet(
            convoy_name=convoy.name,
            lines=_lines(session, convoy),
            parked=int(session.exec(parked).one()),
            closed_at=convoy.closed_at,
            closed_by=closer.name if closer else "",
            note=convoy.closing_note,
        )


def close_convoy(store: Store, closing: Closing) -> None:
    """Closes a convoy with its count.

    Raises RecordNotFound, ConvoyClosed, RightMissing, CountMissing (an item was not counted) and
    DifferenceUnexplained (a count that differs, or a book below zero, without a reason).
    """
    with store.write() as session:
        require_right(store, session, Action.PLAN)
        convoy = open_convoy(session, closing.convoy_id)
        counts = tuple(
            _count(line.convoy, line.item, closing) for line in stock_in(session, closing.convoy_id)
        )
        convoy.closed_at = store.sources.now()
        convoy.closed_by = store.actor
        convoy.closing_note = closing.note.strip()
        convoy.closing_counts = counts


def reopen_convoy(store: Store, convoy_id: str) -> None:
    """Lets work go on; the count is made anew at the next closing.

    Raises RecordNotFound, ConvoyOpen, RightMissing.
    """
    with store.write() as session:
        require_right(store, session, Action.PLAN)
        convoy = any_convoy(session, convoy_id)
        if convoy.closed_at is None:
            raise ConvoyOpen
        convoy.closed_at = None
        convoy.closed_by = ""
        convoy.closing_note = ""
        convoy.closing_counts = ()


def _count(account: Account, item: ItemName, closing: Closing) -> dict[str, str | int]:
    counted = closing.counted.get(account.item_id)
    if counted is None:
        raise CountMissing(item=item.id)
    reason = closing.reasons.get(account.item_id, "")
    if not replace(account, counted=counted).settled and not reason:
        raise DifferenceUnexplained(item=item.id)
    return {
        "item": account.item_id,
        "book": int(account.left),
        "counted": int(counted),
        "reason": reason,
    }


def _lines(session: Session, convoy: Convoy) -> tuple[ClosingLine, ...]:
    counts = {str(count["item"]): count for count in convoy.closing_counts}
    lines = []
    for line in stock_in(session, convoy.id):
        count = counts.get(line.item.id)
        if count is None:
            came_later = convoy.closed_at is not None
            lines.append(ClosingLine(line.item, line.convoy, moved_since=came_later))
            continue
        lines.append(
            ClosingLine(
                line.item,
                replace(line.convoy, counted=Quantity(count["counted"])),
                str(count["reason"]),
                moved_since=count["book"] != line.convoy.left,
            )
        )
    return tuple(lines)
