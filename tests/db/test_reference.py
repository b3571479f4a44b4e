"""The reference data itself, and the reading of it."""

import csv
from collections import Counter

import pytest

from app.config import resource_path
from app.db.reference import code_of, name_parts_by_share, official_places, words_of
from app.domain.names import normalise
from app.domain.national_id import GOVERNORATES
from app.domain.places import Level, bare_name
from app.domain.quantity import UNITS


def defaults(name: str) -> list[dict[str, str]]:
    with resource_path(f"data/defaults/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_all_of_egypt_is_there() -> None:
    places = official_places()
    assert Counter(place.level for place in places) == {
        Level.GOVERNORATE: 27,
        Level.DISTRICT: 365,
        Level.VILLAGE: 5716,
    }
    assert len({place.code for place in places}) == len(places)
    codes = {place.code for place in places} | {"EG"}
    assert all(place.parent in codes for place in places)
    assert all(place.name_ar.strip() == place.name_ar != "" for place in places)


def test_land_where_nobody_lives_is_not_selectable() -> None:
    closed = [place for place in official_places() if not place.selectable]
    assert sum(place.level is Level.DISTRICT for place in closed) == 14
    assert all(p.code.endswith("00") for p in closed if p.level is Level.DISTRICT)
    parents = {place.code for place in closed}
    assert not [p for p in official_places() if p.parent in parents and p.selectable]
    assert not [p for p in official_places() if p.name_ar == "خارج الزمام" and p.selectable]


def test_names_hold_no_stray_signs() -> None:
    assert not [place for place in official_places() if set(place.name_ar) & set("?*_،")]


def test_governorates_are_those_of_the_national_number() -> None:
    official = {p.code: p.name_ar for p in official_places() if p.level is Level.GOVERNORATE}
    known = {g.pcode: g.name_ar for g in GOVERNORATES.values() if g.pcode}
    assert {code: bare_name(name) for code, name in known.items()} == {
        code: bare_name(name) for code, name in official.items()
    }


def test_name_parts_come_with_their_frequencies() -> None:
    parts = name_parts_by_share()
    assert len(parts) == 12_438
    assert (parts[0].name, parts[0].gender) == ("محمد", "m")
    assert parts[0].share == pytest.approx(12.566813)
    assert [part.share for part in parts] == sorted((p.share for p in parts), reverse=True)
    assert {part.gender for part in parts} == {"m", "f", "n"}
    assert all(99 < sum(part.slots) < 101 for part in parts)
    ali = next(part for part in parts if part.name == "علي")
    assert ali.variants == ("على",)


@pytest.mark.parametrize(
    ("word_list", "written", "code"),
    [
        ("relationship", "رب الأسرة", "head"),
        ("relationship", "رب الاسره", "head"),
        ("relationship", "الزوجة", "wife"),
        ("relationship", "ابن", "son"),
        ("relationship", "ابنة", "daughter"),
        ("sex", "ذكر", "m"),
        ("sex", "أنثى", "f"),
        ("sex", "انثي", "f"),
        ("document", "جواز سفر", "passport"),
        ("document", "بطاقة", "national_id"),
        ("no_document", "ساقط قيد", "never_issued"),
        ("sex", "؟", None),
        ("relationship", "ذكر", None),
    ],
)
def test_words_of_lists(word_list: str, written: str, code: str | None) -> None:
    assert code_of(word_list, written) == code  # type: ignore[arg-type]


@pytest.mark.parametrize("word_list", ["relationship", "sex", "document", "no_document"])
def test_every_list_of_words_has_some(word_list: str) -> None:
    assert len(words_of(word_list)) > 5  # type: ignore[arg-type]


def test_no_word_means_two_things() -> None:
    meanings: dict[tuple[str, str], set[str]] = {}
    with resource_path("data/vocabulary.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for word in row["words"].split("|"):
                meanings.setdefault((row["list"], normalise(word)), set()).add(row["code"])
    assert not {word: codes for word, codes in meanings.items() if len(codes) > 1}


@pytest.mark.parametrize("name", ["initiatives", "organisations", "items", "categories"])
def test_defaults_have_fixed_ids_and_both_names(name: str) -> None:
    rows = defaults(name)
    ids = [row["id"] for row in rows]
    assert len(set(ids)) == len(ids)
    assert all(set(i) <= set("abcdefghijklmnopqrstuvwxyz-") for i in ids)
    assert all(row["name_ar"] and row["name_en"].isascii() and row["name_en"] for row in rows)


@pytest.mark.parametrize("name", ["items", "categories"])
def test_a_synonym_means_one_default(name: str) -> None:
    meanings: dict[str, set[str]] = {}
    for row in defaults(name):
        for word in [row["name_ar"], row["name_en"], *row["synonyms"].split("|")]:
            meanings.setdefault(normalise(word), set()).add(row["id"])
    assert not {word: ids for word, ids in meanings.items() if len(ids) > 1}
    assert normalise("متزوج") not in meanings


def test_items_have_codes_and_known_units() -> None:
    rows = defaults("items")
    assert len({int(row["code"]) for row in rows}) == len(rows)
    assert all(0 < int(row["code"]) < 100 for row in rows)
    assert {row["unit"] for row in rows} <= set(UNITS)
    kinds = {row["kind"] for row in rows}
    assert kinds >= {"food", "meal", "meat", "blanket", "clothes"}
    assert kinds >= {"medicine", "cash", "school", "livelihood", "tree"}


def test_organisations_know_their_parent() -> None:
    rows = defaults("organisations")
    ids = {row["id"] for row in rows}
    assert all(not row["parent_id"] or row["parent_id"] in ids for row in rows)
    assert sum(not row["parent_id"] for row in rows) == 1
