"""`qafila find`."""

from pathlib import Path

import pytest

from tests.support.commands import Commands
from tests.support.convoys import small_convoy
from tests.support.stores import copy_store


@pytest.fixture
def village_store(store_template: Path, tmp_path: Path) -> Path:
    """A closed store with one family of two."""
    store = copy_store(store_template, tmp_path / "village")
    small_convoy(store)
    store.close()
    return store.folder


def test_a_name_is_found_however_it_is_spelled(qafila: Commands, village_store: Path) -> None:
    shown = qafila("find", "--store", village_store, "احمد سعيد", "--json")
    assert (shown.code, shown.err) == (0, "")
    (match,) = shown.document["matches"]
    assert match["name"] == "سعيد أحمد عبدالحميد"
    assert match["relationship"] == "head"
    assert match["of_today"] is True
    assert match["places"][-1] == "سوهاج"
    assert shown.document["more"] is False


def test_people_read_a_line_a_match(qafila: Commands, village_store: Path) -> None:
    shown = qafila("find", "--store", village_store, "منى")
    assert shown.out.startswith("منى علي حسن · wife · ")


def test_nobody_is_an_answer_too(qafila: Commands, village_store: Path) -> None:
    shown = qafila("find", "--store", village_store, "زغلول")
    assert (shown.code, shown.out, shown.err) == (0, "Nobody was found.\n", "")


def test_what_is_typed_may_begin_with_a_dash(qafila: Commands, village_store: Path) -> None:
    shown = qafila("find", "--store", village_store, "--", "--drop")
    assert (shown.code, shown.out) == (0, "Nobody was found.\n")
