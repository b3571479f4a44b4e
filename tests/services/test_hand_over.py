"""The hand-over at the desk: what is given, what is left, and what stays on record."""

from dataclasses import replace

import pytest

from app.db.fold_tables import differences
from app.db.store import Store
from app.db.tables import AidRecord, PrintJob
from app.domain.entitlement import Reason, State
from app.domain.quantity import ONE, Quantity
from app.domain.void_reason import VoidReason
from app.errors import (
    AlreadyVoided,
    HouseholdNotFound,
    NoConvoyToday,
    NothingToHandOver,
    ReasonMissing,
    StockTooSmall,
    TooLateToUndo,
)
from app.services.desk_counter import desk_counter
from app.services.hand_over import (
    GivenLine,
    HandOver,
    NewProxy,
    record_hand_over,
)
from app.services.household_card import household_card
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.services.void import undo_hand_over, void_hand_over
from tests.support.convoys import BLANKET, BLANKET_RULE, BOX, BOX_RULE, SmallConvoy, small_convoy
from tests.support.stores import copy_store

BOX_LINE = GivenLine(BOX, ONE, BOX_RULE)


@pytest.fixture
def convoy(store: Store) -> SmallConvoy:
    return small_convoy(store)


def states(store: Store, household_id: str) -> dict[str, tuple[State, Reason, int]]:
    card = household_card(store, household_id)
    return {
        found.item.id: (found.answer.state, found.answer.reason, found.answer.quantity)
        for found in card.items
    }


def test_a_hand_over_changes_the_answer_the_stock_and_the_counter(store, convoy) -> None:
    assert states(store, convoy.household_id)[BOX] == (State.MAY_RECEIVE, Reason.FIRST, ONE)
    done = record_hand_over(store, HandOver(convoy.household_id, (BOX_LINE,), paper="a5"))
    assert done.receipt_no == 1
    state, reason, quantity = states(store, convoy.household_id)[BOX]
    assert (state, reason, quantity) == (State.ALREADY_RECEIVED, Reason.RECEIVED_ONCE, 0)
    counter = desk_counter(store)
    assert counter is not None
    assert counter.served == 1
    assert counter.waiting_to_print == 1
    assert {item.id: left for item, left in counter.stock}[BOX] == 99_000
    assert [past.item.id for past in household_card(store, convoy.household_id).history] == [BOX]


def test_receipts_count_on_and_rows_are_what_the_journal_says(store, convoy) -> None:
    numbers = [
        record_hand_over(
            store,
            HandOver(convoy.household_id, (replace(BOX_LINE, reason="supervisor"),)),
        ).receipt_no
        for _ in range(3)
    ]
    assert numbers == [1, 2, 3]
    with store.read() as session:
        assert list(differences(session.connection())) == []


def test_a_part_leaves_a_remainder_and_a_stock_out_leaves_it_owed(store, convoy) -> None:
    part = GivenLine(BLANKET, ONE, BLANKET_RULE)
    record_hand_over(store, HandOver(convoy.household_id, (part,)))
    assert states(store, convoy.household_id)[BLANKET] == (
        State.MAY_RECEIVE,
        Reason.REMAINDER,
        ONE,
    )
    owed = GivenLine(BOX, Quantity(0), BOX_RULE, owed=True)
    record_hand_over(store, HandOver(convoy.household_id, (owed,)))
    assert states(store, convoy.household_id)[BOX] == (State.MAY_RECEIVE, Reason.OWED, ONE)


def test_going_against_an_answer_needs_a_reason_and_keeps_it(store, convoy) -> None:
    record_hand_over(store, HandOver(convoy.household_id, (BOX_LINE,)))
    again = HandOver(convoy.household_id, (BOX_LINE,))
    with pytest.raises(ReasonMissing):
        record_hand_over(store, again)
    done = record_hand_over(
        store, replace(again, lines=(replace(BOX_LINE, reason="box_was_damaged"),))
    )
    with store.read() as session:
        record = session.get(AidRecord, done.aid_record_id)
        assert record is not None
        assert record.lines[0]["reason"] == "box_was_damaged"
        assert record.lines[0]["answer"] == "already_received:received_once"


def test_an_item_without_a_rule_needs_a_reason(store, convoy) -> None:
    line = GivenLine(BLANKET, ONE)
    with pytest.raises(ReasonMissing):
        record_hand_over(store, HandOver(convoy.household_id, (line,)))


def test_stock_is_never_silently_overdrawn(store: Store) -> None:
    convoy = small_convoy(store, boxes=0)
    with pytest.raises(StockTooSmall):
        record_hand_over(store, HandOver(convoy.household_id, (BOX_LINE,)))
    with store.read() as session:
        assert session.get(PrintJob, "") is None
    assert household_card(store, convoy.household_id).history == ()


def test_nothing_unknown_household_and_no_convoy_are_refused(store: Store) -> None:
    with pytest.raises(NoConvoyToday):
        record_hand_over(store, HandOver("nobody", (BOX_LINE,)))
    convoy = small_convoy(store)
    with pytest.raises(NothingToHandOver):
        record_hand_over(store, HandOver(convoy.household_id, ()))
    with pytest.raises(HouseholdNotFound):
        record_hand_over(store, HandOver("nobody", (BOX_LINE,)))


def test_undo_within_the_minute_is_a_void(store, convoy) -> None:
    done = record_hand_over(store, HandOver(convoy.household_id, (BOX_LINE,)))
    undo_hand_over(store, done.aid_record_id)
    assert states(store, convoy.household_id)[BOX] == (State.MAY_RECEIVE, Reason.FIRST, ONE)
    counter = desk_counter(store)
    assert counter is not None
    assert counter.served == 0
    assert {item.id: left for item, left in counter.stock}[BOX] == 100_000
    with pytest.raises(AlreadyVoided):
        undo_hand_over(store, done.aid_record_id)


def test_after_the_minute_only_a_void_with_a_reason_helps(store, convoy) -> None:
    done = record_hand_over(store, HandOver(convoy.household_id, (BOX_LINE,)))
    for _ in range(70):
        store.sources.now()
    with pytest.raises(TooLateToUndo):
        undo_hand_over(store, done.aid_record_id)
    with pytest.raises(ReasonMissing):
        void_hand_over(store, done.aid_record_id, None)
    void_hand_over(store, done.aid_record_id, VoidReason.WRONG_HOUSEHOLD)
    assert states(store, convoy.household_id)[BOX][0] is State.MAY_RECEIVE


def test_a_proxy_with_many_families_is_counted_by_document(store, convoy) -> None:
    proxy = NewProxy(name="حسن علي", document_type="national_id", document_no="28001012601234")
    counts = []
    for _ in range(2):
        line = replace(BOX_LINE, reason="supervisor")
        done = record_hand_over(store, HandOver(convoy.household_id, (line,), new_proxy=proxy))
        counts.append(done.proxy_families)
    assert counts == [1, 1]
    other = small_convoy_family(store)
    done = record_hand_over(store, HandOver(other, (BOX_LINE,), new_proxy=proxy))
    assert done.proxy_families == 2


def small_convoy_family(store: Store) -> str:
    return register_household(
        store,
        NewHousehold("EG260101", (NewMember(name="محمود", relationship="head"),), Consent()),
    ).household_id


def test_what_was_saved_is_there_after_opening_again(store, convoy, tmp_path) -> None:
    done = record_hand_over(store, HandOver(convoy.household_id, (BOX_LINE,)))
    folder = store.folder
    store.close()
    again = copy_store(folder, tmp_path / "again")
    with again.read() as session:
        record = session.get(AidRecord, done.aid_record_id)
        assert record is not None
        assert record.receipt_no == 1
    again.close()
