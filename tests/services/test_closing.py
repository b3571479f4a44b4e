"""Closing a convoy with its count, and opening it again."""

from dataclasses import replace

import pytest

from app.db.store import Store
from app.db.tables import StockMovement
from app.domain.quantity import ONE, Quantity
from app.domain.stock import MovementKind
from app.errors import (
    ConvoyClosed,
    ConvoyOpen,
    CountMissing,
    DifferenceUnexplained,
    NoConvoyToday,
    RecordNotFound,
    RightMissing,
)
from app.services.closing import Closing, close_convoy, closing_sheet, reopen_convoy
from app.services.convoys import convoy_details
from app.services.day import choose_day, today
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.parked import park_case
from app.services.stock import NewMovement, record_movement
from tests.support.convoys import BLANKET, BOX, BOX_RULE, SmallConvoy, small_convoy
from tests.support.stores import USER

GIVE = GivenLine(BOX, ONE, BOX_RULE)


def q(count: float) -> Quantity:
    return Quantity(round(count * ONE))


@pytest.fixture
def convoy(store: Store) -> SmallConvoy:
    """One of a hundred boxes is given; a hundred blankets lie there."""
    made = small_convoy(store)
    record_hand_over(store, HandOver(made.household_id, (GIVE,)))
    return made


def agreeing(convoy: SmallConvoy) -> Closing:
    return Closing(convoy.today.convoy_id, {BOX: q(99), BLANKET: q(100)})


def test_the_sheet_shows_every_items_account(store, convoy) -> None:
    park_case(store, household_id=convoy.household_id)
    sheet = closing_sheet(store, convoy.today.convoy_id)
    boxes, blankets = (line.account for line in sheet.lines)
    assert (boxes.loaded, boxes.given, boxes.left) == (q(100), q(1), q(99))
    assert (blankets.loaded, blankets.given, blankets.left) == (q(100), q(0), q(100))
    assert (sheet.parked, sheet.closed_at, sheet.note) == (1, None, "")
    with pytest.raises(RecordNotFound):
        closing_sheet(store, "nothing")


def test_a_count_that_agrees_closes_the_convoy_for_everything(store, convoy) -> None:
    close_convoy(store, replace(agreeing(convoy), note=" كل شيء تمام "))
    sheet = closing_sheet(store, convoy.today.convoy_id)
    assert sheet.closed_at is not None
    assert (sheet.closed_by, sheet.note) == (USER, "كل شيء تمام")
    assert all(line.account.settled and not line.moved_since for line in sheet.lines)
    assert today(store) is None
    with pytest.raises(NoConvoyToday):
        record_hand_over(store, HandOver(convoy.household_id, (GIVE,)))
    with pytest.raises(ConvoyClosed):
        choose_day(store, convoy.today.convoy_id, convoy.today.date)
    with pytest.raises(ConvoyClosed):
        close_convoy(store, agreeing(convoy))


def test_every_item_is_counted_and_every_difference_explained(store, convoy) -> None:
    with pytest.raises(CountMissing) as missing:
        close_convoy(store, replace(agreeing(convoy), counted={BOX: q(99)}))
    assert missing.value.params == {"item": BLANKET}
    short = replace(agreeing(convoy), counted={BOX: q(97), BLANKET: q(100)})
    with pytest.raises(DifferenceUnexplained) as unexplained:
        close_convoy(store, short)
    assert unexplained.value.params == {"item": BOX}
    assert convoy_details(store, convoy.today.convoy_id).closed_at is None
    close_convoy(store, replace(short, reasons={BOX: "stolen"}))
    boxes, _ = closing_sheet(store, convoy.today.convoy_id).lines
    assert (boxes.account.difference, boxes.reason) == (q(-2), "stolen")


def test_a_book_below_zero_needs_a_reason_though_the_count_agrees(store, convoy) -> None:
    record_movement(
        store,
        NewMovement(
            convoy.today.convoy_id,
            BOX,
            MovementKind.RETURNED,
            q(100),
            convoy.today.day,
            convoy.today.desk_id,
            "miscounted",
            beyond_stock=True,
        ),
    )
    closing = replace(agreeing(convoy), counted={BOX: q(-1), BLANKET: q(100)})
    with pytest.raises(DifferenceUnexplained):
        close_convoy(store, closing)


def test_what_a_merge_brings_after_the_count_shows(store, convoy) -> None:
    close_convoy(store, agreeing(convoy))
    with store.write() as session:
        for item_id in (BOX, "meat"):
            session.add(
                StockMovement(
                    id=store.new_id(),
                    convoy_id=convoy.today.convoy_id,
                    item_id=item_id,
                    kind="loaded",
                    quantity=5_000,
                    day=convoy.today.day,
                )
            )
    lines = closing_sheet(store, convoy.today.convoy_id).lines
    assert {line.item.id: line.moved_since for line in lines} == {
        "meat": True,
        BOX: True,
        BLANKET: False,
    }
    boxes = next(line.account for line in lines if line.item.id == BOX)
    assert (boxes.left, boxes.counted, boxes.difference) == (q(104), q(99), q(-5))


def test_a_coordinator_opens_it_again_and_work_goes_on(store, convoy) -> None:
    with pytest.raises(ConvoyOpen):
        reopen_convoy(store, convoy.today.convoy_id)
    close_convoy(store, agreeing(convoy))
    reopen_convoy(store, convoy.today.convoy_id)
    sheet = closing_sheet(store, convoy.today.convoy_id)
    assert (sheet.closed_at, sheet.closed_by, sheet.lines[0].account.counted) == (None, "", None)
    again = replace(GIVE, reason="supervisor")
    record_hand_over(store, HandOver(convoy.household_id, (again,)))


def test_nobody_without_the_right_closes_or_opens(store, convoy) -> None:
    close_convoy(store, agreeing(convoy))
    store.act_as("somebody", bytes(32))
    with pytest.raises(RightMissing):
        reopen_convoy(store, convoy.today.convoy_id)
    assert closing_sheet(store, convoy.today.convoy_id).closed_at is not None
