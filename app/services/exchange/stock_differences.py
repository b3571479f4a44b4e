"""Where the book and the count of a desk disagree, among the convoys that a merge touched."""

from typing import Final

from sqlalchemy import text
from sqlmodel import Session, col, select

from app.db.queries.desk_stock import desk_balances
from app.db.tables import Desk, DeskClosing

_TOUCHED: Final = text(
    "WITH arrived(record_type, record_id) AS ("
    " SELECT record_type, record_id FROM journal WHERE position > :since"
    " AND record_type IN ('aid_record', 'stock_movement', 'desk_closing')"
    ")"
    " SELECT id FROM convoy WHERE closed_at IS NULL AND id IN ("
    " SELECT convoy_id FROM aid_record WHERE id IN"
    "  (SELECT record_id FROM arrived WHERE record_type = 'aid_record')"
    " UNION SELECT convoy_id FROM stock_movement WHERE id IN"
    "  (SELECT record_id FROM arrived WHERE record_type = 'stock_movement')"
    " UNION SELECT convoy_id FROM desk_closing WHERE id IN"
    "  (SELECT record_id FROM arrived WHERE record_type = 'desk_closing')"
    ") ORDER BY id"
)


def stock_differences(session: Session, since: int) -> int:
    """How many items at desks of open convoys, touched since position `since`, were counted
    otherwise than the book stands, or (where nobody counted) stand below zero in the book."""
    found = 0
    for (convoy_id,) in session.connection().execute(_TOUCHED, {"since": since}).all():
        for desk_id in session.exec(select(Desk.id).where(Desk.convoy_id == convoy_id)):
            counted = _counted(session, desk_id)
            book = desk_balances(session, convoy_id, desk_id)
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
