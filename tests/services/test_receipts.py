"""Receipts put together from the store, and the queue they wait in."""

import pypdfium2
import pytest
import zxingcpp

from app.db.store import Store
from app.db.tables import AidRecord, Device
from app.documents.receipt_pages import Paper
from app.domain.override import OverrideReason
from app.domain.quantity import ONE
from app.domain.receipt_code import read_code
from app.domain.void_reason import VoidReason
from app.errors import AidRecordNotFound, NoReceipts
from app.keys import signing
from app.services import receipts
from app.services.hand_over import GivenLine, HandedOver, HandOver, record_hand_over
from app.services.print_queue import (
    give_up,
    mark_failed,
    mark_printed,
    queue_receipt,
    waiting_job,
    waiting_jobs,
)
from app.services.receipt_file import write_chosen_receipts
from app.services.receipts import receipt_count, receipt_documents, receipt_of
from app.services.void import void_hand_over
from app.words.catalog import Words
from tests.support.convoys import BOX, BOX_RULE, SmallConvoy, small_convoy

ARABIC, ENGLISH = Words("ar", "arab"), Words("en")


@pytest.fixture
def convoy(store: Store) -> SmallConvoy:
    return small_convoy(store)


@pytest.fixture
def handed_over(store: Store, convoy: SmallConvoy) -> HandedOver:
    line = GivenLine(BOX, ONE, BOX_RULE)
    command = HandOver(convoy.household_id, (line,), person_id=convoy.person_ids[0], paper="a5")
    return record_hand_over(store, command)


def test_a_receipt_says_who_what_where_in_both_languages(store, convoy, handed_over) -> None:
    for words, item, village in ((ARABIC, "كرتونة", "سوهاج"), (ENGLISH, "Box", "Suhag")):
        (document,) = receipt_documents(store, convoy.today.convoy_id, words)
        assert document.household_head == "سعيد أحمد عبدالحميد"
        assert document.collector == "سعيد أحمد عبدالحميد"
        assert document.lines[0].item == item
        assert village in document.village
        assert document.convoy == "قافلة سوهاج"
        assert document.short_number == handed_over.short_number
        assert document.void_reason is None


def test_the_code_on_paper_names_the_hand_over_and_is_signed_by_this_laptop(
    store, convoy, handed_over
) -> None:
    page = pypdfium2.PdfDocument(receipt_of(store, handed_over.aid_record_id, Paper.A5, ARABIC))[0]
    found = zxingcpp.read_barcodes(page.render(scale=203 / 72).to_pil())
    texts = {code.text for code in found}
    assert len(texts) == 1  # the family's part and the stub carry the same code
    (text,) = texts
    assert text.isascii()
    assert text.isdigit()
    read = read_code(text)
    assert read.record.aid_record_id == handed_over.aid_record_id
    assert read.record.household_id == convoy.household_id
    with store.read() as session:
        device = session.get(Device, store.device_id)
        assert device is not None
        key = bytes.fromhex(device.public_key)
    assert read.is_by(lambda message, signature: signing.verify(key, message, signature))


def test_a_voided_receipt_says_why(store, convoy, handed_over) -> None:
    void_hand_over(store, handed_over.aid_record_id, VoidReason.NOT_TAKEN)
    (document,) = receipt_documents(store, None, ENGLISH)
    assert document.void_reason == "not taken, or given back"


def test_a_batch_has_the_receipts_and_leaves_out_what_has_none(store, convoy, handed_over) -> None:
    with store.write() as session:
        session.add(AidRecord(id=store.new_id(), household_id=convoy.household_id))
    assert receipt_count(store, None) == 1
    assert receipt_count(store, "another convoy") == 0
    assert len(list(receipt_documents(store, None, ARABIC))) == 1


def test_a_batch_may_be_longer_than_what_is_read_at_once(
    store, convoy, handed_over, monkeypatch
) -> None:
    monkeypatch.setattr(receipts, "_CHUNK", 2)
    for _ in range(4):
        line = GivenLine(BOX, ONE, BOX_RULE, reason=OverrideReason.LARGE_FAMILY)
        record_hand_over(store, HandOver(convoy.household_id, (line,)))
    numbers = [document.short_number for document in receipt_documents(store, None, ENGLISH)]
    assert len(numbers) == len(set(numbers)) == 5


def test_an_unknown_hand_over_has_no_receipt(store) -> None:
    with pytest.raises(AidRecordNotFound):
        receipt_of(store, "nothing", Paper.A5, ARABIC)


def test_a_receipt_waits_until_it_is_printed(store, handed_over) -> None:
    (job,) = waiting_jobs(store)
    assert job.id == handed_over.print_job_id
    assert (job.paper, job.is_copy, job.short_number) == ("a5", False, handed_over.short_number)
    mark_failed(store, job.id, "no_printer")
    (job,) = waiting_jobs(store)
    assert job.error == "no_printer"
    mark_printed(store, job.id)
    assert waiting_jobs(store) == ()
    assert waiting_job(store, job.id) is None


def test_printing_again_is_a_copy_and_can_be_given_up(store, handed_over) -> None:
    assert handed_over.print_job_id is not None
    mark_printed(store, handed_over.print_job_id)
    again = queue_receipt(store, handed_over.aid_record_id, "thermal80")
    job = waiting_job(store, again)
    assert job is not None
    assert job.is_copy
    give_up(store, again)
    assert waiting_jobs(store) == ()


def test_chosen_receipts_are_one_file_in_the_order_chosen(store, convoy, tmp_path) -> None:
    line = GivenLine(BOX, ONE, BOX_RULE, reason=OverrideReason.SUPERVISOR.value)
    given = [record_hand_over(store, HandOver(convoy.household_id, (line,))) for _ in range(3)]
    ids = [given[2].aid_record_id, given[0].aid_record_id, "nothing"]
    void_hand_over(store, given[0].aid_record_id, VoidReason.WRONG_ITEM)
    path = tmp_path / "chosen.pdf"
    assert write_chosen_receipts(store, ids, Paper.A5, ENGLISH, path) == 2
    first, second = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
    assert given[2].short_number in first
    assert given[0].short_number in second
    assert "Copy" not in first + second
    assert "wrong item" in second
    assert write_chosen_receipts(store, ids[:1], Paper.A5, ENGLISH, path) == 1
    (again,) = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
    assert "COPY" in again.upper()


def test_what_came_out_in_a_batch_waits_no_more(store, convoy, handed_over, tmp_path) -> None:
    assert len(waiting_jobs(store)) == 1
    path = tmp_path / "chosen.pdf"
    write_chosen_receipts(store, [handed_over.aid_record_id], Paper.A5, ARABIC, path)
    assert waiting_jobs(store) == ()
    job = queue_receipt(store, handed_over.aid_record_id, "a5")
    assert waiting_job(store, job).is_copy


def test_a_batch_that_was_stopped_printed_nothing(store, handed_over, tmp_path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise ZeroDivisionError

    path = tmp_path / "chosen.pdf"
    with pytest.raises(ZeroDivisionError):
        write_chosen_receipts(store, [handed_over.aid_record_id], Paper.A5, ARABIC, path, stop)
    assert not path.exists()
    assert len(waiting_jobs(store)) == 1
    with pytest.raises(NoReceipts):
        write_chosen_receipts(store, [], Paper.A5, ARABIC, path)
