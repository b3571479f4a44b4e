"""Hamlets join the official places, and are found like them."""

import pytest

from app.db.projections import rebuild
from app.db.store import Store
from app.domain.places import Level
from app.errors import LabelMissing, LabelTaken, VillageMissing
from app.services.places import HamletForm, add_hamlet, places
from app.words.catalog import Words
from app.words.places import place_path

VILLAGE = "EG260901"


def test_a_hamlet_is_found_inside_its_village(store: Store) -> None:
    assert places(store).index.search("نجع الزناتي") == ()
    made = add_hamlet(store, HamletForm("  نجع   الزناتي ", VILLAGE))
    (hit,) = places(store).index.search("نجعزن")
    assert (hit.place.code, hit.place.name_ar, hit.place.level) == (
        made,
        "نجع الزناتي",
        Level.HAMLET,
    )
    assert hit.village is not None
    assert hit.village.code == VILLAGE
    assert hit.district is not None
    assert hit.district.code == VILLAGE[:6]


def test_a_new_village_lies_in_its_district(store: Store) -> None:
    made = add_hamlet(store, HamletForm("قرية الأمل الجديدة", "EG2609", "New Hope"))
    place = places(store).gazetteer.places[made]
    assert (place.level, place.parent, place.name_en) == (Level.VILLAGE, "EG2609", "New Hope")


def test_places_are_built_again_only_when_a_hamlet_came(store: Store) -> None:
    first = places(store)
    assert places(store) is first
    add_hamlet(store, HamletForm("نجع الزناتي", VILLAGE))
    assert places(store) is not first


@pytest.mark.parametrize(
    ("form", "cause"),
    [
        (HamletForm(" ", VILLAGE), LabelMissing),
        (HamletForm("نجع الزناتي", ""), VillageMissing),
        (HamletForm("نجع الزناتي", "EG26"), VillageMissing),
    ],
)
def test_a_hamlet_needs_a_name_and_a_place(store: Store, form, cause) -> None:
    with pytest.raises(cause):
        add_hamlet(store, form)


def test_one_village_does_not_hold_two_hamlets_of_one_name(store: Store) -> None:
    add_hamlet(store, HamletForm("عزبة أحمد", VILLAGE))
    with pytest.raises(LabelTaken):
        add_hamlet(store, HamletForm("عزبه احمد", VILLAGE))
    add_hamlet(store, HamletForm("عزبة أحمد", "EG260902"))


def test_derived_places_hold_the_hamlet_after_a_rebuild_too(store: Store) -> None:
    made = add_hamlet(store, HamletForm("نجع الزناتي", VILLAGE))
    with store.write() as session:
        rebuild(session.connection())
    assert made in places(store).gazetteer.places


def test_a_path_names_what_the_place_lies_in(store: Store) -> None:
    gazetteer = places(store).gazetteer
    place = gazetteer.places[VILLAGE]
    path = (place, *gazetteer.within(VILLAGE))
    assert place_path(Words("ar"), path).endswith("، سوهاج")
    assert place_path(Words("en"), path).endswith(", Suhag")
    assert place_path(Words("en"), path).startswith(place.name_ar)
