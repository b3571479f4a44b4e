"""What is said of a receipt, before and after its laptop's file is merged; nothing is recorded."""

import json
from pathlib import Path

import pytest

from app.db.store import Store
from app.documents.receipt_pages import Paper
from app.domain.card_code import CardCode, write_card
from app.domain.digits import to_arabic_digits
from app.domain.receipt_check import ReceiptState
from app.domain.void_reason import VoidReason
from app.errors import (
    CodeMalformed,
    CodeOfAnotherKind,
    FileMissing,
    KeysFileDamaged,
    KeysFileNewer,
    NoCodeFound,
    ReceiptNotOnFile,
    ShortNumberMistyped,
)
from app.services.exchange.end_access import end_laptop
from app.services.receipts import receipt_of
from app.services.verifying.signers import read_keys, write_keys
from app.services.verifying.verify import (
    verify_files,
    verify_files_by_keys,
    verify_text,
    verify_text_by_keys,
)
from app.services.void import void_hand_over
from tests.services.verifying.conftest import WORDS, Given, hand_over
from tests.support.laptops import Fleet, merged, register


def test_a_receipt_is_followed_from_the_street_to_the_book(
    fleet: Fleet, laptop: Store, given: Given
) -> None:
    here = fleet.coordinator
    (code,) = given.codes
    before = verify_text(here, code)
    assert before.state is ReceiptState.UNMERGED
    (seen,) = before.receipts
    assert (seen.device, seen.household_head) == ("لابتوب 2", "")
    assert [(line.item.name_ar, line.quantity) for line in seen.lines] == [
        ("كرتونة", 1000),
        ("بطانية", 2000),
    ]
    merged(here, fleet.export(laptop))
    after = verify_text(here, to_arabic_digits(code) + "\r\n")
    assert after.state is ReceiptState.MERGED
    assert after.receipts[0].household_head == "سعاد محمود علي حسن"
    void_hand_over(laptop, given.aid_record_id, VoidReason.NOT_TAKEN)
    merged(here, fleet.export(laptop))
    voided = verify_text(here, code)
    assert voided.state is ReceiptState.VOIDED
    assert voided.receipts[0].void_reason == "not_taken"
    assert voided.receipts[0].voided_at is not None


def test_verifying_records_nothing(fleet: Fleet, given: Given) -> None:
    before = (fleet.coordinator.folder / "qafila.db").read_bytes()
    told: list[object] = []
    fleet.coordinator.on_commit(told.append)
    verify_text(fleet.coordinator, given.codes[0])
    assert told == []
    assert (fleet.coordinator.folder / "qafila.db").read_bytes() == before


def test_a_laptop_that_is_not_known_yet_is_unknown_not_false(
    fleet: Fleet, laptop: Store, given: Given
) -> None:
    later = fleet.laptop("لابتوب 3")
    (code,) = hand_over(later, register(later, "نادية سعد حسن")).codes
    assert verify_text(laptop, code).state is ReceiptState.UNKNOWN
    assert verify_text(fleet.coordinator, code).state is ReceiptState.UNMERGED


def test_a_short_number_lists_what_it_may_mean(fleet: Fleet, laptop: Store, given: Given) -> None:
    number = verify_text(laptop, given.codes[0]).receipts[0].number
    (found,) = verify_text(laptop, to_arabic_digits(number)).receipts
    assert found.aid_record_id == given.aid_record_id
    assert found.state is ReceiptState.MERGED
    assert [line.item.code for line in found.lines] == [901, 902]
    with pytest.raises(ReceiptNotOnFile):
        verify_text(fleet.coordinator, number)
    with pytest.raises(ShortNumberMistyped):
        verify_text(laptop, number[:-1] + str((int(number[-1]) + 1) % 10))


def test_other_codes_and_nonsense_are_told_apart(laptop: Store, given: Given) -> None:
    with pytest.raises(CodeOfAnotherKind) as raised:
        verify_text(laptop, write_card(CardCode(given.household_id, 1)))
    assert raised.value.params == {"kind": "household_card"}
    for text in ("9" * 300, given.codes[0][:-1], "1" + given.codes[0]):
        with pytest.raises(CodeMalformed):
            verify_text(laptop, text)


def test_an_ended_laptop_is_named_as_such(fleet: Fleet, given: Given) -> None:
    end_laptop(fleet.coordinator, "لابتوب 2")
    (seen,) = verify_text(fleet.coordinator, given.codes[0]).receipts
    assert (seen.state, seen.signer_ended) == (ReceiptState.UNMERGED, True)


def test_a_scanned_receipt_is_read_from_its_pdf(
    fleet: Fleet, laptop: Store, given: Given, tmp_path: Path
) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(receipt_of(laptop, given.aid_record_id, Paper.THERMAL58, WORDS))
    verified = verify_files(fleet.coordinator, [path])
    (seen,) = verified.receipts
    assert (seen.state, seen.aid_record_id) == (ReceiptState.UNMERGED, given.aid_record_id)
    assert verified.unread == 0
    with pytest.raises(FileMissing):
        verify_files(fleet.coordinator, [tmp_path / "none.pdf"])


def test_a_page_without_receipts_says_so(fleet: Fleet, tmp_path: Path) -> None:
    from PIL import Image

    path = tmp_path / "white.png"
    Image.new("L", (200, 200), 255).save(path)
    with pytest.raises(NoCodeFound):
        verify_files(fleet.coordinator, [path])


def test_keys_alone_tell_genuine_from_false(
    fleet: Fleet, laptop: Store, given: Given, tmp_path: Path
) -> None:
    path = tmp_path / "keys.json"
    written = write_keys(fleet.coordinator, path)
    keys = read_keys(path)
    assert keys == written
    assert {signer.name for signer in keys.signers} >= {"لابتوب 2"}
    assert verify_text_by_keys(keys.signers, given.codes[0]).state is ReceiptState.GENUINE
    assert verify_text_by_keys((), given.codes[0]).state is ReceiptState.UNKNOWN
    pdf = tmp_path / "scan.pdf"
    pdf.write_bytes(receipt_of(laptop, given.aid_record_id, Paper.A5, WORDS))
    assert verify_files_by_keys(keys.signers, [pdf]).state is ReceiptState.GENUINE


def test_a_file_of_keys_that_was_changed_is_refused(fleet: Fleet, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    fleet.laptop("لابتوب 4")
    write_keys(fleet.coordinator, path)
    content = json.loads(path.read_text(encoding="utf-8"))
    swapped = json.loads(path.read_text(encoding="utf-8"))
    swapped["devices"][0]["name"], swapped["devices"][1]["name"] = (
        swapped["devices"][1]["name"],
        swapped["devices"][0]["name"],
    )
    foreign = json.loads(path.read_text(encoding="utf-8"))
    foreign["devices"][0]["public_key"] = "00" * 32
    broken = [
        b"",
        b"[]",
        b"{}",
        b'{"format": "qafila keys"}',
        path.read_bytes()[:-20],
        json.dumps({**content, "signature": "zz"}).encode(),
        json.dumps({**content, "devices": 3}).encode(),
        json.dumps({**content, "made_at": 1}).encode(),
        json.dumps(swapped).encode(),
        json.dumps(foreign).encode(),
        b"[" * 100_000,
    ]
    for data in broken:
        path.write_bytes(data)
        with pytest.raises(KeysFileDamaged):
            read_keys(path)
    path.write_text(json.dumps({**content, "version": 2}), encoding="utf-8")
    with pytest.raises(KeysFileNewer):
        read_keys(path)
    with pytest.raises(FileMissing):
        read_keys(tmp_path / "none")


def test_keys_hold_no_personal_data(fleet: Fleet, given: Given, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    write_keys(fleet.coordinator, path)
    text = path.read_text(encoding="utf-8")
    assert "سعيد" not in text
    assert "سعاد" not in text
    assert given.household_id not in text
