"""Receipts on every paper: what a scanner reads, what a search finds, what is hidden."""

from dataclasses import replace
from functools import partial
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.receipt import ReceiptLine
from app.documents.receipt_pages import Paper, receipt_pdf
from app.domain.quantity import Quantity
from app.domain.receipt_code import joined, read_code
from app.keys import signing
from app.words.catalog import Words
from tests.documents.samples import (
    ARABIC,
    CAIRO,
    ENGLISH,
    PUBLIC,
    codes_on,
    logo,
    page_images,
    receipt,
    record,
    text_of,
)

EVERY_PAPER = pytest.mark.parametrize("paper", Paper)
BOTH = pytest.mark.parametrize("words", [ARABIC, ENGLISH], ids=["ar", "en"])


def printed(paper: Paper, words: Words, **changes: Any) -> bytes:
    if "items" in changes:
        changes["lines"] = len(changes["items"])
        document = replace(receipt(words.language, lines=changes["lines"]), lines=changes["items"])
        return receipt_pdf(document, paper, words, CAIRO)
    return receipt_pdf(receipt(words.language, **changes), paper, words, CAIRO)


@EVERY_PAPER
@BOTH
def test_the_codes_of_receipt_and_stub_are_read_at_203_dpi(paper: Paper, words: Words) -> None:
    (image,) = page_images(printed(paper, words))
    texts = codes_on(image.point(lambda grey: 255 if grey > 127 else 0))
    assert len(texts) == 2, "one on the receipt, one on the stub"
    assert set(texts) == set(receipt(words.language).codes)
    assert all(text.isascii() and text.isdigit() for text in texts)
    code = read_code(texts[0])
    assert code.is_by(partial(signing.verify, PUBLIC))
    assert code.record == record(128, 3)


@EVERY_PAPER
def test_a_second_code_is_printed_and_read(paper: Paper) -> None:
    pdf = printed(paper, ARABIC, lines=12)
    texts = [text for image in page_images(pdf) for text in codes_on(image)]
    assert len(texts) == 4
    assert joined(map(read_code, texts)) == record(128, 12)


@EVERY_PAPER
def test_a_search_finds_the_family_what_it_got_and_when(paper: Paper) -> None:
    text = text_of(printed(paper, ARABIC))
    for wanted in (
        "سعيد أحمد عبدالحميد",
        "جزيرة أولاد حمزة",
        "كرتونة مواد غذائية",
        "بطانية",
        "منى علي حسن",
        "جمعية الأورمان",
        "قافلة نجع العرب",
        "إيصال استلام",
        "كعب المكتب",
        "٢٢ نوفمبر",
        "١١:٣٣",
        "٨٣٩-٠١٢٨-٣",
    ):
        assert wanted in text


@EVERY_PAPER
def test_the_english_receipt_reads_from_left_to_right(paper: Paper) -> None:
    pdf = printed(paper, ENGLISH)
    text = text_of(pdf)
    for wanted in (
        "Aid receipt",
        "Orman Association",
        "Said Ahmed Abdelhamid",
        "Mona Ali Hassan (wife)",
        "•••••• 3456",
        "1.5 kg",
        "22 Nov 2026, 11:33" if paper is not Paper.THERMAL58 else "22 Nov 2026,",
        "839-0128-3",
    ):
        assert wanted in text
    document = pypdfium2.PdfDocument(pdf)
    page = document[0].get_textpage()
    first, second = (_left_of(page, text) for text in ("Food box", "1 box"))
    assert first < second
    document.close()


def test_the_arabic_receipt_begins_at_the_right() -> None:
    document = pypdfium2.PdfDocument(printed(Paper.A5, ARABIC))
    page = document[0].get_textpage()
    assert _left_of(page, "الصنف") > _left_of(page, "الكمية")
    document.close()


def _left_of(page: pypdfium2.PdfTextPage, text: str) -> float:
    at, _count = page.search(text).get_next()
    return float(page.get_charbox(at)[0])


def test_a_copy_says_so_and_a_void_says_why_on_both_parts() -> None:
    copy = text_of(printed(Paper.A5, ARABIC, is_copy=True))
    assert "نسخة" in copy
    void = text_of(printed(Paper.A5, ARABIC, void_reason="سجلت مرتين بالخطأ"))
    assert void.count("إيصال ملغى") == 2
    assert void.count("سجلت مرتين بالخطأ") == 2
    assert "إيصال ملغى" in text_of(printed(Paper.A5, ARABIC, void_reason=""))
    original = text_of(printed(Paper.A5, ARABIC))
    assert "ملغى" not in original
    assert "نسخة" not in original


def test_what_is_still_to_come_is_said() -> None:
    line = ReceiptLine("بطانية", Quantity(1000), "قطعة", Quantity(2000), Quantity(500))
    text = text_of(printed(Paper.A5, ARABIC, items=(line,)))
    assert "المتبقي" in text
    assert "٠٫٥" in text


@EVERY_PAPER
@pytest.mark.parametrize("lines", [1, 7, 30])
def test_nothing_stands_outside_the_page(paper: Paper, lines: int) -> None:
    pdf = printed(paper, ARABIC, lines=lines)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    page = document[0]
    wide, tall = page.get_size()
    boxes = [each.get_bounds() for each in page.get_objects()]
    cut_line = 1
    assert min(min(box[:2]) for box in boxes) >= -cut_line
    assert max(box[2] for box in boxes) <= wide + cut_line
    assert max(box[3] for box in boxes) <= tall + cut_line
    names = page.get_textpage()
    assert names.get_text_bounded().count("بطانية") >= (2 if lines > 1 else 0)
    document.close()


def test_what_is_unknown_is_left_out_with_its_label() -> None:
    bare = receipt("ar", initiative="", convoy="", desk="", user="", collector="", masked_id="")
    text = text_of(receipt_pdf(bare, Paper.A5, ARABIC, CAIRO))
    assert "المستلم" not in text.replace("توقيع المستلم", "")
    assert "رقم الهوية" not in text


@EVERY_PAPER
def test_a_receipt_that_this_laptop_cannot_sign_has_a_number_and_no_code(paper: Paper) -> None:
    pdf = printed(paper, ARABIC, codes=())
    (image,) = page_images(pdf)
    assert codes_on(image) == []
    assert text_of(pdf).count("٨٣٩-٠١٢٨-٣") == 2


@pytest.mark.parametrize("damaged", [b"", b"no image", logo()[:60], logo()[:-30]])
def test_a_damaged_logo_does_not_keep_a_receipt_from_being_printed(damaged: bytes) -> None:
    without = printed(Paper.A5, ARABIC, logo=None)
    assert printed(Paper.A5, ARABIC, logo=damaged) == without


def test_the_same_receipt_gives_the_same_bytes() -> None:
    assert printed(Paper.A5, ARABIC) == printed(Paper.A5, ARABIC)


def test_a_name_with_markup_and_formula_characters_is_printed_as_it_is() -> None:
    text = text_of(printed(Paper.A5, ENGLISH, household_head="=<b>Ali & Sons</b>"))
    assert "=<b>Ali & Sons</b>" in text


@settings(max_examples=25)
@given(st.lists(st.text(max_size=120), min_size=8, max_size=8), st.sampled_from(Paper))
def test_whatever_people_are_called_their_receipt_is_printed_and_read(
    texts: list[str], paper: Paper
) -> None:
    names = ("organisation", "household_head", "village", "collector", "convoy", "desk", "user")
    item = ReceiptLine(texts[7], Quantity(1000), texts[6])
    changes = dict(zip(names, texts[:7], strict=True))
    pdf = printed(paper, ARABIC, items=(item,), void_reason=texts[0], **changes)
    codes = {text for image in page_images(pdf) for text in codes_on(image)}
    assert len(codes) == 1
