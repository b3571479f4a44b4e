"""Stock: what came and went, what is left, and that it never runs below zero unnoticed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from app.db.queries.desk_stock import all_desk_balances, desk_balances
from app.db.store import Store
from app.db.tables import Convoy, Household
from app.domain.quantity import ONE, ZERO, Quantity
from app.domain.stock import TRANSFERS, MovementKind
from app.domain.void_reason import VoidReason
from app.errors import (
    ConvoyClosed,
    DatesMissing,
    DeskMissing,
    ItemMissing,
    MovementVoided,
    QafilaError,
    QuantityMissing,
    ReasonMissing,
    RecordNotFound,
    StockShort,
)
from app.services.convoys import ConvoyForm, create_convoy
from app.services.day import choose_day
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.stock import NewMovement, movements, record_movement, stock_of, void_movement
from app.services.void import void_hand_over
from tests.support.convoys import BLANKET, BOX, BOX_RULE, VILLAGE, SmallConvoy, small_convoy
from tests.support.stores import USER


def q(count: float) -> Quantity:
    return Quantity(round(count * ONE))


@pytest.fixture
def convoy(store: Store) -> SmallConvoy:
    """A hundred boxes and a hundred blankets lie at the desk."""
    return small_convoy(store)


def new(convoy: SmallConvoy, kind: MovementKind, count: float, **more) -> NewMovement:
    return NewMovement(convoy.today.convoy_id, BOX, kind, q(count), convoy.today.day, **more)


def box(store: Store, convoy: SmallConvoy):
    lines = stock_of(store, convoy.today.convoy_id, convoy.today.desk_id)
    return next(line for line in lines if line.item.id == BOX)


def test_the_convoys_stock_and_the_desks_are_told_apart(store, convoy) -> None:
    desk = convoy.today.desk_id
    record_movement(store, new(convoy, MovementKind.LOADED, 300))
    record_movement(store, new(convoy, MovementKind.TO_DESK, 50, desk_id=desk))
    record_movement(store, new(convoy, MovementKind.DAMAGED, 2, desk_id=desk, reason="wet"))
    record_movement(store, new(convoy, MovementKind.RETURNED, 40))
    record_hand_over(store, HandOver(convoy.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    line = box(store, convoy)
    assert (line.convoy.loaded, line.convoy.given, line.convoy.damaged) == (q(400), ONE, q(2))
    assert (line.convoy.returned, line.convoy.left, line.on_convoy) == (q(40), q(357), q(210))
    assert line.desk is not None
    assert (line.desk.loaded, line.desk.taken_in, line.desk.left) == (q(100), q(50), q(147))
    with store.read() as session:
        assert desk_balances(session, convoy.today.convoy_id, desk)[BOX] == q(147)


def test_what_was_voided_counts_no_more_and_stays_in_the_history(store, convoy) -> None:
    lost = record_movement(
        store, new(convoy, MovementKind.LOST, 3, desk_id=convoy.today.desk_id, reason="stolen")
    )
    void_movement(store, lost, "mistyped")
    assert box(store, convoy).convoy.lost == ZERO
    latest = movements(store, convoy.today.convoy_id)[0]
    assert (latest.id, latest.kind, latest.quantity) == (lost, MovementKind.LOST, q(3))
    assert (latest.reason, latest.voided, latest.void_reason) == ("stolen", True, "mistyped")
    assert (latest.desk, latest.by) == (convoy.today.desk_name, USER)
    with pytest.raises(MovementVoided):
        void_movement(store, lost, "mistyped")
    with pytest.raises(RecordNotFound):
        void_movement(store, "nothing", "mistyped")


def test_hand_overs_that_were_voided_come_back_to_the_stock(store, convoy) -> None:
    done = record_hand_over(store, HandOver(convoy.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    assert box(store, convoy).convoy.given == ONE
    void_hand_over(store, done.aid_record_id, VoidReason.NOT_TAKEN)
    assert box(store, convoy).convoy.given == ZERO


def test_nothing_goes_below_zero_without_being_said(store, convoy) -> None:
    command = new(convoy, MovementKind.RETURNED, 100.5, desk_id=convoy.today.desk_id)
    with pytest.raises(StockShort) as refused:
        record_movement(store, command)
    assert refused.value.params == {"left": "100"}
    with pytest.raises(ReasonMissing):
        record_movement(store, replace(command, beyond_stock=True))
    record_movement(store, replace(command, beyond_stock=True, reason="not_recorded"))
    assert box(store, convoy).convoy.left == q(-0.5)


def test_a_load_that_was_handed_out_is_not_voided_by_accident(store, convoy) -> None:
    record_hand_over(store, HandOver(convoy.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    load = next(one for one in movements(store, convoy.today.convoy_id) if one.item.id == BOX)
    with pytest.raises(StockShort):
        void_movement(store, load.id, "mistyped")
    assert box(store, convoy).convoy.left == q(99)
    void_movement(store, load.id, "mistyped", beyond_stock=True)
    assert box(store, convoy).convoy.left == q(-1)


@pytest.mark.parametrize(
    ("wrong", "cause"),
    [
        ({"item_id": ""}, ItemMissing),
        ({"item_id": "nothing"}, ItemMissing),
        ({"quantity": ZERO}, QuantityMissing),
        ({"kind": MovementKind.TO_DESK}, DeskMissing),
        ({"desk_id": "another convoy's"}, DeskMissing),
        ({"kind": MovementKind.EXPIRED}, ReasonMissing),
        ({"day": "yesterday"}, DatesMissing),
        ({"convoy_id": "nothing"}, RecordNotFound),
    ],
)
def test_a_movement_that_cannot_be_is_refused(store, convoy, wrong, cause) -> None:
    before = movements(store, convoy.today.convoy_id)
    with pytest.raises(cause):
        record_movement(store, replace(new(convoy, MovementKind.LOADED, 5), **wrong))
    assert movements(store, convoy.today.convoy_id) == before


def test_a_hand_over_is_no_movement(store, convoy) -> None:
    with pytest.raises(ValueError, match="aid record"):
        record_movement(store, new(convoy, MovementKind.GIVEN, 1))


def test_a_closed_convoy_takes_no_movement(store, convoy) -> None:
    load = movements(store, convoy.today.convoy_id)[0]
    with store.write() as session:
        row = session.get(Convoy, convoy.today.convoy_id)
        assert row is not None
        row.closed_at = 1
    with pytest.raises(ConvoyClosed):
        record_movement(store, new(convoy, MovementKind.LOADED, 5))
    with pytest.raises(ConvoyClosed):
        void_movement(store, load.id, "mistyped")


_KINDS = [kind for kind in MovementKind if kind is not MovementKind.GIVEN]
_MOVE = st.tuples(
    st.sampled_from(_KINDS),
    st.sampled_from([BOX, BLANKET]),
    st.integers(1, 60_000),
    st.booleans(),
)
_STEPS = st.lists(
    st.one_of(
        _MOVE,
        st.tuples(st.sampled_from(["give", "void", "void_hand_over"]), st.integers(0, 9)),
    ),
    max_size=12,
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_STEPS)
def test_whatever_happens_the_account_is_an_identity(store, steps) -> None:
    """Each history runs in a convoy of its own."""
    household = household_of(store)
    convoy = another_convoy(store, household) if household else small_convoy(store)
    given: list[str] = []
    for step in steps:
        try:
            _do(store, convoy, step, given)
        except QafilaError:
            continue  # what is refused changes nothing, which the sums below would show
    today = convoy.today
    with store.read() as session:
        at_desk = desk_balances(session, today.convoy_id, today.desk_id)
        assert all_desk_balances(session, today.convoy_id).get(today.desk_id, {}) == at_desk
    for line in stock_of(store, today.convoy_id, today.desk_id):
        for account in filter(None, (line.convoy, line.desk)):
            came = account.loaded + account.received + account.taken_in
            went = account.given + account.returned + account.passed_on
            gone = account.damaged + account.lost + account.expired
            assert came == went + gone + account.left
        desk_left = line.desk.left if line.desk else ZERO
        assert desk_left == at_desk.get(line.item.id, ZERO)
        assert line.convoy.left == line.on_convoy + desk_left
        assert min(line.on_convoy, desk_left) >= 0


def household_of(store: Store) -> str:
    with store.read() as session:
        return session.exec(select(Household.id)).first() or ""


def another_convoy(store: Store, household_id: str) -> SmallConvoy:
    form = ConvoyForm("قافلة", "2025-11-22", "2025-11-22", frozenset({VILLAGE}))
    convoy_id = create_convoy(store, replace(form, campaigns=frozenset({"campaign"})))
    return SmallConvoy(choose_day(store, convoy_id, date(2025, 11, 22)), household_id, ())


def _do(store: Store, convoy: SmallConvoy, step, given: list[str]) -> None:
    """One step of a history."""
    today = convoy.today
    if step[0] == "give":
        lines = (GivenLine(BOX, q(step[1]), BOX_RULE, reason="supervisor"),)
        with store.read() as session:
            left = desk_balances(session, today.convoy_id, today.desk_id).get(BOX, ZERO)
        if q(step[1]) <= left:
            done = record_hand_over(store, HandOver(convoy.household_id, lines))
            given.append(done.aid_record_id)
    elif step[0] == "void_hand_over":
        if given:
            void_hand_over(store, given[step[1] % len(given)], VoidReason.TRIAL)
    elif step[0] == "void":
        known = movements(store, today.convoy_id)
        if known:
            void_movement(store, known[step[1] % len(known)].id, "mistyped")
    else:
        kind, item, quantity, at_desk = step
        desk = today.desk_id if at_desk or kind in TRANSFERS else None
        record_movement(
            store,
            NewMovement(today.convoy_id, item, kind, Quantity(quantity), today.day, desk, "torn"),
        )
