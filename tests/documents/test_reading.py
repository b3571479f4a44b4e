"""Printed codes after a hard day: photographs of worn prints are still read."""

import random
from functools import cache

import pytest
import qrcode
import zxingcpp
from PIL import Image
from qrcode.util import QRData

from app.documents import qr
from app.documents.receipt_pages import Paper, receipt_pdf
from tests.documents.degradation import degraded
from tests.documents.samples import ARABIC, CAIRO, codes_on, page_images, receipt

QUIET = qr.QUIET_ZONE * 4
"""The quiet zone of a code with four dots a module, in dots."""


def share_read(codes: list[tuple[Image.Image, str]]) -> float:
    """How many of the photographs are read, and read rightly."""
    read = [codes_on(degraded(image, seed)) for seed, (image, _text) in enumerate(codes)]
    assert all(found in ([], [text]) for found, (_image, text) in zip(read, codes, strict=True))
    return sum(map(len, read)) / len(codes)


def printed_codes(paper: Paper, count: int) -> list[tuple[Image.Image, str]]:
    """The first code of `count` receipts, cut out of the page at eight dots to the millimetre."""
    return [_printed_code(paper, number) for number in range(1, count + 1)]


@cache
def _printed_code(paper: Paper, number: int) -> tuple[Image.Image, str]:
    document = receipt("ar", number, lines=number % 3 + 1)
    (page,) = page_images(receipt_pdf(document, paper, ARABIC, CAIRO))
    found = zxingcpp.read_barcodes(page, zxingcpp.BarcodeFormat.QRCode)[0]
    corners = [found.position.top_left, found.position.bottom_right]
    (left, top), (right, bottom) = ((corner.x, corner.y) for corner in corners)
    return page.crop((left - QUIET, top - QUIET, right + QUIET, bottom + QUIET)), found.text


def drawn_codes(mask: int | None, level: int, digits: int, dots: int, count: int) -> list:
    """Codes straight from the library, `dots` a module."""
    drawn = []
    for seed in range(count):
        text = "".join(random.Random(seed).choices("0123456789", k=digits))
        code = qrcode.QRCode(error_correction=level, mask_pattern=mask, border=4, box_size=dots)
        code.add_data(QRData(text, mode=1), optimize=0)
        code.make(fit=True)
        drawn.append((code.make_image().get_image().convert("L"), text))
    return drawn


@pytest.mark.parametrize("paper", [Paper.A5, Paper.THERMAL58])
def test_worn_receipts_are_read(paper: Paper) -> None:
    """A coarse sample of the long test below: three of twenty more or less are chance."""
    assert share_read(printed_codes(paper, 20)) >= 0.75


@pytest.mark.long
@pytest.mark.parametrize("paper", Paper)
def test_of_two_hundred_worn_receipts_85_in_100_are_read(paper: Paper) -> None:
    assert share_read(printed_codes(paper, 200)) >= 0.85


@pytest.mark.long
def test_the_wear_is_as_hard_as_it_is_said_to_be() -> None:
    yardstick = drawn_codes(None, qrcode.ERROR_CORRECT_M, digits=280, dots=3, count=200)
    assert 0.70 <= share_read(yardstick) <= 0.80


@pytest.mark.long
def test_the_fixed_mask_is_read_as_well_as_the_best() -> None:
    fixed = drawn_codes(0, qrcode.ERROR_CORRECT_Q, digits=355, dots=4, count=200)
    best = drawn_codes(None, qrcode.ERROR_CORRECT_Q, digits=355, dots=4, count=200)
    assert share_read(fixed) >= share_read(best) - 0.02
