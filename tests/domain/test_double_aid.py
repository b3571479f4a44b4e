"""Which hand-overs exceed a rule, against a reading of the rule day by day; and who is one."""

import datetime as dt
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.components import canonical_of
from app.domain.double_aid import case_id, overfull
from app.domain.entitlement_types import Frequency, Received, Rule
from app.domain.quantity import Quantity

START = dt.date(2025, 1, 1)

rules = st.builds(
    lambda frequency, days, times: Rule(
        "rule", "campaign", "item", Quantity(1000), frequency=frequency, days=days, times=times
    ),
    st.sampled_from(list(Frequency)),
    st.integers(1, 6),
    st.integers(1, 4),
)
receipts = st.lists(st.tuples(st.integers(0, 12), st.sampled_from([0, 500, 1000])), max_size=7).map(
    lambda rows: [
        Received(
            item_id="item",
            household_id="h",
            day=START + dt.timedelta(day),
            quantity=Quantity(quantity),
            campaign_id="campaign",
            record_id=f"r{number}",
        )
        for number, (day, quantity) in enumerate(rows)
    ]
)


def expected(rule: Rule, facts: list[Received]) -> set[str]:
    """Every hand-over in a stretch, or a whole, that holds too much; by looking at each day."""
    given_ = [fact for fact in facts if fact.quantity]
    total = {Frequency.ONCE: rule.ration}.get(rule.frequency, rule.ration * (rule.times or 0))
    if sum(fact.quantity for fact in given_) > total:
        return {fact.record_id for fact in given_}
    if rule.frequency is Frequency.ONCE:
        return set()
    found: set[str] = set()
    for first in range(13):
        inside = [
            fact for fact in given_ if 0 <= (fact.day - START).days - first < (rule.days or 1)
        ]
        if sum(fact.quantity for fact in inside) > rule.ration:
            found |= {fact.record_id for fact in inside}
    return found


@given(rules, receipts)
def test_what_is_named_is_what_lies_in_a_stretch_that_holds_too_much(
    rule: Rule, facts: list[Received]
) -> None:
    groups = overfull(rule, facts)
    assert {record for group in groups for record in group} == expected(rule, facts)
    assert all(len(group) > 1 for group in groups)
    assert sum(map(len, groups)) == len(frozenset().union(*groups)), "no hand-over in two groups"


@given(rules, receipts, st.randoms(use_true_random=False))
def test_the_order_of_hand_overs_does_not_matter(rule: Rule, facts: list[Received], chance) -> None:
    mixed = list(facts)
    chance.shuffle(mixed)
    assert set(overfull(rule, mixed)) == set(overfull(rule, facts))


def test_one_hand_over_alone_is_no_case() -> None:
    fact = Received("item", "h", START, Quantity(3000), "campaign", record_id="r")
    assert overfull(Rule("rule", "campaign", "item", Quantity(1000)), [fact, fact]) == ()


def test_a_case_is_known_by_its_set() -> None:
    assert len({case_id(order) for order in permutations("abc")}) == 1
    assert case_id("ab") != case_id("abc")


pairs = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))


@given(pairs, st.randoms(use_true_random=False))
def test_everybody_connected_has_the_smallest_id_of_all_in_any_order(pairs, chance) -> None:
    groups: list[set[str]] = []
    for pair in pairs:
        joined = set(pair).union(*(group for group in groups if group & set(pair)))
        groups = [group for group in groups if not group & joined] + [joined]
    wanted = {one: min(group) for group in groups for one in group}
    mixed = [tuple(chance.sample(pair, 2)) for pair in chance.sample(pairs, len(pairs))]
    assert canonical_of(mixed) == wanted
