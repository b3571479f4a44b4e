import pytest

from app.domain.importing.cells import SourceRow
from app.domain.importing.phrases import RowKind, RowSorter
from app.services.importing.source import phrases
from tests.domain.importing.tables import MAN, layout

FAMILIES = layout("م", "اسم رب الأسرة", "الرقم القومي", "عدد الأفراد", "القرية", "ملاحظات")


def kinds(*lines: tuple[object, ...]) -> list[RowKind]:
    sorter = RowSorter(FAMILIES, phrases())
    return [sorter.kind(SourceRow(number, line)) for number, line in enumerate(lines, 5)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ((1, "سعيد أحمد", MAN, 4, "سليم"), RowKind.DATA),
        ((None, "سعيد أحمد"), RowKind.DATA),
        ((7, None, None, None), RowKind.BLANK),
        ((None, "\u200f ", None), RowKind.BLANK),
        (("م", "اسم رب الأسرة", "الرقم القومي", "عدد الأفراد"), RowKind.HEADER),
        ((None, "الإجمالي", None, 1015), RowKind.TOTAL),
        (("اجمالى القرية", None, None, 63), RowKind.TOTAL),
        ((None, None, None, "=SUM(D5:D259)"), RowKind.TOTAL),
        ((None, None, None, 1015), RowKind.TOTAL),
        ((9, None, None, 4), RowKind.DATA),
        ((None, None, MAN, None), RowKind.DATA),
        (("قرية باصونة",), RowKind.TITLE),
        ((None, "قرية باصونة"), RowKind.TITLE),
        ((None, "جمعة قرية محمد"), RowKind.DATA),
        ((None, "يعتمد،،", None, "رئيس مجلس الإدارة"), RowKind.SIGNATURE),
        ((None, None, None, None, "توقيع أمين الصندوق"), RowKind.SIGNATURE),
        ((3, "معتمد علي حسن", None, None, "سليم", "توقيع"), RowKind.DATA),
    ],
)
def test_each_row_is_told_for_what_it_is(line: tuple[object, ...], kind: RowKind) -> None:
    assert kinds(line) == [kind]


def test_names_below_a_signature_sign_and_receive_nothing() -> None:
    assert kinds(
        (1, "سعيد أحمد", MAN),
        (None, "رئيس مجلس الإدارة", None, None, "أمين الصندوق"),
        (None, "محمد علي حسن", None, None, "أحمد سيد"),
    ) == [RowKind.DATA, RowKind.SIGNATURE, RowKind.SIGNATURE]


def test_a_list_goes_on_below_the_signatures_of_a_page() -> None:
    assert kinds(
        (None, "يعتمد"),
        (26, "سعيد أحمد"),
        (None, "ملك جمعة"),
        (None, "منى علي", MAN),
    ) == [RowKind.SIGNATURE, RowKind.DATA, RowKind.DATA, RowKind.DATA]
