import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import errors
from app.errors import QafilaError
from app.services.importing import reading
from app.services.importing.reading import read_workbook
from tests.services.importing.spreadsheets import FAMILIES, csv, xlsx


def rows(path: Path) -> list[tuple[object, ...]]:
    return [row.cells for row in read_workbook(path).sheets[0].rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_of_any_encoding_and_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = delimiter.join(("الاسم", "ملاحظات")) + "\r\n\r\n" + delimiter.join(("منى", '"أ، ب"'))
    read = read_workbook(csv(tmp_path / "a.csv", text, encoding)).sheets[0].rows
    assert [row.cells for row in read] == [("الاسم", "ملاحظات"), ("منى", "أ، ب")]
    assert [row.number for row in read] == [1, 3]


def test_a_line_break_inside_a_cell_is_no_new_row(tmp_path: Path) -> None:
    assert rows(csv(tmp_path / "a.csv", 'name,notes\n"منى","سطر\nآخر"\n')) == [
        ("name", "notes"),
        ("منى", "سطر\nآخر"),
    ]


def test_cells_of_a_workbook_keep_their_kind_and_formulas_stay_text(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", (28203142633578, "٢", None), (), ("=1+1", None, 2.5))
    read = read_workbook(path).sheets[0]
    assert [row.cells for row in read.rows] == [(28203142633578, "٢"), ("=1+1", None, 2.5)]
    assert [row.number for row in read.rows] == [1, 3]


def test_hidden_sheets_are_not_read(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["a"])
    hidden = book.create_sheet("قديم")
    hidden.append(["b"])
    hidden.sheet_state = "hidden"
    book.create_sheet("ثاني").append(["c"])
    book.save(tmp_path / "a.xlsx")
    names = [sheet.name for sheet in read_workbook(tmp_path / "a.xlsx").sheets]
    assert names == ["Sheet", "ثاني"]


def test_a_wrong_size_written_in_the_sheet_does_not_cut_it(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", ("a", "b"), ("c", "d"))
    wrong = repacked(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"A1:B2", b"A1"))
    assert rows(wrong) == [("a", "b"), ("c", "d")]


def repacked(path: Path, name: str, change: object) -> Path:
    changed = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            new.writestr(part, change(data) if part.filename == name else data)
    return changed


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    one = read_workbook(csv(tmp_path / "a.csv", "a,b"))
    assert one.digest == read_workbook(csv(tmp_path / "b.csv", "a,b")).digest
    assert one.digest != read_workbook(csv(tmp_path / "c.csv", "a,c")).digest


OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", errors.SpreadsheetEmpty),
        (b" \r\n\r\n", errors.SpreadsheetEmpty),
        (b",,\n,,\n", errors.SpreadsheetEmpty),
        (b"PK\x03\x04 and nothing else", errors.SpreadsheetDamaged),
        (FAMILIES.read_bytes()[:9_000], errors.SpreadsheetDamaged),
        (OLE + bytes(600), errors.SpreadsheetUnknown),
        (OLE + "EncryptedPackage".encode("utf-16-le"), errors.SpreadsheetLocked),
        (b"%PDF-1.7 \n", errors.SpreadsheetUnknown),
        (b"\x89PNG\r\n\x1a\n\x00\x00", errors.SpreadsheetUnknown),
        (b"\xff\xfea", errors.SpreadsheetDamaged),
        (b'name\n"' + b"x" * 40_000, errors.SpreadsheetDamaged),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, data: bytes, cause: type[QafilaError]) -> None:
    path = tmp_path / "كشف.xlsx"
    path.write_bytes(data)
    with pytest.raises(cause) as raised:
        read_workbook(path)
    assert raised.value.params["file"] == "كشف.xlsx"


def test_other_zip_files_are_no_workbooks(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(errors.SpreadsheetUnknown):
        read_workbook(tmp_path / "a.ods")


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(errors.SpreadsheetMissing):
        read_workbook(tmp_path / "a.xlsx")
    with pytest.raises(errors.SpreadsheetDamaged):
        read_workbook(tmp_path)


def test_a_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_UNPACKED", 32 * 2**20)
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w") as part,
    ):
        for _ in range(reading.MAX_UNPACKED // 2**20 + 1):
            part.write(bytes(2**20))
    assert path.stat().st_size < 2**20
    with pytest.raises(errors.SpreadsheetTooLarge):
        read_workbook(path)


def test_too_many_rows_and_bytes_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = csv(tmp_path / "a.csv", "name\n" + "منى\n" * 30)
    monkeypatch.setattr(reading, "MAX_ROWS", 30)
    with pytest.raises(errors.SpreadsheetTooLarge):
        read_workbook(path)
    monkeypatch.setattr(reading, "MAX_ROWS", 31)
    assert len(rows(path)) == 31
    monkeypatch.setattr(reading, "MAX_BYTES", 100)
    with pytest.raises(errors.SpreadsheetTooLarge):
        read_workbook(path)


SMALL = io.BytesIO()


def small_workbook() -> bytes:
    if not SMALL.getvalue():
        from openpyxl import Workbook

        book = Workbook()
        book.active.append(["الاسم", "منى"])
        book.save(SMALL)
    return SMALL.getvalue()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_harmed_workbook_is_read_or_refused_in_words(tmp_path: Path, data: st.DataObject) -> None:
    whole = bytearray(small_workbook())
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=5)):
        whole[place] ^= data.draw(st.integers(1, 255))
    path = tmp_path / "harmed.xlsx"
    path.write_bytes(bytes(whole[: data.draw(st.integers(1, len(whole)))]))
    with contextlib.suppress(QafilaError):
        assert read_workbook(path).sheets
