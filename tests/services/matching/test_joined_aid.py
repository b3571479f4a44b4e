"""What people and households received counts at once for those they are judged to be one with."""

from collections.abc import Mapping

from sqlalchemy import text

from app.db.store import Store
from app.db.tables import EntitlementRule
from app.domain.entitlement import State
from app.domain.quantity import ONE
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.household_card import household_card
from app.services.matching.verdicts import (
    Verdict,
    judge_households,
    judge_people,
    undo_households,
    undo_people,
)
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from tests.support.convoys import BLANKET, BLANKET_RULE, BOX, BOX_RULE, VILLAGE, small_convoy
from tests.support.laptops import give_box


def again(store: Store) -> tuple[str, tuple[str, ...]]:
    """The convoy's family once more, under its widow alone."""
    made = register_household(
        store,
        NewHousehold(
            village_id=VILLAGE,
            members=(NewMember(name="منى على حسن", relationship="head", sex="female"),),
            consent=Consent(),
        ),
    )
    return made.household_id, made.person_ids


def states(store: Store, household_id: str) -> Mapping[str, State]:
    card = household_card(store, household_id)
    return {item.answer.rule.item_id: item.answer.state for item in card.items}


def test_households_judged_one_share_what_they_received(store: Store) -> None:
    convoy = small_convoy(store)
    second, _ = again(store)
    give_box(store, convoy.household_id)
    assert states(store, second)[BOX] is State.MAY_RECEIVE
    before = judge_households(store, convoy.household_id, second, Verdict.SAME)
    assert states(store, second)[BOX] is State.ALREADY_RECEIVED
    assert len(household_card(store, second).history) == 1
    undo_households(store, before)
    assert states(store, second)[BOX] is State.MAY_RECEIVE


def test_people_judged_one_share_their_own_rations_only(store: Store) -> None:
    convoy = small_convoy(store)
    with store.write() as session:
        session.get_one(EntitlementRule, BLANKET_RULE).per = "person"
    widow = convoy.person_ids[1]
    second, (once_more,) = again(store)
    given = GivenLine(BLANKET, 2 * ONE, BLANKET_RULE, person_id=widow)
    box = GivenLine(BOX, ONE, BOX_RULE)
    record_hand_over(store, HandOver(convoy.household_id, (given, box)))
    assert states(store, second) == {BOX: State.MAY_RECEIVE, BLANKET: State.MAY_RECEIVE}
    before = judge_people(store, [(widow, once_more)], Verdict.SAME)
    assert states(store, second) == {BOX: State.MAY_RECEIVE, BLANKET: State.ALREADY_RECEIVED}
    undo_people(store, before)
    assert states(store, second)[BLANKET] is State.MAY_RECEIVE


def test_joining_reads_no_table_whole(store: Store) -> None:
    """The card is asked for at every scan."""
    with store.read() as session:
        plan = session.connection().execute(
            text(
                "EXPLAIN QUERY PLAN SELECT * FROM aid_line WHERE"
                " (household_id IN ('a', 'b') OR person_id IN ('p')) AND voided = 0"
            )
        )
        steps = [row.detail for row in plan]
    assert not any(step.startswith("SCAN aid_line") for step in steps)
