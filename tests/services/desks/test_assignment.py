"""Another desk's household at this desk: a supervisor is needed, and nothing is blocked."""

import pytest

from app.db.store import Store
from app.db.tables import AidRecord, Desk, Household
from app.domain.entitlement import Reason, State
from app.domain.override import OverrideReason
from app.domain.quantity import ONE
from app.errors import ReasonMissing
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.household_card import household_card
from app.words.answers import why
from app.words.catalog import Words
from tests.support.convoys import BOX, BOX_RULE, VILLAGE, SmallConvoy, small_convoy


@pytest.fixture
def convoy(store: Store) -> SmallConvoy:
    made = small_convoy(store)
    with store.write() as session:
        session.add(Desk(id="second", convoy_id=made.today.convoy_id, name="2"))
    return made


def change_desk(store: Store, desk_id: str, **duty: object) -> None:
    with store.write() as session:
        desk = session.get(Desk, desk_id)
        assert desk is not None
        for name, value in duty.items():
            setattr(desk, name, value)


def test_desks_that_serve_everybody_change_nothing(store: Store, convoy: SmallConvoy) -> None:
    card = household_card(store, convoy.household_id)
    assert card.other_desk == ""
    assert {item.answer.state for item in card.items} == {State.MAY_RECEIVE}


def test_another_desks_household_needs_a_supervisor(store: Store, convoy: SmallConvoy) -> None:
    change_desk(store, "second", villages=frozenset({VILLAGE}))
    change_desk(store, convoy.today.desk_id, villages=frozenset({"EG010101"}))
    card = household_card(store, convoy.household_id)
    assert card.other_desk == "2"
    answers = [item.answer for item in card.items]
    assert {(one.state, one.reason) for one in answers} == {
        (State.NEEDS_SUPERVISOR, Reason.OTHER_DESK)
    }
    assert all(one.quantity == 0 and one.left > 0 for one in answers)
    assert "2" in why(Words("en"), answers[0])
    with pytest.raises(ReasonMissing):
        record_hand_over(store, HandOver(convoy.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    allowed = GivenLine(BOX, ONE, BOX_RULE, reason=OverrideReason.SUPERVISOR)
    saved = record_hand_over(store, HandOver(convoy.household_id, (allowed,)))
    with store.read() as session:
        (line,) = session.get(AidRecord, saved.aid_record_id).lines
    assert (line["answer"], line["reason"]) == ("needs_supervisor:other_desk", "supervisor")
    again = {item.item.id: item.answer for item in household_card(store, card.id).items}
    assert again[BOX].state is State.ALREADY_RECEIVED


def test_walk_ins_go_to_the_desk_that_is_named_for_them(store: Store, convoy: SmallConvoy) -> None:
    change_desk(store, "second", walk_ins=True)
    assert household_card(store, convoy.household_id).other_desk == ""
    with store.write() as session:
        session.get(Household, convoy.household_id).registered_on = convoy.today.day
    assert household_card(store, convoy.household_id).other_desk == "2"
    with store.write() as session:
        session.get(Household, convoy.household_id).source = "list"
    assert household_card(store, convoy.household_id).other_desk == ""


def test_a_household_of_no_desk_is_served_where_nobody_takes_walk_ins(
    store: Store, convoy: SmallConvoy
) -> None:
    change_desk(store, "second", letters=frozenset({"ب"}))
    change_desk(store, convoy.today.desk_id, letters=frozenset({"م"}))
    assert household_card(store, convoy.household_id).other_desk == ""
