"""Entitlement rules as the domain reads them."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from app.db.tables import Campaign, EntitlementRule, table_of
from app.domain.entitlement_types import Frequency, Per, Rule
from app.domain.quantity import ZERO, Quantity

_CAMPAIGN: Final = table_of(Campaign)
_RULE: Final = table_of(EntitlementRule)
RULES_WITH_DATES: Final = select(
    _RULE, _CAMPAIGN.c.starts_on, _CAMPAIGN.c.ends_on, _CAMPAIGN.c.by_list
).join(_CAMPAIGN, _CAMPAIGN.c.id == _RULE.c.campaign_id)
"""Rules with their campaign's period, and whether it has a list; those whose campaign is not known
here are left out."""


def rules_of_items(connection: Connection, item_ids: Iterable[str]) -> list[Rule]:
    """The rules about these items, in use or not, in the order of their ids."""
    query = RULES_WITH_DATES.where(_RULE.c.item_id.in_(sorted(item_ids))).order_by(_RULE.c.id)
    return [rule_of(row) for row in connection.execute(query)]


def rule_of(row: Row[Any]) -> Rule:
    """A row of `RULES_WITH_DATES`. A rule that a newer app wrote in terms this one does not know is
    incomplete here: it gives nothing and asks for a supervisor."""
    known = row.per in set(Per) and row.frequency in set(Frequency)
    if not known:
        return Rule(row.id, row.campaign_id, row.item_id, ration=ZERO)
    return Rule(
        id=row.id,
        campaign_id=row.campaign_id,
        item_id=row.item_id,
        ration=Quantity(row.quantity),
        per=Per(row.per),
        frequency=Frequency(row.frequency),
        days=row.days,
        times=row.times,
        villages=row.villages,
        categories=row.categories,
        min_size=row.min_size,
        max_size=row.max_size,
        min_age=row.min_age,
        max_age=row.max_age,
        excluded_by=row.excluded_by,
        by_list=row.by_list,
        starts_on=_date(row.starts_on),
        ends_on=_date(row.ends_on),
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
