"""A desk's day counted, signed, written to a stick, and closed again when work went on."""

from pathlib import Path

import pypdfium2
import pytest
from sqlmodel import select

from app.db.store import Store
from app.db.tables import DeskClosing
from app.documents.receipt_pages import Paper
from app.domain.quantity import ONE, Quantity
from app.domain.short_digest import short_digest
from app.domain.short_number import short_number
from app.domain.void_reason import VoidReason
from app.errors import (
    CountMissing,
    DifferenceUnexplained,
    DiskFailed,
    RecordNotFound,
    StoreReadOnly,
    TwoNamesNeeded,
)
from app.services.desks import desk_file
from app.services.desks.closing import DeskCount, close_desk, desk_sheet
from app.services.desks.desk_file import desk_slip, digest_of, write_desk_file
from app.services.exchange.results import Status
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.parked import park_case
from app.services.void import void_hand_over
from app.words.catalog import Words
from tests.support.convoys import BLANKET, BOX, BOX_RULE, SmallConvoy, small_convoy
from tests.support.laptops import Fleet, give_box, merged

GIVE = GivenLine(BOX, ONE, BOX_RULE)


def q(count: float) -> Quantity:
    return Quantity(round(count * ONE))


@pytest.fixture
def convoy(store: Store) -> SmallConvoy:
    made = small_convoy(store)
    record_hand_over(store, HandOver(made.household_id, (GIVE,), paper="a5"))
    return made


def count(boxes: float = 99, blankets: float = 100, **more) -> DeskCount:
    named = {"closed_by": "هدى سعيد", "witness": "أحمد علي"} | more
    return DeskCount({BOX: q(boxes), BLANKET: q(blankets)}, **named)


def closings(store: Store) -> list[DeskClosing]:
    with store.read() as session:
        return list(session.exec(select(DeskClosing)))


def test_the_sheet_names_what_is_not_finished(store: Store, convoy: SmallConvoy) -> None:
    park_case(store, household_id=convoy.household_id)
    sheet = desk_sheet(store)
    assert sheet.today == convoy.today
    assert [(one.item.id, one.account.left, one.account.counted) for one in sheet.lines] == [
        (BOX, q(99), None),
        (BLANKET, q(100), None),
    ]
    assert (sheet.parked, sheet.unprinted) == (1, 1)
    assert (sheet.receipts.hand_overs, sheet.receipts.first, sheet.receipts.last) == (1, 1, 1)
    assert sheet.closed_at is None


def test_a_desk_is_closed_with_two_names(store: Store, convoy: SmallConvoy) -> None:
    close_desk(store, count(note=" تمام "))
    (row,) = closings(store)
    assert row.id == f"{convoy.today.desk_id}.{convoy.today.day}"
    assert (row.closed_by, row.witness, row.note) == ("هدى سعيد", "أحمد علي", "تمام")
    assert row.device_id == store.device_id
    sheet = desk_sheet(store)
    assert (sheet.closed_at, sheet.worked_since) == (row.closed_at, False)
    assert [one.account.counted for one in sheet.lines] == [q(99), q(100)]


@pytest.mark.parametrize("names", [("", "x"), ("x", " "), ("x", "x"), ("x y", " x  y ")])
def test_two_different_people_sign(
    store: Store, convoy: SmallConvoy, names: tuple[str, str]
) -> None:
    with pytest.raises(TwoNamesNeeded):
        close_desk(store, count(closed_by=names[0], witness=names[1]))
    assert closings(store) == []


def test_every_item_is_counted_and_every_difference_explained(
    store: Store, convoy: SmallConvoy
) -> None:
    with pytest.raises(CountMissing):
        close_desk(store, DeskCount({BOX: q(99)}, "أ", "ب"))
    with pytest.raises(DifferenceUnexplained) as refused:
        close_desk(store, count(boxes=97))
    assert refused.value.params == {"item": BOX}
    close_desk(store, count(boxes=97, reasons={BOX: "torn", BLANKET: "wet"}))
    (row,) = closings(store)
    assert row.counts == (
        {"item": BOX, "book": 99_000, "counted": 97_000, "reason": "torn"},
        {"item": BLANKET, "book": 100_000, "counted": 100_000, "reason": ""},
    )


def test_work_goes_on_and_the_desk_is_closed_again(store: Store, convoy: SmallConvoy) -> None:
    close_desk(store, count())
    line = GivenLine(BOX, ONE, reason="surplus")
    late = record_hand_over(store, HandOver(convoy.household_id, (line,)))
    sheet = desk_sheet(store)
    assert sheet.worked_since
    assert [(one.account.counted, one.moved_since) for one in sheet.lines] == [
        (None, True),
        (q(100), False),
    ]
    close_desk(store, count(boxes=98))
    (row,) = closings(store)
    assert (row.hand_overs, row.first_receipt, row.last_receipt) == (2, 1, 2)
    void_hand_over(store, late.aid_record_id, VoidReason.TRIAL)
    assert not desk_sheet(store).worked_since
    assert desk_sheet(store).lines[0].moved_since


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    said = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return said


def test_the_file_is_read_back_and_the_slip_says_which_it_is(fleet: Fleet, stick: Path) -> None:
    laptop = fleet.laptop("لابتوب ٢")
    give_box(laptop, fleet.convoy.household_id)
    with pytest.raises(RecordNotFound):
        desk_slip(laptop, desk_file.DeskFile(stick / "x", "00", 0), Paper.A5, Words("en"))
    close_desk(laptop, DeskCount({BOX: q(3)}, "هدى", "أحمد", {BOX: "not_recorded"}))
    file = write_desk_file(laptop, stick)
    assert file.path.parent == stick
    assert file.digest == digest_of(file.path)
    said = text_of(desk_slip(laptop, file, Paper.A5, Words("en")))
    for wanted in (
        "STICK",
        file.path.name,
        short_digest(file.digest),
        short_number(laptop.device_id, 1),
        "4 too many",
    ):
        assert wanted in said
    (result,) = merged(fleet.coordinator, file.path)
    assert (result.status, result.quarantined) == (Status.NEW, 0)
    (row,) = closings(fleet.coordinator)
    assert (row.hand_overs, row.device_id) == (1, laptop.device_id)


def test_a_stick_that_lies_or_is_gone_is_refused(
    store: Store, convoy: SmallConvoy, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close_desk(store, count())
    with pytest.raises(StoreReadOnly):
        write_desk_file(store, stick / "gone")
    monkeypatch.setattr(desk_file, "digest_of", lambda _: "00")
    with pytest.raises(DiskFailed):
        write_desk_file(store, stick)
