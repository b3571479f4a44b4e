"""The sheet that carries a workspace's recovery key, printed once and locked away."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from app.documents import fonts
from app.documents.arabic import Base, code
from app.documents.blocks import MM, Block, Cell, Padded, Row, Rule, Sheet, Space, Stack, Text
from app.documents.look import Look, look
from app.words import dates
from app.words.catalog import Words
from app.words.numbers import in_digits, isolated

_WIDE: Final = 148 * MM
_TALL: Final = 210 * MM
_MARGIN: Final = 12 * MM
_GROUP: Final = 4
_GROUPS_A_LINE: Final = 5


@dataclass(frozen=True)
class RecoverySheet:
    """`key` is the recovery key as it is printed, in ASCII digits; `day` ISO text."""

    workspace: str
    key: str = field(repr=False)
    day: str


def recovery_sheet_pdf(sheet: RecoverySheet, words: Words) -> bytes:
    """One A5 page; it holds the key, so the caller never leaves it in a temporary file."""
    base: Base = "R" if words.language == "ar" else "L"
    page = _page(sheet, words, look(fonts.NASKH, base, 12))
    out = BytesIO()
    canvas = Canvas(out, pagesize=(_WIDE, _TALL), pageCompression=1, invariant=1)
    canvas.setTitle(words.translate("RecoverySheet", "Recovery key"))
    page.draw(Sheet(canvas, base), _MARGIN, _TALL - _MARGIN, _WIDE - 2 * _MARGIN)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _page(sheet: RecoverySheet, words: Words, style: Look) -> Block:
    return Stack(
        [
            Text(words.translate("RecoverySheet", "Recovery key"), style.title()),
            Text(_whose(sheet, words), style.label()),
            Rule(style.accent, 1.2, style.gap * 2),
            _key(sheet.key, words, style),
            Space(style.gap),
            *_advice(words, style),
            Space(style.gap * 2),
            _kept_by(words, style),
        ]
    )


def _whose(sheet: RecoverySheet, words: Words) -> str:
    return words.translate(
        "RecoverySheet",
        "Workspace {workspace}, printed on {day}",
        workspace=isolated(sheet.workspace),
        day=dates.day(words, sheet.day),
    )


def _key(key: str, words: Words, style: Look) -> Block:
    """The groups from left to right in both languages, as they are typed."""
    digits = "".join(key.split())
    groups = [digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP)]
    text = style.value()(size=style.size * 1.6, align="centre", leading=1.7)
    lines = []
    for at in range(0, len(groups), _GROUPS_A_LINE):
        line = groups[at : at + _GROUPS_A_LINE]
        shown = line[::-1] if style.base == "R" else line
        cells = [Cell(Text(code(in_digits(group, words.digits)), text)) for group in shown]
        lines.append(Row(cells))
    return Padded(Stack(lines), style.gap, style.gap, tint=style.tint)


def _advice(words: Words, style: Look) -> list[Block]:
    parts = [
        (
            words.translate("RecoverySheet", "What it is for"),
            words.translate(
                "RecoverySheet",
                "It opens the workspace when the passphrase is forgotten. Without the passphrase "
                "and without this key nobody can ever read what was recorded.",
            ),
        ),
        (
            words.translate("RecoverySheet", "How it is used"),
            words.translate(
                "RecoverySheet",
                "Start Qafila, choose the recovery key where the passphrase is asked for, type "
                "the digits, and choose a new passphrase.",
            ),
        ),
        (
            words.translate("RecoverySheet", "Where to keep it"),
            words.translate(
                "RecoverySheet",
                "In a closed envelope in the organisation's safe, never with the laptop. Whoever "
                "has this sheet and the laptop can read the data of every family. Do not "
                "photograph it and do not send it by telephone.",
            ),
        ),
    ]
    blocks: list[Block] = []
    for title, text in parts:
        blocks += [Space(style.gap), Text(title, style.bold()), Text(text, style.body())]
    return blocks


def _kept_by(words: Words, style: Look) -> Block:
    labels = (
        words.translate("RecoverySheet", "Kept by"),
        words.translate("RecoverySheet", "Place"),
        words.translate("RecoverySheet", "Signature"),
    )
    cells = [
        Cell(Stack([Rule(style.label().colour, 0.5, 4), Text(label, style.label())]))
        for label in labels
    ]
    return Stack([Space(style.size * 2), Row(cells, gap=style.gap * 2)])
