"""All reports, in the order in which they are offered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from app.documents.figures import ReportKind, Table
from app.errors import ReportNotFound
from app.services.reports import (
    daily,
    daily_tables,
    five_w,
    overrides,
    person_file,
    person_tables,
    reach,
    signed,
    statement,
    stock_card,
    to_sign,
    villages,
)
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
    Offer(daily_tables.REPORT, daily.daily, of_convoy=True),
    Offer(stock_card.REPORT, stock_card.stock),
    Offer(to_sign.REPORT, to_sign.list_to_sign, of_convoy=True),
    Offer(signed.REPORT, signed.signed_list, of_convoy=True),
    Offer(reach.REPORT, reach.reach, by_giver=True),
    Offer(villages.REPORT, villages.villages),
    Offer(overrides.REPORT, overrides.double_aid_report),
    Offer(statement.REPORT, statement.statement, by_giver=True),
    Offer(five_w.REPORT, five_w.five_w, by_giver=True),
    Offer(person_tables.REPORT, person_file.person_file, of_who=True),
)


def offer_called(name: str) -> Offer:
    """The report of that name. Raises ReportNotFound."""
    for offer in OFFERS:
        if offer.kind.name == name:
            return offer
    raise ReportNotFound(name=name, names=", ".join(offer.kind.name for offer in OFFERS))
