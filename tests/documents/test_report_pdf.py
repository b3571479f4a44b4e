"""Reports: tables mirrored and repeated over pages, totals, page numbers, signatures."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from app.documents.report import Bar, Bars, Column, Facts, Note, Report, Table
from app.documents.report_pdf import report_pdf
from app.words.catalog import Words
from app.words.numbers import ltr
from tests.documents.samples import ARABIC, ENGLISH, logo, text_of

COLUMNS = [Column("الصنف", 2), Column("المصروف", 1, "number"), Column("الباقي", 1, "number")]
STOCK = Table("المخزون", COLUMNS, [["كرتونة", "١٬٢٨٤", "٢١٦"]], totals=["الإجمالي", "١٬٢٨٤", "٢١٦"])
REPORT = Report(
    "التقرير اليومي للقافلة",
    "قافلة نجع العرب",
    "جمعية الأورمان",
    "طُبع ٢٣ نوفمبر ٢٠٢٦",
    [
        Facts("ملخص اليوم", [("عدد الأسر", "١٬٢٨٤"), ("عدد الأفراد", "٥٬١٢٠")]),
        Bars("حسب الفئة", [Bar("أرامل", 320, "٣٢٠"), Bar("أيتام", 640, "٦٤٠")]),
        STOCK,
        Note("الأسرة تُحسب مرة واحدة."),
    ],
    signatures=["أمين المخزن", "مشرف القافلة"],
    logo=logo(),
)


def with_rows(count: int, **changes: object) -> Report:
    """A list of so many families, the head of each with its number."""
    columns = [Column("Number", 0.5, "number"), Column("Head of household", 2), Column("Signature")]
    rows = [[str(number), f"Family-{number}", ""] for number in range(1, count + 1)]
    table = Table("List", columns, rows, totals=["", f"Total-{count}", ""], row_mm=9)
    return replace(Report("Report", "", "Orman", "Printed today", [table]), **changes)  # type: ignore[arg-type]


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return texts


def test_everything_in_a_report_is_found_by_a_search() -> None:
    text = text_of(report_pdf(REPORT, ARABIC))
    for wanted in (
        "التقرير اليومي للقافلة",
        "قافلة نجع العرب",
        "جمعية الأورمان",
        "ملخص اليوم",
        "عدد الأسر",
        "أرامل",
        "المخزون",
        "كرتونة",
        "١٬٢٨٤",
        "الإجمالي",
        "الأسرة تُحسب مرة واحدة",
        "أمين المخزن",
        "مشرف القافلة",
        "صفحة ١ من ١",
    ):
        assert wanted in text


def left_of(pdf: bytes, text: str, at: int = 0) -> float:
    document = pypdfium2.PdfDocument(pdf)
    page = document[0].get_textpage()
    found, _count = page.search(text, match_case=True).get_next()
    box = page.get_charbox(found)
    document.close()
    return float(box[at])


def test_columns_run_from_the_right_in_arabic_and_from_the_left_in_english() -> None:
    arabic = report_pdf(REPORT, ARABIC)
    assert left_of(arabic, "الصنف") > left_of(arabic, "المصروف") > left_of(arabic, "الباقي")
    english = report_pdf(with_rows(3), ENGLISH)
    assert left_of(english, "Number") < left_of(english, "Head") < left_of(english, "Signature")


def test_long_tables_repeat_their_header_and_every_row_is_there_once() -> None:
    pages = pages_of(report_pdf(with_rows(200), ENGLISH))
    assert len(pages) > 5
    assert all("Head of household" in page for page in pages)
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1))
    assert all("Printed today" in page for page in pages)
    found = [int(each) for page in pages for each in re.findall(r"Family-(\d+)", page)]
    assert found == list(range(1, 201))
    assert "Total-200" in pages[-1]


@pytest.mark.parametrize("count", range(18, 34))
def test_a_total_or_a_signature_is_never_cut_by_the_end_of_a_page(count: int) -> None:
    pdf = report_pdf(with_rows(count, signatures=["Supervisor"]), ENGLISH)
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        assert min(box[1] for box in boxes if box[3] > box[1]) >= 36
    document.close()
    assert "".join(pages_of(pdf)).count("Supervisor") == 1


def test_a_title_is_never_left_alone_at_the_foot_of_a_page() -> None:
    for count in range(18, 30):
        first = with_rows(count).parts[0]
        report = replace(with_rows(0), parts=[first, replace(STOCK, title="Stock-title")])
        for page in pages_of(report_pdf(report, ENGLISH)):
            if "Stock-title" in page:
                assert "١٬٢٨٤" in page


def test_an_empty_table_says_so() -> None:
    empty = replace(REPORT, parts=[replace(STOCK, rows=[], totals=None)])
    assert "لم يُسجل شيء" in text_of(report_pdf(empty, ARABIC))


def test_a_row_taller_than_a_page_still_ends() -> None:
    row = ["كرتونة " * 3000, "١", "٢"]
    pages = pages_of(report_pdf(replace(REPORT, parts=[replace(STOCK, rows=[row])]), ARABIC))
    assert len(pages) <= 4


@pytest.mark.parametrize("words", [ARABIC, ENGLISH], ids=["ar", "en"])
def test_the_longest_bar_fills_its_column_and_begins_where_reading_begins(words: Words) -> None:
    bars = Bars("", [Bar("a", 1, "1"), Bar("b", 4, "4"), Bar("c", 0, "0")])
    document = pypdfium2.PdfDocument(report_pdf(replace(REPORT, parts=[bars], logo=None), words))
    boxes = [each.get_bounds() for each in document[0].get_objects(filter=[2])]
    document.close()
    long, short = sorted(
        (box for box in boxes if 8 < box[3] - box[1] < 12), key=lambda box: box[0] - box[2]
    )[:2]
    assert (short[2] - short[0]) * 4 == pytest.approx(long[2] - long[0], rel=0.02)
    start = 2 if words is ARABIC else 0
    assert short[start] == pytest.approx(long[start], abs=0.1)


def test_a_report_without_figures_draws_bars_of_no_length() -> None:
    nothing = Bars("حسب الفئة", [Bar("أرامل", 0, "٠")])
    assert "أرامل" in text_of(report_pdf(replace(REPORT, parts=[nothing]), ARABIC))


def test_a_landscape_report_lies_on_its_side() -> None:
    document = pypdfium2.PdfDocument(report_pdf(replace(REPORT, landscape=True), ARABIC))
    wide, tall = document[0].get_size()
    document.close()
    assert (round(wide), round(tall)) == (842, 595)


def test_phones_in_cells_stay_as_written() -> None:
    table = Table("", [Column("الهاتف")], [[ltr("0100 123 4567")]])
    assert "0100 123 4567" in text_of(report_pdf(replace(REPORT, parts=[table]), ARABIC))


def test_an_organisations_colour_is_used() -> None:
    def has(report: Report) -> bool:
        document = pypdfium2.PdfDocument(report_pdf(report, ARABIC))
        colours = document[0].render(scale=2).to_pil().convert("RGB").getcolors(1 << 20) or []
        document.close()
        return (200, 30, 40) in {colour for _count, colour in colours}

    assert has(replace(REPORT, colour="#c81e28"))
    assert not has(REPORT)


@pytest.mark.parametrize("landscape", [False, True])
def test_no_word_of_a_table_is_cut(landscape: bool) -> None:
    titles = "Item Unit Loaded Received Handed Returned Damaged Lost Expired Left Counted Differs"
    columns = [Column(title, 0.3, "number") for title in titles.split()]
    row = ["Blanket", "bag", "22/11/2026", *["0"] * 9]
    report = Report("Stock", "", "", "", [Table("Stock", columns, [row])], landscape=landscape)
    words = text_of(report_pdf(report, ENGLISH)).split()
    assert {*titles.split(), *row} <= set(words)


def test_a_table_too_wide_for_any_letter_is_still_drawn() -> None:
    columns = [Column("Column") for _ in range(60)]
    report = Report("Wide", "", "", "", [Table("Wide", columns, [["word"] * 60])])
    assert len(pages_of(report_pdf(report, ENGLISH))) == 1
