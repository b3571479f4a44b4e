"""Blank slips: numbered once, drawn again alike, counted as they come in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.db.store import Store
from app.documents.scanning import codes_in
from app.domain.short_number import device_mark
from app.domain.slip_code import read_slip
from app.errors import ConvoyNotFound, StoreReadOnly
from app.services.paper.slips import number_slips, slip_count, slips_of, write_slips
from app.words.catalog import Words
from tests.support.convoys import small_convoy
from tests.support.laptops import Fleet, merged

WORDS = Words("ar", "arab")


@pytest.fixture
def fleet(store: Store, tmp_path: Path) -> Iterator[Fleet]:
    made = Fleet(tmp_path, store, small_convoy(store))
    yield made
    for laptop in made.laptops:
        laptop.close()


def test_numbers_go_on_after_the_last_printed(fleet: Fleet) -> None:
    here, convoy = fleet.coordinator, fleet.convoy.today.convoy_id
    number_slips(here, convoy, 2)
    number_slips(here, convoy, 1)
    count = slip_count(here, convoy)
    assert [(one.first[:4], one.last[:4], one.count) for one in count.printings] == [
        ("0009", "0012", 4),
        ("0001", "0008", 8),
    ]
    assert (count.printed, count.entered, len(count.missing)) == (12, 0, 12)
    with pytest.raises(ConvoyNotFound):
        number_slips(here, "elsewhere", 1)


def test_two_laptops_print_different_numbers_without_hearing_of_each_other(fleet: Fleet) -> None:
    here, convoy = fleet.coordinator, fleet.convoy.today.convoy_id
    laptop = fleet.laptop("لابتوب 2")
    number_slips(here, convoy, 3)
    number_slips(laptop, convoy, 3)
    (theirs,) = slip_count(laptop, convoy).printings
    assert theirs.first.startswith(f"{int(device_mark(laptop.device_id)) or 1000}0001-")
    merged(here, fleet.export(laptop))
    count = slip_count(here, convoy)
    assert (count.printed, len(count.printings)) == (24, 2)
    assert {one.device for one in count.printings} >= {"لابتوب 2"}


def test_the_same_slips_are_drawn_again_and_their_codes_read(fleet: Fleet, tmp_path: Path) -> None:
    here, convoy = fleet.coordinator, fleet.convoy.today.convoy_id
    printing = number_slips(here, convoy, 2)
    pdf = slips_of(here, printing, WORDS)
    assert pdf == slips_of(here, printing, WORDS)
    path = tmp_path / "slips.pdf"
    write_slips(here, printing, WORDS, path)
    assert path.read_bytes() == pdf
    read = [read_slip(text) for _, text in codes_in(path)]
    assert sorted(one.slip_no for one in read) == list(range(1, 9))
    assert {one.convoy_id for one in read} == {convoy}


def test_sheets_cut_as_one_pile_give_piles_that_run_on(fleet: Fleet, tmp_path: Path) -> None:
    here = fleet.coordinator
    printing = number_slips(here, fleet.convoy.today.convoy_id, 2)
    path = tmp_path / "slips.pdf"
    write_slips(here, printing, WORDS, path)
    pages = [(page, read_slip(text).slip_no) for page, text in codes_in(path)]
    assert pages == [(1, 1), (1, 3), (1, 5), (1, 7), (2, 2), (2, 4), (2, 6), (2, 8)]


def test_a_folder_that_takes_nothing_is_said(fleet: Fleet, tmp_path: Path) -> None:
    here = fleet.coordinator
    printing = number_slips(here, fleet.convoy.today.convoy_id, 1)
    with pytest.raises(StoreReadOnly):
        write_slips(here, printing, WORDS, tmp_path / "missing" / "slips.pdf")
