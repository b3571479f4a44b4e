import datetime as dt
from dataclasses import replace

import pytest

from app.domain.dates import PartialDate
from app.domain.importing.known import Identity, KnownPeople, contradicts, differences
from app.domain.importing.list_row import Document, Where
from app.domain.importing.remarks import Code
from app.domain.national_id import Sex
from tests.domain.importing.tables import MAN, WOMAN

VALID = Document("national_id", MAN, verified=True)
SLIPPED = Document("national_id", MAN[:6] + "9" + MAN[7:], verified=True)
OTHER = Document("national_id", WOMAN, verified=True)
SAID = Identity(
    name="سعيد احمد عبدالحميد",
    document=VALID,
    phones=frozenset({"01501746814"}),
    place="EG261709",
    household_no="12",
    size=4,
    household="h1",
    person="p1",
)
NEW = Identity(name=SAID.name, place=SAID.place)


def evidence(sought: Identity, *on_file: Identity) -> Code | None:
    known = KnownPeople(on_file or (SAID,))
    match = known.strongly(sought) or known.by_family(sought)
    return match.evidence if match else None


def test_the_same_valid_number_is_the_same_person() -> None:
    assert evidence(Identity("اسم اخر", VALID)) is Code.SAME_ID


def test_a_wrong_number_tells_nothing_but_with_the_name() -> None:
    wrong = Document("national_id", MAN[:13])
    on_file = replace(SAID, document=wrong)
    assert evidence(Identity("منى علي", wrong), on_file) is None
    assert evidence(Identity(SAID.name, wrong), on_file) is Code.SAME_DOCUMENT


def test_documents_of_one_kind() -> None:
    passport = Document("passport", "A1", verified=True)
    on_file = replace(SAID, document=passport)
    assert evidence(Identity("x", passport), on_file) is Code.SAME_DOCUMENT
    assert evidence(Identity("x", replace(passport, type="residence")), on_file) is None
    none = Document("none", "lost")
    assert evidence(Identity("x", none), replace(SAID, document=none)) is None


def test_the_same_name_and_phone() -> None:
    phone = frozenset({"01501746814", "x"})
    assert evidence(Identity(SAID.name, phones=phone)) is Code.SAME_NAME_AND_PHONE
    assert evidence(Identity("احمد احمد عبدالحميد", phones=phone)) is None
    assert evidence(Identity(SAID.name, SLIPPED, phone)) is Code.SAME_NAME_AND_PHONE
    assert evidence(Identity(SAID.name, OTHER, phone)) is None


@pytest.mark.parametrize(
    ("changes", "known"),
    [
        ({}, True),
        ({"size": 4}, True),
        ({"size": 7}, False),
        ({"size": 7, "household_no": "12"}, True),
        ({"place": "EG000000"}, False),
        ({"phones": frozenset({"01000000000"})}, False),
        ({"phones": frozenset({"01000000000"}), "household_no": "12"}, True),
        ({"document": OTHER}, False),
        ({"sex": Sex.FEMALE}, False),
        ({"birth": PartialDate(dt.date(1950, 1, 1))}, False),
        ({"birth": PartialDate(dt.date(1982, 9, 1))}, True),
    ],
)
def test_the_same_name_village_and_family(changes: dict[str, object], known: bool) -> None:
    on_file = replace(SAID, sex=Sex.MALE, birth=PartialDate(dt.date(1982, 3, 14)))
    found = evidence(replace(NEW, **changes), on_file)
    assert found is (Code.SAME_NAME_AND_FAMILY if known else None)


def test_rows_of_one_file_that_number_their_families_differently_are_two() -> None:
    planned = replace(SAID, where=Where("", 5), document=Document(), phones=frozenset())
    assert evidence(replace(NEW, household_no="13"), planned) is None
    assert evidence(replace(NEW, household_no="13"), replace(planned, where=None)) is not None


def test_families_are_found_by_their_members() -> None:
    wife = replace(SAID, name="منى علي حسن", document=OTHER, person="p2", phones=frozenset())
    son = replace(SAID, name="علي سعيد احمد", document=Document(), person="p3")
    known = KnownPeople((SAID, wife, son, replace(wife, household="h2", document=Document())))
    by_id = [Identity("x", OTHER), Identity("ريم سعيد احمد")]
    assert known.household_of(by_id) == "h1"
    by_names = [replace(NEW, name=one.name) for one in (SAID, son)]
    assert known.household_of(by_names) == "h1"
    assert known.household_of([by_names[0], *by_id[1:], replace(NEW, name="x")]) is None
    assert known.household_of(by_names[:1]) == "h1"
    assert known.household_of([replace(by_names[1], household_no="12")]) == "h1"
    assert known.household_of([replace(one, place="EG1") for one in by_names]) is None


def test_the_one_on_file_is_preferred_to_a_row_above() -> None:
    planned = replace(SAID, person="a", where=Where("", 5))
    match = KnownPeople((planned, SAID)).strongly(Identity(SAID.name, VALID))
    assert match is not None
    assert match.found.person == "p1"


def test_what_a_row_says_otherwise_is_pointed_out() -> None:
    known = KnownPeople((SAID,))

    def codes(sought: Identity) -> list[Code]:
        match = known.strongly(sought) or known.by_family(sought)
        assert match is not None
        return [remark.code for remark in differences(match, sought)]

    assert codes(Identity(SAID.name, VALID)) == []
    assert codes(Identity("سعيد عبدالله", VALID)) == []
    assert codes(Identity("فاطمه علي حسن", VALID)) == [Code.NAME_DIFFERS]
    assert codes(Identity(SAID.name, SLIPPED, SAID.phones)) == [Code.ID_DIFFERS]
    unnumbered = replace(SAID, document=Document())
    known = KnownPeople((unnumbered,))
    assert codes(Identity(SAID.name, VALID, SAID.phones)) == [Code.ID_NOT_ON_FILE]


def test_contradictions_go_both_ways() -> None:
    women = replace(SAID, document=Document(), sex=Sex.FEMALE)
    men = replace(SAID, document=Document(), sex=Sex.MALE)
    assert contradicts(women, men)
    assert contradicts(men, women)
    assert not contradicts(men, replace(men, sex=None))
