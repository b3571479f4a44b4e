"""The lists that associations keep, from the first row to the last."""

import json
from collections import Counter
from pathlib import Path

import pytest

from app.db.store import Store
from app.domain.importing.columns import Kind
from app.domain.importing.remarks import Code
from app.services.importing.aid import import_aid
from app.services.importing.lists import import_list
from app.services.importing.result import ImportResult
from app.services.importing.source import open_source
from tests.services.importing.spreadsheets import (
    FAMILIES,
    HANDOVER,
    LISTS,
    PERSONS,
    given,
    hand_overs,
    households,
    people,
    report_rows,
)
from tests.support.raw import changes

COUNTS = {
    entry["file"]: entry
    for entry in json.loads((LISTS / "counts.json").read_text(encoding="utf-8"))
}


def codes(result: ImportResult) -> Counter[Code]:
    return Counter(
        remark.code
        for report in result.reports
        for row in report.rows
        for remark in row.outcome.remarks
    )


@pytest.mark.parametrize(
    ("path", "kind"), [(FAMILIES, Kind.LIST), (PERSONS, Kind.LIST), (HANDOVER, Kind.AID)]
)
def test_every_row_of_data_is_found_and_nothing_else(path: Path, kind: Kind) -> None:
    assert open_source(path, kind).row_count == COUNTS[path.name]["data_rows"]


def test_a_list_of_families(store: Store, families: Path) -> None:
    result = import_list(store, families)
    counts = COUNTS[families.name]
    assert result.rows == result.taken + result.known + result.refused == counts["data_rows"]
    assert (result.taken, result.known) == (counts["families"], counts["repeated_rows"])
    assert codes(result)[Code.ID_UNVERIFIED] == result.warnings == counts["bad_ids"]
    on_file = households(store)
    assert len(on_file) == counts["families"]
    assert all(household.village_id.startswith("EG26") for household in on_file)
    assert {household.source for household in on_file} == {"list"}
    # One of the eight rows without an ID repeats a family that has one above.
    without = [person for person in people(store).values() if not person.document_no]
    assert len(without) == 6
    first = on_file[0]
    assert (first.phone, first.declared_size, first.notes) == ("01501746814", 4, "الحالة: متزوج")
    formulas = [household.notes for household in on_file if "HYPERLINK" in household.notes]
    assert formulas
    assert all(notes.startswith('=HYPERLINK("x")') for notes in formulas)


def test_a_list_of_persons_in_windows_1256(store: Store, persons: Path) -> None:
    result = import_list(store, persons)
    counts = COUNTS[persons.name]
    assert (result.rows, result.taken, result.warnings) == (counts["data_rows"],) * 2 + (0,)
    on_file = households(store)
    assert len(on_file) == counts["families"]
    assert all(household.village_id.startswith("EG24") for household in on_file)
    members = people(store)
    assert len(members) == counts["data_rows"]
    wife = members["نورا أسامة صلاح سلطان"]
    assert (wife.relationship, wife.sex, wife.birth_date) == ("wife", "f", "1961-08-14")
    home = {household.id: household for household in on_file}[wife.household_id]
    assert (home.number, home.phone) == ("1", "01298208281")
    assert Counter(person.relationship for person in members.values())["head"] == 180


def test_a_sheet_of_hand_overs_after_its_list(store: Store, families: Path, handover: Path) -> None:
    import_list(store, families)
    result = import_aid(store, handover)
    counts = COUNTS[handover.name]
    assert (result.rows, result.taken) == (counts["data_rows"],) * 2
    assert result.convoy == "كشف صرف مساعدات – قافلة شاملة"
    new = [household for household in households(store) if household.source == "sheet"]
    assert len(new) == counts["unknown_people"] == codes(result)[Code.REGISTERED_FROM_SHEET]
    names = {person.household_id: name for name, person in people(store).items()}
    assert {names[household.id] for household in new} == {
        "يوسف إبراهيم صلاح محمد",
        "يوسف سمير شاكر محمد",
        "إياد محمد أحمد إبراهيم",
        "محمد محمد عبدالرحيم حسن",
    }
    # Nine people whose number the list lacks or has wrong: five are recognised by a slip of the
    # pen in the number, four by their name alone. Somebody should look at each, once.
    assert codes(result)[Code.ID_NOT_ON_FILE] == 9
    assert codes(result)[Code.MATCHED_BY_NAME] == 4
    assert result.warnings == 9 + 4 + 4
    records = hand_overs(store)
    assert len(records) == 164
    assert Counter(item for item, _ in given(records)) == {
        "food-box": 73,
        "blanket": 67,
        "meat": 65,
    }
    assert sum(quantity for item, quantity in given(records) if item == "meat") == 65_000
    assert {(record.day, record.source) for record in records} == {("2026-10-15", "sheet")}
    assert {record.receipt_no for record in records} == {0}


def test_a_sheet_without_its_list_registers_everybody_once(store: Store, handover: Path) -> None:
    result = import_aid(store, handover)
    assert result.taken == 205
    assert len(households(store)) == len(people(store)) == 164


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_taking_the_same_files_again_changes_nothing(
    store: Store, families: Path, persons: Path, handover: Path, order: tuple[int, ...]
) -> None:
    steps = [
        lambda: import_list(store, families),
        lambda: import_list(store, persons),
        lambda: import_aid(store, handover),
    ]
    for step in order:
        steps[step]()
    before = changes(store)
    for step in (*order, *reversed(order)):
        result = steps[step]()
        assert (result.known, result.seen_before) == (result.rows, True)
        assert result.rejects is None
    assert changes(store) == before


def test_a_trial_says_what_the_import_then_does(
    store: Store, families: Path, handover: Path
) -> None:
    before = changes(store)
    trial = import_list(store, families, dry_run=True)
    assert changes(store) == before
    assert trial.rejects is None
    assert not list(families.parent.glob("*rejects*"))
    done = import_list(store, families)
    assert done.rejects is not None
    assert (trial.taken, trial.known, trial.warnings) == (done.taken, done.known, done.warnings)
    assert trial.reports == done.reports
    trial_of_aid = import_aid(store, handover, dry_run=True)
    assert trial_of_aid.taken == import_aid(store, handover).taken


def test_the_report_names_every_row_that_was_not_taken(store: Store, families: Path) -> None:
    result = import_list(store, families)
    assert result.rejects == families.with_name("families_sohag-rejects.xlsx")
    sheets = report_rows(result.rejects)
    assert list(sheets) == ["لم تؤخذ", "مسجل من قبل", "أخذت وتحتاج مراجعة"]
    refused, known, to_check = sheets.values()
    assert len(refused) == 3
    assert len(known) == 3 + 9
    assert len(to_check) == 3 + 8
    assert known[3][1] == "علي محمد محمد إسماعيل"
    assert known[3][-2:] == (251, "نفس الشخص في الصف 112")
