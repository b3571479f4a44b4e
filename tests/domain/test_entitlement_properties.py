"""What must hold for every rule, family and history."""

import datetime as dt
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dates import PartialDate, Precision
from app.domain.entitlement import (
    Answer,
    Family,
    Frequency,
    Listing,
    Member,
    Per,
    Reason,
    Received,
    Rule,
    State,
    answer,
    problems,
)
from app.domain.quantity import Quantity

FIRST_DAY = dt.date(2026, 1, 1)
DAYS = st.integers(0, 40).map(lambda days: FIRST_DAY + dt.timedelta(days=days))
SIZES = st.none() | st.integers(0, 4)
AGES = st.none() | st.integers(0, 70)
MEMBERS = st.builds(
    Member,
    id=st.sampled_from(["a", "b", "c"]),
    birth=st.none()
    | st.builds(
        PartialDate,
        st.dates(dt.date(1940, 1, 1), FIRST_DAY),
        st.sampled_from(Precision),
    ),
    categories=st.frozensets(st.sampled_from(["widow", "orphan"]), max_size=1),
)
FAMILIES = st.builds(
    Family,
    id=st.just("h"),
    village_id=st.sampled_from([None, "v", "w"]),
    members=st.lists(MEMBERS, max_size=3, unique_by=lambda member: member.id).map(tuple),
    categories=st.frozensets(st.sampled_from(["widow", "orphan"]), max_size=1),
    declared_size=SIZES,
    listings=st.dictionaries(st.sampled_from(["c", "d"]), st.sampled_from(Listing), max_size=1),
)
RULES = st.builds(
    Rule,
    id=st.just("r"),
    campaign_id=st.just("c"),
    item_id=st.just("box"),
    ration=st.integers(1, 4).map(lambda n: Quantity(n * 500)),
    per=st.sampled_from(Per),
    frequency=st.sampled_from(Frequency),
    days=st.none() | st.integers(1, 15),
    times=st.none() | st.integers(1, 3),
    by_list=st.booleans(),
    villages=st.frozensets(st.sampled_from(["v", "w"]), max_size=1),
    categories=st.frozensets(st.sampled_from(["widow", "orphan"]), max_size=1),
    min_size=SIZES,
    max_size=SIZES,
    min_age=AGES,
    max_age=AGES,
    excluded_by=st.frozensets(st.sampled_from(["cash", "box"]), max_size=1),
    starts_on=st.none() | DAYS,
    ends_on=st.none() | DAYS,
)
FACTS = st.builds(
    Received,
    item_id=st.sampled_from(["box", "box", "box", "cash"]),
    household_id=st.sampled_from(["h", "h", "h", "other"]),
    day=DAYS,
    quantity=st.integers(0, 4).map(lambda n: Quantity(n * 500)),
    campaign_id=st.sampled_from(["c", "c", "c", None, "other"]),
    person_id=st.sampled_from([None, "a", "b", "c"]),
    ration=st.none() | st.integers(1, 4).map(lambda n: Quantity(n * 500)),
    owed=st.booleans(),
)
HISTORIES = st.lists(FACTS, max_size=6)


def open_rule(rule: Rule) -> Rule:
    """The rule's ration and frequency without its conditions."""
    return Rule(
        rule.id,
        rule.campaign_id,
        rule.item_id,
        rule.ration,
        per=rule.per,
        frequency=rule.frequency,
        days=rule.days,
        times=rule.times,
    )


def every_answer(found: Answer) -> list[Answer]:
    return [found, *found.people]


@given(RULES, FAMILIES, HISTORIES, DAYS, st.randoms())
def test_the_order_of_facts_does_not_matter(
    rule: Rule, family: Family, history: list[Received], day: dt.date, random: object
) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert answer(rule, family, shuffled, day) == answer(rule, family, history, day)


@given(RULES, FAMILIES, HISTORIES, FACTS, DAYS)
def test_one_more_receipt_never_adds(
    rule: Rule, family: Family, history: list[Received], fact: Received, day: dt.date
) -> None:
    before = answer(rule, family, history, day)
    after = answer(rule, family, [*history, fact], day)
    assert after.quantity <= before.quantity
    for one, other in zip(before.people, after.people, strict=True):
        assert other.quantity <= one.quantity
        assert other.left <= one.left


OF_STATE = {
    State.MAY_RECEIVE: {Reason.FIRST, Reason.AGAIN, Reason.REMAINDER, Reason.OWED},
    State.ALREADY_RECEIVED: {
        Reason.RECEIVED_ONCE,
        Reason.RECEIVED_RECENTLY,
        Reason.RECEIVED_ALL,
    },
    State.NOT_ELIGIBLE: {
        Reason.CAMPAIGN_NOT_BEGUN,
        Reason.CAMPAIGN_ENDED,
        Reason.OTHER_VILLAGE,
        Reason.CATEGORY_MISSING,
        Reason.FAMILY_TOO_SMALL,
        Reason.FAMILY_TOO_LARGE,
        Reason.TOO_YOUNG,
        Reason.TOO_OLD,
        Reason.EXCLUDED_BY_ITEM,
        Reason.NO_MEMBERS,
        Reason.NOT_LISTED,
    },
    State.NEEDS_SUPERVISOR: {
        Reason.RULE_INCOMPLETE,
        Reason.VILLAGE_UNKNOWN,
        Reason.SIZE_UNKNOWN,
        Reason.AGE_UNKNOWN,
        Reason.FOR_WHOM_UNKNOWN,
        Reason.OWED_AFTER_END,
        Reason.ON_RESERVE,
        Reason.OTHER_DESK,
    },
}


def test_every_reason_belongs_to_one_state() -> None:
    counts = Counter(reason for reasons in OF_STATE.values() for reason in reasons)
    assert counts == Counter(Reason)


@given(RULES, FAMILIES, HISTORIES, DAYS)
@settings(max_examples=300)
def test_every_answer_is_consistent(
    rule: Rule, family: Family, history: list[Received], day: dt.date
) -> None:
    known = day - dt.timedelta(days=1)
    for found in every_answer(answer(rule, family, history, day, known)):
        assert found.as_known_on == known
        assert found.reason in OF_STATE[found.state]
        assert (found.quantity > 0) == (found.state is State.MAY_RECEIVE)
        assert 0 <= found.quantity <= max(found.left, 0)
        assert found.owed in {0, found.left} or found.people
        assert set(found.receipts) <= set(history)
        if found.person_id is not None or rule.per is Per.HOUSEHOLD:
            assert found.left <= rule.ration
        if found.state is State.ALREADY_RECEIVED:
            assert found.receipts
            assert found.left == 0


@given(RULES, FAMILIES, HISTORIES, DAYS)
def test_the_next_day_is_kept(
    rule: Rule, family: Family, history: list[Received], day: dt.date
) -> None:
    """On the day promised something may be received, and on no day before."""
    rule = open_rule(replace(rule, per=Per.HOUSEHOLD))
    found = answer(rule, family, history, day)
    if found.state is not State.ALREADY_RECEIVED:
        return
    last = FIRST_DAY + dt.timedelta(days=80)
    until = found.next_on or last
    later = day + dt.timedelta(days=1)
    while later < until:
        assert answer(rule, family, history, later).state is State.ALREADY_RECEIVED
        later += dt.timedelta(days=1)
    if found.next_on:
        assert answer(rule, family, history, found.next_on).state is State.MAY_RECEIVE


@given(RULES, FAMILIES, st.lists(st.tuples(DAYS, st.integers(1, 4)), max_size=12))
@settings(max_examples=200)
def test_following_the_answers_never_gives_more_than_the_ration(
    rule: Rule, family: Family, visits: list[tuple[dt.date, int]]
) -> None:
    """Visits in any order of days, each taking what is offered or a part of it."""
    rule = open_rule(rule)
    if problems(rule):
        return
    history: list[Received] = []
    for day, part in visits:
        found = answer(rule, family, history, day)
        for one in found.people or (found,):
            given_now = Quantity(min(one.quantity, part * 500))
            if given_now:
                history.append(
                    Received(
                        "box", "h", day, given_now, "c", one.person_id, rule.ration, owed=part == 1
                    )
                )
    for person in {fact.person_id for fact in history}:
        mine = [fact for fact in history if fact.person_id == person]
        total = sum(fact.quantity for fact in mine)
        if rule.frequency is Frequency.ONCE:
            assert total <= rule.ration
            continue
        if rule.times is not None:
            assert total <= rule.ration * rule.times
        days = rule.days or 1
        for start in {fact.day for fact in mine}:
            within = [fact for fact in mine if 0 <= (fact.day - start).days < days]
            assert sum(fact.quantity for fact in within) <= rule.ration
