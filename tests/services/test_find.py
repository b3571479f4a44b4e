"""The desk's one field finds people by whatever is typed of them, today's villages first."""

from dataclasses import replace

import pytest

from app.db.store import Store
from app.db.tables import Convoy
from app.domain.card_code import CardCode, write_card
from app.domain.quantity import ONE
from app.domain.query import Matched
from app.domain.receipt_code import CodeLine, ReceiptRecord, device_prefix, write_codes
from app.domain.short_number import short_number
from app.services.find import Match, find
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.registration import (
    Consent,
    NewHousehold,
    NewMember,
    Registered,
    register_household,
)
from tests.support.convoys import BOX, BOX_RULE, VILLAGE, small_convoy

ELSEWHERE = "EG270101"
SAID = NewMember(
    name="سعيد أحمد عبد الحميد",
    relationship="head",
    document_type="national_id",
    document_no="28001012600123",
    phone="01012345678",
)
MONA = NewMember(
    name="منى علي نور الدين", relationship="wife", document_type="none", document_no="lost"
)


@pytest.fixture
def family(store: Store) -> Registered:
    return add(store, SAID, MONA)


def add(store: Store, *members: NewMember, village: str = VILLAGE, number: str = "") -> Registered:
    form = NewHousehold(village_id=village, members=members, consent=Consent(), number=number)
    return register_household(store, form)


def names(store: Store, text: str, convoy_id: str | None = None) -> list[str]:
    return [person.name for person in find(store, text, convoy_id=convoy_id).matches]


def only(store: Store, text: str) -> Match:
    (found,) = find(store, text).matches
    return found


@pytest.mark.parametrize(
    "text",
    [
        "سعيد",
        "سع",
        "س",
        "احمد سعيد",
        "عبد الحميد سعيد",
        "عبدالحم",
        "عبد الح",
        "احم سع عبد",
        "سَعِيد أحمـد",
        "سعيد بن أحمد",
        "سعيد بن",
    ],
)
def test_a_name_in_any_order_spelling_and_stage_of_typing(
    store: Store, family: Registered, text: str
) -> None:
    assert names(store, text) == [SAID.name]


@pytest.mark.parametrize("text", ["نور", "نور ا", "نور ال", "نور الد", "نور الدين", "نورالدين"])
def test_a_name_of_two_words_is_found_at_every_letter(
    store: Store, family: Registered, text: str
) -> None:
    assert names(store, text) == [MONA.name]


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("28001012600123", Matched.DOCUMENT),
        ("2 800101 26 00123", Matched.DOCUMENT),
        ("٢٨٠٠١", Matched.DOCUMENT),
        ("280", Matched.DOCUMENT),
        ("0123", Matched.DOCUMENT),
        ("600123", Matched.DOCUMENT),
        ("01012345678", Matched.PHONE),
        ("+201012345678", Matched.PHONE),
        ("+2010", Matched.PHONE),
        ("00201012", Matched.PHONE),
        ("1012", Matched.PHONE),
        ("0101", Matched.PHONE),
        ("01012 34", Matched.PHONE),
    ],
)
def test_digits_of_a_document_from_either_end_or_of_a_phone(
    store: Store, family: Registered, text: str, matched: Matched
) -> None:
    found = only(store, text)
    assert (found.name, found.matched) == (SAID.name, matched)


def test_what_a_line_shows(store: Store, family: Registered) -> None:
    head, wife = find(store, family.number).matches, only(store, "منى")
    assert [person.name for person in head] == [SAID.name]
    assert wife.head_name == SAID.name
    assert wife.masked_id == ""
    assert head[0].masked_id == "••••••0123"
    assert (wife.relationship, wife.size, wife.number) == ("wife", 2, family.number)
    assert wife.place is not None
    assert (wife.place.id, [around.id for around in wife.place.within]) == (
        VILLAGE,
        ["EG2601", "EG26"],
    )


def test_a_reason_for_having_no_document_is_not_searched(store: Store, family: Registered) -> None:
    assert names(store, "lost") == []


def test_a_household_is_found_by_its_number_or_the_last_part_of_it(
    store: Store, family: Registered
) -> None:
    group, tail = family.number.split("-")
    for text in (family.number, group + tail, f"{group}-000", str(int(tail))):
        assert only(store, text).matched is Matched.HOUSEHOLD_NUMBER


def test_numbers_and_documents_with_letters(store: Store) -> None:
    guest = NewMember(name="John", document_type="passport", document_no="AB 123456")
    add(store, guest, number="س-15")
    for text in ("ab12", "AB123456", "B123456", "س-15", "س 15", "٣٤٥٦", "15"):
        assert names(store, text) == [guest.name], text
    assert names(store, "ب-15") == []


def test_a_name_beside_digits_means_both(store: Store, family: Registered) -> None:
    assert names(store, "سعيد 0123") == [SAID.name]
    assert names(store, "0101 احمد") == [SAID.name]
    assert names(store, "حسن 0123") == []


def test_a_receipt_is_found_by_its_short_number_and_by_its_code(store: Store) -> None:
    convoy = small_convoy(store)
    given = record_hand_over(
        store,
        HandOver(convoy.household_id, (GivenLine(BOX, ONE, BOX_RULE),), convoy.person_ids[1]),
    )
    found = only(store, short_number(store.device_id, given.receipt_no))
    assert (found.person_id, found.matched) == (convoy.person_ids[1], Matched.RECEIPT)
    other = replace_mark(short_number(store.device_id, given.receipt_no))
    assert find(store, other).matches == ()
    record = ReceiptRecord(
        given.aid_record_id,
        device_prefix(store.device_id),
        given.receipt_no,
        store.sources.now(),
        "2025-11-22",
        None,
        convoy.household_id,
        None,
        (CodeLine(901, 1000),),
    )
    (code,) = write_codes(record, lambda _: bytes(64))
    scanned = find(store, code)
    assert scanned.aid_record_id == given.aid_record_id
    assert [person.household_id for person in scanned.matches] == [convoy.household_id]


def replace_mark(number: str) -> str:
    """A short number of the same receipt number on another laptop."""
    mark, receipt, _ = number.split("-")
    return short_number(f"{(int(mark) + 1) % 1000:08x}", int(receipt))


def test_a_card_is_found_and_one_from_elsewhere_says_so(store: Store, family: Registered) -> None:
    card = only(store, write_card(CardCode(family.household_id, 1)))
    assert (card.household_id, card.name, card.on_file) == (
        family.household_id,
        SAID.name,
        True,
    )
    unknown = only(store, write_card(CardCode("0198d2c4-0000-7000-8000-00000000000a", 1)))
    assert (unknown.on_file, unknown.person_id, unknown.name) == (False, None, "")


def test_todays_villages_come_first_and_hamlets_are_part_of_them(store: Store) -> None:
    from app.services.places import HamletForm, add_hamlet

    convoy = small_convoy(store)
    hamlet = add_hamlet(store, HamletForm("عزبة النخل", inside=VILLAGE))
    add(store, replace(SAID, name="حسن أحمد"), village=ELSEWHERE)
    add(store, replace(SAID, name="محمود حسن"), village=hamlet)
    convoy_id = convoy.today.convoy_id
    assert names(store, "حسن") == ["حسن أحمد", "محمود حسن", "منى علي حسن"]
    found = find(store, "حسن", convoy_id=convoy_id).matches
    assert [person.name for person in found] == ["محمود حسن", "منى علي حسن", "حسن أحمد"]
    assert [person.of_today for person in found] == [True, True, False]
    digits = find(store, "2800", convoy_id=convoy_id).matches
    assert [person.name for person in digits] == ["محمود حسن", "حسن أحمد"]


def test_own_names_come_before_fathers_and_whole_parts_before_beginnings(store: Store) -> None:
    for name in ("علياء حسن", "محمد علي", "علي محمود", "عليوة محمد"):
        add(store, replace(SAID, name=name, document_no="", phone=""))
    assert names(store, "علي") == ["علي محمود", "علياء حسن", "عليوة محمد", "محمد علي"]


def test_no_more_than_the_limit_and_it_says_that_there_are_others(store: Store) -> None:
    for number in range(6):
        add(store, replace(SAID, name=f"حسن {'ابتثجح'[number]}"))
    found = find(store, "حسن", limit=5)
    assert (len(found.matches), found.more) == (5, True)
    assert not find(store, "حسن", limit=6).more
    assert find(store, "0101", limit=5).more


def test_a_common_name_still_puts_todays_village_first(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.db import search_lookups

    monkeypatch.setattr(search_lookups, "MANY", 3)
    convoy = small_convoy(store)
    for number in range(5):
        add(store, replace(SAID, name=f"حسن {'ابتثج'[number]}"), village=ELSEWHERE)
    add(store, replace(SAID, name="محمود حسن", document_no="28001012600999"))
    convoy_id = convoy.today.convoy_id
    assert names(store, "حسن", convoy_id)[:2] == ["محمود حسن", "منى علي حسن"]
    assert names(store, "2", convoy_id)[0] == "محمود حسن"
    assert find(store, "حسن", limit=3).more


def test_people_who_left_are_found_and_marked(store: Store, family: Registered) -> None:
    from app.db.tables import Person

    with store.write() as session:
        session.get_one(Person, family.person_ids[1]).active = False
    assert not only(store, "منى").active
    assert only(store, "سعيد").size == 1


@pytest.mark.parametrize(
    "text", ["", " ", '"', "محمد*", "AND", "NOT", "a" * 5000, "1" * 5000, "\0"]
)
def test_odd_text_finds_nobody_and_breaks_nothing(
    store: Store, family: Registered, text: str
) -> None:
    assert find(store, text).matches == ()


def test_an_unknown_convoy_puts_nobody_first(store: Store, family: Registered) -> None:
    assert not find(store, "سعيد", convoy_id="none").matches[0].of_today
    with store.write() as session:
        session.add(Convoy(id="empty"))
    assert not find(store, "سعيد", convoy_id="empty").matches[0].of_today


@pytest.mark.parametrize(
    ("text", "exact"),
    [("28001012600123", True), ("2800101260012", False), ("سعيد", False), ("01012345678", False)],
)
def test_a_whole_national_number_means_one_person(
    store: Store, family: Registered, text: str, exact: bool
) -> None:
    assert find(store, text).is_exact is exact


def test_a_common_name_beside_common_digits_is_found_in_todays_village(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.db import search_lookups

    monkeypatch.setattr(search_lookups, "MANY", 3)
    convoy = small_convoy(store)
    for number in range(5):
        other = replace(SAID, name=f"حسن {'ابتثج'[number]}", document_no=f"2800101260{number}777")
        add(store, other, village=ELSEWHERE)
    add(store, replace(SAID, name="حسن محمود", document_no="28001012699777", phone=""))
    assert names(store, "حسن 777", convoy.today.convoy_id)[0] == "حسن محمود"
