import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.quantity import ONE, ZERO, Quantity
from app.domain.reconciliation import Account, reconcile, reconcile_desk
from app.domain.stock import (
    TRANSFERS,
    Covered,
    Movement,
    MovementKind,
    MovementProblem,
    Shortfall,
    balances,
    cover,
    effects,
    left_by_item,
    problems,
    shortfall_of,
    shortfalls,
)

QUANTITIES = st.integers(0, 20).map(lambda n: Quantity(n * 500))
DESKS = st.sampled_from(["d1", "d2"])


@st.composite
def movements(draw: st.DrawFn) -> Movement:
    kind = draw(st.sampled_from(MovementKind))
    desk = draw(DESKS if kind in TRANSFERS else st.none() | DESKS)
    return Movement(draw(st.sampled_from(["box", "meat"])), kind, draw(QUANTITIES), desk)


HISTORIES = st.lists(movements(), max_size=25)


def q(number: float) -> Quantity:
    return Quantity(round(number * ONE))


DAY = [
    Movement("box", MovementKind.LOADED, q(300)),
    Movement("box", MovementKind.RECEIVED, q(20)),
    Movement("box", MovementKind.TO_DESK, q(200), "d1"),
    Movement("box", MovementKind.GIVEN, q(150), "d1"),
    Movement("box", MovementKind.DAMAGED, q(2), "d1"),
    Movement("box", MovementKind.FROM_DESK, q(40), "d1"),
    Movement("box", MovementKind.LOST, q(1)),
    Movement("box", MovementKind.RETURNED, q(100)),
    Movement("meat", MovementKind.LOADED, q(50.5), "d1"),
    Movement("meat", MovementKind.EXPIRED, q(0.5), "d1"),
]


def test_stock_lies_with_the_convoy_or_at_a_desk() -> None:
    assert balances(DAY) == {
        ("box", None): q(300 + 20 - 200 + 40 - 1 - 100),
        ("box", "d1"): q(200 - 150 - 2 - 40),
        ("meat", "d1"): q(50),
    }
    assert left_by_item(DAY) == {"box": q(67), "meat": q(50)}
    assert shortfalls(DAY) == ()


def test_below_zero_is_shown_and_never_clamped() -> None:
    day = [
        Movement("box", MovementKind.TO_DESK, q(5), "d1"),
        Movement("box", MovementKind.GIVEN, q(8), "d1"),
    ]
    assert balances(day) == {("box", "d1"): q(-3), ("box", None): q(-5)}
    assert shortfalls(day) == (Shortfall("box", None, q(5)), Shortfall("box", "d1", q(3)))
    assert left_by_item(day) == {"box": q(-8)}


def test_what_a_movement_would_lack() -> None:
    before = balances(DAY)
    enough = Movement("box", MovementKind.GIVEN, q(8), "d1")
    assert shortfall_of(enough, before) is None
    more = Movement("box", MovementKind.GIVEN, q(9), "d1")
    assert shortfall_of(more, before) == Shortfall("box", "d1", q(1))
    elsewhere = Movement("box", MovementKind.GIVEN, q(1), "d2")
    assert shortfall_of(elsewhere, before) == Shortfall("box", "d2", q(1))
    from_convoy = Movement("box", MovementKind.TO_DESK, q(60), "d2")
    assert shortfall_of(from_convoy, before) == Shortfall("box", None, q(1))
    back = Movement("box", MovementKind.FROM_DESK, q(9), "d1")
    assert shortfall_of(back, before) == Shortfall("box", "d1", q(1))


def test_bringing_stock_to_a_short_place_lacks_nothing() -> None:
    before = {("box", "d1"): q(-10), ("box", None): q(5)}
    assert shortfall_of(Movement("box", MovementKind.TO_DESK, q(5), "d1"), before) is None
    assert shortfall_of(Movement("box", MovementKind.LOADED, q(1), "d1"), before) is None


@pytest.mark.parametrize(
    ("wanted", "balance", "now", "owed"),
    [(2, 5, 2, 0), (2, 2, 2, 0), (2, 1, 1, 1), (2, 0, 0, 2), (2, -3, 0, 2), (0, 5, 0, 0)],
)
def test_what_stock_does_not_cover_is_owed(wanted: int, balance: int, now: int, owed: int) -> None:
    assert cover(q(wanted), q(balance)) == Covered(q(now), q(owed))


@pytest.mark.parametrize(
    ("movement", "reason", "problem"),
    [
        (Movement("box", MovementKind.LOADED, ZERO), "", MovementProblem.NO_QUANTITY),
        (Movement("box", MovementKind.LOADED, q(-1)), "", MovementProblem.NO_QUANTITY),
        (Movement("box", MovementKind.TO_DESK, ONE), "", MovementProblem.NO_DESK),
        (Movement("box", MovementKind.FROM_DESK, ONE), "", MovementProblem.NO_DESK),
        (Movement("box", MovementKind.DAMAGED, ONE), "  ", MovementProblem.NO_REASON),
        (Movement("box", MovementKind.LOST, ONE), "", MovementProblem.NO_REASON),
        (Movement("box", MovementKind.EXPIRED, ONE), "", MovementProblem.NO_REASON),
    ],
)
def test_movements_that_cannot_be_recorded(
    movement: Movement, reason: str, problem: MovementProblem
) -> None:
    assert problems(movement, reason) == (problem,)


def test_good_movements_have_no_problems() -> None:
    assert [problems(movement, "wet") for movement in DAY] == [()] * len(DAY)
    assert problems(Movement("box", MovementKind.RETURNED, ONE), "") == ()


def test_the_convoys_account() -> None:
    box, meat = reconcile(DAY, {"box": q(66)})
    assert box == Account(
        "box",
        loaded=q(300),
        received=q(20),
        taken_in=ZERO,
        given=q(150),
        returned=q(100),
        damaged=q(2),
        lost=q(1),
        expired=ZERO,
        passed_on=ZERO,
        left=q(67),
        counted=q(66),
    )
    assert (box.difference, box.settled) == (q(-1), False)
    assert (meat.left, meat.difference, meat.settled) == (q(50), None, False)
    assert reconcile(DAY, {"box": q(67)})[0].settled


def test_a_desks_account() -> None:
    box, meat = reconcile_desk(DAY, "d1", {"box": q(8), "meat": q(50)})
    assert (box.taken_in, box.passed_on, box.left, box.settled) == (q(200), q(40), q(8), True)
    assert (meat.loaded, meat.expired, meat.settled) == (q(50.5), q(0.5), True)
    assert reconcile_desk(DAY, "d2") == ()


def test_what_was_counted_but_never_booked_appears() -> None:
    (found,) = reconcile_desk([], "d1", {"blanket": q(3)})
    assert (found.item_id, found.left, found.difference) == ("blanket", ZERO, q(3))


def test_a_count_that_agrees_with_less_than_nothing_settles_nothing() -> None:
    short = [Movement("box", MovementKind.GIVEN, ONE, "d1")]
    assert not reconcile(short, {"box": q(-1)})[0].settled


@given(HISTORIES)
def test_the_account_is_an_identity(history: list[Movement]) -> None:
    for desk in (None, "d1", "d2"):
        accounts = reconcile(history) if desk is None else reconcile_desk(history, desk)
        for one in accounts:
            came = one.loaded + one.received + one.taken_in
            went = one.given + one.returned + one.damaged + one.lost + one.expired + one.passed_on
            assert came == went + one.left


@given(HISTORIES)
def test_accounts_and_balances_agree(history: list[Movement]) -> None:
    found = balances(history)
    for desk in ("d1", "d2"):
        for account in reconcile_desk(history, desk):
            assert account.left == found.get((account.item_id, desk), ZERO)
    whole = {account.item_id: account.left for account in reconcile(history)}
    assert {item: left for item, left in left_by_item(history).items() if left} == {
        item: left for item, left in whole.items() if left
    }


@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_order_of_movements_does_not_matter(history: list[Movement], random: object) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert balances(shuffled) == balances(history)
    assert shortfalls(shuffled) == shortfalls(history)
    assert reconcile(shuffled) == reconcile(history)


@given(HISTORIES)
def test_transfers_neither_make_nor_lose_stock(history: list[Movement]) -> None:
    without = [movement for movement in history if movement.kind not in TRANSFERS]
    before, after = left_by_item(without), left_by_item(history)
    assert all(after[item] == before.get(item, ZERO) for item in after)


@given(HISTORIES, movements())
def test_a_movement_without_a_shortfall_takes_no_place_below_zero(
    history: list[Movement], movement: Movement
) -> None:
    before = balances(history)
    after = balances([*history, movement])
    missing = shortfall_of(movement, before)
    lowered = [place for place, change in effects(movement) if change < 0]
    assert (missing is None) == all(after[place] >= 0 for place in lowered)
    if missing is not None:
        assert missing in shortfalls([*history, movement])


@given(QUANTITIES, st.integers(-20, 20).map(lambda n: Quantity(n * 500)))
def test_now_and_owed_make_up_what_is_wanted(wanted: Quantity, balance: Quantity) -> None:
    found = cover(wanted, balance)
    assert found.now + found.owed == wanted
    assert 0 <= found.now <= max(0, balance)
