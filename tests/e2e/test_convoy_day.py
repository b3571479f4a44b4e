"""`make run` without a display: a family is registered, receives two items, and has a receipt."""

import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from sqlmodel import col, select

from app.bootstrap import DEMO_PASSPHRASE, open_store
from app.db.fold_tables import differences
from app.db.tables import AidRecord, Household, Person
from tests.e2e.playing import play
from tools import run
from tools.convoy_day import HEAD, ITEMS, WIFE


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the day leaves behind."""
    out = tmp_path_factory.mktemp("convoy-day") / "out"
    told = play("convoy_day", out)
    assert str(out / "receipts") in told
    return out


def test_the_family_and_its_hand_over_are_in_the_store(played: Path) -> None:
    store = open_store(played / "store", DEMO_PASSPHRASE)
    with store.read() as session:
        newest = select(AidRecord).order_by(col(AidRecord.receipt_no).desc())
        record = session.exec(newest).first()
        assert record is not None
        household = session.get(Household, record.household_id)
        query = select(Person.name).where(Person.household_id == record.household_id)
        assert set(session.exec(query)) == {HEAD, WIFE}
        assert household is not None
        assert household.consent == "given"
        assert len(record.lines) == ITEMS
        assert all(line["quantity"] > 0 for line in record.lines)
        assert list(differences(session.connection())) == []
    store.close()


def test_the_receipt_can_be_read_by_people_and_by_a_decoder(played: Path) -> None:
    (receipt,) = (played / "receipts").glob("*.pdf")
    with pypdfium2.PdfDocument(receipt) as pdf:
        picture = pdf[0].render(scale=203 / 72).to_pil()
    codes = {code.text for code in zxingcpp.read_barcodes(picture)}
    assert len(codes) == 1
    assert codes.pop().isdecimal()
    if shutil.which("pdftotext"):
        text = subprocess.run(
            ["pdftotext", str(receipt), "-"], capture_output=True, text=True, check=True
        ).stdout
        assert HEAD in text


def test_the_pictures_are_there(played: Path) -> None:
    pictures = sorted((played / "screenshots").glob("*.png"))
    assert len(pictures) == 7
    assert all(picture.stat().st_size > 10_000 for picture in pictures)


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_a_display_is_told_from_none(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], shown: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run.has_display() is shown
