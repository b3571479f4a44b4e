"""The list of hand-overs: what is in it, in which order, and how it is searched."""

import pytest

from app.db.store import Store
from app.db.tables import AidRecord
from app.domain.quantity import ONE, Quantity
from app.domain.void_reason import VoidReason
from app.services.hand_over import GivenLine, HandedOver, HandOver, record_hand_over
from app.services.print_queue import mark_failed, mark_printed, queue_receipt
from app.services.receipt_list import (
    ReceiptSort,
    ReceiptState,
    ReceiptsWanted,
    receipt_days,
    receipt_ids,
    receipt_rows,
)
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.services.void import void_hand_over
from tests.support.convoys import BOX, BOX_RULE, VILLAGE, SmallConvoy, small_convoy

BOX_LINE = GivenLine(BOX, ONE, BOX_RULE)


@pytest.fixture
def convoy(store: Store) -> SmallConvoy:
    return small_convoy(store)


def give(store: Store, name: str, paper: str = "") -> HandedOver:
    family = register_household(
        store,
        NewHousehold(VILLAGE, (NewMember(name, "head"), NewMember("ابن", "son")), Consent()),
    )
    return record_hand_over(store, HandOver(family.household_id, (BOX_LINE,), paper=paper))


@pytest.fixture
def three(store, convoy) -> list[HandedOver]:
    """Hand-overs to three families, in this order; the second waits to be printed."""
    return [
        give(store, "أحمد عبد الحميد السيد"),
        give(store, "فاطمة محمود", "a5"),
        give(store, "إبراهيم أحمد"),
    ]


def found(store: Store, three: list[HandedOver], **wanted) -> list[int]:
    """Which of the three are listed."""
    ids = [one.aid_record_id for one in three]
    return [ids.index(one) for one in receipt_ids(store, ReceiptsWanted(**wanted))]


def states(store: Store, three: list[HandedOver]) -> list[ReceiptState]:
    return [row.state for row in receipt_rows(store, [one.aid_record_id for one in three])]


def test_the_latest_comes_first_and_every_column_can_order(store, three) -> None:
    assert found(store, three) == [2, 1, 0]
    assert found(store, three, descending=False) == [0, 1, 2]
    assert found(store, three, sort=ReceiptSort.NUMBER, descending=False) == [0, 1, 2]
    assert found(store, three, sort=ReceiptSort.HEAD, descending=False) == [2, 0, 1]


def test_a_line_says_who_received_what_when_and_from_whom(store, convoy, three) -> None:
    (row,) = receipt_rows(store, [three[1].aid_record_id])
    assert (row.number, row.head) == (three[1].short_number, "فاطمة محمود")
    assert [(one.item.id, one.quantity, one.owed) for one in row.items] == [(BOX, ONE, False)]
    assert (row.day, row.desk, row.by) == (convoy.today.day, convoy.today.desk_name, "منى")
    assert row.household_number
    assert (row.state, row.void_reason) == (ReceiptState.WAITING, "")
    assert receipt_rows(store, ["gone", three[1].aid_record_id]) == (row,)


def test_rows_come_in_the_order_that_is_asked_for(store, three) -> None:
    ids = [three[1].aid_record_id, three[0].aid_record_id]
    assert [row.id for row in receipt_rows(store, ids)] == ids


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("احمد", [2, 0]),
        ("عبدالحميد", [0]),
        ("السيد احمد", [0]),
        ("فاط", [1]),
        ("اطمة", []),
        ("%", []),
        ("3", [2, 1]),  # the third receipt, and the third family
        ("٢", [1, 0]),
    ],
)
def test_a_name_or_a_number_finds(store, three, text, which) -> None:
    assert found(store, three, text=text) == which


def test_a_short_number_finds_one_receipt_and_a_mistyped_one_none(store, three) -> None:
    number = three[2].short_number
    assert found(store, three, text=number) == [2]
    assert found(store, three, text=number.replace("-", "")) == [2]
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert found(store, three, text=wrong) == []


def test_a_households_number_finds_its_hand_overs(store, three) -> None:
    (row,) = receipt_rows(store, [three[0].aid_record_id])
    assert 0 in found(store, three, text=row.household_number)


def test_a_slips_number_finds_it(store, convoy, three) -> None:
    with store.write() as session:
        slip = AidRecord(id=store.new_id(), convoy_id="other", household_id="far", paper_no="S-12")
        session.add(slip)
    assert receipt_ids(store, ReceiptsWanted(text="s-١٢")) == (slip.id,)
    (row,) = receipt_rows(store, [slip.id])
    assert (row.number, row.head, row.items, row.state) == (
        "S-12",
        "",
        (),
        ReceiptState.NOT_PRINTED,
    )
    assert found(store, three, convoy_id=convoy.today.convoy_id) == [2, 1, 0]


def test_states_follow_the_printer_and_the_void(store, three) -> None:
    second, third = three[1].aid_record_id, three[2].aid_record_id
    never, waiting, printed = (
        ReceiptState.NOT_PRINTED,
        ReceiptState.WAITING,
        ReceiptState.PRINTED,
    )
    assert states(store, three) == [never, waiting, never]
    job = three[1].print_job_id
    assert job is not None
    mark_failed(store, job, "PrinterRefused")
    assert states(store, three) == [never, waiting, never]
    mark_printed(store, job)
    assert states(store, three) == [never, printed, never]
    queue_receipt(store, second, "a5")
    void_hand_over(store, third, VoidReason.NOT_TAKEN)
    assert states(store, three) == [never, waiting, ReceiptState.VOIDED]
    assert found(store, three, state=waiting) == [1]
    assert found(store, three, state=ReceiptState.VOIDED) == [2]
    assert found(store, three, state=never) == [0]
    assert receipt_rows(store, [third])[0].void_reason == VoidReason.NOT_TAKEN.value


def test_days_are_offered_and_chosen(store, convoy, three) -> None:
    assert receipt_days(store, None) == receipt_days(store, convoy.today.convoy_id)
    assert receipt_days(store, convoy.today.convoy_id) == (convoy.today.day,)
    assert receipt_days(store, "other") == ()
    assert found(store, three, day=convoy.today.day) == [2, 1, 0]
    assert found(store, three, day="2020-01-01") == []


def test_what_was_owed_says_so(store, convoy) -> None:
    owed = GivenLine(BOX, Quantity(0), BOX_RULE, owed=True)
    done = record_hand_over(store, HandOver(convoy.household_id, (owed,)))
    (row,) = receipt_rows(store, [done.aid_record_id])
    assert row.items[0].owed


def test_village_and_campaign_narrow_the_list(store, three) -> None:
    assert found(store, three, village_id=VILLAGE) == [2, 1, 0]
    assert found(store, three, village_id="EG260102") == []
    assert found(store, three, campaign_id="campaign") == [2, 1, 0]
    assert found(store, three, campaign_id="another") == []
