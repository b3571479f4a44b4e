"""`qafila report`."""

import csv
import json
from pathlib import Path

import pypdfium2
import pytest

from app.domain.quantity import ONE
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.reports.registry import OFFERS
from tests.support.commands import Commands
from tests.support.convoys import BOX, BOX_RULE, small_convoy
from tests.support.stores import copy_store


@pytest.fixture
def served_store(store_template: Path, tmp_path: Path) -> Path:
    """A closed store with one hand-over in «قافلة سوهاج»."""
    store = copy_store(store_template, tmp_path / "served")
    convoy = small_convoy(store)
    record_hand_over(store, HandOver(convoy.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    store.close()
    return store.folder


def test_the_list_names_every_report(qafila: Commands) -> None:
    shown = qafila("report", "--list", "--json")
    assert (shown.code, shown.err) == (0, "")
    named = [report["name"] for report in json.loads(shown.out)["reports"]]
    assert named == [offer.kind.name for offer in OFFERS]
    assert "Daily convoy report" in qafila("report", "--list").out


def test_a_report_is_one_pdf(qafila: Commands, served_store: Path, tmp_path: Path) -> None:
    out = tmp_path / "daily.pdf"
    shown = qafila("report", "daily", "--store", served_store, "--out", out, "--json")
    assert (shown.code, shown.err) == (0, "")
    assert shown.document["report"] == "daily"
    with pypdfium2.PdfDocument(out) as pdf:
        assert "Daily convoy report" in pdf[0].get_textpage().get_text_bounded()


def test_days_and_convoy_narrow_it(qafila: Commands, served_store: Path, tmp_path: Path) -> None:
    out = tmp_path / "daily.csv"
    ask = ("report", "daily", "--store", served_store, "--convoy", "قافله سوهاج", "--out", out)
    families = {}
    for day in ("2025-11-22", "2025-11-23"):
        assert qafila(*ask, "--from", day, "--to", day).code == 0
        rows = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
        families[day] = rows[2][0]
    assert families == {"2025-11-22": "1", "2025-11-23": "0"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("weather", "--out", "a.pdf"), "no report called"),
        (("daily", "--out", "a.doc"), "written as .pdf"),
        (("daily", "--out", "a.pdf", "--from", "today"), "is no day"),
        (("daily", "--out", "a.pdf", "--convoy", "X"), "no convoy called"),
        (("daily", "--out", "a.pdf", "--organisation", "X"), "organisation"),
        (("daily", "--out", "a.pdf", "--who", "X"), "not on this laptop"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    qafila: Commands,
    served_store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = qafila("report", *arguments, "--store", served_store)
    assert (shown.code, shown.out) == (1, "")
    assert said in shown.err
    assert not Path(arguments[2]).exists()


@pytest.mark.parametrize("arguments", [(), ("daily",), ("--out", "a.pdf")])
def test_a_report_needs_a_name_and_a_file(
    qafila: Commands, closed_store: Path, arguments: tuple[str, ...]
) -> None:
    assert qafila("report", *arguments, "--store", closed_store).code == 2
