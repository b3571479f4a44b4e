"""While a family is typed in, those of it who are on file already are shown, and nobody else."""

from dataclasses import replace

import pytest

from app.db.store import Store
from app.domain.duplicates import Difference, Likeness
from app.services.likely_duplicates import likely_duplicates
from app.services.registration import Consent, NewHousehold, NewMember, register_household

VILLAGE, ELSEWHERE = "EG260101", "EG270101"
SAID = NewMember(
    name="سعيد أحمد عبد الحميد",
    sex="m",
    birth_date="1980-01-01",
    birth_precision="day",
    document_type="national_id",
    document_no="28001012600123",
    phone="01012345678",
)
NOTHING = NewMember(name="")


@pytest.fixture(autouse=True)
def on_file(store: Store) -> str:
    head = replace(SAID, relationship="head")
    return register_household(store, form(head)).household_id


def form(*members: NewMember, village: str = VILLAGE, phone: str = "") -> NewHousehold:
    return NewHousehold(village_id=village, members=members, consent=Consent(), phone=phone)


def alike(store: Store, command: NewHousehold) -> list[tuple[Likeness, ...]]:
    return [found.alike for found in likely_duplicates(store, command)]


def test_the_same_document_is_enough(store: Store, on_file: str) -> None:
    typed = replace(NOTHING, document_type="national_id", document_no="٢٨٠٠١٠١٢٦٠٠١٢٣")
    (found,) = likely_duplicates(store, form(typed, village=ELSEWHERE))
    assert found.alike == (Likeness.DOCUMENT,)
    assert (found.household_id, found.name) == (on_file, SAID.name)
    assert found.masked_id == "••••••0123"
    assert found.place is not None
    assert found.place.id == VILLAGE


def test_the_same_number_on_another_kind_of_document_is_not(store: Store) -> None:
    typed = replace(NOTHING, document_type="passport", document_no=SAID.document_no)
    assert alike(store, form(typed)) == []


def test_the_same_name_in_the_same_village_in_any_spelling(store: Store) -> None:
    typed = replace(NOTHING, name="سَعيد احمد عبدالحميد")
    assert alike(store, form(typed)) == [(Likeness.NAME, Likeness.VILLAGE)]
    assert alike(store, form(typed, village=ELSEWHERE)) == []


def test_the_same_name_elsewhere_needs_the_birth_date(store: Store) -> None:
    typed = replace(NOTHING, name=SAID.name, birth_date="1980-01-01", birth_precision="day")
    found = alike(store, form(typed, village=ELSEWHERE))
    assert found == [(Likeness.NAME, Likeness.BIRTH_DATE)]


@pytest.mark.parametrize("name", ["سعيد أحمد", "سعيد أحمد عبد الحميد حسن"])
def test_a_shorter_or_longer_name_needs_the_phone_too(store: Store, name: str) -> None:
    typed = replace(NOTHING, name=name)
    assert alike(store, form(typed)) == []
    found = alike(store, form(typed, phone="+20 101 234 5678"))
    assert found == [(Likeness.NAME_BEGINS, Likeness.PHONE, Likeness.VILLAGE)]


def test_a_brother_is_not_the_same_person_but_the_household_may_be_known(store: Store) -> None:
    brother = replace(SAID, name="حسن أحمد عبد الحميد", document_no="")
    (found,) = likely_duplicates(store, form(brother, village=ELSEWHERE))
    assert found.alike == (Likeness.PHONE, Likeness.BIRTH_DATE)
    assert found.name == SAID.name
    assert alike(store, form(replace(brother, phone=""))) == []


def test_each_person_is_named_once_and_the_likeliest_first(store: Store) -> None:
    register_household(store, form(replace(SAID, name="سعيد أحمد عبد الحميد", document_no="")))
    twice = form(SAID, replace(NOTHING, name=SAID.name))
    found = likely_duplicates(store, twice)
    assert [one.alike[0] for one in found] == [Likeness.DOCUMENT, Likeness.NAME]
    assert len({one.person_id for one in found}) == 2
    assert likely_duplicates(store, twice, limit=1) == found[:1]


def test_what_speaks_against_it_is_told_too(store: Store) -> None:
    typed = replace(SAID, birth_date="1991-01-01", name="منى علي حسن", sex="f", phone="")
    (found,) = likely_duplicates(store, form(typed))
    assert found.different == (Difference.BIRTH_DATE, Difference.SEX)


def test_nobody_is_proposed_for_an_empty_form(store: Store) -> None:
    assert likely_duplicates(store, form(NOTHING, village="")) == ()
    assert likely_duplicates(store, form(replace(NOTHING, name="سعيد"), village="")) == ()
