import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import PartialDate, Precision
from app.domain.importing.cells import SourceRow
from app.domain.importing.columns import Kind, columns_of
from app.domain.importing.list_row import Document, ListRow
from app.domain.importing.remarks import Code
from app.domain.importing.row_reader import RowReader
from app.domain.importing.titles import Titles
from app.domain.national_id import Sex
from tests.domain.importing.tables import MAN, TODAY, WOMAN, layout, words


def read(titles: Titles = Titles(), **cells: object) -> ListRow:  # noqa: B008 - frozen
    """The row of cells under the headers that the keywords name (`_` for a blank)."""
    headers = [header.replace("_", " ") for header in cells]
    reader = RowReader(layout(*headers), words(), titles, "ورقة1")
    return reader.read(SourceRow(9, tuple(cells.values())))


def codes(row: ListRow) -> list[Code]:
    return [remark.code for remark in row.remarks]


def test_a_family_by_its_head() -> None:
    row = read(
        م=1,
        اسم_رب_الأسرة="  سعيد  أحمد ",
        الرقم_القومي=int(MAN),
        عدد_الأفراد=4,
        الموبايل=1501746814,
        القرية="سليم",
        الحالة="أرملة",
        ملاحظات='=HYPERLINK("x")',
    )
    assert (row.where.sheet, row.where.row) == ("ورقة1", 9)
    assert row.name == "سعيد أحمد"
    assert row.document == Document("national_id", MAN, verified=True)
    assert row.birth == PartialDate(dt.date(1982, 3, 14))
    assert (row.sex, row.phone, row.members) == (Sex.MALE, "01501746814", 4)
    assert row.place.village == "سليم"
    assert row.categories == {"widow"}
    assert row.notes == '=HYPERLINK("x")'
    assert row.remarks == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (None, Code.NO_NAME),
        ("", Code.NO_NAME),
        (" - ", Code.NO_NAME),
        (12, Code.NO_NAME),
        ("=B3&C3", Code.NAME_IS_FORMULA),
    ],
)
def test_only_a_row_without_a_name_is_refused(name: object, code: Code) -> None:
    row = read(الاسم=name, الرقم_القومي=MAN, القرية="سليم")
    assert row.refusal is not None
    assert row.refusal.code is code


def test_a_number_before_a_name_is_not_part_of_it() -> None:
    assert read(الاسم="١- سعيد أحمد").name == "سعيد أحمد"
    assert read(الاسم="12) سعيد أحمد").name == "سعيد أحمد"


@pytest.mark.parametrize(
    ("written", "document", "remarks"),
    [
        ("٢٨٢٠٣١٤٢٦٣٣٥٧٨", Document("national_id", MAN, verified=True), []),
        (28203142633578.0, Document("national_id", MAN, verified=True), []),
        ("2 820314 26 33578", Document("national_id", MAN, verified=True), []),
        ("2600423265319", Document("national_id", "2600423265319"), [Code.ID_UNVERIFIED]),
        ("28913102633208", Document("national_id", "28913102633208"), [Code.ID_UNVERIFIED]),
        ("AB12345", Document("national_id", "AB12345"), [Code.ID_UNVERIFIED]),
        ("2.82E+13", Document(), [Code.ID_DIGITS_LOST]),
        ("لا يوجد", Document("none"), []),
        ("-", Document("none"), []),
        ("ساقط قيد", Document("none", "never_issued"), []),
        (None, Document(), []),
    ],
)
def test_national_ids_as_lists_have_them(
    written: object, document: Document, remarks: list[Code]
) -> None:
    row = read(الاسم="سعيد أحمد", الرقم_القومي=written)
    assert row.document == document
    assert codes(row) == remarks
    assert row.refusal is None


def test_an_id_that_may_be_mistyped_is_looked_at() -> None:
    wrong_check = MAN[:13] + str((int(MAN[13]) + 3) % 10)
    row = read(الاسم="سعيد أحمد", الرقم_القومي=wrong_check)
    assert row.document.verified
    assert codes(row) == [Code.ID_DOUBTFUL]


@pytest.mark.parametrize(
    ("kind", "number", "document"),
    [
        ("جواز سفر", "a 123-45", Document("passport", "A12345", verified=True)),
        ("بطاقة", MAN, Document("national_id", MAN, verified=True)),
        ("", "99/7", Document("other", "997", verified=True)),
        ("بدون", "", Document("none")),
        ("ساقط قيد", "", Document("none", "never_issued")),
        ("", "", Document()),
    ],
)
def test_other_documents(kind: str, number: str, document: Document) -> None:
    assert read(الاسم="سعيد", نوع_الوثيقة=kind, رقم_الوثيقة=number).document == document


def test_births_come_from_the_date_the_age_or_the_number() -> None:
    assert read(الاسم="س", تاريخ_الميلاد="24/08/1959").birth == PartialDate(dt.date(1959, 8, 24))
    assert read(الاسم="س", السن=44).birth == PartialDate(TODAY.replace(year=1982), Precision.AGE)
    exact = PartialDate(dt.date(1982, 3, 14))
    assert read(الاسم="س", سنة_الميلاد=1982, الرقم_القومي=MAN).birth == exact
    unreadable = read(الاسم="س", تاريخ_الميلاد="حوالي الستين", الرقم_القومي=MAN)
    assert unreadable.birth == exact
    assert codes(unreadable) == [Code.BIRTH_UNREADABLE]
    assert read(الاسم="س", السن="كبير").notes == "السن: كبير"


def test_what_disagrees_with_the_number_is_kept_and_looked_at() -> None:
    row = read(الاسم="س", الرقم_القومي=MAN, تاريخ_الميلاد="1/1/1990", النوع="أنثى")
    assert row.birth == PartialDate(dt.date(1990, 1, 1))
    assert row.sex is Sex.FEMALE
    assert set(codes(row)) == {Code.BIRTH_DISAGREES, Code.SEX_DISAGREES}


def test_relationships_tell_the_sex_and_unknown_ones_become_notes() -> None:
    wife = read(الاسم="منى", صلة_القرابة="الزوجة")
    assert (wife.relationship, wife.sex) == ("wife", Sex.FEMALE)
    assert read(الاسم="منى", صلة_القرابة="جارة").notes == "صلة القرابة: جارة"


@pytest.mark.parametrize(
    ("written", "phone", "notes", "remarks"),
    [
        (1501746814, "01501746814", "", []),
        ("٠١٠٩١١١١٤٦٥", "01091111465", "", []),
        ("+201036328215", "01036328215", "", []),
        ("01012345678 / 01112345678", "01012345678", "الموبايل: 01112345678", []),
        ("12", "12", "", [Code.PHONE_UNREADABLE]),
        ("1.5E+09", "", "", [Code.PHONE_UNREADABLE]),
        (None, "", "", []),
    ],
)
def test_phones(written: object, phone: str, notes: str, remarks: list[Code]) -> None:
    row = read(الاسم="سعيد", الموبايل=written)
    assert (row.phone, row.notes, codes(row)) == (phone, notes, remarks)


@pytest.mark.parametrize(
    ("written", "members", "remarks"),
    [
        (4, 4, []),
        ("٥ أفراد", 5, []),
        ("", None, []),
        (0, None, [Code.MEMBERS_UNREADABLE]),
        (1015, None, [Code.MEMBERS_UNREADABLE]),
        ("2+3", None, [Code.MEMBERS_UNREADABLE]),
        ("=COUNT(A1:A4)", None, [Code.MEMBERS_UNREADABLE]),
    ],
)
def test_members(written: object, members: int | None, remarks: list[Code]) -> None:
    row = read(الاسم="سعيد", عدد_الأفراد=written)
    assert (row.members, codes(row)) == (members, remarks)


def test_columns_without_a_home_become_categories_or_notes() -> None:
    row = read(الاسم="منى", الحالة="متزوج", مريض="نعم", أرملة="لا", الدخل=1500, ملاحظات="يتابع")
    assert row.categories == {"chronic-illness"}
    assert row.notes == "يتابع\nالحالة: متزوج\nالدخل: 1500"
    listed = read(الاسم="منى", الفئة="أرملة، مريض، جارة")
    assert listed.categories == {"widow", "chronic-illness"}
    assert listed.notes == "الفئة: جارة"
    assert read(الاسم="منى", الفئة="أرملة ومريض").categories == {"widow", "chronic-illness"}


def test_titles_say_where_a_list_without_such_columns_is_from() -> None:
    above = Titles(governorate="سوهاج", district="طما", village="سليم")
    assert read(above, الاسم="سعيد").place.village == "سليم"
    own = read(above, الاسم="سعيد", القرية=None, المركز="المراغة").place
    assert (own.governorate, own.district, own.village) == ("سوهاج", "المراغة", "")


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.text("0123456789٠١٢٣٤٥٦٧٨٩+-/.E ", max_size=20),
    st.datetimes(),
    st.times(),
    st.sampled_from([MAN, WOMAN, "سعيد أحمد", "نعم", "الزوجة", '=HYPERLINK("x")', "#REF!"]),
)


EVERY_HEADER = (*(column.value for column in columns_of(Kind.LIST)[:16]), "شيء")


@given(st.lists(CELLS, min_size=17, max_size=17))
def test_any_row_is_read_and_refused_only_without_a_name(cells: list[object]) -> None:
    row = RowReader(layout(*EVERY_HEADER), words(), Titles()).read(SourceRow(2, tuple(cells)))
    assert (row.refusal is None) == bool(row.name)
    assert row.document.number or not row.document.verified
    assert "\x00" not in row.notes
