"""The list comes in order, part by part, without a gap or a repeat, whatever it is sorted by."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest

from app.db.store import Store
from app.services.people_list import (
    Kind,
    Position,
    Sort,
    Wanted,
    count_all,
    find_rows,
    household_lines,
    list_part,
    person_lines,
    row_of_household,
)
from app.services.places import HamletForm, add_hamlet
from app.services.registration import Consent, NewHousehold, NewMember, register_household

HERE, THERE = "EG260101", "EG270101"
NAMES = ("حسن علي", "أحمد سعيد", "يحيى محمود", "بسام فوزي", "زينب حسن")
MEMBER = NewMember(
    name="",
    birth_date="1980-01-01",
    birth_precision="year",
    document_type="national_id",
    document_no="28001012600123",
    phone="01012345678",
)


@pytest.fixture(autouse=True)
def register(store: Store) -> list[str]:
    ids = []
    for number, name in enumerate(NAMES):
        form = NewHousehold(
            village_id=(HERE, THERE)[number % 2],
            members=(
                replace(MEMBER, name=name, relationship="head"),
                replace(MEMBER, name=f"منى {name}", relationship="daughter"),
            ),
            consent=Consent(),
            number=f"7-{12 - number}",
            categories=frozenset({"widow"}) if number < 2 else frozenset(),
            registered_on="2025-11-22",
        )
        ids.append(register_household(store, form).household_id)
    return ids


def all_rows(store: Store, wanted: Wanted, most: int = 2) -> list[int]:
    rows: list[int] = []
    after: Position | None = None
    for _ in range(50):
        part = list_part(store, wanted, after, most)
        rows += part.rows
        after = part.then
        if after is None:
            return rows
    raise AssertionError


def heads(store: Store, rows: Sequence[int]) -> list[str]:
    return [line.head_name for line in household_lines(store, rows) if line]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (Sort.NAME, ["أحمد سعيد", "بسام فوزي", "حسن علي", "زينب حسن", "يحيى محمود"]),
        (Sort.NUMBER, ["زينب حسن", "بسام فوزي", "يحيى محمود", "أحمد سعيد", "حسن علي"]),
        (Sort.REGISTERED, list(NAMES)),
    ],
)
def test_households_in_order(store: Store, sort: Sort, order: list[str], descending: bool) -> None:
    rows = all_rows(store, Wanted(sort=sort, descending=descending))
    assert heads(store, rows) == (order[::-1] if descending else order)


def test_households_by_village_and_name(store: Store) -> None:
    rows = all_rows(store, Wanted(sort=Sort.VILLAGE))
    lines = [line for line in household_lines(store, rows) if line]
    places = [line.place.name_ar for line in lines if line.place]
    assert places == sorted(places)
    assert [line.head_name for line in lines] in (
        ["أحمد سعيد", "بسام فوزي", "حسن علي", "زينب حسن", "يحيى محمود"],
        ["حسن علي", "زينب حسن", "يحيى محمود", "أحمد سعيد", "بسام فوزي"],
    )


@pytest.mark.parametrize(("kind", "sort"), list(product(Kind, Sort)))
def test_parts_are_the_whole_without_gap_or_repeat(store: Store, kind: Kind, sort: Sort) -> None:
    for descending, village, most in product((False, True), ("", HERE), (1, 3, 100)):
        wanted = Wanted(kind, sort, descending, village)
        rows = all_rows(store, wanted, most)
        each = 1 if kind is Kind.HOUSEHOLDS else 2
        assert len(rows) == len(set(rows)) == (3 if village else 5) * each
        assert rows == all_rows(store, wanted, 100)


def test_equal_names_are_all_listed(store: Store) -> None:
    for _ in range(4):
        form = NewHousehold(HERE, (replace(MEMBER, name="حسن علي"),), consent=Consent())
        register_household(store, form)
    for descending in (False, True):
        rows = all_rows(store, Wanted(descending=descending), 2)
        assert len(rows) == len(set(rows)) == 9


def test_a_village_has_its_hamlets(store: Store) -> None:
    hamlet = add_hamlet(store, HamletForm("عزبة النخل", inside=HERE))
    form = NewHousehold(hamlet, (replace(MEMBER, name="نجلاء حسن"),), consent=Consent())
    register_household(store, form)
    assert "نجلاء حسن" in heads(store, all_rows(store, Wanted(village_id=HERE)))


@pytest.mark.parametrize(
    ("kind", "village", "count"),
    [(Kind.HOUSEHOLDS, "", 2), (Kind.HOUSEHOLDS, HERE, 1), (Kind.PEOPLE, "", 4)],
)
def test_those_of_a_category(store: Store, kind: Kind, village: str, count: int) -> None:
    wanted = Wanted(kind, village_id=village, category_id="widow")
    assert len(all_rows(store, wanted, 3)) == count
    assert all_rows(store, replace(wanted, category_id="wido_")) == []


def test_what_lines_show(store: Store, register: list[str]) -> None:
    (household,) = household_lines(store, [row_of_household(store, register[0]) or 0])
    assert household is not None
    assert (household.number, household.size, household.registered_on) == ("7-12", 2, "2025-11-22")
    assert household.place is not None
    assert household.place.id == HERE
    rows = find_rows(store, "منى حسن علي", Wanted(Kind.PEOPLE))
    (person,) = person_lines(store, rows)
    assert person is not None
    assert (person.name, person.relationship) == ("منى حسن علي", "daughter")
    assert person.masked_id == "••••••0123"
    assert person.birth is not None
    assert person.birth.precision == "year"
    assert (person.household_number, person.household_id) == ("7-12", register[0])


def test_a_search_finds_each_household_once(store: Store, register: list[str]) -> None:
    rows = find_rows(store, "حسن", Wanted())
    assert sorted(heads(store, rows)) == ["حسن علي", "زينب حسن"]
    assert len(find_rows(store, "حسن", Wanted(Kind.PEOPLE))) == 4
    assert list(find_rows(store, " ", Wanted(Kind.PEOPLE))) == []


def test_rows_that_are_gone_keep_their_places(store: Store, register: list[str]) -> None:
    row = row_of_household(store, register[0]) or 0
    gone, found, *_ = household_lines(store, [1, row, 2])
    assert gone is None
    assert found is not None
    assert found.household_id == register[0]
    assert person_lines(store, [1, 2]) == (None, None)
    assert row_of_household(store, "nobody") is None


def test_how_many_are_on_file(store: Store) -> None:
    assert (count_all(store, Kind.HOUSEHOLDS), count_all(store, Kind.PEOPLE)) == (5, 10)


def test_a_search_keeps_to_the_village_and_the_category(store: Store) -> None:
    assert heads(store, find_rows(store, "حسن", Wanted(category_id="widow"))) == ["حسن علي"]
    assert heads(store, find_rows(store, "أحمد", Wanted(village_id=THERE))) == ["أحمد سعيد"]
    assert heads(store, find_rows(store, "أحمد", Wanted(village_id=HERE))) == []
