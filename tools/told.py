"""What a store says of some families: the figures that a verdict moves."""

from collections.abc import Sequence
from typing import Any

from app.db.store import Store
from app.errors import HouseholdNotFound
from app.services.day import today
from app.services.exchange.totals import conservation
from app.services.household_card import household_card
from app.services.reports.make import make_figures
from app.services.reports.scope import Scope
from app.services.review.counts import open_counts
from app.services.review.double_aid import double_aid_cases
from app.words.catalog import Words


def told_by(store: Store, household_ids: Sequence[str], item_id: str) -> dict[str, Any]:
    """What waits, what the convoy's reach is, whether every hand-over is counted once, and of each
    family what may be received of an item; ready for JSON."""
    counts = open_counts(store)
    chosen = today(store)
    figures = make_figures(
        store, "reach", Scope(convoy_id=chosen.convoy_id if chosen else None), Words("en")
    )
    families, people, hand_overs, _ = (figures.tables[0].totals or ())[-4:]
    with store.read() as session:
        kept = conservation(session.connection())
    return {
        "pairs": counts.likely_pairs,
        "double_aid": counts.double_aid,
        "contradictions": counts.contradictions,
        "waits": counts.total,
        "decided": double_aid_cases(store, decided=True).total,
        "families": families,
        "people": people,
        "hand_overs": hand_overs,
        "active": kept.active,
        "voided": kept.voided,
        "conserved": kept.holds,
        "homes": [_card(store, one, item_id) for one in household_ids],
    }


def _card(store: Store, household_id: str, item_id: str) -> dict[str, Any]:
    try:
        card = household_card(store, household_id)
    except HouseholdNotFound:
        return {}
    (answer,) = (one.answer for one in card.items if one.item.id == item_id)
    return {"number": card.number, "state": answer.state.value, "received": len(card.history)}
