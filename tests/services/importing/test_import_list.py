import errno
from csv import writer as csv_writer
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlmodel import select

from app.db.store import Store
from app.db.tables import Person
from app.domain.importing.columns import Column
from app.domain.importing.plan_list import State
from app.domain.importing.remarks import Code
from app.errors import DiskFull, HeaderNotFound, StoreReadOnly
from app.services.importing.lists import import_list
from app.services.importing.result import ImportResult
from tests.domain.importing.tables import MAN, WOMAN
from tests.services.importing.spreadsheets import csv, households, people, report_rows, xlsx
from tests.support.raw import changes, contents, whole

HEADER = ("الاسم", "الرقم القومي", "الموبايل", "القرية", "عدد الأفراد")
SOHAG = ("كشف أسر محافظة سوهاج",)


def reasons(result: ImportResult) -> list[tuple[int, State, list[Code]]]:
    return [
        (row.outcome.where.row, row.outcome.state, [one.code for one in row.outcome.remarks])
        for report in result.reports
        for row in report.rows
    ]


def everything(store: Store) -> object:
    with whole(store) as connection:
        return contents(connection, "journal", "household", "person", "imported_file", "setting")


def test_only_rows_without_a_name_are_refused(store: Store, tmp_path: Path) -> None:
    result = import_list(
        store,
        xlsx(
            tmp_path / "a.xlsx",
            SOHAG,
            HEADER,
            ("سعيد أحمد علي", "123", "5", "غير معروفة", "كتير"),
            (None, MAN, "01012345678", "سليم", 3),
            ("=A1", None, None, None, None),
        ),
    )
    assert (result.rows, result.taken, result.known, result.refused) == (3, 1, 0, 2)
    assert reasons(result) == [
        (
            3,
            State.TAKEN,
            [
                Code.ID_UNVERIFIED,
                Code.PHONE_UNREADABLE,
                Code.MEMBERS_UNREADABLE,
                Code.VILLAGE_UNKNOWN,
            ],
        ),
        (4, State.REFUSED, [Code.NO_NAME]),
        (5, State.REFUSED, [Code.NAME_IS_FORMULA]),
    ]
    (household,) = households(store)
    assert (household.village_id, household.address) == ("", "غير معروفة، سوهاج")
    person = people(store)["سعيد أحمد علي"]
    assert (person.document_no, person.document_verified) == ("123", False)


def test_a_report_that_was_corrected_is_taken_in_as_it_is(store: Store, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    first = import_list(
        store,
        xlsx(
            tmp_path / "a.xlsx",
            SOHAG,
            HEADER,
            ("ملك أحمد جمعة", WOMAN, None, "سليم", 2),
            (None, int(MAN), "٠١٠١٢٣٤٥٦٧٨", "سليم", 3),
        ),
    )
    assert first.rejects is not None
    book = load_workbook(first.rejects)
    refused = book.worksheets[0]
    assert refused["A1"].value == SOHAG[0]
    assert refused.sheet_view.rightToLeft
    assert [cell.value for cell in refused[3]][:5] == [None, MAN, "٠١٠١٢٣٤٥٦٧٨", "سليم", 3]
    refused["A3"] = "سعيد أحمد عبدالحميد"
    book.save(first.rejects)

    second = import_list(store, first.rejects)
    assert (second.rows, second.taken, second.refused, second.warnings) == (1, 1, 0, 0)
    person = people(store)["سعيد أحمد عبدالحميد"]
    assert (person.document_no, person.phone, person.notes) == (MAN, "01012345678", "")
    assert [household.village_id for household in households(store)] == ["EG261327"] * 2


@pytest.mark.parametrize("language", ["ar", "en"])
def test_reports_of_either_language_are_read_again(
    store: Store, tmp_path: Path, language: str
) -> None:
    from app.words.catalog import Words

    path = xlsx(tmp_path / "a.xlsx", HEADER, (None, MAN, None, None, None), ("منى علي حسن",))
    result = import_list(store, path, words=Words(language))
    assert result.rejects is not None
    again = import_list(store, result.rejects)
    assert (again.rows, again.refused) == (1, 1)
    assert {one.column for one in again.reports[0].sheet.layout.columns[-2:]} == {Column.IGNORE}
    assert again.rejects == tmp_path / "a-rejects-2.xlsx"


def test_nothing_in_a_report_is_a_formula(store: Store, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    evil = ["=1+1", "+1+1", "-2", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "=cmd|' /c'!A1"]
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv_writer(file)
        writer.writerow(("name", "notes", "national_id"))
        writer.writerows(("", text, MAN) for text in evil)
    result = import_list(store, path)
    assert result.refused == len(evil)
    assert result.rejects is not None
    sheet = load_workbook(result.rejects).worksheets[0]
    shown = [cell for row in sheet.iter_rows(min_row=2, min_col=2, max_col=2) for cell in row]
    assert [cell.value for cell in shown] == [one.strip() for one in evil]
    assert {cell.data_type for cell in shown} == {"s"}
    assert all(cell.quotePrefix for cell in shown)


def test_known_people_are_not_written_again(store: Store, tmp_path: Path) -> None:
    import_list(
        store,
        xlsx(
            tmp_path / "a.xlsx",
            SOHAG,
            HEADER,
            ("سعيد أحمد عبدالحميد", MAN, "01012345678", "سليم", 4),
            ("ملك أحمد جمعة", None, None, "سليم", 3),
            ("منى علي حسن", None, "01112345678", "باصونة", 2),
        ),
    )
    result = import_list(
        store,
        xlsx(
            tmp_path / "b.xlsx",
            SOHAG,
            HEADER,
            ("سعيد احمد عبد الحميد", int(MAN), None, None, None),
            ("ملك أحمد جمعه", None, None, "قرية سليم", 3),
            ("مني علي حسن", None, 1112345678, "سليم", 9),
            ("ملك أحمد جمعة", None, None, "باصونة", 3),
            ("ملك أحمد جمعة", None, None, "سليم", 5),
            ("علي علي حسن", None, 1112345678, "باصونة", 2),
        ),
    )
    assert (result.taken, result.known) == (3, 3)
    assert reasons(result) == [
        (3, State.KNOWN, [Code.SAME_ID]),
        (4, State.KNOWN, [Code.SAME_NAME_AND_FAMILY]),
        (5, State.KNOWN, [Code.SAME_NAME_AND_PHONE]),
    ]


def test_new_members_of_known_families_join_them(store: Store, tmp_path: Path) -> None:
    header = ("رقم الأسرة", "الاسم", "صلة القرابة", "الرقم القومي", "القرية", "الفئة")
    father = (1, "سعيد أحمد علي", "رب الأسرة", MAN, "سليم", None)
    mother = (1, "ملك أحمد جمعة", "زوجة", None, "سليم", "أرملة")
    son = (1, "علي سعيد أحمد", "ابن", None, "سليم", None)
    import_list(store, xlsx(tmp_path / "a.xlsx", SOHAG, header, mother, father))
    result = import_list(store, xlsx(tmp_path / "b.xlsx", SOHAG, header, father, mother, son))
    assert (result.taken, result.known) == (1, 2)
    on_file = people(store)
    assert len({person.household_id for person in on_file.values()}) == 1
    assert list(on_file) == ["سعيد أحمد علي", "ملك أحمد جمعة", "علي سعيد أحمد"]
    assert on_file["ملك أحمد جمعة"].categories == {"widow"}
    assert import_list(store, tmp_path / "b.xlsx").known == 3


def test_each_sheet_with_a_header_is_read(store: Store, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "قرية سليم"
    for line in (SOHAG, ("الاسم", "الحالة"), ("سعيد أحمد علي", "أرملة")):
        book.active.append(line)
    second = book.create_sheet("قرية باصونة")
    for line in (SOHAG, ("م", "اسم المستفيد"), (1, "منى علي حسن"), (2, None), (3, "=1")):
        second.append(line)
    book.create_sheet("تعليمات").append(["تكتب الأسماء رباعية"])
    book.save(tmp_path / "a.xlsx")
    result = import_list(store, tmp_path / "a.xlsx")
    assert (result.rows, result.taken, result.refused) == (3, 2, 1)
    assert result.left_out == ("تعليمات",)
    assert [household.village_id for household in households(store)] == ["EG261327", "EG260614"]
    assert result.rejects is not None
    assert list(report_rows(result.rejects)) == ["لم تؤخذ – قرية باصونة"]


def test_a_mapping_decides_what_the_guess_cannot(store: Store, tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", "أ,ب,ج\nسعيد أحمد علي,7,x\nمنى علي حسن,8,y\n")
    with pytest.raises(HeaderNotFound):
        import_list(store, path)
    mapping = {"أ": Column.NAME, "ب": Column.HOUSEHOLD_NO, "ج": Column.IGNORE}
    assert import_list(store, path, mapping=mapping).taken == 2
    assert [household.number for household in households(store)] == ["7", "8"]
    assert {household.notes for household in households(store)} == {""}


class Stop(Exception):
    pass


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 1.0])
def test_stopping_half_way_changes_nothing(store: Store, families: Path, share: float) -> None:
    before = everything(store)
    heard: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        heard.append((done, total))
        if done >= share * total:
            raise Stop

    with pytest.raises(Stop):
        import_list(store, families, progress=stop)
    assert everything(store) == before
    assert not list(families.parent.glob("*rejects*"))
    assert heard == sorted(heard)
    assert {total for _, total in heard} == {2 * 249}


def test_a_full_disk_changes_nothing(store: Store, families: Path) -> None:
    before = everything(store)
    with store.read() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
    with store.write() as session:
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(DiskFull):
        import_list(store, families)
    with store.write() as session:
        session.connection().exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert everything(store) == before
    assert not list(families.parent.glob("*rejects*"))
    assert import_list(store, families).taken == 240


def test_a_report_that_cannot_be_written_holds_the_import_back(
    store: Store, families: Path, tmp_path: Path
) -> None:
    before = everything(store)
    with pytest.raises(StoreReadOnly):
        import_list(store, families, rejects=tmp_path / "none" / "r.xlsx")
    full = OSError(errno.ENOSPC, "full")
    with patch("os.fsync", side_effect=full), pytest.raises(DiskFull):
        import_list(store, families)
    assert everything(store) == before
    elsewhere = tmp_path / "r.xlsx"
    assert import_list(store, families, rejects=elsewhere).rejects == elsewhere


def test_a_report_is_journalled_once_for_each_list(store: Store, tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", HEADER, (None, MAN, None, None, None), ("منى علي حسن",))
    import_list(store, path)
    disclosed = changes(store, "disclosure")
    assert [change.values["kind"] for change in disclosed] == ["rejects"]
    assert import_list(store, path).rejects is not None
    assert changes(store, "disclosure") == disclosed


def test_the_same_file_is_known_however_its_people_were_corrected(
    store: Store, tmp_path: Path
) -> None:
    path = xlsx(tmp_path / "a.xlsx", HEADER, ("سعيد أحمد علي",), ("منى علي حسن", MAN))
    import_list(store, path)
    with store.write() as session:
        for person in session.exec(select(Person)):
            person.name, person.document_no = f"{person.name} المصري", ""
    before = changes(store)
    result = import_list(store, path)
    assert (result.known, result.seen_before) == (2, True)
    assert [codes for *_, codes in reasons(result)] == [[Code.TAKEN_BEFORE]] * 2
    assert changes(store) == before
    other = import_list(store, path, mapping={"عدد الأفراد": Column.IGNORE}, dry_run=True)
    assert (other.taken, other.seen_before) == (2, False)


def test_a_list_of_names_alone_is_taken_once(store: Store, tmp_path: Path) -> None:
    path = csv(tmp_path / "a.csv", "الاسم\nسعيد أحمد\nمنى علي\nسعيد أحمد\n", "windows-1256")
    first = import_list(store, path)
    assert (first.taken, first.known) == (2, 1)
    second = import_list(store, path)
    assert (second.taken, second.known) == (0, 3)
