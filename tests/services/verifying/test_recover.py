"""A laptop is lost; its stubs are scanned; then it turns up after all."""

from itertools import permutations
from pathlib import Path

import pytest
from PIL import Image

from app.db.store import Store
from app.documents.receipt_pages import Paper
from app.domain.permissions import Role
from app.domain.receipt_check import ReceiptState
from app.domain.void_reason import VoidReason
from app.errors import NoCodeFound, RightMissing
from app.services.doctor import examine
from app.services.exchange.end_access import end_laptop
from app.services.receipts import receipt_of
from app.services.verifying.recover import recover_receipts
from app.services.verifying.verify import verify_text
from app.services.void import void_hand_over
from tests.documents.samples import page_images
from tests.services.verifying.conftest import WORDS, Given, hand_over, record_in
from tests.support.convoys import BLANKET_RULE, BOX_RULE
from tests.support.laptops import Fleet, merged, register

WHO_WHAT_WHEN = ("id", "convoy_id", "desk_id", "household_id", "receipt_no", "day", "handed_at")


def scan(laptop: Store, folder: Path, *given: Given) -> Path:
    """The stubs as an office scanner gives them."""
    pages = [
        page.convert("L")
        for one in given
        for page in page_images(receipt_of(laptop, one.aid_record_id, Paper.A5, WORDS), 200 / 72)
    ]
    path = folder / "stubs.pdf"
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=200)
    return path


@pytest.fixture
def pile(laptop: Store, given: Given, tmp_path: Path) -> tuple[list[Given], Path]:
    more = [hand_over(laptop, register(laptop, f"أسرة رقم {name}")) for name in "أبج"]
    every = [given, *more]
    return every, scan(laptop, tmp_path, *every)


def test_the_stubs_bring_the_hand_overs_back(
    fleet: Fleet, laptop: Store, pile: tuple[list[Given], Path]
) -> None:
    every, path = pile
    here = fleet.coordinator
    preview = recover_receipts(here, [path], preview=True)
    assert (len(preview.taken), preview.preview) == (4, True)
    assert record_in(here, every[0].aid_record_id) is None
    recovered = recover_receipts(here, [path])
    assert {one.aid_record_id for one in recovered.taken} == {one.aid_record_id for one in every}
    for one in every:
        there, back = record_in(laptop, one.aid_record_id), record_in(here, one.aid_record_id)
        assert there is not None
        assert back is not None
        for name in WHO_WHAT_WHEN:
            assert getattr(back, name) == getattr(there, name), name
        assert [(line["item"], line["quantity"]) for line in back.lines] == [
            (line["item"], line["quantity"]) for line in there.lines
        ]
        assert [line["rule"] for line in back.lines] == [BOX_RULE, BLANKET_RULE]
        assert (back.source, back.device_id) == ("recovered", laptop.device_id)
    again = recover_receipts(here, [path])
    assert (len(again.taken), len(again.known)) == (0, 4)
    assert examine(here).healthy


def test_the_original_takes_its_place(
    fleet: Fleet, laptop: Store, pile: tuple[list[Given], Path]
) -> None:
    every, path = pile
    here = fleet.coordinator
    recover_receipts(here, [path])
    result = merged(here, fleet.export(laptop))
    assert result[0].new > 0
    for one in every:
        there, back = record_in(laptop, one.aid_record_id), record_in(here, one.aid_record_id)
        assert there is not None
        assert back is not None
        assert back.model_dump() == there.model_dump()
    assert examine(here).healthy


def test_a_void_on_what_was_recovered_stays(
    fleet: Fleet, laptop: Store, pile: tuple[list[Given], Path]
) -> None:
    every, path = pile
    here = fleet.coordinator
    recover_receipts(here, [path])
    void_hand_over(here, every[0].aid_record_id, VoidReason.WRONG_HOUSEHOLD)
    merged(here, fleet.export(laptop))
    assert verify_text(here, every[0].codes[0]).state is ReceiptState.VOIDED
    assert verify_text(here, every[1].codes[0]).state is ReceiptState.MERGED


def test_stubs_of_an_ended_laptop_wait_for_a_word(
    fleet: Fleet, pile: tuple[list[Given], Path]
) -> None:
    every, path = pile
    end_laptop(fleet.coordinator, "لابتوب 2")
    waiting = recover_receipts(fleet.coordinator, [path])
    assert (len(waiting.taken), len(waiting.waiting)) == (0, len(every))
    taken = recover_receipts(fleet.coordinator, [path], accept_ended=True)
    assert len(taken.taken) == len(every)


def test_a_laptop_that_is_not_known_gives_nothing(
    fleet: Fleet, laptop: Store, pile: tuple[list[Given], Path], tmp_path: Path
) -> None:
    supervisor = fleet.laptop("لابتوب المشرف", Role.SUPERVISOR)
    stranger = fleet.laptop("لابتوب 9")
    foreign = scan(stranger, tmp_path, hand_over(stranger, register(stranger, "غريب سعد")))
    refused = recover_receipts(supervisor, [foreign])
    assert [one.state for one in refused.refused] == [ReceiptState.UNKNOWN]
    with pytest.raises(RightMissing):
        recover_receipts(laptop, [foreign])


def test_nothing_to_read_changes_nothing(fleet: Fleet, tmp_path: Path) -> None:
    path = tmp_path / "white.png"
    Image.new("L", (50, 50), 255).save(path)
    with pytest.raises(NoCodeFound):
        recover_receipts(fleet.coordinator, [path])


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_every_order_of_recovering_and_merging_ends_alike(
    fleet: Fleet, laptop: Store, given: Given, tmp_path: Path, order: tuple[int, ...]
) -> None:
    """The supervisor recovers, the lost laptop turns up: the coordinator hears of it in any
    order, and more than once."""
    supervisor = fleet.laptop("لابتوب المشرف", Role.SUPERVISOR)
    recover_receipts(supervisor, [scan(laptop, tmp_path, given)])
    files = [fleet.export(supervisor), fleet.export(laptop), fleet.export(supervisor)]
    for number in order:
        merged(fleet.coordinator, files[number])
    there = record_in(laptop, given.aid_record_id)
    here = record_in(fleet.coordinator, given.aid_record_id)
    assert there is not None
    assert here is not None
    assert here.model_dump() == there.model_dump()
