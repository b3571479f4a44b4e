"""People who may be one share a key, however they were written down."""

from app.domain.matching.facts import PersonFacts, prepare
from app.domain.matching.keys import Keys, keys


def of(name: str, **known: str) -> Keys:
    return keys(prepare(PersonFacts(name, **known)))


def test_keys_are_stable_numbers() -> None:
    one = of("سعيد أحمد حسن", phone="01012345678", village_id="EG260101", birth_date="1980-05-12")
    assert one == Keys(3010224170, 3940495022, 194919732, 279463795, 1617264523)


def test_spelling_does_not_change_them() -> None:
    here = {"village_id": "EG260101", "birth_date": "1980-05-12", "phone": "01012345678"}
    assert of("شهد أحمد غالي", **here) == of("شحد احمد خالى", **here)
    assert of("سعيد رمضان", **here).by_place == of("رمضان سعيد", **here).by_place


def test_what_is_not_known_makes_no_key() -> None:
    assert of("سعيد") == Keys(None, None, None, None, None)
    assert of("") == Keys(None, None, None, None, None)
    year = of("سعيد أحمد حسن", birth_date="1980-01-01", birth_precision="year")
    assert year.by_birth is None
    assert year.by_home_year is not None


def test_a_national_number_tells_the_birth() -> None:
    numbered = of("سعيد أحمد", document_type="national_id", document_no="28005122600123")
    assert numbered.by_birth == of("سعيد أحمد", birth_date="1980-05-12").by_birth
