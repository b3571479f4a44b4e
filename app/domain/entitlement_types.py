"""What entitlement is decided from: a campaign's rule, a family, what was received; and why.

Import these from `app.domain.entitlement`. Terms after the design, section 3.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from app.domain.dates import PartialDate
from app.domain.quantity import Quantity

_Bound = TypeVar("_Bound", dt.date, int)


class Per(StrEnum):
    """Whom one ration is for."""

    HOUSEHOLD = "household"
    PERSON = "person"


class Frequency(StrEnum):
    """How often a ration may be received."""

    ONCE = "once"
    """Once in the campaign."""
    EVERY = "every_days"
    """At most one ration in any `days` days; in all `times` rations where that is set."""
    AT_MOST = "at_most"
    """`times` rations in the campaign, one a day, or one in any `days` days where that is set."""


class State(StrEnum):
    """The four answers."""

    MAY_RECEIVE = "may_receive"
    ALREADY_RECEIVED = "already_received"
    NOT_ELIGIBLE = "not_eligible"
    NEEDS_SUPERVISOR = "needs_supervisor"


class Reason(StrEnum):
    """Why the answer is what it is; every answer has one."""

    # may receive
    FIRST = "first"
    AGAIN = "again"
    REMAINDER = "remainder"
    OWED = "owed"
    # already received
    RECEIVED_ONCE = "received_once"
    RECEIVED_RECENTLY = "received_recently"
    RECEIVED_ALL = "received_all"
    # not eligible
    CAMPAIGN_NOT_BEGUN = "campaign_not_begun"
    CAMPAIGN_ENDED = "campaign_ended"
    OTHER_VILLAGE = "other_village"
    CATEGORY_MISSING = "category_missing"
    FAMILY_TOO_SMALL = "family_too_small"
    FAMILY_TOO_LARGE = "family_too_large"
    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    EXCLUDED_BY_ITEM = "excluded_by_item"
    NOT_LISTED = "not_listed"
    NO_MEMBERS = "no_members"
    # needs a supervisor
    RULE_INCOMPLETE = "rule_incomplete"
    VILLAGE_UNKNOWN = "village_unknown"
    SIZE_UNKNOWN = "size_unknown"
    AGE_UNKNOWN = "age_unknown"
    FOR_WHOM_UNKNOWN = "for_whom_unknown"
    OWED_AFTER_END = "owed_after_end"
    OTHER_DESK = "other_desk"
    ON_RESERVE = "on_reserve"


class Listing(StrEnum):
    """On which of a campaign's lists a household stands."""

    APPROVED = "approved"
    RESERVE = "reserve"
    """Served when a supervisor says so: somebody approved did not come, or there is more."""


class RuleProblem(StrEnum):
    """What keeps a rule from being applied."""

    NO_RATION = "no_ration"
    NO_DAYS = "no_days"
    NO_TIMES = "no_times"
    PERIOD_REVERSED = "period_reversed"
    SIZES_REVERSED = "sizes_reversed"
    AGES_REVERSED = "ages_reversed"


class Source(StrEnum):
    """How this laptop knows of a receipt."""

    OWN = "own"
    DESK = "desk"
    MERGED = "merged"


@dataclass(frozen=True)
class Rule:
    """What a campaign gives of one item, to whom, how often. Empty conditions do not restrict.

    `villages` may name a village, or a district or governorate that it lies in. Sizes are people
    in the household, ages whole years on the convoy's day, both bounds included. `excluded_by`
    names items whose receipt during the campaign, in any campaign, rules this one out. `by_list`:
    only households on the campaign's lists.
    """

    id: str
    campaign_id: str
    item_id: str
    ration: Quantity
    per: Per = Per.HOUSEHOLD
    frequency: Frequency = Frequency.ONCE
    days: int | None = None
    times: int | None = None
    villages: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    min_size: int | None = None
    max_size: int | None = None
    min_age: int | None = None
    max_age: int | None = None
    excluded_by: frozenset[str] = frozenset()
    by_list: bool = False
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None


@dataclass(frozen=True)
class Member:
    """One person of the household, with what rules ask about."""

    id: str
    birth: PartialDate | None = None
    categories: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Family:
    """A household. `within` holds what its village lies in (for a hamlet its village too).

    A category of the household counts for each of its people, one of a member for the household.
    `declared_size` is what a list says; more registered members than that count instead.
    `listings` says by campaign on which of its lists the household stands.
    """

    id: str
    village_id: str | None
    members: tuple[Member, ...] = ()
    categories: frozenset[str] = frozenset()
    declared_size: int | None = None
    within: frozenset[str] = frozenset()
    listings: Mapping[str, Listing] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many people; 0 when nobody knows."""
        return max(self.declared_size or 0, len(self.members))


@dataclass(frozen=True)
class Received:
    """One line of an aid record that stands (not voided), wherever it was handed over.

    `quantity` 0 with `owed` is a stock-out. `ration` is what the rule gave on that day, None when
    not known. `campaign_id` None (a paper list) counts for any campaign of that item and time.
    The labels, and `at` (when it was handed over, milliseconds UTC), are for showing only.
    """

    item_id: str
    household_id: str
    day: dt.date
    quantity: Quantity
    campaign_id: str | None = None
    person_id: str | None = None
    ration: Quantity | None = None
    owed: bool = False
    source: Source = Source.OWN
    place: str = field(default="", compare=False)
    organisation: str = field(default="", compare=False)
    desk: str = field(default="", compare=False)
    at: int | None = field(default=None, compare=False)
    record_id: str = ""


def problems(rule: Rule) -> tuple[RuleProblem, ...]:
    """What to correct before the rule can be applied; empty for a good rule."""
    found = {
        RuleProblem.NO_RATION: rule.ration <= 0,
        RuleProblem.NO_DAYS: rule.frequency is Frequency.EVERY and not _positive(rule.days),
        RuleProblem.NO_TIMES: rule.frequency is Frequency.AT_MOST and not _positive(rule.times),
        RuleProblem.PERIOD_REVERSED: _reversed(rule.starts_on, rule.ends_on),
        RuleProblem.SIZES_REVERSED: _reversed(rule.min_size, rule.max_size),
        RuleProblem.AGES_REVERSED: _reversed(rule.min_age, rule.max_age),
    }
    return tuple(problem for problem, holds in found.items() if holds)


def _positive(number: int | None) -> bool:
    return number is not None and number > 0


def _reversed(first: _Bound | None, last: _Bound | None) -> bool:
    return first is not None and last is not None and first > last
