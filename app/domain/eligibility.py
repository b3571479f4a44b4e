"""Whether a rule's conditions fit a family or one of its people: yes, no, or nobody can tell.

A birth date may be only a year, a list may hold only the head of six people. Where the answer
hangs on what is not known, a supervisor decides; the app neither blocks nor passes in silence.
"""

import datetime as dt
from collections.abc import Iterable

from app.domain.dates import age_range
from app.domain.entitlement_types import Family, Listing, Member, Per, Reason, Received, Rule
from app.domain.rations import counts_for, in_period


def campaign_reason(rule: Rule, day: dt.date) -> Reason | None:
    """Why the campaign gives nothing on `day`; None while it runs."""
    if rule.starts_on is not None and day < rule.starts_on:
        return Reason.CAMPAIGN_NOT_BEGUN
    if rule.ends_on is not None and day > rule.ends_on:
        return Reason.CAMPAIGN_ENDED
    return None


def unmet(rule: Rule, family: Family, member: Member | None, day: dt.date) -> tuple[Reason, ...]:
    """The conditions that are not met or cannot be told, in the order to show them.

    `member` is the person of a per-person rule, None for the household as a whole.
    """
    found = (
        _listing(rule, family),
        _village(rule, family),
        _category(rule, family, member),
        _size(rule, family),
        _age(rule, family, member, day),
    )
    return tuple(reason for reason in found if reason is not None)


def excluding(
    rule: Rule, family: Family, member: Member | None, received: Iterable[Received]
) -> Received | None:
    """The receipt of another item that rules this one out: the latest; None when there is none."""
    found = [
        fact
        for fact in received
        if fact.item_id in rule.excluded_by
        and fact.quantity > 0
        and in_period(fact.day, rule)
        and not counts_for(fact, rule)
        and concerns(fact, rule, family, member)
    ]
    return max(found, key=lambda fact: (fact.day, fact.record_id, fact.item_id), default=None)


def concerns(fact: Received, rule: Rule, family: Family, member: Member | None) -> bool:
    """Whether a receipt was this household's or, for a per-person rule, may be this person's."""
    if rule.per is Per.HOUSEHOLD or member is None:
        return fact.household_id == family.id
    if fact.person_id is None:
        return fact.household_id == family.id
    return fact.person_id == member.id


def _listing(rule: Rule, family: Family) -> Reason | None:
    if not rule.by_list:
        return None
    listing = family.listings.get(rule.campaign_id)
    if listing is None:
        return Reason.NOT_LISTED
    return Reason.ON_RESERVE if listing is Listing.RESERVE else None


def _village(rule: Rule, family: Family) -> Reason | None:
    if not rule.villages:
        return None
    if family.village_id is None:
        return Reason.VILLAGE_UNKNOWN
    inside = family.village_id in rule.villages or family.within & rule.villages
    return None if inside else Reason.OTHER_VILLAGE


def _category(rule: Rule, family: Family, member: Member | None) -> Reason | None:
    if not rule.categories:
        return None
    members = family.members if member is None else (member,)
    has = family.categories.union(*(one.categories for one in members))
    return None if has & rule.categories else Reason.CATEGORY_MISSING


def _size(rule: Rule, family: Family) -> Reason | None:
    if rule.min_size is None and rule.max_size is None:
        return None
    if family.size == 0:
        return Reason.SIZE_UNKNOWN
    if rule.min_size is not None and family.size < rule.min_size:
        return Reason.FAMILY_TOO_SMALL
    if rule.max_size is not None and family.size > rule.max_size:
        return Reason.FAMILY_TOO_LARGE
    return None


def _age(rule: Rule, family: Family, member: Member | None, day: dt.date) -> Reason | None:
    """For a household one member of the age is enough."""
    if rule.min_age is None and rule.max_age is None:
        return None
    if member is not None:
        return _age_of(rule, member, day)
    reasons = [_age_of(rule, one, day) for one in family.members]
    if None in reasons:
        return None
    if Reason.AGE_UNKNOWN in reasons or family.size > len(reasons) or not reasons:
        return Reason.AGE_UNKNOWN
    return reasons[0]


def _age_of(rule: Rule, member: Member, day: dt.date) -> Reason | None:
    if member.birth is None:
        return Reason.AGE_UNKNOWN
    youngest, oldest = age_range(member.birth, day)
    least = 0 if rule.min_age is None else rule.min_age
    most = oldest if rule.max_age is None else rule.max_age
    if oldest < least:
        return Reason.TOO_YOUNG
    if youngest > most:
        return Reason.TOO_OLD
    return None if least <= youngest and oldest <= most else Reason.AGE_UNKNOWN
