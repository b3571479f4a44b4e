"""QR drawings: the same modules as qrcode's own, and a fixed mask that reads as well."""

import random

import pytest
import qrcode
import zxingcpp
from PIL import Image
from qrcode.util import QRData

from app.documents import qr


def own(digits: str, mask: int | None = None) -> list[bytes]:
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_Q, mask_pattern=mask, border=0)
    code.add_data(QRData(digits, mode=1), optimize=0)
    code.make(fit=True)
    return [bytes(map(bool, row)) for row in code.modules]


@pytest.mark.parametrize("count", [1, 2, 3, 26, 27, 28, 150, 358, 363, 364, 365, 427, 428, 1500])
def test_modules_are_those_of_the_library(count: int) -> None:
    digits = "".join(random.Random(count).choices("0123456789", k=count))
    assert qr.modules(digits) == own(digits, mask=0)


@pytest.mark.parametrize("digits", ["", "12a", "١٢", "1" * 4000])
def test_anything_but_digits_that_fit_is_refused(digits: str) -> None:
    with pytest.raises(ValueError, match="digits"):
        qr.modules(digits)


def test_the_drawing_covers_exactly_the_dark_modules() -> None:
    digits = "31415926535897932384626433832795"
    drawing = qr.drawing(digits)
    rows = qr.modules(digits)
    dark = set()
    *runs, paint = drawing.path.splitlines()
    assert paint == "f"
    for run in runs:
        left, bottom, wide, tall, operator = run.split()
        assert (tall, operator) == ("1", "re")
        dark |= {(int(left) + step, int(bottom)) for step in range(int(wide))}
    last = drawing.side - 1 - qr.QUIET_ZONE
    assert drawing.side == len(rows) + 8
    assert dark == {
        (x + qr.QUIET_ZONE, last - y)
        for y, row in enumerate(rows)
        for x, module in enumerate(row)
        if module
    }


def test_a_code_without_any_shadow_of_doubt_is_read() -> None:
    rows = qr.modules("".join(random.Random(7).choices("0123456789", k=357)))
    image = Image.new("L", (len(rows) + 8, len(rows) + 8), 255)
    for y, row in enumerate(rows):
        for x, module in enumerate(row):
            if module:
                image.putpixel((x + 4, y + 4), 0)
    (found,) = zxingcpp.read_barcodes(image.resize((image.width * 4, image.height * 4), 0))
    assert qr.modules(found.text) == rows
