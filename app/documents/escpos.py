"""Receipts as dots for thermal printers (ESC/POS), whose own fonts cannot write Arabic.

Only the raster command is used, which every such printer knows: `GS v 0` in bands low enough for
small buffers (taller ones arrive as garbage on cheap heads), `ESC @` before and a cut after.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.documents.raster import RasterPage, pages_of

DOTS_PER_INCH: Final = 203.2
"""Eight dots to the millimetre, so that a QR module of half a millimetre is four whole dots."""

HEAD_DOTS: Final = {80: 576, 58: 384}
"""How many dots the head of a printer for paper of so many millimetres has."""

_BAND_ROWS: Final = 128
_INITIALISE: Final = b"\x1b@"
_RASTER: Final = b"\x1dv0\x00"
_FEED_AND_CUT: Final = b"\x1dVB\x00"
_TO_BITS: Final = bytes(ord("1") if grey < 128 else ord("0") for grey in range(256))
"""Dark is 1. A threshold keeps letters and modules sharp; shades of grey become black or white."""


@dataclass(frozen=True)
class BurntPage:
    """A page as the head burns it: rows of eight dots a byte, a set bit being dark."""

    head_dots: int
    rows: Sequence[bytes]


def burnt_pages(pdf: bytes, head_dots: int) -> Iterator[BurntPage]:
    """The pages of a PDF as dots; see `escpos_of`."""
    for page in pages_of(pdf, DOTS_PER_INCH):
        yield BurntPage(head_dots, _rows(page, head_dots))


def escpos_of(pdf: bytes, head_dots: int) -> Iterator[bytes]:
    """What is sent to the printer, a command at a time; the paper is cut after each page.

    A page wider than the head loses its margins evenly, a narrower one stands in the middle.
    """
    yield _INITIALISE
    for page in burnt_pages(pdf, head_dots):
        for start in range(0, len(page.rows), _BAND_ROWS):
            band = page.rows[start : start + _BAND_ROWS]
            across, down = (head_dots // 8).to_bytes(2, "little"), len(band).to_bytes(2, "little")
            yield _RASTER + across + down + b"".join(band)
        yield _FEED_AND_CUT


def _rows(page: RasterPage, head_dots: int) -> list[bytes]:
    """The page's rows, eight dots a byte, without the blank ones at its end."""
    left = (page.width - head_dots) // 2
    rows = []
    for start in range(0, page.height * page.stride, page.stride):
        dots = page.grey[start + max(0, left) : start + min(page.width, left + head_dots)]
        bits = dots.translate(_TO_BITS).rjust(len(dots) + max(0, -left), b"0")
        rows.append(int(bits.ljust(head_dots, b"0"), 2).to_bytes(head_dots // 8, "big"))
    while rows and not any(rows[-1]):
        rows.pop()
    return rows
