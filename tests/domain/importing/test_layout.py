import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.importing.columns import Column, Kind, columns_of
from app.domain.importing.layout import Why, find_layout
from app.services.importing.source import wordings
from tests.domain.importing.tables import MAN, WOMAN, layout, rows

WORDINGS = wordings()


def columns(*headers: object, kind: Kind = Kind.LIST) -> list[str]:
    return [one.column.value for one in layout(*headers, kind=kind).columns]


@pytest.mark.parametrize("kind", list(Kind))
def test_canonical_names_are_always_understood(kind: Kind) -> None:
    names = [column.value for column in columns_of(kind)]
    assert columns(*names, kind=kind) == names


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("اسم رب الأسرة رباعى", "name"),
        ("اسم رب الاسرة رباعي طبقا للبطاقة", "name"),
        ("الإسم", "name"),
        ("الرقم القومى", "national_id"),
        ("الرقم القومي (14 رقم)", "national_id"),
        ("رقم التليفون :", "phone"),
        ("المحمول", "phone"),
        ("عدد افراد الاسره", "members"),
        ("العدد", "members"),
        ("صله القرابه", "relationship"),
        ("ت. الميلاد", "birth_date"),
        ("السن", "age"),
        ("القريه / العزبه", "village"),
        ("ملاحظـــات", "notes"),
        ("الملاحضات", "notes"),
        ("م", "ignore"),
        ("التوقيع", "ignore"),
        ("الحالة", "other"),
        ("الرقم القومي للزوجة", "other"),
        ("اسم الزوجة", "other"),
        ("رقم تليفون الزوج", "other"),
        ("الصنف", "other"),
    ],
)
def test_headers_in_many_wordings(header: str, column: str) -> None:
    assert columns("اسم المستفيد" if column != "name" else "م", header)[1] == column


def test_words_that_lists_and_sheets_use_differently() -> None:
    assert columns("الاسم", "العدد", kind=Kind.AID)[1] == "quantity"
    assert columns("اسم المستلم", "الصنف", kind=Kind.AID) == ["name", "item"]


def test_the_header_is_found_under_titles_and_addresses() -> None:
    found = find_layout(
        rows(
            ("جمعية تنمية المجتمع – اسم الجمعية",),
            ("المحافظة: سوهاج", "المركز: طما"),
            ("م", "الاسم", "القرية"),
            (1, "سعيد أحمد عبدالحميد", "سليم"),
        ),
        WORDINGS,
        Kind.LIST,
    )
    assert found is not None
    assert found.header_row == 3
    assert [one.column for one in found.columns] == [Column.IGNORE, Column.NAME, Column.VILLAGE]


def test_a_header_of_two_rows_takes_merged_cells_from_above() -> None:
    found = find_layout(
        rows(
            ("كشف",),
            ("م", "بيانات رب الأسرة", None, "ملاحظات"),
            (None, "الاسم", "الرقم القومي", None),
            (1, "سعيد أحمد", MAN, None),
        ),
        WORDINGS,
        Kind.LIST,
    )
    assert found is not None
    assert found.headers == ("م", "الاسم", "الرقم القومي", "ملاحظات")


def test_without_a_column_of_names_there_is_no_list() -> None:
    table = rows(("القرية", "الرقم القومي"), ("سليم", MAN))
    assert find_layout(table, WORDINGS, Kind.LIST) is None
    assert find_layout(table, WORDINGS, Kind.AID) is not None


def test_a_row_of_people_is_no_header() -> None:
    assert find_layout(rows((1, "سعيد أحمد علي", "رب الأسرة")), WORDINGS, Kind.LIST) is None


def test_cells_speak_where_headers_do_not() -> None:
    found = find_layout(
        rows(
            ("الاسم", "الرقم", "بيان", None),
            ("سعيد أحمد علي", MAN, "01012345678", "24/08/1959"),
            ("ملك أحمد جمعة", WOMAN, 1112345678, "1/2/1960"),
        ),
        WORDINGS,
        Kind.LIST,
    )
    assert found is not None
    guessed = [(one.column, one.why) for one in found.columns]
    assert guessed == [
        (Column.NAME, Why.HEADER),
        (Column.NATIONAL_ID, Why.CELLS),
        (Column.PHONE, Why.CELLS),
        (Column.BIRTH_DATE, Why.CELLS),
    ]


def test_of_two_columns_alike_the_surer_and_fuller_one_is_taken() -> None:
    assert columns("الاسم", "رقم تليفون آخر", "الموبايل") == ["name", "other", "phone"]
    found = find_layout(
        rows(
            ("اسم رب الأسرة", "الاسم"),
            ("سعيد أحمد", "منى علي"),
            ("سعيد أحمد", "أحمد سعيد"),
        ),
        WORDINGS,
        Kind.LIST,
    )
    assert found is not None
    assert found.index_of(Column.NAME) == 1


def test_a_mapping_overrides_the_guess_and_may_name_places() -> None:
    table = rows(("كود", "الاسم", "الحالة", None), ("7", "سعيد أحمد", "منى علي", "x"))
    mapping = {
        "الحاله": Column.NAME,
        "الاسم": Column.NOTES,
        "#1": Column.HOUSEHOLD_NO,
        "#4": Column.IGNORE,
    }
    found = find_layout(table, WORDINGS, Kind.LIST, mapping)
    assert found is not None
    assert [one.column for one in found.columns] == [
        Column.HOUSEHOLD_NO,
        Column.NOTES,
        Column.NAME,
        Column.IGNORE,
    ]
    assert all(one.why is Why.MAPPED for one in found.columns)


CELLS = st.one_of(
    st.none(), st.integers(), st.floats(), st.text(max_size=12), st.datetimes(), st.booleans()
)
HEADERS = st.sampled_from(["الاسم", "الرقم القومي", "القرية", "م", "الحالة", "name", "item", ""])


@given(
    st.lists(st.lists(st.one_of(CELLS, HEADERS), max_size=8), max_size=60),
    st.sampled_from(list(Kind)),
)
def test_any_table_is_looked_at_without_harm(table: list[list[object]], kind: Kind) -> None:
    found = find_layout(rows(*table), WORDINGS, kind)
    if found is not None:
        given_once = [one.column for one in found.columns if one.column not in NOT_UNIQUE]
        assert len(given_once) == len(set(given_once))
        assert [one.index for one in found.columns] == list(range(len(found.columns)))
        assert set(given_once) & set(columns_of(kind)) == set(given_once)


NOT_UNIQUE = {Column.IGNORE, Column.OTHER}


@given(
    st.permutations(["name", "national_id", "phone", "village", "members", "notes"]),
    st.lists(st.text("كشف جمعية0123456789/-", max_size=20), max_size=10),
)
def test_a_canonical_header_is_found_wherever_it_stands(
    header: list[str], titles: list[str]
) -> None:
    above = [(title,) for title in titles]
    found = find_layout(rows(*above, header), WORDINGS, Kind.LIST)
    assert found is not None
    assert found.header_row == len(titles) + 1
    assert [one.column.value for one in found.columns] == header


def test_the_counts_of_the_lists_are_at_hand() -> None:
    folder = Path(__file__).parents[2] / "data" / "lists"
    files = json.loads((folder / "counts.json").read_text(encoding="utf-8"))
    assert {entry["file"] for entry in files} <= {path.name for path in folder.iterdir()}
