"""What goes with a prepared laptop, apart from its stick: the one-time code on one page, the first
PINs on strips to be cut and handed out on the next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from app.documents import fonts
from app.documents.arabic import Base, code
from app.documents.blocks import MM, Block, Cell, Code, Padded, Row, Rule, Sheet, Space, Stack, Text
from app.documents.look import Look, look
from app.documents.qr import drawing
from app.words import dates
from app.words.catalog import Words
from app.words.joined import joined
from app.words.numbers import in_digits, isolated

_WIDE: Final = 148 * MM
_TALL: Final = 210 * MM
_MARGIN: Final = 12 * MM
_STRIPS_A_PAGE: Final = 7


@dataclass(frozen=True)
class FirstPin:
    """Someone of the team, with their role in words and the PIN to begin with."""

    name: str
    role: str
    pin: str = field(repr=False)


@dataclass(frozen=True)
class PackSheet:
    """`code` is the one-time code in ASCII digits by groups; `day` ISO text; `convoy` and `desk`
    empty without."""

    workspace: str
    laptop: str
    convoy: str
    desk: str
    day: str
    code: str = field(repr=False)
    team: tuple[FirstPin, ...] = ()


def pack_sheet_pdf(sheet: PackSheet, words: Words) -> bytes:
    """A5 pages; they hold secrets, so the caller never leaves them in a temporary file."""
    base: Base = "R" if words.language == "ar" else "L"
    style = look(fonts.NASKH, base, 12)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(_WIDE, _TALL), pageCompression=1, invariant=1)
    canvas.setTitle(words.translate("PackSheet", "Code of a laptop"))
    pages = [_code_page(sheet, words, style), *_strip_pages(sheet, words, style)]
    for page in pages:
        page.draw(Sheet(canvas, base), _MARGIN, _TALL - _MARGIN, _WIDE - 2 * _MARGIN)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _code_page(sheet: PackSheet, words: Words, style: Look) -> Block:
    digits = "".join(sheet.code.split())
    return Stack(
        [
            Text(words.translate("PackSheet", "Code of a laptop"), style.title()),
            Text(_whose(sheet, words), style.label()),
            Rule(style.accent, 1.2, style.gap * 2),
            Text(isolated(sheet.laptop), style.value()),
            *([Text(_where(sheet, words), style.body())] if sheet.convoy else []),
            Space(style.gap),
            _groups(sheet.code.split(), words, style),
            Space(style.gap),
            Code(drawing(digits), style.module * 1.4),
            *_advice(words, style),
        ]
    )


def _whose(sheet: PackSheet, words: Words) -> str:
    return words.translate(
        "PackSheet",
        "Workspace {workspace}, prepared on {day}",
        workspace=isolated(sheet.workspace),
        day=dates.day(words, sheet.day),
    )


def _where(sheet: PackSheet, words: Words) -> str:
    return words.translate(
        "PackSheet",
        "{convoy}, desk {desk}",
        convoy=isolated(sheet.convoy),
        desk=isolated(in_digits(sheet.desk, words.digits)),
    )


def _groups(groups: Sequence[str], words: Words, style: Look) -> Block:
    """From left to right in both languages, as they are typed."""
    text = style.value()(size=style.size * 1.5, align="centre", leading=1.7)
    shown = groups[::-1] if style.base == "R" else groups
    cells = [Cell(Text(code(in_digits(group, words.digits)), text)) for group in shown]
    return Padded(Row(cells), style.gap, style.gap, tint=style.tint)


def _advice(words: Words, style: Look) -> Iterable[Block]:
    for title, text in (
        (
            words.translate("PackSheet", "How it is used"),
            words.translate(
                "PackSheet",
                "Start Qafila on the new laptop, choose “I have a pack”, then the file on the "
                "stick. Scan the code or type its digits, and choose a passphrase.",
            ),
        ),
        (
            words.translate("PackSheet", "Keep it apart from the stick"),
            words.translate(
                "PackSheet",
                "The file and the code together open the data of every family in it. The code is "
                "used once: tear this page up when the laptop has joined.",
            ),
        ),
    ):
        yield Space(style.gap)
        yield Text(title, style.bold())
        yield Text(text, style.body())


def _strip_pages(sheet: PackSheet, words: Words, style: Look) -> Iterable[Block]:
    for start in range(0, len(sheet.team), _STRIPS_A_PAGE):
        strips = sheet.team[start : start + _STRIPS_A_PAGE]
        yield Stack([block for one in strips for block in _strip(one, sheet, words, style)])


def _strip(one: FirstPin, sheet: PackSheet, words: Words, style: Look) -> Iterable[Block]:
    """A person's own: name, role, laptop and PIN, to be cut off and handed over."""
    pin = style.value()(size=style.size * 1.8, align="centre")
    yield Row(
        [
            Cell(
                Stack(
                    [
                        Text(isolated(one.name), style.value()),
                        Text(joined(words, (one.role, isolated(sheet.laptop))), style.label()),
                        Text(
                            words.translate(
                                "PackSheet", "Your PIN. Change it in the settings on the first day."
                            ),
                            style.label(),
                        ),
                    ]
                ),
                share=2,
            ),
            Cell(Text(code(in_digits(one.pin, words.digits)), pin)),
        ],
        gap=style.gap,
        middle=True,
    )
    yield Rule(style.hairline, 0.6, style.gap * 2, dashed=True)
