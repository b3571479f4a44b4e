"""The picker against the real list: what three keystrokes achieve."""

import pytest

from app.db.reference import official_places
from app.domain.places import Gazetteer, Level, Place
from app.domain.village_search import VillageIndex

HAMLET = Place("local-1", Level.HAMLET, "EG260101", "نجع تجريب الواحة")
GAZETTEER = Gazetteer.of([*official_places(), HAMLET])
INDEX = VillageIndex(GAZETTEER)
VILLAGES = [
    place
    for place in GAZETTEER.places.values()
    if place.level is Level.VILLAGE and place.selectable
]


def three_letters(name: str) -> str:
    words = [word.removeprefix("ال") for word in name.split()]
    if len(words) == 1:
        return words[0][:3]
    if len(words) == 2:
        return words[0][:1] + words[1][:2]
    return "".join(word[:1] for word in words[:3])


def share_found(context: Level | None, every: int) -> float:
    """Of every so many-th village, how many are among the ten shown after three letters."""
    found = total = 0
    for village in VILLAGES[::every]:
        around = None if context is None else GAZETTEER.ancestor(village.code, context)
        near = () if around is None else (around.code,)
        hits = INDEX.search(three_letters(village.name_ar), near=near)
        found += village in [hit.place for hit in hits]
        total += 1
    return found / total


@pytest.mark.parametrize(
    ("context", "at_least"),
    [(None, 0.91), (Level.GOVERNORATE, 0.99), (Level.DISTRICT, 0.995), (Level.VILLAGE, 1.0)],
)
def test_three_letters_show_the_village_among_ten(context: Level | None, at_least: float) -> None:
    assert share_found(context, every=7) >= at_least


def names(typed: str, *near: str, limit: int = 10) -> list[str]:
    return [hit.place.name_ar for hit in INDEX.search(typed, near=near, limit=limit)]


def test_letters_may_begin_one_word_or_run_over_several() -> None:
    assert "جزيرة أولاد حمزة" in names("جحم")
    assert "جزيرة أولاد حمزة" in names("جاح", "EG26")
    assert "جزيرة أولاد حمزة" in names("حمز", "EG26")
    assert "جزيرة أولاد حمزة" in names("جزيره اولاد")
    assert "المواطين" in names("مواط")
    assert "المواطين" in names("الموا", "EG26")


def test_a_whole_name_comes_first() -> None:
    assert names("باصونة")[0] == "باصونة"
    assert set(names("السلام", limit=5)) == {"السلام"}


def test_the_governorate_comes_first_and_namesakes_are_told_apart() -> None:
    hits = INDEX.search("الروضة", near=["EG24"])
    assert hits[0].governorate is not None
    assert hits[0].governorate.code == "EG24"
    labels = [(hit.place.name_ar, hit.district, hit.governorate) for hit in hits]
    assert len(set(labels)) == len(labels)


def test_a_district_may_be_typed_too() -> None:
    hits = INDEX.search("السلام بلبيس")
    assert hits
    assert {hit.district.name_ar for hit in hits if hit.district} == {"مركز بلبيس"}


def test_the_convoys_villages_stand_ready() -> None:
    village = next(place for place in VILLAGES if place.name_ar == "باصونة")
    assert names("", village.code) == ["باصونة"]
    assert names("ب", village.code)[0] == "باصونة"
    assert names("") == []


def test_a_hamlet_is_found_and_shown_in_its_village() -> None:
    hit = INDEX.search("تجريب")[0]
    assert hit.place is HAMLET
    assert hit.village is GAZETTEER.places["EG260101"]
    assert hit.district is GAZETTEER.places["EG2601"]
    assert INDEX.search("نتج", near=["local-1"])[0].place is HAMLET


def test_unselectable_land_and_nonsense_are_not_found() -> None:
    assert "خارج الزمام" not in names("خارج الزمام", limit=100)
    assert names("غغغغ") == []
    assert names("باصونة غغغ") == []


def test_the_limit_is_kept_and_the_order_is_steady() -> None:
    assert len(INDEX.search("كفر", limit=3)) == 3
    assert INDEX.search("كفر", limit=20)[:3] == INDEX.search("كفر", limit=3)
