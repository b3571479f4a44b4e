"""The counter strip: how many families this desk has served today, and what it has left."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import col

from app.db.queries.desk_stock import desk_balances
from app.db.store import Store
from app.db.tables import AidRecord, Desk, ParkedCase, PrintJob
from app.domain.quantity import Quantity
from app.services.day import ConvoyDay, day_in
from app.services.household_card import ItemName, item_names, unknown_item


@dataclass(frozen=True)
class Counter:
    """The strip's numbers; `stock` in the order of the items' codes, `desks` of the convoy."""

    today: ConvoyDay
    served: int
    parked: int
    waiting_to_print: int
    stock: tuple[tuple[ItemName, Quantity], ...]
    desks: int = 1


def desk_counter(store: Store) -> Counter | None:
    """The numbers as of the last commit; None while no convoy was chosen."""
    with store.read() as session:
        today = day_in(session)
        if today is None:
            return None
        served = select(func.count(func.distinct(AidRecord.household_id))).where(
            col(AidRecord.desk_id) == today.desk_id,
            col(AidRecord.day) == today.day,
            col(AidRecord.voided).is_(False),
        )
        parked = select(func.count(col(ParkedCase.id))).where(
            col(ParkedCase.convoy_id) == today.convoy_id, col(ParkedCase.settled_at).is_(None)
        )
        waiting = select(func.count(col(PrintJob.id))).where(col(PrintJob.state) != "printed")
        desks = select(func.count(col(Desk.id))).where(col(Desk.convoy_id) == today.convoy_id)
        named = item_names(session)
        balances = desk_balances(session, today.convoy_id, today.desk_id)
        stock = [(named.get(item) or unknown_item(item), left) for item, left in balances.items()]
        return Counter(
            today,
            int(session.scalar(served) or 0),
            int(session.scalar(parked) or 0),
            int(session.scalar(waiting) or 0),
            tuple(sorted(stock, key=lambda pair: pair[0].code)),
            int(session.scalar(desks) or 0),
        )
