"""What the Stock page shows of one convoy, read in one go."""

from dataclasses import dataclass

from app.services.catalogue import Item, items
from app.services.convoys import ConvoyDetails, ConvoySummary, DeskLine, convoy_details, convoys
from app.services.day import calendar_day, today
from app.services.stock import MovementLine, StockLine, movements, stock_of
from app.ui.context import UiContext


@dataclass(frozen=True)
class StockContent:
    """The convoys to choose from, and the chosen one's stock; `convoy` is None where there is no
    convoy. `desk` is this laptop's, `day` the one that movements are written for."""

    convoys: tuple[ConvoySummary, ...]
    convoy: ConvoyDetails | None = None
    desk: DeskLine | None = None
    day: str = ""
    items: tuple[Item, ...] = ()
    lines: tuple[StockLine, ...] = ()
    movements: tuple[MovementLine, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether stock can still be recorded."""
        return self.convoy is not None and self.convoy.closed_at is None


def load_stock(context: UiContext, wanted: str) -> StockContent:
    """The stock of the convoy `wanted`, else of today's, else of the first in the list."""
    store = context.store
    known, chosen_day = convoys(store), today(store)
    ids = [one.id for one in known]
    if not ids:
        return StockContent(())
    chosen = wanted if wanted in ids else chosen_day.convoy_id if chosen_day else ids[0]
    details = convoy_details(store, chosen)
    desk = next((desk for desk in details.desks if desk.own), None)
    is_today = chosen_day is not None and chosen_day.convoy_id == chosen
    day = chosen_day.day if chosen_day and is_today else calendar_day(store).isoformat()
    return StockContent(
        convoys=known,
        convoy=details,
        desk=desk,
        day=day,
        items=items(store),
        lines=stock_of(store, chosen, desk.id if desk else None),
        movements=movements(store, chosen),
    )
