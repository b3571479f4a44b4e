"""How much of a ration is left on a day, and when the next begins: arithmetic over what was given.

One idea makes it provable: a rule allows its ration in any `days` days running, so what may be
given on a day is the ration less the fullest such stretch that contains the day. Adding a receipt
can only lower it, the order of receipts does not matter, and a receipt entered late, for a day
before others, is judged together with those after it.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.entitlement_types import Frequency, Received, Rule
from app.domain.quantity import Quantity


@dataclass(frozen=True)
class Stretch:
    """What limits one ration: `days` running (None: the whole campaign), and `total` in all."""

    days: int | None
    total: Quantity | None


def stretch_of(rule: Rule) -> Stretch:
    """The limits of a rule that has no problems."""
    total = None if rule.times is None else Quantity(rule.ration * rule.times)
    match rule.frequency:
        case Frequency.ONCE:
            return Stretch(None, rule.ration)
        case Frequency.EVERY:
            return Stretch(rule.days, total)
        case Frequency.AT_MOST:
            return Stretch(rule.days or 1, total)


def counts_for(fact: Received, rule: Rule) -> bool:
    """Whether a receipt is one of this rule's campaign and item, or may be (a paper list)."""
    if fact.item_id != rule.item_id:
        return False
    if fact.campaign_id is not None:
        return fact.campaign_id == rule.campaign_id
    return in_period(fact.day, rule)


def in_period(day: dt.date, rule: Rule) -> bool:
    """Whether the campaign runs on `day`."""
    begun = rule.starts_on is None or rule.starts_on <= day
    return begun and (rule.ends_on is None or day <= rule.ends_on)


def counted(fact: Received, ration: Quantity) -> Quantity:
    """What a receipt takes of `ration`, at least what was given.

    A supervisor may lower the ration for a day: who got all of a smaller one got a whole one.
    """
    given = max(0, fact.quantity)
    if fact.ration is None or not 0 < fact.ration < ration:
        return Quantity(given)
    return Quantity(-(-given * ration // fact.ration))


def left_on(rule: Rule, facts: Iterable[Received], day: dt.date) -> Quantity:
    """What the rule's limits leave for `day`; `facts` are those that count for it."""
    limits = stretch_of(rule)
    amounts = [(fact.day, counted(fact, rule.ration)) for fact in facts]
    taken = sum(amount for _, amount in amounts)
    left = rule.ration - _fullest(amounts, day, limits.days)
    if limits.total is not None:
        left = min(left, limits.total - taken)
    return Quantity(max(0, left))


def next_on(rule: Rule, facts: Iterable[Received], day: dt.date) -> dt.date | None:
    """The first day after `day` that leaves something; None when the campaign has none."""
    facts = tuple(facts)
    days = stretch_of(rule).days
    if days is None:
        return None
    for start in sorted({fact.day.toordinal() + days for fact in facts}):
        if day.toordinal() < start <= dt.date.max.toordinal():
            on = dt.date.fromordinal(start)
            if in_period(on, rule) and left_on(rule, facts, on) > 0:
                return on
    return None


def together_with(rule: Rule, facts: Iterable[Received], day: dt.date) -> tuple[Received, ...]:
    """The receipts that share a stretch with `day`, latest first."""
    days = stretch_of(rule).days
    near = [fact for fact in facts if days is None or abs((fact.day - day).days) < days]
    return latest_first(near)


def latest_first(facts: Iterable[Received]) -> tuple[Received, ...]:
    """Receipts in the order to show them, the same whatever order they came in."""
    return tuple(sorted(facts, key=_order, reverse=True))


def _order(fact: Received) -> tuple[dt.date, str, tuple[str, ...], tuple[int, ...]]:
    texts = (fact.item_id, fact.household_id, fact.person_id or "", fact.campaign_id or "")
    return fact.day, fact.record_id, texts, (fact.quantity, fact.ration or 0, fact.owed)


def _fullest(amounts: list[tuple[dt.date, Quantity]], day: dt.date, days: int | None) -> Quantity:
    """The most received in any `days` days running that contain `day`."""
    if days is None:
        return Quantity(sum(amount for _, amount in amounts))
    near = [(on, amount) for on, amount in amounts if abs((on - day).days) < days]
    starts = {on for on, _ in near if on < day} | {day}
    return Quantity(
        max(sum(amount for on, amount in near if 0 <= (on - start).days < days) for start in starts)
    )
