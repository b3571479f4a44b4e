import datetime as dt
from pathlib import Path

import pytest
from sqlmodel import select

from app.db.store import Store
from app.db.tables import Convoy, Household, Organisation, Person
from app.domain.importing.plan_list import State
from app.domain.importing.remarks import Code
from app.errors import ConvoyClosed, ConvoyNotFound, ConvoyUndated, DiskFull
from app.services.day import choose_day
from app.services.importing.aid import import_aid
from app.services.importing.result import ImportResult
from tests.domain.importing.tables import MAN, WOMAN
from tests.services.importing.spreadsheets import (
    given,
    hand_overs,
    households,
    people,
    xlsx,
)
from tests.services.importing.test_import_list import Stop, everything
from tests.support.raw import changes

DAY = ("اليوم: الخميس 15/10/2026",)
HEADER = ("الاسم", "الرقم القومي", "الصنف", "العدد")
SAID = "سعيد أحمد عبدالحميد علي"
MONA = "منى علي حسن محمد"


def family(store: Store, name: str, number: str = "", **columns: object) -> str:
    """A household of one person on file; returns its id."""
    household = Household(id=store.new_id(), **columns)
    person = Person(
        id=store.new_id(),
        household_id=household.id,
        name=name,
        document_type="national_id" if number else "",
        document_no=number,
        document_verified=len(number) == 14,
    )
    with store.write() as session:
        session.add_all([household, person])
    return household.id


def convoy(store: Store, name: str = "قافلة سوهاج", **columns: object) -> str:
    columns = {"starts_on": "2026-10-14", "ends_on": "2026-10-16"} | columns
    row = Convoy(id=store.new_id(), name=name, **columns)
    with store.write() as session:
        session.add(row)
    return row.id


def convoys(store: Store) -> list[Convoy]:
    with store.read() as session:
        return list(session.exec(select(Convoy)))


def codes(result: ImportResult) -> dict[int, tuple[State, list[Code]]]:
    return {
        row.outcome.where.row: (row.outcome.state, [one.code for one in row.outcome.remarks])
        for report in result.reports
        for row in report.rows
    }


def sheet(folder: Path, *lines: tuple[object, ...], header: tuple[object, ...] = HEADER) -> Path:
    return xlsx(folder / "s.xlsx", ("كشف صرف قافلة",), DAY, header, *lines)


# Whose it is


def test_what_somebody_took_on_a_day_is_one_hand_over(store: Store, tmp_path: Path) -> None:
    home = family(store, SAID, MAN)
    other = family(store, MONA, WOMAN)
    result = import_aid(
        store,
        sheet(
            tmp_path,
            (SAID, MAN, "كرتونة", 1),
            (MONA, WOMAN, "بطانية", 2),
            (SAID, MAN, "لحوم", "١ كجم"),
        ),
    )
    assert (result.taken, result.warnings) == (3, 0)
    first, second = hand_overs(store)
    assert (first.household_id, second.household_id) == (home, other)
    assert given([first]) == [("food-box", 1000), ("meat", 1000)]
    assert first.person_id == people(store)[SAID].id
    assert (first.day, first.source, first.receipt_no, first.paper_no) == (
        "2026-10-15",
        "sheet",
        0,
        "",
    )
    noon = dt.datetime(2026, 10, 15, 10, tzinfo=dt.UTC)
    assert first.handed_at == noon.timestamp() * 1000
    assert (first.device_id, first.handed_by) == (store.device_id, store.actor)
    assert {line["answer"] for line in first.lines} == {"not_asked"}


def test_receipts_and_days_part_hand_overs(store: Store, tmp_path: Path) -> None:
    family(store, SAID, MAN)
    header = (*HEADER, "رقم الإيصال", "التاريخ")
    path = sheet(
        tmp_path,
        (SAID, MAN, "كرتونة", 1, 17, None),
        (SAID, MAN, "بطانية", 1, 17, None),
        (SAID, MAN, "لحوم", 1, "١٨", None),
        (SAID, MAN, "لحوم", 1, 19, "14/10/2026"),
        header=header,
    )
    assert import_aid(store, path).taken == 4
    assert [(one.paper_no, one.day, len(one.lines)) for one in hand_overs(store)] == [
        ("17", "2026-10-15", 2),
        ("18", "2026-10-15", 1),
        ("19", "2026-10-14", 1),
    ]


def test_people_who_are_not_on_file_are_registered_and_marked(store: Store, tmp_path: Path) -> None:
    header = ("الاسم", "الرقم القومي", "الموبايل", "القرية", "المحافظة", "الصنف", "العدد")
    row = (SAID, MAN, 1012345678, "سليم", "سوهاج")
    path = sheet(tmp_path, (*row, "بطانية", 1), (*row, "لحوم", 2), header=header)
    result = import_aid(store, path)
    assert codes(result) == {4: (State.TAKEN, [Code.REGISTERED_FROM_SHEET])}
    (household,) = households(store)
    assert (household.source, household.village_id, household.phone, household.registered_on) == (
        "sheet",
        "EG261327",
        "01012345678",
        "2026-10-15",
    )
    person = people(store)[SAID]
    assert (person.relationship, person.document_no, person.birth_date) == (
        "head",
        MAN,
        "1982-03-14",
    )
    assert len(hand_overs(store)) == 1


def test_a_slip_in_a_number_does_not_make_another_person(store: Store, tmp_path: Path) -> None:
    home = family(store, SAID, MAN[:13])
    family(store, SAID, WOMAN)
    result = import_aid(store, sheet(tmp_path, (SAID, MAN, "بطانية", 1)))
    assert codes(result) == {4: (State.TAKEN, [Code.ID_NOT_ON_FILE])}
    assert hand_overs(store)[0].household_id == home


def test_a_long_name_that_only_one_has_is_recognised_and_looked_at(
    store: Store, tmp_path: Path
) -> None:
    home = family(store, SAID)
    result = import_aid(store, sheet(tmp_path, ("سعيد احمد عبد الحميد علي", MAN, "بطانية", 1)))
    assert codes(result)[4] == (State.TAKEN, [Code.MATCHED_BY_NAME, Code.ID_NOT_ON_FILE])
    assert hand_overs(store)[0].household_id == home


@pytest.mark.parametrize(
    ("names", "number"),
    [
        ((SAID, SAID), None),
        (("سعيد أحمد علي",), None),
        ((SAID,), WOMAN),
    ],
)
def test_a_name_that_does_not_decide_is_registered_anew(
    store: Store, tmp_path: Path, names: tuple[str, ...], number: str | None
) -> None:
    for name in names:
        family(store, name, MAN if number else "")
    path = sheet(tmp_path, (names[0], number, "بطانية", 1), (names[0], number, "لحوم", 1))
    result = import_aid(store, path)
    assert Code.REGISTERED_FROM_SHEET in codes(result)[4][1]
    assert (Code.SEVERAL_OF_NAME in codes(result)[4][1]) == (number is None)
    assert len(households(store)) == len(names) + 1
    assert len(hand_overs(store)) == 1
    again = import_aid(store, path)
    assert (again.taken, again.known) == (0, 2)


def test_a_shorter_name_is_enough_in_the_convoys_own_villages(store: Store, tmp_path: Path) -> None:
    family(store, "سعيد أحمد علي", village_id="EG260614")
    near = family(store, "سعيد أحمد علي", village_id="EG261327")
    chosen = convoy(store, villages=frozenset({"EG261327"}))
    result = import_aid(store, sheet(tmp_path, ("سعيد أحمد علي", None, "بطانية", 1)), convoy=chosen)
    assert codes(result)[4] == (State.TAKEN, [Code.MATCHED_BY_NAME])
    assert hand_overs(store)[0].household_id == near


def test_a_familys_number_tells_who(store: Store, tmp_path: Path) -> None:
    home = family(store, SAID)
    with store.write() as session:
        session.get_one(Household, home).number = "12"
    header = ("رقم الأسرة", "الاسم", "الصنف", "العدد")
    path = sheet(
        tmp_path,
        (12, SAID, "بطانية", 1),
        (12, None, "لحوم", 1),
        (13, None, "لحوم", 1),
        (12, "رجل آخر تماما هنا", "لحوم", 1),
        header=header,
    )
    result = import_aid(store, path)
    assert (result.taken, result.refused) == (3, 1)
    assert codes(result)[6] == (State.REFUSED, [Code.NO_PERSON])
    assert codes(result)[7] == (State.TAKEN, [Code.REGISTERED_FROM_SHEET])
    own = [one for one in hand_overs(store) if one.household_id == home]
    assert [one.person_id for one in own] == [people(store)[SAID].id, None]


# What is on file


def test_equal_rows_count_as_often_as_they_stand_there(store: Store, tmp_path: Path) -> None:
    family(store, SAID, MAN)
    row = (SAID, MAN, "بطانية", 1)
    assert import_aid(store, sheet(tmp_path, row)).taken == 1
    result = import_aid(store, sheet(tmp_path, row, row, (SAID, MAN, "بطانية", 2)))
    assert (result.taken, result.known) == (2, 1)
    assert import_aid(store, tmp_path / "s.xlsx").known == 3


def test_the_same_sheet_is_known_however_its_people_were_corrected(
    store: Store, tmp_path: Path
) -> None:
    path = sheet(tmp_path, (SAID, None, "بطانية", 1), (MONA, None, "لحوم", 1))
    import_aid(store, path)
    with store.write() as session:
        for person in session.exec(select(Person)):
            person.name = f"{person.name} المصري"
    before = changes(store)
    assert import_aid(store, path).known == 2
    assert import_aid(store, path, convoy=convoy(store)).known == 2
    assert len(changes(store)) == len(before) + 1


def test_a_corrected_row_is_taken_beside_what_is_on_file(store: Store, tmp_path: Path) -> None:
    home = family(store, SAID, MAN)
    first = sheet(tmp_path, (SAID, MAN, "بطانية", 1), (SAID, MAN, "سيارة", 1))
    assert import_aid(store, first).refused == 1
    result = import_aid(store, sheet(tmp_path, (SAID, MAN, "بطانية", 1), (SAID, MAN, "لحوم", 1)))
    assert (result.taken, result.known) == (1, 1)
    assert [one.household_id for one in hand_overs(store)] == [home, home]


def test_a_voided_hand_over_stays_voided(store: Store, tmp_path: Path) -> None:
    family(store, SAID, MAN)
    path = sheet(tmp_path, (SAID, MAN, "بطانية", 1))
    import_aid(store, path)
    with store.write() as session:
        session.get_one(type(hand_overs(store)[0]), hand_overs(store)[0].id).voided = True
    assert import_aid(store, path).known == 1
    other = convoy(store)
    assert import_aid(store, path, convoy=other).taken == 1


def test_what_a_desk_recorded_is_on_file(store: Store, tmp_path: Path) -> None:
    from app.db.tables import AidRecord

    home = family(store, SAID, MAN)
    record = AidRecord(
        id=store.new_id(),
        convoy_id=convoy(store),
        household_id=home,
        day="2026-10-15",
        lines=({"item": "blanket", "quantity": 1000},),
    )
    with store.write() as session:
        session.add(record)
    assert import_aid(store, sheet(tmp_path, (SAID, MAN, "بطانية", 1))).known == 1


# Whose convoy it is


def test_the_convoy_is_made_from_the_sheet_once(store: Store, tmp_path: Path) -> None:
    path = sheet(tmp_path, (SAID, MAN, "بطانية", 1))
    assert import_aid(store, path, dry_run=True).convoy == "كشف صرف قافلة"
    assert convoys(store) == []
    import_aid(store, path)
    import_aid(store, sheet(tmp_path, (MONA, WOMAN, "بطانية", 1)))
    (made,) = convoys(store)
    assert (made.name, made.starts_on, made.ends_on) == (
        "كشف صرف قافلة",
        "2026-10-15",
        "2026-10-15",
    )
    assert {one.convoy_id for one in hand_overs(store)} == {made.id}


def test_the_convoy_of_the_sheets_day_is_taken(store: Store, tmp_path: Path) -> None:
    convoy(store, "أخرى", starts_on="2026-09-01", ends_on="2026-09-02")
    wanted = convoy(store)
    import_aid(store, sheet(tmp_path, (SAID, MAN, "بطانية", 1)))
    assert hand_overs(store)[0].convoy_id == wanted


def test_todays_convoy_comes_before_the_sheets_day(store: Store, tmp_path: Path) -> None:
    convoy(store)
    wanted = convoy(store, "اليوم", starts_on="2026-11-22", ends_on="2026-11-22")
    choose_day(store, wanted, dt.date(2026, 11, 22))
    path = xlsx(tmp_path / "s.xlsx", HEADER, (SAID, MAN, "بطانية", 1))
    result = import_aid(store, path)
    assert result.convoy == "اليوم"
    assert (hand_overs(store)[0].convoy_id, hand_overs(store)[0].day) == (wanted, "2026-11-22")


def test_a_chosen_convoy_comes_before_all(store: Store, tmp_path: Path) -> None:
    convoy(store)
    wanted = convoy(store, "قافلة نجع العرب", starts_on="2026-01-01", ends_on="2026-01-01")
    path = sheet(tmp_path, (SAID, MAN, "بطانية", 1))
    with pytest.raises(ConvoyNotFound):
        import_aid(store, path, convoy="لا أحد")
    import_aid(store, path, convoy="قافله نجع العرب")
    assert hand_overs(store)[0].convoy_id == wanted


def test_a_row_may_name_its_convoy_and_organisation(store: Store, tmp_path: Path) -> None:
    giver = Organisation(id="g", name_ar="جمعية الخير")
    with store.write() as session:
        session.add(giver)
    convoy(store, organisations=frozenset({"orman"}))
    other = convoy(store, "قافلة طما", starts_on="2026-01-01", ends_on="2026-01-01")
    header = (*HEADER, "القافلة", "الجهة")
    path = sheet(
        tmp_path,
        (SAID, MAN, "بطانية", 1, "قافلة طما", "جمعيه الخير"),
        (SAID, MAN, "لحوم", 1, "غيرها", "غيرها"),
        header=header,
    )
    result = import_aid(store, path)
    assert Code.CONVOY_UNKNOWN in codes(result)[5][1]
    assert Code.ORGANISATION_UNKNOWN in codes(result)[5][1]
    first, second = hand_overs(store)
    assert (first.convoy_id, first.organisation_id) == (other, "g")
    assert second.organisation_id == "orman"


def test_without_any_day_nothing_is_taken(store: Store, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "s.xlsx", HEADER, (SAID, MAN, "بطانية", 1))
    with pytest.raises(ConvoyUndated):
        import_aid(store, path)
    assert import_aid(store, path, convoy=convoy(store)).taken == 1
    assert hand_overs(store)[0].day == "2026-10-14"


def test_a_closed_convoy_takes_nothing_more(store: Store, tmp_path: Path) -> None:
    path = sheet(tmp_path, (SAID, MAN, "بطانية", 1))
    chosen = convoy(store)
    import_aid(store, path, convoy=chosen)
    with store.write() as session:
        session.get_one(Convoy, chosen).closed_at = 1
    assert import_aid(store, path, convoy=chosen).known == 1
    before = changes(store)
    with pytest.raises(ConvoyClosed):
        import_aid(store, sheet(tmp_path, (MONA, WOMAN, "بطانية", 1)), convoy=chosen)
    assert changes(store) == before


# All or nothing


@pytest.mark.parametrize("share", [0.0, 0.4, 0.9, 1.0])
def test_stopping_half_way_changes_nothing(store: Store, handover: Path, share: float) -> None:
    before = everything(store)

    def stop(done: int, total: int) -> None:
        if done >= share * total:
            raise Stop

    with pytest.raises(Stop):
        import_aid(store, handover, progress=stop)
    assert everything(store) == before


def test_a_full_disk_changes_nothing(store: Store, handover: Path) -> None:
    before = everything(store)
    with store.read() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
    with store.write() as session:
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages + 10}")
    with pytest.raises(DiskFull):
        import_aid(store, handover)
    assert everything(store) == before
