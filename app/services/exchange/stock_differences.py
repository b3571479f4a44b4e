"""Where the book and the count of a desk disagree, among the convoys that a merge touched."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from app.db.queries.desk_stock import all_desk_balances
from app.db.tables import Convoy, Desk, DeskClosing


def stock_differences(session: Session, convoys: Collection[str]) -> int:
    """How many items at desks of these convoys, where they are open, were counted otherwise than
    the book stands, or (where nobody counted) stand below zero in the book."""
    found = 0
    chosen = select(Convoy.id).where(col(Convoy.id).in_(convoys), col(Convoy.closed_at).is_(None))
    for convoy_id in session.exec(chosen).all():
        books = all_desk_balances(session, convoy_id)
        for desk_id in session.exec(select(Desk.id).where(Desk.convoy_id == convoy_id)):
            counted = _counted(session, desk_id)
            book = books.get(desk_id, {})
            found += sum(
                counted[item] != left if item in counted else left < 0
                for item, left in book.items()
            )
    return found


def _counted(session: Session, desk_id: str) -> dict[str, int]:
    """The last count of a desk, by item; empty where it was not closed."""
    query = (
        select(DeskClosing)
        .where(DeskClosing.desk_id == desk_id, col(DeskClosing.closed_at).is_not(None))
        .order_by(col(DeskClosing.day).desc())
    )
    closing = session.exec(query).first()
    return {str(one["item"]): int(one["counted"]) for one in closing.counts} if closing else {}
