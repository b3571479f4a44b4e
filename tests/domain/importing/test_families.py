from app.domain.importing.families import Family, group_families
from app.domain.importing.list_row import ListRow, Where
from app.domain.importing.remarks import Code, Remark


def row(number: int, name: str, household_no: str = "", relationship: str = "") -> ListRow:
    remarks = () if name else (Remark(Code.NO_NAME),)
    return ListRow(
        Where("", number), household_no, name, relationship=relationship, remarks=remarks
    )


def names(families: tuple[Family, ...]) -> list[list[str]]:
    return [[one.name for one in family.rows] for family in families]


def test_without_numbers_and_relationships_each_row_is_a_family() -> None:
    rows = [row(1, "سعيد"), row(2, "منى"), row(3, "")]
    assert names(group_families(rows, numbered=False, related=False)) == [["سعيد"], ["منى"]]


def test_numbers_group_rows_wherever_they_stand_and_the_head_comes_first() -> None:
    rows = [
        row(1, "منى", "1", "wife"),
        row(2, "علي", "2", "head"),
        row(3, "سعيد", "1", "head"),
        row(4, "ريم", "", "daughter"),
    ]
    assert names(group_families(rows, numbered=True, related=True)) == [
        ["سعيد", "منى", "ريم"],
        ["علي"],
    ]


def test_a_head_begins_a_family_and_relatives_join_it() -> None:
    rows = [
        row(1, "سعيد", relationship="head"),
        row(2, "منى", relationship="wife"),
        row(3, "علي", relationship="head"),
        row(4, "جارة"),
        row(5, "ريم", relationship="daughter"),
    ]
    assert names(group_families(rows, numbered=False, related=True)) == [
        ["سعيد", "منى"],
        ["علي"],
        ["جارة", "ريم"],
    ]


def test_merged_numbers_count_for_the_rows_below_with_a_remark() -> None:
    rows = [row(1, "سعيد", "1"), row(2, "منى"), row(3, "علي", "2"), row(4, "ريم")]
    families = group_families(rows, numbered=True, related=False)
    assert names(families) == [["سعيد", "منى"], ["علي", "ريم"]]
    assert [one.remarks for one in families[0].rows] == [(), (Remark(Code.FAMILY_ASSUMED),)]


def test_sheets_number_their_families_anew() -> None:
    first = ListRow(Where("أ", 1), "1", "سعيد")
    second = ListRow(Where("ب", 1), "1", "علي")
    third = ListRow(Where("ج", 1), "", "ريم", relationship="daughter")
    families = group_families([first, second, third], numbered=True, related=True)
    assert names(families) == [["سعيد"], ["علي"], ["ريم"]]
