"""A receipt and its stub as blocks, from one description for every paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Final, Literal

from app.documents import qr
from app.documents.arabic import code
from app.documents.blocks import (
    Align,
    Block,
    Cell,
    Code,
    Padded,
    Picture,
    Row,
    Rule,
    Sheet,
    Space,
    Stack,
    Style,
    Text,
)
from app.documents.look import Look
from app.documents.pictures import readable
from app.documents.receipt import ReceiptDocument, ReceiptLine
from app.domain.quantity import Quantity, format_quantity
from app.words import dates
from app.words.catalog import Words
from app.words.numbers import decimal, in_digits, isolated

CodesAt = Literal["side", "below"]
"""Where the QR codes stand: beside the text where one fits, or below it."""

_NO_BREAK: Final = "\u00a0"

_CODES_SHARE: Final = 0.55
"""More of the width than this the codes may not take from the text beside them."""

_SIGNATURE_ROOM: Final = 2.4
"""Height of the line to sign on, in text sizes: a thumb fits."""


class ReceiptBlocks:
    """The two parts of one receipt, in one language and for one kind of paper."""

    def __init__(
        self, document: ReceiptDocument, words: Words, look: Look, zone: tzinfo | None = None
    ) -> None:
        self._document = document
        self._words = words
        self._look = look
        self._zone = zone

    def main(self, *, columns: int, codes: CodesAt, at_foot: bool) -> Block:
        """The family's part, its facts in `columns`; the codes stand at its foot or beside all."""
        look = self._look
        above: list[Block] = [
            self._heading(),
            Rule(look.accent, 1.2, look.gap * 1.8),
            *self._void_notice(),
            self._facts(columns),
            Space(look.gap),
            self._items(),
            Space(look.gap),
        ]
        if not at_foot:
            return self._with_codes(Stack([*above, self._closing()]), codes)
        return Stack([*above, self._with_codes(self._closing(), codes)])

    def stub(self, *, codes: CodesAt) -> Block:
        """The part that stays at the desk: who, what, when, the signature, and the code again."""
        document, words, look = self._document, self._words, self._look
        said: list[Block] = [
            Text(words.translate("Receipt", "Desk's stub"), look.label()),
            *self._void_notice(),
            Text(document.household_head, look.bold()),
            *_said(_joined(self._masked_id(), document.village), look.body()),
            Text(self._item_list(), look.body()),
            Text(self._when(), look.body()),
            *_said(_joined(document.organisation, document.convoy), look.label()),
            self._signature(words.translate("Receipt", "Recipient's signature or fingerprint")),
        ]
        return self._with_codes(Stack(said), codes)

    def _heading(self) -> Block:
        document, words, look = self._document, self._words, self._look
        near: Align = "centre" if look.narrow else "start"
        far: Align = "centre" if look.narrow else "end"
        below = _joined(document.initiative, document.convoy)
        names = Stack(
            [
                *_said(document.organisation, look.value()(align=near)),
                *_said(below, look.label()(align=near)),
            ]
        )
        title = Text(words.translate("Receipt", "Aid receipt"), look.title()(align=far))
        copy = words.translate("Receipt", "Copy") if document.is_copy else ""
        heading = Stack([title, *_said(copy, look.bold()(align=far))])
        side = look.size * 4
        picture = readable(document.logo) if document.logo else None
        logo = [Picture(picture, side)] if picture is not None else []
        if look.narrow:
            return Stack([*logo, names, heading], gap=look.gap / 2)
        cells = [Cell(each, width=side) for each in logo]
        return Row([*cells, Cell(names, 1.6), Cell(heading)], gap=look.gap, middle=True)

    def _void_notice(self) -> list[Block]:
        reason, look = self._document.void_reason, self._look
        if reason is None:
            return []
        text = self._words.translate("Receipt", "VOID")
        if reason:
            text = self._words.translate("Receipt", "VOID: {reason}", reason=isolated(reason))
        style = look.bold()(align="centre", colour=look.alarm)
        box = Padded(Text(text, style), look.gap, look.gap / 3, outline=look.alarm)
        return [Space(look.gap / 3), box, Space(look.gap)]

    def _facts(self, columns: int) -> Block:
        document, words, look = self._document, self._words, self._look
        by = _joined(document.desk, document.user)
        facts = [
            (words.translate("Receipt", "Head of household"), document.household_head),
            (words.translate("Receipt", "ID"), self._masked_id()),
            (words.translate("Receipt", "Village"), document.village),
            (words.translate("Receipt", "Date"), self._when()),
            (words.translate("Receipt", "Received by"), document.collector),
            (words.translate("Receipt", "Handed over by"), by),
        ]
        if columns == 1:
            rows = [self._fact_in_line(label, value) for label, value in facts if value]
            return Stack(rows, gap=look.gap / 4)
        styles = [look.value() if columns == 2 else look.bold(), *[look.bold()] * 5]
        blocks = [
            self._fact(label, value, style)
            for (label, value), style in zip(facts, styles, strict=True)
        ]
        starts = range(0, len(blocks), columns)
        return Stack([self._fact_row(blocks[at : at + columns]) for at in starts], look.gap / 2)

    def _fact_row(self, blocks: list[Block]) -> Block:
        shares = [1.35, *[1.0] * (len(blocks) - 1)]
        cells = [Cell(block, share) for block, share in zip(blocks, shares, strict=True)]
        return Row(cells, gap=self._look.gap)

    def _fact(self, label: str, value: str, style: Style) -> Block:
        if not value:
            return Space(0)
        return Stack([Text(label, self._look.label()(leading=1.3)), Text(value, style)])

    def _fact_in_line(self, label: str, value: str) -> Block:
        look = self._look
        cells = [Cell(Text(label, look.label())), Cell(Text(value, look.bold()), 2.5)]
        return Row(cells, gap=look.gap / 2)

    def _items(self) -> Block:
        look, words = self._look, self._words
        across = 0 if look.narrow else look.gap
        item, amount = words.translate("Receipt", "Item"), words.translate("Receipt", "Quantity")
        head = self._item_row(item, amount, look.label())
        blocks: list[Block] = [Padded(head, across, look.gap / 4, tint=look.tint)]
        if look.narrow:
            blocks = [Rule(look.accent, 0.8, 2), head, Rule(look.accent, 0.8, 2)]
        for line in self._document.lines:
            amount = f"{self._quantity(line.quantity)} {line.unit}".rstrip()
            row = self._item_row(line.item, amount, look.bold())
            notes = _said(self._still_to_come(line), look.label())
            blocks.append(Padded(Stack([row, *notes]), across, look.gap / 4))
            blocks.append(Rule(look.hairline, 0.5, 1))
        return Stack(blocks)

    def _item_row(self, item: str, amount: str, style: Style) -> Block:
        cells = [Cell(Text(item, style), 2), Cell(Text(amount, style(align="end")))]
        return Row(cells, gap=self._look.gap)

    def _still_to_come(self, line: ReceiptLine) -> str:
        words, said = self._words, []
        if line.remainder:
            rest = self._quantity(line.remainder)
            said.append(words.translate("Receipt", "Still to receive: {quantity}", quantity=rest))
        if line.owed:
            owed = self._quantity(line.owed)
            said.append(words.translate("Receipt", "Owed, not in stock: {quantity}", quantity=owed))
        return _joined(*said)

    def _closing(self) -> Block:
        look, words = self._look, self._words
        place: Align = "centre" if look.narrow else "start"
        free = words.translate(
            "Receipt", "This aid is free. Nobody may ask for anything in return."
        )
        keep = words.translate("Receipt", "Please keep this receipt for the next convoy.")
        return Stack([Text(free, look.body()(align=place)), Text(keep, look.label()(align=place))])

    def _signature(self, label: str) -> Block:
        look = self._look
        line = Rule(look.label().colour, 0.5, look.size * 0.4)
        return Stack([Space(look.size * _SIGNATURE_ROOM), line, Text(label, look.label())])

    def _with_codes(self, block: Block, place: CodesAt) -> Block:
        look = self._look
        codes = [Code(qr.drawing(text), look.module) for text in self._document.codes]
        number = Text(self._short_number(), look.bold()(align="centre"))
        return _WithCodes(block, codes, number, look.gap, place)

    def _short_number(self) -> str:
        return code(in_digits(self._document.short_number, self._words.digits))

    def _masked_id(self) -> str:
        masked = self._document.masked_id
        return code(in_digits(masked, self._words.digits)) if masked else ""

    def _item_list(self) -> str:
        separator = self._words.translate("Receipt", ", ")
        return separator.join(
            f"{self._quantity(line.quantity)} × {isolated(line.item)}"
            for line in self._document.lines
        )

    def _quantity(self, quantity: Quantity) -> str:
        return decimal(format_quantity(quantity, grouped=True), self._words.digits)

    def _when(self) -> str:
        document, words = self._document, self._words
        day = dates.long_day(words, document.day)
        clock = dates.time(words, document.handed_at, self._zone).replace(" ", _NO_BREAK)
        return words.translate("Dates", "{date}, {time}", date=day, time=clock)


@dataclass(frozen=True)
class _WithCodes:
    """A block with the codes and the short number: beside it where they leave room, or below.

    A receipt of another laptop has no codes here: only that laptop can sign.
    """

    block: Block
    codes: Sequence[Code]
    number: Text
    gap: float
    place: CodesAt

    def height(self, width: float) -> float:
        return self._whole(width).height(width)

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        self._whole(width).draw(sheet, left, top, width)

    def _whole(self, width: float) -> Block:
        if not self.codes:
            return Stack([self.block, Space(self.gap), self.number])
        wide = sum(each.side for each in self.codes)
        if self.place == "side" and wide <= _CODES_SHARE * width:
            codes = Stack([Row([Cell(each) for each in self.codes]), self.number])
            return Row([Cell(self.block), Cell(codes, width=wide)], gap=self.gap, middle=True)
        a_row = max(1, int(width // self.codes[0].side))
        rows = [
            Row([Cell(each) for each in self.codes[start : start + a_row]])
            for start in range(0, len(self.codes), a_row)
        ]
        return Stack([self.block, Space(self.gap), *rows, self.number])


def _said(text: str, style: Style) -> list[Block]:
    return [Text(text, style)] if text else []


def _joined(*texts: str) -> str:
    return " | ".join(isolated(text) for text in texts if text)
