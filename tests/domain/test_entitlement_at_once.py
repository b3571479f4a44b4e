"""Many families at once get the answers that each gets by itself."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.entitlement import Family, Received, Rule, State, answer
from app.domain.entitlement_at_once import Answers
from tests.domain.test_entitlement import BOX, DAY, FAMILY, got
from tests.domain.test_entitlement_properties import DAYS, FAMILIES, HISTORIES, RULES, open_rule

A_RULE = st.one_of(
    RULES,
    RULES.map(open_rule),
    RULES.map(lambda rule: replace(open_rule(rule), excluded_by=frozenset({"cash"}))),
)
SEVERAL = st.lists(
    st.builds(
        lambda rule, item, campaign: replace(rule, item_id=item, campaign_id=campaign),
        A_RULE,
        st.sampled_from(["box", "cash"]),
        st.sampled_from(["c", "other"]),
    ),
    max_size=4,
)
NAMED = st.tuples(FAMILIES, HISTORIES)


@given(SEVERAL, st.lists(NAMED, max_size=4), DAYS)
def test_answers_are_those_of_each_family_by_itself(
    rules: list[Rule], families: list[tuple[Family, list[Received]]], day: dt.date
) -> None:
    together = Answers(rules, day)
    for family, received in families:
        assert together.of(family, received) == [
            answer(rule, family, received, day) for rule in rules
        ]


def test_what_a_family_received_is_not_taken_for_anothers() -> None:
    """The answer to those who received nothing is kept, never that to one who did."""
    together = Answers([BOX], DAY)
    states = [together.of(FAMILY, facts)[0].state for facts in ([], [got(3)], [])]
    assert states == [State.MAY_RECEIVE, State.ALREADY_RECEIVED, State.MAY_RECEIVE]
