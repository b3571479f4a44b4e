"""The sheet of a prepared laptop: a code that can be typed and scanned, PINs on strips."""

import pypdfium2
import pytest
import zxingcpp

from app.documents.pack_sheet import FirstPin, PackSheet, pack_sheet_pdf
from app.words.catalog import Words
from tests.documents.samples import ARABIC, ENGLISH, text_of

CODE = "70305 32033 82191 86018 80543"


def sheet(team: int = 3) -> PackSheet:
    return PackSheet(
        "التحالف الوطني",
        "لابتوب ٣",
        "قافلة سوهاج",
        "2",
        "2026-11-22",
        CODE,
        tuple(FirstPin(f"متطوعة {at}", "متطوع", f"48{at:02}") for at in range(team)),
    )


@pytest.mark.parametrize("words", [ARABIC, ENGLISH], ids=["ar", "en"])
def test_the_code_on_it_is_read_by_a_scanner(words: Words) -> None:
    document = pypdfium2.PdfDocument(pack_sheet_pdf(sheet(), words))
    picture = document[0].render(scale=3).to_pil()
    assert [one.text for one in zxingcpp.read_barcodes(picture)] == [CODE.replace(" ", "")]
    document.close()


def test_what_belongs_together_stands_on_one_page() -> None:
    document = pypdfium2.PdfDocument(pack_sheet_pdf(sheet(9), ENGLISH))
    pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) == 3
    assert "70305" in pages[0]
    assert "4800" not in pages[0]
    assert "4806" in pages[1]
    assert "4808" in pages[2]
    assert "70305" not in pages[1] + pages[2]
    document.close()


def test_laptop_convoy_and_desk_stand_on_it_in_arabic() -> None:
    text = text_of(pack_sheet_pdf(sheet(), ARABIC))
    for wanted in ("لابتوب", "قافلة سوهاج", "٢٢ نوفمبر ٢٠٢٦"):
        assert wanted in text


def test_no_secret_is_in_the_description_of_the_sheet() -> None:
    """A log or a traceback must not show it."""
    assert "70305" not in repr(sheet())
    assert "4801" not in repr(sheet())
