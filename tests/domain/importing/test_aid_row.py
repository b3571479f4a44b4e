import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.importing.aid_row import AidReader, AidRow, Given
from app.domain.importing.cells import SourceRow
from app.domain.importing.columns import Kind
from app.domain.importing.remarks import Code
from app.domain.importing.titles import Titles
from app.domain.quantity import Quantity
from tests.domain.importing.tables import MAN, layout, words
from tests.domain.importing.test_list_row import CELLS

SHEET_DAY = dt.date(2026, 10, 15)


def read(**cells: object) -> AidRow:
    headers = [header.replace("_", " ") for header in cells]
    reader = AidReader(layout(*headers, kind=Kind.AID), words(), Titles(day=SHEET_DAY))
    return reader.read(SourceRow(4, tuple(cells.values())))


def refusal(row: AidRow) -> Code | None:
    return row.refusal.code if row.refusal else None


def test_a_row_of_a_sheet() -> None:
    row = read(
        م=1,
        الاسم="سعيد أحمد",
        الرقم_القومي=MAN,
        الصنف="كراتين",
        العدد=2,
        رقم_الإيصال=17,
        الجهة="جمعية الأورمان",
        التوقيع=None,
    )
    assert row.given == (Given("food-box", Quantity(2000)),)
    assert (row.day, row.receipt_no, row.organisation) == (SHEET_DAY, "17", "جمعية الأورمان")
    assert row.person.document.national_id == MAN
    assert row.remarks == ()


@pytest.mark.parametrize(
    ("item", "quantity", "found"),
    [
        ("لحوم", "١ كجم", Given("meat", Quantity(1000))),
        ("لحوم", "٥٠٠ جم", Given("meat", Quantity(500))),
        ("لحوم", "نص كيلو", Given("meat", Quantity(500))),
        ("بطانيه", "٢ بطانية", Given("blanket", Quantity(2000))),
        ("بطانية", "✓", Given("blanket", Quantity(1000))),
        ("كرتونة مواد غذائية كبيرة", 1, Given("food-box", Quantity(1000))),
        ("٢ كرتونة", None, Given("food-box", Quantity(2000))),
        ("لحوم ١ كجم", None, Given("meat", Quantity(1000))),
        ("شنطه مدرسيه", "1", Given("school-kit", Quantity(1000))),
        ("شنطة مدرسبة", 1, Given("school-kit", Quantity(1000))),
        ("8", 2, Given("meat", Quantity(2000))),
    ],
)
def test_items_and_quantities_in_many_wordings(item: str, quantity: object, found: Given) -> None:
    row = read(الاسم="سعيد أحمد", الصنف=item, العدد=quantity)
    assert row.given == (found,)
    assert row.refusal is None


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"الاسم": None, "الصنف": "بطانية", "العدد": 1}, Code.NO_PERSON),
        ({"الاسم": "=A1", "الصنف": "بطانية", "العدد": 1}, Code.NAME_IS_FORMULA),
        ({"الموبايل": "01012345678", "الاسم": "", "الصنف": "بطانية"}, Code.NO_PERSON),
        ({"الاسم": "سعيد", "الصنف": None, "العدد": 1}, Code.NO_ITEM),
        ({"الاسم": "سعيد", "الصنف": "سيارة", "العدد": 1}, Code.ITEM_UNKNOWN),
        ({"الاسم": "سعيد", "الصنف": "كرتونة وبطانية 12", "العدد": 1}, Code.ITEM_UNKNOWN),
        ({"الاسم": "سعيد", "الصنف": "بطانية", "العدد": None}, Code.NO_QUANTITY),
        ({"الاسم": "سعيد", "الصنف": "بطانية", "العدد": 0}, Code.NO_QUANTITY),
        ({"الاسم": "سعيد", "الصنف": "بطانية", "العدد": "كتير"}, Code.QUANTITY_UNCLEAR),
        ({"الاسم": "سعيد", "الصنف": "بطانية", "العدد": "-1"}, Code.QUANTITY_UNCLEAR),
        ({"الاسم": "سعيد", "الصنف": "بطانية", "العدد": "=1+1"}, Code.QUANTITY_UNCLEAR),
        ({"الاسم": "سعيد", "الصنف": "بطانية", "العدد": "٢ كجم"}, Code.UNIT_DOES_NOT_FIT),
    ],
)
def test_a_row_is_refused_only_without_person_item_or_quantity(
    cells: dict[str, object], code: Code
) -> None:
    assert refusal(read(**cells)) is code


def test_a_number_is_enough_to_tell_who() -> None:
    assert refusal(read(الاسم=None, الرقم_القومي=MAN, الصنف="بطانية", العدد=1)) is None
    assert refusal(read(الاسم=None, رقم_الأسرة=12, الصنف="بطانية", العدد=1)) is None


def test_a_row_may_have_a_day_of_its_own() -> None:
    cells = {"الاسم": "سعيد", "الصنف": "بطانية", "العدد": 1}
    assert read(**cells, التاريخ="14/10/2026").day == dt.date(2026, 10, 14)
    cell = dt.datetime(2026, 10, 14)  # noqa: DTZ001 - as spreadsheets have it
    assert read(**cells, التاريخ=cell).day == dt.date(2026, 10, 14)
    unclear = read(**cells, التاريخ="أمس")
    assert unclear.day == SHEET_DAY
    assert [remark.code for remark in unclear.remarks] == [Code.DATE_UNREADABLE]


def test_a_column_an_item() -> None:
    row = read(الاسم="سعيد", كرتونة="✓", بطانية=2, لحوم="نص كيلو", شنطة_مدرسية=0)
    assert row.given == (
        Given("food-box", Quantity(1000)),
        Given("blanket", Quantity(2000)),
        Given("meat", Quantity(500)),
    )
    assert row.person.notes == ""
    assert refusal(read(الاسم="سعيد", كرتونة="-", بطانية=None)) is Code.NO_QUANTITY
    part = read(الاسم="سعيد", كرتونة="كتير", بطانية=1)
    assert part.given == (Given("blanket", Quantity(1000)),)
    assert [remark.code for remark in part.remarks] == [Code.PART_UNCLEAR]


@given(st.lists(CELLS, min_size=7, max_size=7))
def test_any_row_is_read_or_refused(cells: list[object]) -> None:
    headers = ("name", "national_id", "household_no", "phone", "item", "quantity", "date")
    reader = AidReader(layout(*headers, kind=Kind.AID), words(), Titles())
    row = reader.read(SourceRow(2, tuple(cells)))
    if row.refusal is None:
        assert row.given
        assert all(one.quantity > 0 for one in row.given)
        assert row.person.name or row.person.document.number or row.person.household_no
