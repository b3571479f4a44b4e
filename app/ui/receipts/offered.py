"""What the filters of the receipts offer, as it is in the store."""

from typing import TYPE_CHECKING

from app.services.campaigns import campaigns
from app.services.convoys import ConvoySummary, convoys
from app.services.places import places
from app.services.receipt_list import receipt_days
from app.ui.receipts.filters import Offered
from app.words.catalog import Words
from app.words.places import place_name

if TYPE_CHECKING:
    from app.db.store import Store


def load_offered(store: "Store", words: Words, convoy_id: str | None) -> Offered:
    """Convoys, campaigns and days; of a chosen convoy its villages."""
    known = convoys(store)
    chosen = next((one for one in known if one.id == convoy_id), None)
    return Offered(
        tuple((one.id, one.name) for one in known),
        receipt_days(store, convoy_id),
        _villages(store, words, chosen) if chosen else (),
        tuple((one.id, one.name) for one in campaigns(store, unused=True)),
    )


def _villages(store: "Store", words: Words, convoy: ConvoySummary) -> tuple[tuple[str, str], ...]:
    known = places(store).gazetteer.places
    named = [(one, place_name(words, known[one])) for one in convoy.villages if one in known]
    return tuple(sorted(named, key=lambda pair: pair[1]))
