"""What a thermal printer gets: read back from the commands, it is the receipt, dot for dot."""

from io import BytesIO

import pytest
from PIL import Image, ImageOps
from reportlab.pdfgen.canvas import Canvas

from app.documents.blocks import DOT
from app.documents.escpos import HEAD_DOTS, escpos_of
from app.documents.receipt_pages import Paper, receipt_pdf
from tests.documents.samples import ARABIC, CAIRO, codes_on, receipt

PAPERS = pytest.mark.parametrize(
    ("paper", "millimetres"), [(Paper.THERMAL80, 80), (Paper.THERMAL58, 58)]
)


def printed(commands: list[bytes], head_dots: int) -> list[Image.Image]:
    """What comes out of the printer, a picture for each piece that was cut off."""
    assert commands[0] == b"\x1b@"
    pieces: list[Image.Image] = []
    rows = b""
    for command in commands[1:]:
        if command == b"\x1dVB\x00":
            size = (head_dots, len(rows) * 8 // head_dots)
            pieces.append(ImageOps.invert(Image.frombytes("1", size, rows).convert("L")))
            rows = b""
            continue
        assert command[:4] == b"\x1dv0\x00"
        across, down = (int.from_bytes(command[at : at + 2], "little") for at in (4, 6))
        assert across == head_dots // 8
        assert 1 <= down <= 128
        assert len(command) == 8 + across * down
        rows += command[8:]
    assert rows == b""
    return pieces


@PAPERS
def test_a_receipt_reads_back_with_both_codes(paper: Paper, millimetres: int) -> None:
    head = HEAD_DOTS[millimetres]
    pdf = receipt_pdf(receipt("ar"), paper, ARABIC, CAIRO)
    (image,) = printed(list(escpos_of(pdf, head)), head)
    assert image.width == head
    assert codes_on(image) == list(receipt("ar").codes) * 2


@PAPERS
def test_nothing_is_cut_off_at_the_sides(paper: Paper, millimetres: int) -> None:
    head = HEAD_DOTS[millimetres]
    pdf = receipt_pdf(receipt("ar", lines=6), paper, ARABIC, CAIRO)
    (image,) = printed(list(escpos_of(pdf, head)), head)
    above_the_cut = image.crop((0, 0, head, 600))
    box = ImageOps.invert(above_the_cut).getbbox()
    assert box is not None
    assert box[0] >= 0
    assert box[2] - box[0] >= head - 16, "the text uses the whole head"


def page_with_marks(dots_wide: int) -> bytes:
    """A page with its first and last dot black in the top row, and white below."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(dots_wide * DOT, 40 * DOT))
    for left in (0, dots_wide - 1):
        canvas.rect(left * DOT, 39 * DOT, DOT, DOT, stroke=0, fill=1)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("dots_wide", [384, 376, 383])
def test_a_narrow_page_stands_in_the_middle_and_blank_ends_are_not_fed(dots_wide: int) -> None:
    first, second = printed(list(escpos_of(page_with_marks(dots_wide), 384)), 384)
    assert first.height <= 2, "the 39 white rows below are left out"
    assert second.height == 0
    black = [x for x in range(384) if first.getpixel((x, first.height - 1)) == 0]
    assert abs(black[-1] - black[0] - (dots_wide - 1)) <= 1
    assert abs(black[0] - (383 - black[-1])) <= 1


def test_a_wide_page_loses_its_margins_evenly() -> None:
    commands = list(escpos_of(page_with_marks(400), 384))
    assert commands == [b"\x1b@", b"\x1dVB\x00", b"\x1dVB\x00"], "both marks are in the margins"
