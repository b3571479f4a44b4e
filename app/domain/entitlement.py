"""Who may receive what today: one place, pure, with a reason for every answer (design, section 3).

The day is the convoy's day chosen at the desk, never the clock. The answer is "as known on" the
day of the last merge, which is passed in and travels with it. Nothing is refused here: a volunteer
may proceed against an answer with a reason from `app.domain.override`.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.eligibility import campaign_reason, concerns, excluding, unmet
from app.domain.entitlement_types import (
    Family,
    Frequency,
    Listing,
    Member,
    Per,
    Reason,
    Received,
    Rule,
    RuleProblem,
    Source,
    State,
    problems,
)
from app.domain.quantity import ZERO, Quantity
from app.domain.rations import (
    counted,
    counts_for,
    latest_first,
    left_on,
    next_on,
    stretch_of,
    together_with,
)

__all__ = [
    "Answer",
    "Family",
    "Frequency",
    "Listing",
    "Member",
    "Per",
    "Reason",
    "Received",
    "Rule",
    "RuleProblem",
    "Source",
    "State",
    "answer",
    "at_another_desk",
    "problems",
]

_SUPERVISOR = frozenset(
    {
        Reason.RULE_INCOMPLETE,
        Reason.VILLAGE_UNKNOWN,
        Reason.SIZE_UNKNOWN,
        Reason.AGE_UNKNOWN,
        Reason.FOR_WHOM_UNKNOWN,
        Reason.OWED_AFTER_END,
        Reason.ON_RESERVE,
    }
)


@dataclass(frozen=True)
class Answer:
    """One rule's answer for a household, or for one person of it (`person_id`).

    `quantity` may be received on the day; it is zero unless the state is MAY_RECEIVE. `left` is
    what the ration leaves whether or not it may be received: what a supervisor may allow. `owed`
    is the part of `left` that a stock-out promised. `receipts` are those that the answer rests on,
    latest first. What the reason speaks of (limits, categories, days) stands in `rule`.

    For a rule per person `people` holds every member's own answer, and the whole adds them up.
    `desk` is the desk that serves the household, where that is another than this one.
    """

    rule: Rule
    state: State
    reason: Reason
    quantity: Quantity = ZERO
    left: Quantity = ZERO
    owed: Quantity = ZERO
    receipts: tuple[Received, ...] = ()
    next_on: dt.date | None = None
    as_known_on: dt.date | None = None
    person_id: str | None = None
    people: tuple["Answer", ...] = ()
    desk: str = ""


def answer(
    rule: Rule,
    family: Family,
    received: Iterable[Received],
    day: dt.date,
    as_known_on: dt.date | None = None,
) -> Answer:
    """What `family` may receive of `rule`'s item on `day`.

    `received` is all that is known about the household and its people, here, at other desks and
    from other organisations, without what was voided; its order does not matter.
    """
    if problems(rule):
        return Answer(rule, State.NEEDS_SUPERVISOR, Reason.RULE_INCOMPLETE, as_known_on=as_known_on)
    facts = tuple(received)
    if rule.per is Per.HOUSEHOLD:
        return _decide(rule, family, None, facts, day, as_known_on)
    people = tuple(
        _decide(rule, family, member, facts, day, as_known_on) for member in family.members
    )
    return _whole(rule, people, as_known_on)


def at_another_desk(found: Answer, desk: str) -> Answer:
    """What this desk answers for a household that the desk called `desk` serves: what it may
    receive there, a supervisor has to allow here."""
    people = tuple(at_another_desk(one, desk) for one in found.people)
    if found.state is not State.MAY_RECEIVE:
        return replace(found, people=people)
    return replace(
        found,
        state=State.NEEDS_SUPERVISOR,
        reason=Reason.OTHER_DESK,
        quantity=ZERO,
        people=people,
        desk=desk,
    )


def _decide(
    rule: Rule,
    family: Family,
    member: Member | None,
    received: tuple[Received, ...],
    day: dt.date,
    as_known_on: dt.date | None,
) -> Answer:
    mine = [fact for fact in received if counts_for(fact, rule)]
    mine = [fact for fact in mine if concerns(fact, rule, family, member)]
    own = [fact for fact in mine if member is None or fact.person_id is not None]
    near = together_with(rule, own, day)
    left = left_on(rule, own, day)
    promised = any(fact.owed for fact in near)
    base = Answer(
        rule,
        State.MAY_RECEIVE,
        Reason.OWED if promised else _may_reason(rule, own, left),
        left=left,
        owed=left if promised else ZERO,
        receipts=near,
        as_known_on=as_known_on,
        person_id=None if member is None else member.id,
    )
    if left == 0:
        return replace(
            base,
            state=State.ALREADY_RECEIVED,
            reason=_received_reason(rule, own),
            receipts=near or latest_first(own),
            next_on=next_on(rule, own, day),
        )
    obstacles = [(reason, near) for reason in _campaign(rule, day, owed=promised)]
    obstacles += [(reason, near) for reason in unmet(rule, family, member, day)]
    if excluded := excluding(rule, family, member, received):
        obstacles.append((Reason.EXCLUDED_BY_ITEM, (excluded,)))
    if unassigned := _unassigned(rule, member, mine, day):
        obstacles.append((Reason.FOR_WHOM_UNKNOWN, unassigned))
    if not obstacles:
        return replace(base, quantity=left)
    definite = [obstacle for obstacle in obstacles if obstacle[0] not in _SUPERVISOR]
    reason, receipts = (definite or obstacles)[0]
    state = State.NOT_ELIGIBLE if definite else State.NEEDS_SUPERVISOR
    return replace(base, state=state, reason=reason, receipts=receipts)


def _campaign(rule: Rule, day: dt.date, *, owed: bool) -> tuple[Reason, ...]:
    reason = campaign_reason(rule, day)
    if reason is None:
        return ()
    return (Reason.OWED_AFTER_END,) if owed and reason is Reason.CAMPAIGN_ENDED else (reason,)


def _unassigned(
    rule: Rule, member: Member | None, facts: list[Received], day: dt.date
) -> tuple[Received, ...]:
    """What the household received of a ration per person without saying for whom."""
    found = [f for f in facts if member is not None and f.person_id is None and f.quantity > 0]
    return together_with(rule, found, day) if rule.times is None else latest_first(found)


def _may_reason(rule: Rule, own: list[Received], left: Quantity) -> Reason:
    if left < rule.ration:
        return Reason.REMAINDER
    return Reason.AGAIN if any(fact.quantity > 0 for fact in own) else Reason.FIRST


def _received_reason(rule: Rule, own: list[Received]) -> Reason:
    limits = stretch_of(rule)
    if limits.days is None:
        return Reason.RECEIVED_ONCE
    taken = sum(counted(fact, rule.ration) for fact in own)
    used_up = limits.total is not None and taken >= limits.total
    return Reason.RECEIVED_ALL if used_up else Reason.RECEIVED_RECENTLY


_FIRST_TO_SHOW = (
    State.MAY_RECEIVE,
    State.NEEDS_SUPERVISOR,
    State.ALREADY_RECEIVED,
    State.NOT_ELIGIBLE,
)


def _whole(rule: Rule, people: tuple[Answer, ...], as_known_on: dt.date | None) -> Answer:
    """The household's answer of a rule per person: its best, with the quantities added up."""
    if not people:
        return Answer(rule, State.NOT_ELIGIBLE, Reason.NO_MEMBERS, as_known_on=as_known_on)
    best = min(people, key=lambda one: _FIRST_TO_SHOW.index(one.state))
    alike = [one for one in people if one.state is best.state]
    return replace(
        best,
        quantity=Quantity(sum(one.quantity for one in alike)),
        left=Quantity(sum(one.left for one in alike)),
        owed=Quantity(sum(one.owed for one in alike)),
        receipts=latest_first({fact for one in alike for fact in one.receipts}),
        next_on=min((one.next_on for one in alike if one.next_on is not None), default=None),
        person_id=None,
        people=people,
    )
