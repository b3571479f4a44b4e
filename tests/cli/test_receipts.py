"""`qafila receipts`."""

from pathlib import Path

import pypdfium2
import pytest
from sqlmodel import select

from app.bootstrap import open_store
from app.db.tables import Disclosure
from app.domain.quantity import ONE
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from tests.support.commands import Commands
from tests.support.convoys import BOX, BOX_RULE, small_convoy
from tests.support.stores import PASSPHRASE, copy_store


@pytest.fixture
def served_store(store_template: Path, tmp_path: Path) -> Path:
    """A closed store with one hand-over in «قافلة سوهاج»."""
    store = copy_store(store_template, tmp_path / "served")
    convoy = small_convoy(store)
    record_hand_over(store, HandOver(convoy.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    store.close()
    return store.folder


@pytest.mark.parametrize("paper", ["a4", "a4-four", "a5", "thermal80", "thermal58"])
def test_receipts_are_one_pdf(
    qafila: Commands, served_store: Path, tmp_path: Path, paper: str
) -> None:
    out = tmp_path / "receipts.pdf"
    shown = qafila("receipts", "--store", served_store, "--format", paper, "--out", out, "--json")
    assert (shown.code, shown.err) == (0, "")
    assert shown.document == {"receipts": 1, "format": paper, "out": str(out)}
    with pypdfium2.PdfDocument(out) as pdf:
        assert len(pdf) == 1


def test_a_convoy_is_named_however_it_is_spelled(
    qafila: Commands, served_store: Path, tmp_path: Path
) -> None:
    shown = qafila(
        "receipts", "--store", served_store, "--convoy", "قافله سوهاج",
        "--format", "a5", "--out", tmp_path / "a.pdf",
    )  # fmt: skip
    assert (shown.code, shown.err) == (0, "")
    assert "1 receipt was written" in shown.out


def test_that_receipts_were_made_is_journalled(
    qafila: Commands, served_store: Path, tmp_path: Path
) -> None:
    qafila("receipts", "--store", served_store, "--format", "a5", "--out", tmp_path / "a.pdf")
    store = open_store(served_store, PASSPHRASE)
    with store.read() as session:
        (disclosed,) = session.exec(select(Disclosure)).all()
    store.close()
    assert (disclosed.kind, disclosed.rows) == ("receipts", 1)


@pytest.mark.parametrize("convoy", [None, "قافلة أخرى"])
def test_without_receipts_there_is_no_file(
    qafila: Commands, closed_store: Path, tmp_path: Path, convoy: str | None
) -> None:
    out = tmp_path / "none.pdf"
    named = ("--convoy", convoy) if convoy else ()
    shown = qafila("receipts", "--store", closed_store, *named, "--format", "a5", "--out", out)
    assert (shown.code, shown.out) == (1, "")
    assert ("no convoy called" if convoy else "no receipt to write") in shown.err
    assert not out.exists()


def test_an_unknown_paper_is_wrong_usage(
    qafila: Commands, closed_store: Path, tmp_path: Path
) -> None:
    shown = qafila("receipts", "--store", closed_store, "--format", "a3", "--out", tmp_path / "a")
    assert shown.code == 2
