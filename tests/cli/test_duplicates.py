"""`qafila duplicates`."""

from pathlib import Path

import pytest

from app.services.registration import Consent, NewHousehold, NewMember, register_household
from tests.support.commands import Commands
from tests.support.stores import copy_store

WIDOW = NewMember(
    name="نعمة عبدالنبي خلف", sex="f", document_type="national_id", document_no="27003122600124"
)


@pytest.fixture
def twice(store_template: Path, tmp_path: Path) -> Path:
    """A closed store with one widow in two households."""
    store = copy_store(store_template, tmp_path / "twice")
    for _ in range(2):
        family = NewHousehold(village_id="EG260101", members=(WIDOW,), consent=Consent())
        register_household(store, family)
    store.close()
    return store.folder


def test_pairs_are_counted_and_written(qafila: Commands, twice: Path, tmp_path: Path) -> None:
    out = tmp_path / "pairs.csv"
    shown = qafila("duplicates", "--store", twice, "--out", out, "--json")
    assert (shown.code, shown.err) == (0, "")
    assert (shown.document["sure"], shown.document["review"]) == (1, 0)
    assert shown.document["pairs"] == 1
    lines = out.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "person_a,person_b,points,band,reasons"
    assert len(lines) == 2
    again = tmp_path / "again.csv"
    qafila("duplicates", "--store", twice, "--out", again)
    assert again.read_bytes() == out.read_bytes()


def test_people_read_two_lines(qafila: Commands, twice: Path) -> None:
    shown = qafila("duplicates", "--store", twice, "--new")
    assert shown.code == 0
    assert len(shown.out.splitlines()) == 2


def test_a_folder_that_is_not_there_is_refused(
    qafila: Commands, twice: Path, tmp_path: Path
) -> None:
    shown = qafila("duplicates", "--store", twice, "--out", tmp_path / "none" / "pairs.csv")
    assert shown.code == 1
