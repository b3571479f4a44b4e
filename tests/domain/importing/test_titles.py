import datetime as dt

import pytest

from app.domain.importing.titles import read_titles
from tests.domain.importing.tables import rows


@pytest.mark.parametrize(
    ("title", "places"),
    [
        ("كشف الأسر الأولى بالرعاية – محافظة سوهاج", ("سوهاج", "", "")),
        ("محافظة سوهاج مركز طما قرية المواطين", ("سوهاج", "طما", "المواطين")),
        ("المحافظة: كفر الشيخ / المركز: دسوق - القرية/ شباس", ("كفر الشيخ", "دسوق", "شباس")),
        (
            "أسر قرية ميت غمر التابعة لمركز أجا محافظة الدقهلية بتاريخ 1/5/2026",
            ("الدقهلية", "أجا", "ميت غمر"),
        ),
        ("كشف مساعدات شهر رمضان", ("", "", "")),
    ],
)
def test_places_stand_in_titles(title: str, places: tuple[str, str, str]) -> None:
    found = read_titles(rows((title, None, None)))
    assert (found.governorate, found.district, found.village) == places


def test_a_place_may_be_in_the_cell_beside_or_in_the_sheets_name() -> None:
    assert read_titles(rows(("المحافظة", "سوهاج"))).governorate == "سوهاج"
    assert read_titles((), "قرية باصونة").village == "باصونة"
    assert read_titles(rows(("قرية سليم",)), "قرية باصونة").village == "سليم"


def test_the_day_and_the_convoy() -> None:
    found = read_titles(rows(("كشف صرف مساعدات – قافلة شاملة",), ("اليوم: الخميس ١٥/١٠/٢٠٢٦",)))
    assert found.day == dt.date(2026, 10, 15)
    assert found.convoy == "كشف صرف مساعدات – قافلة شاملة"
    assert found.lines[1] == "اليوم: الخميس 15/10/2026"


def test_a_year_alone_is_no_day() -> None:
    assert read_titles(rows(("كشف عام 2026",))).day is None
