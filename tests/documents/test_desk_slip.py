"""The slip of a closed desk, on every paper and in both languages."""

from dataclasses import replace

import pypdfium2
import pytest

from app.documents.desk_slip import DeskSlip, SlipCount, desk_slip_pdf
from app.documents.receipt_pages import Paper
from app.domain.quantity import Quantity
from app.domain.short_digest import short_digest
from app.words.catalog import Words
from tests.documents.samples import ARABIC, CAIRO, ENGLISH, HANDED_AT, text_of

SLIP = DeskSlip(
    workspace="التحالف الوطني",
    convoy="قافلة نجع العرب",
    desk="2",
    laptop="لابتوب ٢",
    day="2026-11-22",
    closed_at=HANDED_AT,
    closed_by="هدى سعيد حسن",
    witness="أحمد علي محمود",
    hand_overs=128,
    first_receipt="417-0001-6",
    last_receipt="417-0128-6",
    counts=(
        SlipCount("كرتونة مواد غذائية", "كرتونة", Quantity(172_000), Quantity(170_000), "تالف"),
        SlipCount("بطانية", "قطعة", Quantity(40_000), Quantity(40_000)),
        SlipCount("لحوم", "كجم", Quantity(-1_500), Quantity(0), "لم يُسجَّل"),
        SlipCount("وجبة", "وجبة", Quantity(-2_000), Quantity(-2_000), "خطأ"),
    ),
    stick="USB-7",
    file="144bfc00-2026-11-22.qafila",
    digest="217a67474d9040bbb1540864acba78612e15ccf185a64b14c131954b3bb732ca",
    parked=2,
    unprinted=1,
    note="بقيت كرتونتان عند المشرف",
)
PAPERS = pytest.mark.parametrize("paper", list(Paper), ids=lambda paper: paper.value)
BOTH = pytest.mark.parametrize("words", [ARABIC, ENGLISH], ids=["ar", "en"])


@PAPERS
@BOTH
def test_all_that_two_hands_sign_for_stands_on_it(paper: Paper, words: Words) -> None:
    said = text_of(desk_slip_pdf(SLIP, paper, words, CAIRO))
    last = "417-0128-6" if words is ENGLISH else "٤١٧-٠١٢٨-٦"
    for wanted in (
        SLIP.file,
        "USB-7",
        short_digest(SLIP.digest),
        last,
        SLIP.closed_by,
        SLIP.witness,
        SLIP.note,
    ):
        assert wanted in said


@PAPERS
@BOTH
@pytest.mark.parametrize("items", [1, 24])
def test_nothing_stands_outside_the_one_page(paper: Paper, words: Words, items: int) -> None:
    slip = replace(SLIP, counts=SLIP.counts[:1] * items)
    document = pypdfium2.PdfDocument(desk_slip_pdf(slip, paper, words, CAIRO))
    assert len(document) == 1
    page = document[0]
    for each in page.get_objects(filter=[1]):
        left, bottom, right, top = each.get_bounds()
        assert left >= 0
        assert bottom >= 0
        assert right <= page.get_width()
        assert top <= page.get_height()
    document.close()


def test_a_desk_that_gave_nothing_and_had_nothing() -> None:
    empty = replace(SLIP, first_receipt="", last_receipt="", hand_overs=0, counts=(), stick="")
    said = text_of(desk_slip_pdf(empty, Paper.A5, ENGLISH, CAIRO))
    assert "Receipts" not in said
    assert "Counted by" in said


def test_a_difference_is_said_in_words() -> None:
    said = text_of(desk_slip_pdf(SLIP, Paper.A5, ENGLISH, CAIRO))
    for wanted in ("2 missing", "1.5 too many", "the book is below zero"):
        assert wanted in said
