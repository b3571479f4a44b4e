"""Receipts on paper: which papers there are, and where a receipt's parts stand on each."""

from dataclasses import dataclass, replace
from datetime import tzinfo
from enum import Enum
from io import BytesIO
from math import ceil
from typing import Any, Final

from reportlab.pdfgen.canvas import Canvas

from app.documents import look as looks
from app.documents.arabic import Base
from app.documents.blocks import DOT, MM, Block, Sheet
from app.documents.fonts import NASKH, PLEX, Family
from app.documents.receipt import ReceiptDocument
from app.documents.receipt_blocks import CodesAt, ReceiptBlocks
from app.words.catalog import Words

_CUT_LINE: Final = "#8a9794"
_GUTTER: Final = 4 * MM
"""Room on either side of the line between a receipt and its stub."""

_SHRINKING: Final = (1.0, 0.92, 0.85, 0.78)
"""Text sizes that are tried, one after another, before a receipt takes more room than its place."""


class Paper(Enum):
    """The papers a receipt can be printed on; the value is the name that commands take."""

    A5 = "a5"
    A4 = "a4"
    A4_FOUR = "a4-four"
    THERMAL80 = "thermal80"
    THERMAL58 = "thermal58"


@dataclass(frozen=True)
class _Form:
    """A paper's measures in points: `per_page` receipts below one another on a page.

    `tall` None is a roll, cut after each receipt. `stub` is the width of a stub that stands at
    the end of the line; without it the stub stands below.
    """

    wide: float
    tall: float | None
    margin: float
    size: float
    family: Family
    per_page: int = 1
    stub: float | None = None
    columns: int = 2
    main_codes: CodesAt = "side"
    stub_codes: CodesAt = "side"
    codes_at_foot: bool = True


_A4: Final = _Form(210 * MM, 297 * MM, 12 * MM, 11, NASKH)
_ROLL: Final = _Form(80 * MM, None, 4 * MM, 9, PLEX, 1, None, 1, "below", "below")
_FORMS: Final = {
    Paper.A5: replace(_A4, wide=148 * MM, tall=210 * MM, margin=10 * MM, size=10),
    Paper.A4: replace(_A4, margin=9 * MM, size=9.5, per_page=2, stub=56 * MM, stub_codes="below"),
    Paper.A4_FOUR: replace(
        _A4, margin=6 * MM, size=7.2, per_page=4, stub=76 * MM, columns=3, codes_at_foot=False
    ),
    Paper.THERMAL80: _ROLL,
    Paper.THERMAL58: replace(_ROLL, wide=58 * MM, margin=5 * MM, size=8),
}


@dataclass(frozen=True)
class _Parts:
    """A receipt's two parts, and how tall they are together in their places."""

    main: Block
    stub: Block
    needed: float


def receipt_pdf(
    document: ReceiptDocument, paper: Paper, words: Words, zone: tzinfo | None = None
) -> bytes:
    """One receipt with its stub as a PDF; `zone` is the laptop's own where none is given."""
    out = BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1)
    canvas.setTitle(f"{words.translate('Receipt', 'Aid receipt')} {document.short_number}")
    pages = ReceiptPages(canvas, paper, words, zone)
    pages.add(document)
    pages.finish()
    canvas.save()
    return out.getvalue()


class ReceiptPages:
    """Draws receipts, one after another, on the pages of a reportlab canvas."""

    def __init__(self, canvas: Any, paper: Paper, words: Words, zone: tzinfo | None = None) -> None:
        self._canvas = canvas
        self._form = _FORMS[paper]
        self._words = words
        self._zone = zone
        self._base: Base = "R" if words.language == "ar" else "L"
        self._sheet = Sheet(canvas, self._base)
        self._used = 0

    def add(self, document: ReceiptDocument) -> None:
        """Draw one receipt in the next place; a very long one gets a page of its own."""
        form = self._form
        if form.tall is None:
            parts = self._parts(document, form, 1.0)
            self._new_page(form.wide, ceil((parts.needed + 2 * form.margin) / DOT) * DOT)
            self._draw(parts, form, self._page_tall, self._page_tall)
            self._canvas.showPage()
            return
        place = form.tall / form.per_page
        parts = self._shrunk(document, form, place)
        if parts.needed <= place - 2 * form.margin:
            self._draw_in_place(parts, form, place)
        else:
            self._draw_long(document, form if form.per_page == 1 else _A4)

    def finish(self) -> None:
        """End a page that still has empty places."""
        if self._used:
            self._canvas.showPage()
            self._used = 0

    def _shrunk(self, document: ReceiptDocument, form: _Form, room: float) -> _Parts:
        """The parts with the largest text that fits in `room`, or with the smallest there is."""
        for scale in _SHRINKING:
            parts = self._parts(document, form, scale)
            if parts.needed <= room - 2 * form.margin:
                break
        return parts

    def _parts(self, document: ReceiptDocument, form: _Form, scale: float) -> _Parts:
        look = looks.look(form.family, self._base, form.size * scale, narrow=form.tall is None)
        blocks = ReceiptBlocks(document, self._words, look, self._zone)
        main = blocks.main(columns=form.columns, codes=form.main_codes, at_foot=form.codes_at_foot)
        stub = blocks.stub(codes=form.stub_codes)
        inner = form.wide - 2 * form.margin
        if form.stub is None:
            needed = main.height(inner) + stub.height(inner) + 2 * _GUTTER
        else:
            needed = max(main.height(inner - form.stub - 2 * _GUTTER), stub.height(form.stub))
        return _Parts(main, stub, needed)

    def _draw_in_place(self, parts: _Parts, form: _Form, place: float) -> None:
        if self._used == 0:
            self._new_page(form.wide, place * form.per_page)
        top = self._page_tall - self._used * place
        if self._used:
            self._cut((0, top), (form.wide, top))
        self._draw(parts, form, top, place)
        self._used += 1
        if self._used == form.per_page:
            self.finish()

    def _draw_long(self, document: ReceiptDocument, form: _Form) -> None:
        """On a page of its own; what even the smallest text cannot fit is scaled down whole."""
        self.finish()
        tall = form.tall or 0.0
        parts = self._shrunk(document, form, tall)
        self._new_page(form.wide, tall)
        needed = max(tall, parts.needed + 2 * form.margin)
        scale = tall / needed
        self._canvas.transform(scale, 0, 0, scale, form.wide * (1 - scale) / 2, 0)
        self._draw(parts, form, needed, needed)
        self._canvas.showPage()

    def _draw(self, parts: _Parts, form: _Form, top: float, place: float) -> None:
        """Both parts in a place that begins at `top` and is `place` tall."""
        margin, inner = form.margin, form.wide - 2 * form.margin
        if form.stub is None:
            tall = parts.stub.height(inner)
            bottom = top - place + margin
            parts.main.draw(self._sheet, margin, top - margin, inner)
            self._cut((0, bottom + tall + _GUTTER), (form.wide, bottom + tall + _GUTTER))
            parts.stub.draw(self._sheet, margin, bottom + tall, inner)
            return
        wide = inner - form.stub - 2 * _GUTTER
        at_right = self._base == "R"
        main_left = margin + form.stub + 2 * _GUTTER if at_right else margin
        stub_left = margin if at_right else form.wide - margin - form.stub
        cut = margin + (form.stub + _GUTTER if at_right else wide + _GUTTER)
        parts.main.draw(self._sheet, main_left, top - margin, wide)
        self._cut((cut, top), (cut, top - place))
        parts.stub.draw(self._sheet, stub_left, top - margin, form.stub)

    def _new_page(self, wide: float, tall: float) -> None:
        self._canvas.setPageSize((wide, tall))
        self._page_tall = tall

    def _cut(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self._sheet.rule(start, end, weight=0.6, colour=_CUT_LINE, dashed=True)
