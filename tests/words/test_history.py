"""A household's history reads like sentences, in both languages, and shows no whole number."""

from datetime import UTC

import pytest

from app.domain.journal.value import Value
from app.services.history import FieldChange, HistoryEntry, Standing
from app.services.named import Named
from app.words.catalog import Words
from app.words.history import lines, signature, title

NAMES = {
    "widow": Named("widow", "أرملة", "Widow"),
    "EG260101": Named("EG260101", "العونة"),
    "box": Named("box", "كرتونة", "Food box"),
}
EN, AR = Words("en"), Words("ar", "arab")


def entry(record_type: str = "person", *changes: FieldChange, **parts: object) -> HistoryEntry:
    given: dict[str, object] = {
        "at": 1_763_794_800_000,
        "who": "Mona",
        "laptop": "Laptop 3",
        "about": "Said",
        "is_first": False,
        "standing": Standing.IN_FORCE,
    } | parts
    return HistoryEntry(record_type=record_type, record_id="r", changes=changes, **given)  # type: ignore[arg-type]


def plain(text: str) -> str:
    return "".join(sign for sign in text if sign not in "\u2066\u2067\u2068\u2069")


def said(field: str, before: Value, after: Value, words: Words = EN, **named: bool) -> list[str]:
    change = FieldChange(field, before, after)
    return [plain(line) for line in lines(words, entry("person", change), NAMES, **named)]


@pytest.mark.parametrize(
    ("record_type", "is_first", "text"),
    [
        ("household", True, "Household registered"),
        ("household", False, "Household corrected"),
        ("person", True, "Said added"),
        ("person", False, "Said corrected"),
        ("aid_record", True, "Handed over, receipt Said"),
        ("aid_record", False, "Hand-over voided, receipt Said"),
    ],
)
def test_what_happened(record_type: str, is_first: bool, text: str) -> None:
    assert plain(title(EN, entry(record_type, is_first=is_first))) == text


@pytest.mark.parametrize("standing", [Standing.SKIPPED, Standing.HELD, Standing.ERASED])
def test_a_change_that_does_not_count_says_so(standing: Standing) -> None:
    assert "(" in title(EN, entry(standing=standing))


def test_who_where_and_when() -> None:
    told = plain(signature(EN, entry(), UTC))
    assert told == "22 Nov 2025, 07:00 · Mona · Laptop 3"
    assert plain(signature(EN, entry(who="", laptop=""), UTC)) == "22 Nov 2025, 07:00"


@pytest.mark.parametrize(
    ("field", "before", "after", "text"),
    [
        ("name", "Said", "Saad", "Name: Saad (was Said)"),
        ("name", None, "Saad", "Name: Saad"),
        ("notes", "x", "", "Notes: nothing (was x)"),
        ("sex", "m", "f", "Sex: female (was male)"),
        ("relationship", "", "head", "Relationship: head of household"),
        ("village_id", "EG260101", "unknown", "Village: unknown (was العونة)"),
        ("birth", ["1980-05-01", "day"], ["1980-01-01", "year"], "Birth: 1980 (was 1 May 1980)"),
        ("birth", None, ["1980-05-01", "month"], "Birth: May 1980"),
        ("birth", None, ["1980-05-01", "age"], "Birth: about 1980"),
        ("document", None, ["national_id", "28001012600123"], "Document: National ID •••••• 0123"),
        ("document", None, ["none", "lost"], "Document: No document: lost"),
        ("active", True, False, "Belongs to the household: no (was yes)"),
        ("declared_size", None, 5, "Declared size: 5"),
        ("registered_on", None, "2025-11-22", "Registered on: 22 Nov 2025"),
        (
            "consent",
            None,
            ["given", "2025-11-22", "u", "aid", False],
            "Consent: given on 22 Nov 2025",
        ),
        ("source", None, "list", "Registered from: a list"),
        ("phone", None, "01012345678", "Phone: 01012345678"),
        ("categories:widow", None, True, "Category: Widow"),
        ("categories:widow", True, False, "No longer in category: Widow"),
        ("void", None, [True, "wrong_item", 1, "u"], "Reason: the wrong item"),
    ],
)
def test_a_value_before_and_after(field: str, before: Value, after: Value, text: str) -> None:
    assert said(field, before, after) == [text]


def test_a_document_is_whole_only_on_demand() -> None:
    value: Value = ["national_id", "28001012600123"]
    assert said("document", None, value, reveal=True) == ["Document: National ID 2 800101 26 00123"]


def test_what_was_handed_over_is_listed() -> None:
    value: Value = [{"item": "box", "quantity": 1000}, {"item": "box", "quantity": 500}, 7]
    assert said("lines", None, value) == ["Food box × 1", "Food box × 0.5"]
    assert said("lines", None, value, AR) == ["كرتونة × ١", "كرتونة × ٠٫٥"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("document_verified", True),
        ("household_id", "h"),
        ("new_field_of_a_later_app", {"x": 1}),
        ("birth", ["not a day", "day"]),
        ("birth", [None, ""]),
        ("document", "x"),
        ("consent", "x"),
    ],
)
def test_what_means_nothing_to_people_is_left_out(field: str, value: Value) -> None:
    assert said(field, None, value) == []
