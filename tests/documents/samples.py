"""Receipts to draw, in both languages, and what is read from the drawing."""

import subprocess
import unicodedata
from dataclasses import replace
from functools import cache, partial
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pypdfium2
import zxingcpp
from PIL import Image

from app.documents.receipt import ReceiptDocument, ReceiptLine
from app.domain.quantity import Quantity
from app.domain.receipt_code import CodeLine, ReceiptRecord, write_codes
from app.domain.short_number import short_number
from app.keys import signing
from app.words.catalog import Words

KEY = bytes(range(32))
PUBLIC = signing.public_key(KEY)
DEVICE = signing.device_id(PUBLIC)
CAIRO = ZoneInfo("Africa/Cairo")
HANDED_AT = 1_795_340_000_123
ARABIC, ENGLISH = Words("ar", "arab"), Words("en", "latn")
DOTS_PER_POINT = 8 * 25.4 / 72
"""A 203-dpi head: eight dots to the millimetre."""

_ITEMS = {
    "ar": [
        ("كرتونة مواد غذائية", 1000, "كرتونة"),
        ("بطانية", 2000, "قطعة"),
        ("لحوم (مجمدة)", 1500, "كجم"),
        ("حقيبة مدرسية", 3000, "طقم"),
    ],
    "en": [
        ("Food box", 1000, "box"),
        ("Blanket", 2000, "pieces"),
        ("Meat (frozen)", 1500, "kg"),
        ("School kit", 3000, "sets"),
    ],
}
_FACTS: dict[str, dict[str, str]] = {
    "ar": {
        "organisation": "جمعية الأورمان",
        "household_head": "سعيد أحمد عبدالحميد السيد",
        "village": "جزيرة أولاد حمزة، سوهاج",
        "collector": "منى علي حسن (زوجة)",
        "initiative": "كتف في كتف",
        "convoy": "قافلة نجع العرب",
        "desk": "مكتب 2",
        "user": "أحمد محمود",
    },
    "en": {
        "organisation": "Orman Association",
        "household_head": "Said Ahmed Abdelhamid",
        "village": "Geziret Awlad Hamza, Sohag",
        "collector": "Mona Ali Hassan (wife)",
        "initiative": "Ketf fi Ketf",
        "convoy": "Nag El-Arab convoy",
        "desk": "Desk 2",
        "user": "Ahmed Mahmoud",
    },
}


def record(number: int, lines: int) -> ReceiptRecord:
    """What the codes of the receipt `number` carry."""
    return ReceiptRecord(
        aid_record_id=f"01a202a0-0000-7000-8000-{number:012x}",
        device=DEVICE[:12],
        receipt_no=number,
        handed_at=HANDED_AT,
        day="2026-11-22",
        convoy_id="0199c000-0000-7000-8000-000000000001",
        household_id=f"0199c000-0000-7000-9000-{number:012x}",
        person_id=f"0199c000-0000-7000-a000-{number:012x}",
        lines=tuple(CodeLine(item % 4 + 1, 1000) for item in range(lines)),
    )


@cache
def logo() -> bytes:
    """A small PNG with transparency."""
    out = BytesIO()
    image = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    image.paste((15, 92, 92, 255), (8, 8, 56, 56))
    image.save(out, "PNG")
    return out.getvalue()


def receipt(language: str, number: int = 128, lines: int = 3, **changes: Any) -> ReceiptDocument:
    """A receipt as services make it."""
    items = [_ITEMS[language][item % 4] for item in range(lines)]
    document = ReceiptDocument(
        **_FACTS[language],
        short_number=short_number(DEVICE, number),
        day="2026-11-22",
        handed_at=HANDED_AT,
        masked_id="•••••• 3456",
        lines=tuple(ReceiptLine(name, Quantity(count), unit) for name, count, unit in items),
        codes=write_codes(record(number, lines), partial(signing.sign, KEY)),
        logo=logo(),
    )
    return replace(document, **changes)


def page_images(pdf: bytes, dots_per_point: float = DOTS_PER_POINT) -> list[Image.Image]:
    """The pages in grey, rastered as the printer does."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dots_per_point, grayscale=True).to_pil() for page in document]
    finally:
        document.close()


def codes_on(image: Image.Image) -> list[str]:
    """The texts of the QR codes that zxing-cpp finds."""
    return [found.text for found in zxingcpp.read_barcodes(image, zxingcpp.BarcodeFormat.QRCode)]


def text_of(pdf: bytes) -> str:
    """What poppler's pdftotext finds, its marks of direction as spaces."""
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    text = done.stdout.decode("utf-8")
    spaced = (" " if unicodedata.category(each) == "Cf" else each for each in text)
    return " ".join("".join(spaced).split())
