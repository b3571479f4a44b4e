"""The recovery key on paper: every digit, in the order in which it is typed."""

import pypdfium2
import pytest

from app.documents.recovery_sheet import RecoverySheet, recovery_sheet_pdf
from app.words.catalog import Words
from tests.documents.samples import ARABIC, ENGLISH, text_of

KEY = "1029 3847 5665 7483 9201 3141 5926 5358 9793 2384"


@pytest.mark.parametrize("words", [ARABIC, ENGLISH], ids=["ar", "en"])
def test_the_groups_stand_from_left_to_right_line_by_line(words: Words) -> None:
    document = pypdfium2.PdfDocument(recovery_sheet_pdf(sheet(), words))
    assert len(document) == 1
    page = document[0].get_textpage()
    ascii_digits = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
    written = {}
    for at in range(page.count_chars()):
        digit = page.get_text_range(at, 1).translate(ascii_digits)
        left, bottom, _right, top = page.get_charbox(at, loose=True)
        if digit in "0123456789" and digit and top - bottom > 24:
            written[-round(bottom / 12), left] = digit
    assert "".join(written[place] for place in sorted(written)) == KEY.replace(" ", "")
    document.close()


def sheet() -> RecoverySheet:
    return RecoverySheet("التحالف الوطني", KEY, "2026-11-22")


def test_whose_key_and_when_stand_on_it() -> None:
    text = text_of(recovery_sheet_pdf(sheet(), ARABIC))
    for wanted in ("مفتاح الاسترجاع", "التحالف الوطني", "٢٢ نوفمبر ٢٠٢٦", "التوقيع"):
        assert wanted in text


def test_the_key_is_not_in_the_description_of_the_sheet() -> None:
    """A log or a traceback must not show it."""
    assert "3847" not in repr(sheet())
