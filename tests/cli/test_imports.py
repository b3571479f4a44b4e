"""`qafila import-list` and `qafila import-aid`."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.support.commands import Commands, Outcome

LISTS = Path(__file__).resolve().parents[1] / "data" / "lists"
KEYS = ("rows", "taken", "known", "refused", "warnings", "rejects")


@pytest.fixture
def families(tmp_path: Path) -> Path:
    """A copy of a list as an association keeps it, in a folder of its own."""
    folder = tmp_path / "كشوف"
    folder.mkdir()
    return Path(shutil.copy(LISTS / "families_sohag.xlsx", folder))


def _persons(qafila: Commands, store: Path, out: Path) -> bytes:
    assert qafila("dump", "--store", store, "--out", out).code == 0
    return (out / "persons.csv").read_bytes()


def _counts(outcome: Outcome) -> tuple[int, int, int, int]:
    document = outcome.document
    assert set(KEYS) <= document.keys()
    assert document["rows"] == document["taken"] + document["known"] + document["refused"]
    return document["rows"], document["taken"], document["known"], document["refused"]


def test_the_same_list_adds_nothing_the_second_time(
    qafila: Commands, closed_store: Path, families: Path, tmp_path: Path
) -> None:
    first = qafila("import-list", "--store", closed_store, families, "--json")
    assert (first.code, first.err) == (0, "")
    rows, taken, _, _ = _counts(first)
    assert rows == 249
    assert taken > 200
    before = _persons(qafila, closed_store, tmp_path / "before")
    second = qafila("import-list", "--store", closed_store, families, "--json")
    assert _counts(second)[1] == 0
    assert _persons(qafila, closed_store, tmp_path / "after") == before


def test_rows_to_look_at_are_written_beside_the_list(
    qafila: Commands, closed_store: Path, families: Path
) -> None:
    shown = qafila("import-list", "--store", closed_store, families, "--json")
    rejects = Path(shown.document["rejects"])
    assert rejects == families.with_name("families_sohag-rejects.xlsx")
    assert rejects.exists()


def test_rows_to_look_at_go_where_they_are_asked_for(
    qafila: Commands, closed_store: Path, families: Path, tmp_path: Path
) -> None:
    asked = tmp_path / "report.xlsx"
    shown = qafila("import-list", "--store", closed_store, families, "--rejects", asked, "--json")
    assert shown.document["rejects"] == str(asked)
    assert asked.exists()


def test_a_list_in_a_locked_folder_is_reported_here(
    qafila: Commands,
    closed_store: Path,
    families: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    allowed = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: path != families.parent and allowed(path, mode)
    )
    shown = qafila("import-list", "--store", closed_store, families, "--json")
    assert shown.document["rejects"] == "families_sohag-rejects.xlsx"
    assert (tmp_path / "families_sohag-rejects.xlsx").exists()


def test_a_dry_run_changes_nothing(
    qafila: Commands, closed_store: Path, families: Path, tmp_path: Path
) -> None:
    before = _persons(qafila, closed_store, tmp_path / "before")
    shown = qafila("import-list", "--store", closed_store, families, "--dry-run")
    assert shown.code == 0
    assert "Nothing was written" in shown.out
    assert "249 rows were read." in shown.out
    assert _persons(qafila, closed_store, tmp_path / "after") == before
    assert list(families.parent.iterdir()) == [families]


def test_a_column_can_be_named(
    qafila: Commands, closed_store: Path, families: Path, tmp_path: Path
) -> None:
    mapping = tmp_path / "map.json"
    mapping.write_text(json.dumps({"#1": "no such column"}))
    shown = qafila("import-list", "--store", closed_store, families, "--map", mapping)
    assert (shown.code, shown.out) == (1, "")
    assert "no such column" in shown.err


@pytest.mark.parametrize(
    ("name", "content"),
    [("missing.xlsx", None), ("picture.xlsx", b"\x89PNG"), ("empty.csv", b"")],
)
def test_what_is_no_list_is_refused(
    qafila: Commands, closed_store: Path, tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    for command in ("import-list", "import-aid"):
        shown = qafila(command, "--store", closed_store, path, "--json")
        assert (shown.code, shown.out) == (1, "")
        assert name in shown.err


def test_a_hand_over_sheet_makes_its_convoy_and_registers_strangers(
    qafila: Commands, closed_store: Path, families: Path, tmp_path: Path
) -> None:
    sheet = Path(shutil.copy(LISTS / "handover_sohag.xlsx", tmp_path))
    qafila("import-list", "--store", closed_store, families)
    first = qafila("import-aid", "--store", closed_store, sheet, "--json")
    assert (first.code, first.err) == (0, "")
    rows, taken, known, refused = _counts(first)
    assert (rows, taken) == (205, 205 - known - refused)
    assert first.document["convoy"]
    second = qafila("import-aid", "--store", closed_store, sheet, "--json")
    assert _counts(second)[1] == 0


def test_a_convoy_that_is_not_there_is_refused(
    qafila: Commands, closed_store: Path, tmp_path: Path
) -> None:
    sheet = LISTS / "handover_sohag.xlsx"
    shown = qafila("import-aid", "--store", closed_store, sheet, "--convoy", "قافلة أخرى")
    assert (shown.code, shown.out) == (1, "")
    assert "no convoy called" in shown.err
