"""All reports, in the order in which they are offered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from app.documents.figures import ReportKind, Table
from app.errors import ReportNotFound
from app.services.reports import daily, stock_card
from app.services.reports.asking import Ask
from app.services.reports.scope import Scope


@dataclass(frozen=True)
class Offer:
    """A report and how its tables are made.

    `of_convoy`: it is of one convoy, the latest where none is named. `of_who`: it is of one family.
    `by_giver`: it may be of one organisation's aid.
    """

    kind: ReportKind
    tables: Callable[[Ask, Scope], Iterator[Table]]
    of_convoy: bool = False
    of_who: bool = False
    by_giver: bool = False


OFFERS: Final[tuple[Offer, ...]] = (
    Offer(daily.REPORT, daily.daily, of_convoy=True),
    Offer(stock_card.REPORT, stock_card.stock),
)


def offer_called(name: str) -> Offer:
    """The report of that name. Raises ReportNotFound."""
    for offer in OFFERS:
        if offer.kind.name == name:
            return offer
    raise ReportNotFound(name=name, names=", ".join(offer.kind.name for offer in OFFERS))
