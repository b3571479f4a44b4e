"""Paper slips: four on a page, each with its number and its code on the part that is typed in."""

import pypdfium2
import pytest

from app.documents.slips import Slip, SlipSheet, slips_pdf
from app.domain.slip_code import SlipCode, printed_number, read_slip, write_slip
from app.words.catalog import Words
from tests.documents.samples import ARABIC, ENGLISH, codes_on, page_images, text_of

CONVOY = "0199c000-0000-7000-8000-000000000001"
SHEET = SlipSheet(
    "جمعية الأورمان", "قافلة نجع العرب", "2026-11-22", ["كرتونة مواد غذائية", "بطانية", "وجبة"]
)
BOTH = pytest.mark.parametrize("words", [ARABIC, ENGLISH], ids=["ar", "en"])


def slips(count: int) -> list[Slip]:
    """Slips from number 41 on."""
    numbers = range(41, 41 + count)
    return [Slip(printed_number(n), write_slip(SlipCode(CONVOY, n))) for n in numbers]


@BOTH
def test_every_slip_is_read_and_four_share_a_page(words: Words) -> None:
    pages = page_images(slips_pdf(SHEET, slips(6), words), 2)
    read = [[read_slip(text).slip_no for text in codes_on(page)] for page in pages]
    assert [sorted(found) for found in read] == [[41, 42, 43, 44], [45, 46]]


def test_number_convoy_and_items_stand_on_the_slip() -> None:
    text = text_of(slips_pdf(SHEET, slips(1), ARABIC))
    for wanted in (
        "قافلة نجع العرب",
        "كرتونة مواد غذائية",
        "بطانية",
        "رب الأسرة",
        "٢٢ نوفمبر ٢٠٢٦",
    ):
        assert wanted in text
    assert text.count("٠٠٤١-٦") == 2, "on both parts"


@BOTH
def test_the_fullest_slip_stays_in_its_quarter(words: Words) -> None:
    full = SlipSheet("جمعية الأورمان", "قافلة", "2026-11-22", ["كرتونة مواد غذائية كبيرة"] * 12)
    document = pypdfium2.PdfDocument(slips_pdf(full, slips(1), words))
    page = document[0]
    boxes = [each.get_bounds() for each in page.get_objects(filter=[1])]
    assert min(box[1] for box in boxes) >= page.get_height() * 3 / 4
    document.close()
    assert text_of(slips_pdf(full, slips(1), words)).count("كرتونة") == 8
