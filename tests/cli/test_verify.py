"""`qafila verify`, `keys` and `recover`."""

from pathlib import Path

import pytest

from app.domain.quantity import ONE
from app.domain.receipt_code import read_code
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.receipts import receipt_documents
from app.words.catalog import Words
from tests.support.commands import Commands
from tests.support.convoys import BOX, BOX_RULE, small_convoy
from tests.support.stores import copy_store


@pytest.fixture
def served(store_template: Path, tmp_path: Path) -> tuple[Path, str]:
    """A closed store, and the code of its only receipt."""
    store = copy_store(store_template, tmp_path / "served")
    convoy = small_convoy(store)
    record_hand_over(store, HandOver(convoy.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    (document,) = receipt_documents(store, None, Words("en"))
    store.close()
    return store.folder, document.codes[0]


@pytest.fixture
def scan(qafila: Commands, served: tuple[Path, str], tmp_path: Path) -> Path:
    path = tmp_path / "receipts.pdf"
    assert qafila("receipts", "--store", served[0], "--format", "a5", "--out", path).code == 0
    return path


def test_a_code_a_number_and_a_pdf_are_verified(
    qafila: Commands, served: tuple[Path, str], scan: Path
) -> None:
    folder, code = served
    number = qafila("verify", "--store", folder, code, "--json").document["receipts"][0]["number"]
    for scanned in (code, number, scan):
        shown = qafila("verify", "--store", folder, scanned, "--json")
        assert (shown.code, shown.err) == (0, "")
        document = shown.document
        assert document["state"] == "merged"
        (receipt,) = document["receipts"]
        assert receipt["lines"] == [{"item": 901, "quantity": "1"}]
        assert receipt["aid_record_id"] == read_code(code).record.aid_record_id
    said = qafila("verify", "--store", folder, code).out
    assert "Genuine, and on file here" in said
    assert "1 Box" in said


def test_keys_verify_without_store_or_passphrase(
    qafila: Commands,
    served: tuple[Path, str],
    scan: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder, code = served
    keys = tmp_path / "keys.json"
    written = qafila("keys", "--store", folder, "--out", keys, "--json")
    assert written.document == {"out": str(keys), "devices": 1}
    monkeypatch.delenv("QAFILA_PASSPHRASE")
    for scanned in (code, scan):
        assert qafila("verify", "--keys", keys, scanned, "--json").document["state"] == "genuine"
    swapped = code[:-2] + code[:-3:-1]
    refused = qafila("verify", "--keys", keys, swapped, "--json")
    assert refused.code == 1 or refused.document["state"] == "false"


@pytest.mark.parametrize(
    ("scanned", "said"),
    [("1234", "mistyped"), ("9" * 60, "no code of Qafila"), ("missing.pdf", "missing.pdf")],
)
def test_what_cannot_be_read_is_refused(
    qafila: Commands, served: tuple[Path, str], scanned: str, said: str
) -> None:
    shown = qafila("verify", "--store", served[0], scanned)
    assert shown.code == 1
    assert said in shown.err


def test_what_is_on_file_is_not_recovered_twice(
    qafila: Commands, served: tuple[Path, str], scan: Path
) -> None:
    for options in (["--preview"], []):
        shown = qafila("recover", "--store", served[0], scan, *options, "--json")
        assert (shown.code, shown.err) == (0, "")
        assert (shown.document["taken"], len(shown.document["known"])) == ([], 1)
    assert "1 was on file already" in qafila("recover", "--store", served[0], scan).out
