"""The QR codes in a picture, or on the pages of a scanned PDF."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pypdfium2
import zxingcpp
from PIL import Image, UnidentifiedImageError

from app.errors import FileMissing, PictureUnreadable

_QR: Final = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_DPI: Final = 300
"""Finer than office scanners write by default, so that no dot of a small code is lost."""

_LARGEST: Final = 120_000_000
"""Pixels of a picture that is opened: an A3 page at 600 dpi, and no bomb."""

_SMALL: Final = 4_000
"""Pixels of the longer side up to which a picture without a code is looked at once more, twice as
large: bad photographs gain 4 to 12 in a hundred by it."""

Page = Callable[[int, int], None]
"""Told the pages done and the pages of all; stops the reading by raising."""


def codes_in(path: Path, report: Page = lambda _done, _all: None) -> Iterator[tuple[int, str]]:
    """Every QR code's page (from 1) and text, page by page in the order they are found.

    Raises FileMissing, and PictureUnreadable for what is neither a picture nor a PDF.
    """
    if not path.is_file():
        raise FileMissing(path=str(path))
    try:
        with path.open("rb") as file:
            is_pdf = file.read(5) == b"%PDF-"
        pages = _pdf_pages(path, report) if is_pdf else _frames(path, report)
        for number, page in enumerate(pages, 1):
            for text in codes_of(page):
                yield number, text
    except (OSError, UnidentifiedImageError, pypdfium2.PdfiumError, SyntaxError) as error:
        raise PictureUnreadable(path=str(path)) from error
    except (Image.DecompressionBombError, ValueError) as error:
        raise PictureUnreadable(path=str(path)) from error


def codes_of(picture: Image.Image) -> list[str]:
    """The texts of the QR codes in one picture (mode L)."""
    found = _read(picture)
    if not found and max(picture.size) <= _SMALL:
        found = _read(picture.resize((picture.width * 2, picture.height * 2)))
    return found


def _read(picture: Image.Image) -> list[str]:
    read = zxingcpp.read_barcodes(picture, _QR)
    placed = sorted(read, key=lambda code: (code.position.top_left.y, code.position.top_left.x))
    return [code.text for code in placed]


def _pdf_pages(path: Path, report: Page) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, 1):
            wide, tall = page.get_size()
            scale = min(_DPI / 72, (_LARGEST / max(wide * tall, 1.0)) ** 0.5)
            bitmap = page.render(scale=scale, grayscale=True)
            yield bitmap.to_pil().convert("L")
            bitmap.close()
            page.close()
            report(number, len(document))


def _frames(path: Path, report: Page) -> Iterator[Image.Image]:
    """A picture, or each page of a TIFF with several."""
    with Image.open(path) as picture:
        count = getattr(picture, "n_frames", 1)
        for number in range(count):
            picture.seek(number)
            if picture.width * picture.height > _LARGEST:
                raise PictureUnreadable(path=str(path))
            yield picture.convert("L")
            report(number + 1, count)
