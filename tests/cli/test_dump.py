"""`qafila dump`."""

import csv
from pathlib import Path

from tests.support.commands import Commands
from tests.support.stores import USER


def test_a_dump_answers_with_what_it_wrote(
    qafila: Commands, closed_store: Path, tmp_path: Path
) -> None:
    out = tmp_path / "dump"
    shown = qafila("dump", "--store", closed_store, "--out", out, "--user", USER, "--json")
    assert (shown.code, shown.err) == (0, "")
    assert shown.document["out"] == str(out)
    for name, rows in shown.document["rows"].items():
        if name.endswith(".csv"):
            with (out / name).open(encoding="utf-8", newline="") as file:
                assert len(list(csv.DictReader(file))) == rows
    assert shown.document["rows"]["users.csv"] == 1


def test_people_are_told_that_a_dump_is_plain(
    qafila: Commands, closed_store: Path, tmp_path: Path
) -> None:
    shown = qafila("dump", "--store", closed_store, "--out", tmp_path / "dump")
    assert shown.code == 0
    assert "rows were written" in shown.out
    assert "plain form" in shown.out


def test_a_folder_of_other_files_is_refused(
    qafila: Commands, closed_store: Path, tmp_path: Path
) -> None:
    shown = qafila("dump", "--store", closed_store, "--out", tmp_path)
    assert (shown.code, shown.out) == (1, "")
    assert "already holds other files" in shown.err
