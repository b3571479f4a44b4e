"""What the page reads of the store: what can be chosen, and a report's figures."""

from dataclasses import replace
from typing import TYPE_CHECKING

from app.documents.figures import Figures
from app.errors import HouseholdNotFound
from app.services.convoys import convoys
from app.services.organisations import organisations
from app.services.progress import Report
from app.services.reports.make import make_figures
from app.services.reports.meant import who_is_meant
from app.services.reports.registry import Offer
from app.services.reports.scope import Scope
from app.ui.reports.filters import Offered
from app.words.catalog import Words
from app.words.named import name_of

if TYPE_CHECKING:
    from app.db.store import Store


def offered_by(store: "Store", words: Words) -> Offered:
    """The convoys, the latest first, and the organisations."""
    return Offered(
        tuple((one.id, one.name) for one in convoys(store)),
        tuple((one.id, name_of(words, one)) for one in organisations(store)),
    )


def figures_asked(
    store: "Store", offer: Offer, scope: Scope, who: str, words: Words, report: Report
) -> Figures:
    """The figures; `who` is whose file is asked for, by a number. Raises what `make_figures` and
    `who_is_meant` raise."""
    if offer.of_who:
        if not who.strip():
            raise HouseholdNotFound
        household_id, person_id = who_is_meant(store, who)
        scope = replace(scope, household_id=household_id, person_id=person_id)
    return make_figures(store, offer.kind.name, scope, words, report)
