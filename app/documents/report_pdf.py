"""Reports on A4: page after page, with running heads, page numbers and boxes to sign in."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from app.documents import fonts
from app.documents import look as looks
from app.documents.arabic import Base
from app.documents.blocks import (
    MM,
    Align,
    Block,
    Cell,
    Picture,
    Row,
    Rule,
    Sheet,
    Space,
    Stack,
    Text,
)
from app.documents.look import Look
from app.documents.pictures import readable
from app.documents.report import Report
from app.documents.report_parts import Piece, pieces_of
from app.words.catalog import Words

_A4: Final = (210 * MM, 297 * MM)
_MARGIN: Final = 14 * MM
_FOOT: Final = 9 * MM
"""Height of the line at the foot, within the page's margins."""

_SIGNATURE_ROOM: Final = 16 * MM


@dataclass
class _Page:
    """Blocks with the heights at which they hang, filled from above."""

    blocks: list[tuple[Block, float]]
    left: float


def report_pdf(report: Report, words: Words) -> bytes:
    """The report as a PDF. The whole is laid out before it is drawn: each page says of how many."""
    base: Base = "R" if words.language == "ar" else "L"
    colour = report.colour or looks.ACCENT
    look = looks.look(fonts.NASKH, base, 9, colour=colour)
    wide, tall = _A4[::-1] if report.landscape else _A4
    inner = wide - 2 * _MARGIN
    pieces = [Piece(_heading(report, look)), *pieces_of(report.parts, words, look, inner)]
    if report.signatures:
        pieces.append(Piece(_signatures(report, look)))
    running = _running_head(report, look)
    pages = _laid_out(pieces, inner, tall - 2 * _MARGIN - _FOOT, running)

    out = BytesIO()
    canvas = Canvas(out, pagesize=(wide, tall), pageCompression=1, invariant=1)
    canvas.setTitle(report.title)
    sheet = Sheet(canvas, base)
    for number, page in enumerate(pages, 1):
        for block, down in page.blocks:
            block.draw(sheet, _MARGIN, tall - _MARGIN - down, inner)
        foot = _foot(report, words, look, number, len(pages))
        foot.draw(sheet, _MARGIN, _MARGIN + foot.height(inner), inner)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _laid_out(pieces: Iterable[Piece], width: float, room: float, running: Block) -> list[_Page]:
    """The pieces on pages `room` points tall; a piece never parts from one it leads."""
    pages = [_Page([], room)]
    led: list[Piece] = []
    for piece in pieces:
        led.append(piece)
        if piece.leads:
            continue
        needed = sum(each.block.height(width) for each in led)
        if needed > pages[-1].left and pages[-1].blocks:
            pages.append(_Page([], room))
            _put(pages[-1], running, width, room)
            if led[0].continued is not None:
                _put(pages[-1], led[0].continued, width, room)
        for each in led:
            _put(pages[-1], each.block, width, room)
        led.clear()
    return pages


def _put(page: _Page, block: Block, width: float, room: float) -> None:
    page.blocks.append((block, room - page.left))
    page.left -= block.height(width)


def _heading(report: Report, look: Look) -> Block:
    picture = readable(report.logo) if report.logo else None
    side = look.size * 5
    names = Stack(
        [
            Text(report.title, look.title()),
            *([Text(report.subtitle, look.body())] if report.subtitle else []),
        ]
    )
    organisation = Text(report.organisation, look.bold()(align="end"))
    cells = [Cell(names, 2), Cell(organisation)]
    if picture is not None:
        cells.append(Cell(Picture(picture, side), width=side))
    head = Row(cells, gap=look.gap, middle=True)
    return Stack([head, Rule(look.accent, 1.2, look.gap * 2)])


def _running_head(report: Report, look: Look) -> Block:
    end: Align = "end"
    cells = [
        Cell(Text(report.title, look.label()), 2),
        Cell(Text(report.organisation, look.label()(align=end))),
    ]
    return Stack([Row(cells), Rule(look.accent, 0.6, look.gap), Space(look.gap / 2)])


def _foot(report: Report, words: Words, look: Look, number: int, pages: int) -> Block:
    page = words.translate("Report", "Page {page} of {pages}", page=number, pages=pages)
    cells = [
        Cell(Text(report.printed, look.label()), 2),
        Cell(Text(page, look.label()(align="end"))),
    ]
    return Row(cells)


def _signatures(report: Report, look: Look) -> Block:
    boxes = [
        Cell(
            Stack(
                [Space(_SIGNATURE_ROOM), Rule(look.label().colour, 0.5, 4), Text(who, look.label())]
            )
        )
        for who in report.signatures
    ]
    return Row(boxes, gap=look.gap * 3)
