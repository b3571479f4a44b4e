"""While a family is typed in, those of it who are on file already are shown, and nobody else."""

from dataclasses import replace

import pytest

from app.db.store import Store
from app.domain.matching.levels import (
    Birth,
    Contact,
    Document,
    FathersLine,
    Kin,
    Levels,
    OwnName,
    Sex,
)
from app.domain.matching.points import Band
from app.services.likely_duplicates import Likely, likely_duplicates
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


def found(store: Store, command: NewHousehold) -> tuple[Likely, Levels]:
    """The only one proposed."""
    (one,) = likely_duplicates(store, command)
    assert one.levels is not None
    return one, one.levels


def test_the_same_document_is_enough(store: Store, on_file: str) -> None:
    typed = replace(NOTHING, document_type="national_id", document_no="٢٨٠٠١٠١٢٦٠٠١٢٣")
    one, levels = found(store, form(typed, village=ELSEWHERE))
    assert levels.document is Document.EQUAL
    assert (one.household_id, one.name, one.band) == (on_file, SAID.name, Band.SURE)
    assert one.masked_id == "••••••0123"
    assert one.place is not None
    assert one.place.id == VILLAGE


def test_the_same_number_on_another_kind_of_document_is_not(store: Store) -> None:
    typed = replace(NOTHING, document_type="passport", document_no=SAID.document_no)
    assert likely_duplicates(store, form(typed)) == ()


def test_a_mistyped_number_and_another_spelling(store: Store) -> None:
    typed = replace(SAID, name="سَعيد احمد عبدالحميد", document_no="28001012600132", phone="")
    one, levels = found(store, form(typed))
    assert one.band is Band.SURE
    assert levels.document is Document.ONE_SLIP
    assert levels.own_name is OwnName.EQUAL
    assert levels.contact is Contact.PLACE


def test_the_same_name_in_the_same_village_in_any_spelling(store: Store) -> None:
    typed = replace(NOTHING, name="سَعيد احمد عبدالحميد")
    assert found(store, form(typed))[1].fathers_line is FathersLine.TWO
    assert likely_duplicates(store, form(typed, village=ELSEWHERE)) == ()


def test_the_same_name_elsewhere_needs_the_birth_date(store: Store) -> None:
    typed = replace(NOTHING, name=SAID.name, birth_date="1980-01-01", birth_precision="day")
    assert found(store, form(typed, village=ELSEWHERE))[1].birth is Birth.DAY


def test_a_longer_name_with_the_same_phone_is_likely(store: Store) -> None:
    typed = replace(NOTHING, name=SAID.name + " حسن")
    one, levels = found(store, form(typed, phone="+20 101 234 5678"))
    assert levels.contact is Contact.PHONE_AND_PLACE
    assert levels.fathers_line is FathersLine.TWO
    assert one.band is Band.REVIEW


def test_a_brother_is_not_the_same_person_but_the_household_may_be_known(store: Store) -> None:
    brother = replace(SAID, name="حسن أحمد عبد الحميد", document_no="")
    (one,) = likely_duplicates(store, form(brother, village=ELSEWHERE))
    assert (one.name, one.band, one.levels) == (SAID.name, None, None)
    assert likely_duplicates(store, form(replace(brother, phone=""))) == ()


def test_each_person_is_named_once_and_the_likeliest_first(store: Store) -> None:
    register_household(store, form(replace(SAID, name="سعيد أحمد عبد الحميد", document_no="")))
    twice = form(SAID, replace(NOTHING, name=SAID.name))
    likely = likely_duplicates(store, twice)
    assert [one.levels.document for one in likely if one.levels] == [
        Document.EQUAL,
        Document.MISSING,
    ]
    assert len({one.person_id for one in likely}) == 2
    assert likely_duplicates(store, twice, limit=1) == likely[:1]


def test_others_of_the_family_speak_for_each_other(store: Store) -> None:
    wife = NewMember(name="منى علي حسن", sex="f", relationship="wife")
    register_household(store, form(replace(SAID, phone=""), wife))
    alone = likely_duplicates(store, form(wife))
    together = likely_duplicates(store, form(wife, replace(SAID, phone="", document_no="")))
    (before,) = [one for one in alone if one.name == wife.name]
    (after,) = [one for one in together if one.name == wife.name]
    assert (before.kin, after.kin) == (Kin.NONE, Kin.ONE)
    assert after.points > before.points


def test_what_speaks_against_it_is_told_too(store: Store) -> None:
    typed = replace(SAID, birth_date="1991-02-03", name="سعيد علي حسن", sex="f", phone="")
    one, levels = found(store, form(typed))
    assert one.band is Band.REVIEW
    assert (levels.birth, levels.sex) == (Birth.APART, Sex.APART)


def test_nobody_is_proposed_for_an_empty_form(store: Store) -> None:
    assert likely_duplicates(store, form(NOTHING, village="")) == ()
    assert likely_duplicates(store, form(replace(NOTHING, name="سعيد"), village="")) == ()
