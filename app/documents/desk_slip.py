"""The slip of a closed desk: what was counted, which file went on which stick, and two hands."""

from dataclasses import dataclass
from datetime import tzinfo
from io import BytesIO
from math import ceil
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from app.documents import look as looks
from app.documents.arabic import Base, code
from app.documents.blocks import (
    DOT,
    MM,
    Block,
    Cell,
    Padded,
    Row,
    Rule,
    Sheet,
    Space,
    Stack,
    Style,
    Text,
)
from app.documents.fonts import NASKH, PLEX
from app.documents.look import Look
from app.documents.receipt_pages import Paper
from app.domain.quantity import Quantity, format_quantity
from app.domain.short_digest import short_digest
from app.words import dates
from app.words.catalog import Words
from app.words.numbers import decimal, in_digits, isolated


@dataclass(frozen=True)
class SlipCount:
    """One item: what the book says, what was counted, and why they differ."""

    item: str
    unit: str
    book: Quantity
    counted: Quantity
    reason: str = ""


@dataclass(frozen=True)
class DeskSlip:
    """What stands on the slip. `file` is the export that was read back from the stick, `digest` its
    SHA-256; the receipts are short numbers, empty where nothing was handed over."""

    workspace: str
    convoy: str
    desk: str
    laptop: str
    day: str
    closed_at: int
    closed_by: str
    witness: str
    hand_overs: int
    first_receipt: str
    last_receipt: str
    counts: tuple[SlipCount, ...]
    stick: str
    file: str
    digest: str
    parked: int = 0
    unprinted: int = 0
    note: str = ""


@dataclass(frozen=True)
class _Form:
    """A paper's width, height (None: a roll, cut after the slip), margin and text size."""

    wide: float
    tall: float | None
    margin: float
    size: float


_FORMS: Final = {
    Paper.A5: _Form(148 * MM, 210 * MM, 10 * MM, 10),
    Paper.A4: _Form(210 * MM, 297 * MM, 18 * MM, 11),
    Paper.A4_FOUR: _Form(210 * MM, 297 * MM, 18 * MM, 11),
    Paper.THERMAL80: _Form(80 * MM, None, 4 * MM, 9),
    Paper.THERMAL58: _Form(58 * MM, None, 5 * MM, 8),
}
_SHRINKING: Final = (1.0, 0.9, 0.8, 0.7)
_ONE_LINE: Final = 16
"""Longer facts stand below their titles on a roll."""

_SIGNATURE: Final = 3.0
"""Room to sign in, in text sizes."""


def desk_slip_pdf(slip: DeskSlip, paper: Paper, words: Words, zone: tzinfo | None = None) -> bytes:
    """The slip as a PDF of one page; `zone` is the laptop's own where none is given."""
    form = _FORMS[paper]
    base: Base = "R" if words.language == "ar" else "L"
    narrow = form.tall is None
    inner = form.wide - 2 * form.margin
    block: Block = Space(0)
    for scale in _SHRINKING:
        family = PLEX if narrow else NASKH
        look = looks.look(family, base, form.size * scale, narrow=narrow)
        block = _Blocks(slip, words, look, zone).whole()
        if form.tall is None or block.height(inner) <= form.tall - 2 * form.margin:
            break
    needed = block.height(inner) + 2 * form.margin
    tall = max(form.tall or 0.0, ceil(needed / DOT) * DOT)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(form.wide, tall), pageCompression=1, invariant=1)
    canvas.setTitle(words.translate("DeskSlip", "Closing of the desk"))
    block.draw(Sheet(canvas, base), form.margin, tall - form.margin, inner)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


class _Blocks:
    """The parts of one slip."""

    def __init__(self, slip: DeskSlip, words: Words, look: Look, zone: tzinfo | None) -> None:
        self._slip = slip
        self._words = words
        self._look = look
        self._zone = zone

    def whole(self) -> Block:
        look = self._look
        return Stack(
            [
                self._heading(),
                Rule(look.accent, 1.2, look.gap * 1.8),
                *self._facts(),
                Space(look.gap),
                *self._counts(),
                *self._remarks(),
                Space(look.gap),
                self._signatures(),
            ]
        )

    def _heading(self) -> Block:
        slip, words, look = self._slip, self._words, self._look
        title = Text(words.translate("DeskSlip", "Closing of the desk"), look.title())
        whose = Text(_joined(slip.workspace, slip.convoy), look.label())
        return Stack([title, whose])

    def _facts(self) -> list[Block]:
        slip, words = self._slip, self._words
        moment = words.translate(
            "Dates",
            "{date}, {time}",
            date=dates.long_day(words, slip.day),
            time=dates.time(words, slip.closed_at, self._zone),
        )
        receipts = ""
        if slip.first_receipt:
            receipts = words.translate(
                "DeskSlip",
                "{first} to {last}",
                first=self._code(slip.first_receipt),
                last=self._code(slip.last_receipt),
            )
        facts = [
            (words.translate("DeskSlip", "Desk"), self._digits(slip.desk)),
            (words.translate("DeskSlip", "Laptop"), isolated(self._digits(slip.laptop))),
            (words.translate("DeskSlip", "Closed"), moment),
            (words.translate("DeskSlip", "Hand-overs"), words.number(slip.hand_overs)),
            (words.translate("DeskSlip", "Receipts"), receipts),
            (words.translate("DeskSlip", "Stick"), code(slip.stick) if slip.stick else ""),
            (words.translate("DeskSlip", "File"), code(slip.file)),
            (words.translate("DeskSlip", "Digest"), code(short_digest(slip.digest))),
        ]
        return [self._fact(title, text) for title, text in facts if text]

    def _fact(self, title: str, text: str) -> Block:
        look = self._look
        if look.narrow and len(text) > _ONE_LINE:
            return Stack([Text(title, look.label()), Text(text, look.bold())])
        cells = [Cell(Text(title, look.label())), Cell(Text(text, look.bold()), 2.6)]
        return Row(cells, gap=look.gap / 2)

    def _counts(self) -> list[Block]:
        words, look = self._words, self._look
        if not self._slip.counts:
            return []
        titles = (
            words.translate("DeskSlip", "Item"),
            words.translate("DeskSlip", "Book"),
            words.translate("DeskSlip", "Counted"),
        )
        across = 0 if look.narrow else look.gap / 2
        head = _row(titles, (look.label(), look.label()), look)
        blocks: list[Block] = [Padded(head, across, look.gap / 4, tint=look.tint)]
        for one in self._slip.counts:
            texts = (
                f"{isolated(one.item)} ({one.unit})" if one.unit else isolated(one.item),
                self._amount(one.book),
                self._amount(one.counted),
            )
            lines: list[Block] = [_row(texts, (look.body(), look.bold()), look)]
            if said := self._difference(one):
                lines.append(Text(said, look.label()))
            blocks.append(Padded(Stack(lines), across, look.gap / 5))
            blocks.append(Rule(look.hairline, 0.5, 1))
        return blocks

    def _difference(self, one: SlipCount) -> str:
        words, gap = self._words, Quantity(one.counted - one.book)
        if not gap and not one.reason:
            return ""
        if gap < 0:
            missing = self._amount(Quantity(-gap))
            said = words.translate("DeskSlip", "{count} missing", count=missing)
        elif gap > 0:
            said = words.translate("DeskSlip", "{count} too many", count=self._amount(gap))
        else:
            said = words.translate("DeskSlip", "the book is below zero")
        return _joined(said, one.reason)

    def _remarks(self) -> list[Block]:
        slip, words, look = self._slip, self._words, self._look
        said = []
        if slip.parked:
            said.append(
                words.translate(
                    "DeskSlip", "%n parked cases still wait for a supervisor.", n=slip.parked
                )
            )
        if slip.unprinted:
            said.append(
                words.translate("DeskSlip", "%n receipts were not printed.", n=slip.unprinted)
            )
        if slip.note:
            said.append(isolated(slip.note))
        return [Text(text, look.body()) for text in said]

    def _signatures(self) -> Block:
        slip, words, look = self._slip, self._words, self._look
        hands = [
            (words.translate("DeskSlip", "Counted by"), slip.closed_by),
            (words.translate("DeskSlip", "Witness"), slip.witness),
        ]
        taken = (words.translate("DeskSlip", "Received by the coordinator"), "")
        if look.narrow:
            return Stack([self._signature(*hand) for hand in (*hands, taken)])
        both = Row([Cell(self._signature(*hand)) for hand in hands], gap=look.gap * 2)
        return Stack([both, self._signature(*taken)])

    def _signature(self, title: str, name: str) -> Block:
        look = self._look
        line = Rule(look.label().colour, 0.5, look.size * 0.4)
        below = f"{title}: {isolated(name)}" if name else title
        return Stack([Space(look.size * _SIGNATURE), line, Text(below, look.label())])

    def _amount(self, quantity: Quantity) -> str:
        return code(decimal(format_quantity(quantity, grouped=True), self._words.digits))

    def _code(self, number: str) -> str:
        return code(in_digits(number, self._words.digits))

    def _digits(self, text: str) -> str:
        return in_digits(text, self._words.digits)


def _row(texts: tuple[str, ...], styles: tuple[Style, Style], look: Look) -> Block:
    name, number = styles
    cells = [Cell(Text(texts[0], name), 2.4)]
    cells += [Cell(Text(text, number(align="end"))) for text in texts[1:]]
    return Row(cells, gap=look.gap / 2)


def _joined(*texts: str) -> str:
    return " | ".join(isolated(text) for text in texts if text)
