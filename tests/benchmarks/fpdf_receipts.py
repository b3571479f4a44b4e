"""The same A5 receipts drawn by fpdf2 with HarfBuzz, to measure ours beside another's: the same
words, fonts and codes, without our layout's care for long names and many items."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from fpdf import FPDF

from app.config import resource_path
from app.documents import qr
from app.documents.receipt import ReceiptDocument
from app.domain.quantity import format_quantity
from app.words import dates
from app.words.catalog import Words

_FONT: Final = "Naskh"
_WIDE, _TALL, _MARGIN = 148.0, 210.0, 10.0
_MODULE: Final = 0.5


def draw(documents: Iterable[ReceiptDocument], words: Words, path: Path) -> None:
    """One page a receipt: the family's part, and the desk's stub below a line."""
    pdf = FPDF(unit="mm", format=(_WIDE, _TALL))
    pdf.set_auto_page_break(auto=False)
    pdf.add_font(_FONT, fname=resource_path("fonts/NotoNaskhArabic-Regular.ttf"))
    pdf.add_font(_FONT, "B", fname=resource_path("fonts/NotoNaskhArabic-Bold.ttf"))
    pdf.set_text_shaping(use_shaping_engine=True, direction="rtl")
    for document in documents:
        pdf.add_page()
        _part(pdf, document, words, _MARGIN, title=True)
        pdf.dashed_line(0, 140, _WIDE, 140)
        _part(pdf, document, words, 145, title=False)
    pdf.output(str(path))


def _part(pdf: FPDF, one: ReceiptDocument, words: Words, top: float, *, title: bool) -> None:
    pdf.set_xy(_MARGIN, top)
    for text, style, size in _lines(one, words, title=title):
        pdf.set_font(_FONT, style, size)
        pdf.cell(_WIDE - 2 * _MARGIN, size * 0.55, text, align="R", new_x="LMARGIN", new_y="NEXT")
    for code in one.codes:
        _code(pdf, code, top + (60 if title else 8))


def _lines(one: ReceiptDocument, words: Words, *, title: bool) -> Iterable[tuple[str, str, float]]:
    if title:
        yield one.organisation, "B", 14
        yield f"{one.initiative} | {one.convoy}", "", 10
    for label, value in (
        ("Receipt number", one.short_number),
        ("Handed over", dates.moment(words, one.handed_at)),
        ("Head of household", one.household_head),
        ("ID", one.masked_id),
        ("Village", one.village),
        ("Received by", one.collector),
        ("Desk", f"{one.desk} {one.user}"),
    ):
        yield label, "", 8
        yield value, "B", 10
    for line in one.lines:
        yield f"{line.item} {format_quantity(line.quantity)} {line.unit}", "", 10
    if title:
        yield (
            words.translate("Slip", "This aid is free. Nobody may ask for anything in return."),
            "",
            8,
        )


def _code(pdf: FPDF, digits: str, top: float) -> None:
    """Runs of dark modules as rectangles, as ours; fpdf2 has no path of several."""
    for at, row in enumerate(qr.modules(digits)):
        start = None
        for place, dark in enumerate((*row, 0)):
            if dark and start is None:
                start = place
            elif not dark and start is not None:
                pdf.rect(
                    _MARGIN + start * _MODULE,
                    top + at * _MODULE,
                    (place - start) * _MODULE,
                    _MODULE,
                    style="F",
                )
                start = None
