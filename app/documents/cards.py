"""Household cards of the size of a bank card (ISO/IEC 7810 ID-1), ten on a sheet of A4."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from app.documents import fonts, qr
from app.documents.arabic import Base, code
from app.documents.blocks import MM, Block, Cell, Code, Padded, Row, Rule, Sheet, Space, Stack, Text
from app.documents.look import Look, look
from app.words.catalog import Words
from app.words.numbers import in_digits

WIDE: Final = 85.6 * MM
TALL: Final = 53.98 * MM
_PAGE: Final = (210 * MM, 297 * MM)
_COLUMNS: Final = 2
_ROWS: Final = 5
_MODULE: Final = 0.85 * MM
"""Larger than on a receipt: a card is bent, worn and read for years."""

_SIZES: Final = (9.0, 8.0, 7.0, 6.0, 5.0)
"""Text sizes in points, the largest that fits a card is taken."""

_MARK: Final = 4 * MM
_CUT_COLOUR: Final = "#8a9794"


@dataclass(frozen=True)
class HouseholdCard:
    """What stands on a card; `code` is made by `card_code.write_card`, no ID is shown."""

    organisation: str
    household_head: str
    household_number: str
    village: str
    code: str = field(repr=False)
    card_no: int = 1


def cards_pdf(cards: Iterable[HouseholdCard], words: Words) -> bytes:
    """The cards, ten a page, with marks to cut along."""
    base: Base = "R" if words.language == "ar" else "L"
    out = BytesIO()
    canvas = Canvas(out, pagesize=_PAGE, pageCompression=1, invariant=1)
    canvas.setTitle(words.translate("Card", "Household cards"))
    sheet = Sheet(canvas, base)
    place = 0
    for card in cards:
        if place == _COLUMNS * _ROWS:
            canvas.showPage()
            place = 0
        if place == 0:
            _cut_marks(sheet)
        column, row = place % _COLUMNS, place // _COLUMNS
        left = _left() + (_COLUMNS - 1 - column if base == "R" else column) * WIDE
        top = _PAGE[1] - _top() - row * TALL
        _fitting(card, words, base).draw(sheet, left, top, WIDE)
        place += 1
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _left() -> float:
    return (_PAGE[0] - _COLUMNS * WIDE) / 2


def _top() -> float:
    return (_PAGE[1] - _ROWS * TALL) / 2


def _fitting(card: HouseholdCard, words: Words, base: Base) -> Block:
    for size in _SIZES:
        block = _card(card, words, look(fonts.NASKH, base, size))
        if block.height(WIDE) <= TALL:
            break
    return block


def _card(card: HouseholdCard, words: Words, style: Look) -> Block:
    number = in_digits(card.household_number, words.digits)
    said = Stack(
        [
            Text(card.household_head, style.value()),
            Text(card.village, style.body()),
            Space(style.gap),
            Text(words.translate("Card", "Household number"), style.label()(leading=1.2)),
            Text(code(number), style.bold()),
        ]
    )
    drawing = qr.drawing(card.code)
    code_cell = Cell(Code(drawing, _MODULE), width=drawing.side * _MODULE)
    foot = words.translate("Card", "It finds the family's file and proves nobody's identity.")
    if card.card_no > 1:
        replaces = words.translate(
            "Card", "Card {number}; earlier cards are void.", number=card.card_no
        )
        foot = f"{foot} {replaces}"
    return Padded(
        Stack(
            [
                Text(card.organisation, style.bold()(colour=style.accent)),
                Rule(style.accent, 0.8, style.gap),
                Row([Cell(said), code_cell], gap=style.gap, middle=True),
                Text(foot, style.label()(size=style.size * 0.7)),
            ]
        ),
        4 * MM,
        3 * MM,
    )


def _cut_marks(sheet: Sheet) -> None:
    """Short lines in the margins, so that nothing is printed on the cards themselves."""
    left, right = _left(), _PAGE[0] - _left()
    bottom, top = _top(), _PAGE[1] - _top()
    lines = []
    for column in range(_COLUMNS + 1):
        x = left + column * WIDE
        lines += [((x, top + 1), (x, top + 1 + _MARK)), ((x, bottom - 1), (x, bottom - 1 - _MARK))]
    for row in range(_ROWS + 1):
        y = bottom + row * TALL
        lines += [((left - 1, y), (left - 1 - _MARK, y)), ((right + 1, y), (right + 1 + _MARK, y))]
    for start, end in lines:
        sheet.rule(start, end, weight=0.4, colour=_CUT_COLOUR)
