"""The catalogue: items, categories, initiatives and organisations."""

import pytest

from app.db.store import Store
from app.domain.quantity import ONE
from app.errors import (
    ItemCodeTaken,
    ItemInUse,
    LabelMissing,
    LabelTaken,
    LogoTooLarge,
    LogoUnreadable,
    ParentLoop,
    RecordNotFound,
    SynonymTaken,
    UnitMissing,
)
from app.services.catalogue import (
    HIGHEST_CODE,
    ItemForm,
    Shelf,
    categories,
    initiatives,
    items,
    put_in_use,
    save_category,
    save_initiative,
    save_item,
)
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.organisations import (
    MAX_LOGO_BYTES,
    OrganisationForm,
    logo_of,
    organisations,
    save_organisation,
)
from tests.support.convoys import BOX, BOX_RULE, small_convoy

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def item(store: Store, item_id: str):
    return next(found for found in items(store, unused=True) if found.id == item_id)


def test_a_new_item_takes_the_next_code_and_keeps_all_that_was_typed(store: Store) -> None:
    highest = max(found.code for found in items(store))
    form = ItemForm(
        "تمر  بلح", "kg", "Dates", kind="food", value=12_550, synonyms=frozenset({" بلح ", "، "})
    )
    saved = item(store, save_item(store, form))
    assert (saved.name_ar, saved.name_en, saved.unit) == ("تمر بلح", "Dates", "kg")
    assert (saved.code, saved.kind, saved.value) == (highest + 1, "food", 12_550)
    assert saved.synonyms == {"بلح"}


@pytest.mark.parametrize(
    ("form", "cause"),
    [
        (ItemForm("", "kg"), LabelMissing),
        (ItemForm("بطّانيه", "piece"), LabelTaken),
        (ItemForm("تمر", "sack"), UnitMissing),
        (ItemForm("تمر", "kg", code=1), ItemCodeTaken),
        (ItemForm("تمر", "kg", code=HIGHEST_CODE + 1), ItemCodeTaken),
        (ItemForm("تمر", "kg", synonyms=frozenset({"كرتونه"})), SynonymTaken),
        (ItemForm("كراتين", "box"), SynonymTaken),
    ],
)
def test_what_would_confuse_lists_or_receipts_is_refused(store: Store, form, cause) -> None:
    before = items(store, unused=True)
    with pytest.raises(cause):
        save_item(store, form)
    assert items(store, unused=True) == before


def test_an_item_may_keep_its_own_words_and_change_its_unit_until_it_is_used(store: Store) -> None:
    own = item(store, "seedling")
    form = ItemForm(own.name_ar, "piece", own.name_en, 500, own.kind, None, own.synonyms)
    save_item(store, form, own.id)
    assert (item(store, own.id).unit, item(store, own.id).code) == ("piece", 500)
    with pytest.raises(RecordNotFound):
        save_item(store, ItemForm("تمر", "kg"), "nothing")


def test_code_and_unit_stay_once_an_item_was_given(store: Store) -> None:
    small = small_convoy(store)
    record_hand_over(store, HandOver(small.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    box = item(store, BOX)
    with pytest.raises(ItemInUse):
        save_item(store, ItemForm("صندوق كبير", "kg", code=box.code), BOX)
    with pytest.raises(ItemInUse):
        save_item(store, ItemForm("صندوق كبير", box.unit, code=777), BOX)
    save_item(store, ItemForm("صندوق كبير", box.unit, code=box.code), BOX)
    assert item(store, BOX).name_ar == "صندوق كبير"


def test_what_is_out_of_use_is_not_offered_and_can_come_back(store: Store) -> None:
    put_in_use(store, Shelf.ITEMS, "food-box", active=False)
    assert "food-box" not in {found.id for found in items(store)}
    assert not item(store, "food-box").active
    put_in_use(store, Shelf.ITEMS, "food-box", active=True)
    assert "food-box" in {found.id for found in items(store)}
    with pytest.raises(RecordNotFound):
        put_in_use(store, Shelf.CATEGORIES, "food-box", active=False)


def test_categories_and_initiatives_are_added_and_renamed(store: Store) -> None:
    category = save_category(store, "طالب جامعي", "Student", frozenset({"طلاب"}))
    save_category(store, "طالب علم", "", frozenset(), category)
    found = next(line for line in categories(store) if line.id == category)
    assert (found.name_ar, found.name_en, found.synonyms) == ("طالب علم", "", frozenset())
    initiative = save_initiative(store, "دفء")
    assert initiative in {line.id for line in initiatives(store)}
    with pytest.raises(LabelTaken):
        save_initiative(store, "دفءُ")
    with pytest.raises(LabelMissing):
        save_category(store, " - ")


def test_names_are_shown_in_the_readers_language_or_the_only_one_there_is(store: Store) -> None:
    named = next(line for line in initiatives(store) if line.id == "haya-karima")
    assert (named.name("ar"), named.name("en")) == ("حياة كريمة", "Decent Life")
    only = save_initiative(store, "دفء")
    assert next(line for line in initiatives(store) if line.id == only).name("en") == "دفء"


def test_an_organisation_keeps_its_logo_until_another_or_none_is_chosen(store: Store) -> None:
    form = OrganisationForm("جمعية النيل", phone="٠١٠٠ 123 4567", logo=PNG)
    made = save_organisation(store, form)
    line = next(found for found in organisations(store) if found.id == made)
    assert (line.phone, line.has_logo, logo_of(store, made)) == ("0100 123 4567", True, PNG)
    save_organisation(store, OrganisationForm("جمعية النيل"), made)
    assert logo_of(store, made) == PNG
    save_organisation(store, OrganisationForm("جمعية النيل", logo=b""), made)
    assert logo_of(store, made) == b""
    assert logo_of(store, "nothing") == b""


@pytest.mark.parametrize(
    ("logo", "cause"),
    [(b"GIF89a", LogoUnreadable), (PNG + bytes(MAX_LOGO_BYTES), LogoTooLarge)],
)
def test_a_logo_that_cannot_travel_is_refused(store: Store, logo, cause) -> None:
    with pytest.raises(cause):
        save_organisation(store, OrganisationForm("جمعية النيل", logo=logo))


def test_organisations_do_not_belong_to_each_other_in_a_ring(store: Store) -> None:
    top = save_organisation(store, OrganisationForm("أ"))
    middle = save_organisation(store, OrganisationForm("ب", parent_id=top))
    leaf = save_organisation(store, OrganisationForm("ج", parent_id=middle))
    with pytest.raises(ParentLoop):
        save_organisation(store, OrganisationForm("أ", parent_id=leaf), top)
    with pytest.raises(ParentLoop):
        save_organisation(store, OrganisationForm("أ", parent_id=top), top)
