"""Blank slips to write on where no laptop runs: four on a sheet of A4, numbered, with a code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from app.documents import fonts, qr
from app.documents.arabic import Base, code
from app.documents.blocks import MM, Block, Cell, Code, Padded, Row, Rule, Sheet, Space, Stack, Text
from app.documents.look import Look, look
from app.words import dates
from app.words.catalog import Words
from app.words.numbers import in_digits, isolated

_PAGE: Final = (210 * MM, 297 * MM)
_PER_PAGE: Final = 4
_MARGIN: Final = 6 * MM
_GUTTER: Final = 4 * MM
_STUB: Final = 52 * MM
_MODULE: Final = 0.7 * MM
_MOST_ITEMS: Final = 8
_CUT_COLOUR: Final = "#8a9794"


@dataclass(frozen=True)
class Slip:
    """One slip: its printed number and its code, made by `app.domain.slip_code`."""

    number: str
    code: str = field(repr=False)


@dataclass(frozen=True)
class SlipSheet:
    """What all slips of a convoy share; `day` may be empty. The first eight `items` are printed, to
    be ticked."""

    organisation: str
    convoy: str
    day: str
    items: Sequence[str]


def slips_pdf(sheet: SlipSheet, slips: Iterable[Slip], words: Words) -> bytes:
    """The slips, four a page with lines to cut along; each has a part that the family keeps."""
    base: Base = "R" if words.language == "ar" else "L"
    style = look(fonts.NASKH, base, 8)
    out = BytesIO()
    canvas = Canvas(out, pagesize=_PAGE, pageCompression=1, invariant=1)
    canvas.setTitle(words.translate("Slip", "Paper slips"))
    page = Sheet(canvas, base)
    place = 0
    for slip in slips:
        if place == _PER_PAGE:
            canvas.showPage()
            place = 0
        _draw(page, _PAGE[1] * (1 - place / _PER_PAGE), sheet, slip, words, style)
        place += 1
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(page: Sheet, top: float, sheet: SlipSheet, slip: Slip, words: Words, style: Look) -> None:
    wide, tall = _PAGE[0], _PAGE[1] / _PER_PAGE
    main = wide - 2 * _MARGIN - 2 * _GUTTER - _STUB
    from_right = page.base == "R"
    cut = _MARGIN + (_STUB + _GUTTER if from_right else main + _GUTTER)
    main_left = _MARGIN + (_STUB + 2 * _GUTTER if from_right else 0)
    stub_left = _MARGIN if from_right else wide - _MARGIN - _STUB
    if top < _PAGE[1]:
        page.rule((0, top), (wide, top), weight=0.6, colour=_CUT_COLOUR, dashed=True)
    page.rule((cut, top), (cut, top - tall), weight=0.6, colour=_CUT_COLOUR, dashed=True)
    _main(sheet, slip, words, style).draw(page, main_left, top - _MARGIN, main)
    _stub(sheet, slip, words, style).draw(page, stub_left, top - _MARGIN, _STUB)


def _main(sheet: SlipSheet, slip: Slip, words: Words, style: Look) -> Block:
    names = Stack(
        [
            Text(words.translate("Slip", "Paper slip"), style.title()(size=style.size * 1.3)),
            Text(_whose(sheet, words), style.label()),
        ]
    )
    drawing = qr.drawing(slip.code)
    column = Stack(
        [Code(drawing, _MODULE), Text(_number(slip, words), style.value()(align="centre"))]
    )
    head = words.translate("Slip", "Head of household")
    rows = [
        [(head, 2.0), (words.translate("Slip", "ID"), 1.4)],
        [
            (words.translate("Slip", "Village"), 1.4),
            (words.translate("Slip", "Telephone"), 1.2),
            (words.translate("Slip", "People"), 0.6),
        ],
        [
            (words.translate("Slip", "Received by"), 1.4),
            (words.translate("Slip", "Signature or fingerprint"), 1.2),
            (words.translate("Slip", "Time"), 0.6),
        ],
    ]
    fields = [
        Row([Cell(_blank(label, style), share) for label, share in row], gap=style.gap)
        for row in rows
    ]
    said = Stack([names, *fields])
    top = Row([Cell(said), Cell(column, width=drawing.side * _MODULE)], gap=style.gap)
    return Stack([top, Space(style.gap), _items(sheet.items, style)])


def _stub(sheet: SlipSheet, slip: Slip, words: Words, style: Look) -> Block:
    free = words.translate("Slip", "This aid is free. Nobody may ask for anything in return.")
    return Stack(
        [
            Text(words.translate("Slip", "For the family"), style.label()),
            Text(_number(slip, words), style.value()),
            Text(_whose(sheet, words), style.label()),
            _blank(words.translate("Slip", "Head of household"), style),
            _blank(words.translate("Slip", "What was received"), style),
            _blank(words.translate("Slip", "Handed over by"), style),
            Space(style.gap),
            Text(free, style.label()),
        ]
    )


def _whose(sheet: SlipSheet, words: Words) -> str:
    day = dates.day(words, sheet.day) if sheet.day else ""
    return " | ".join(isolated(text) for text in (sheet.organisation, sheet.convoy, day) if text)


def _number(slip: Slip, words: Words) -> str:
    return code(in_digits(slip.number, words.digits))


def _blank(label: str, style: Look) -> Block:
    """A label and a line to write on: high enough for a hand that stands."""
    line = Rule(style.label().colour, 0.5, 2)
    return Stack(
        [
            Space(style.size * 0.4),
            Text(label, style.label()(leading=1.2)),
            Space(style.size * 2.1),
            line,
        ]
    )


def _items(items: Sequence[str], style: Look) -> Block:
    """Four items a line, each with a box for the quantity."""
    shown = list(items[:_MOST_ITEMS])
    rows = []
    for at in range(0, len(shown), 4):
        cells = [Cell(_item(name, style)) for name in shown[at : at + 4]]
        cells += [Cell(Space(0))] * (4 - len(cells))
        rows.append(Row(cells, gap=style.gap))
    return Stack(rows, gap=style.gap / 2)


def _item(name: str, style: Look) -> Block:
    box = Padded(Space(style.size * 1.8), 0, 0, outline=style.label().colour)
    cells = [Cell(box, width=style.size * 2.8), Cell(Text(name, style.body()(leading=1.2)))]
    return Row(cells, gap=style.gap / 2, middle=True)
