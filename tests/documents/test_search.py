"""What is drawn is found: the words of the whole Arabic catalog, in both families."""

import re
import xml.etree.ElementTree as ET
from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.config import translations_dir
from app.documents import fonts
from app.documents.blocks import Sheet, Style, Text
from app.documents.fonts import Family
from tests.documents.samples import text_of

_SIGN = re.compile("[\u064b-\u0652]")
_WORD = re.compile(r"[^\W\d_]+(?:[\u064b-\u0652][^\W\d_]*)*")


def catalog_texts() -> list[str]:
    """Every Arabic text of the app."""
    root = ET.parse(translations_dir() / "qafila_ar.ts").getroot()
    found = [
        part.text or ""
        for message in root.iter("message")
        for part in message.iter()
        if part.tag in ("translation", "numerusform")
    ]
    return [text for text in found if text.strip()]


def drawn(texts: list[str], family: Family) -> bytes:
    """The texts as paragraphs on A4."""
    style = Style(fonts.ready(family).regular, 11, "R")
    out = BytesIO()
    canvas = Canvas(out, pageCompression=1)
    sheet, top = Sheet(canvas, "R"), 800.0
    for text in texts:
        block = Text(text, style)
        if top - block.height(400) < 40:
            canvas.showPage()
            top = 800.0
        block.draw(sheet, 80, top, 400)
        top -= block.height(400) + 4
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("family", [fonts.NASKH, fonts.PLEX], ids=["naskh", "plex"])
def test_97_of_100_words_are_found_at_least(family: Family) -> None:
    texts = catalog_texts()
    wanted = [word for text in texts for word in _WORD.findall(text)]
    found = set(_WORD.findall(text_of(drawn(texts, family))))
    lost = [word for word in wanted if word not in found]
    assert len(wanted) > 1000
    assert len(lost) <= 0.03 * len(wanted), sorted(set(lost))


@pytest.mark.parametrize("family", [fonts.NASKH, fonts.PLEX], ids=["naskh", "plex"])
def test_browsers_find_as_many_words_by_their_letters(family: Family) -> None:
    """PDFium, in Chrome and Edge, skips the vowel signs."""
    texts = catalog_texts()
    wanted = [_SIGN.sub("", word) for text in texts for word in _WORD.findall(text)]
    document = pypdfium2.PdfDocument(drawn(texts, family))
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    found = {_SIGN.sub("", word) for word in _WORD.findall(text)}
    lost = [word for word in wanted if word not in found]
    assert len(lost) <= 0.03 * len(wanted), sorted(set(lost))
