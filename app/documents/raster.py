"""A PDF's pages as grey pictures, for printers that only take dots."""

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2

_POINTS = 72
_MM = 25.4


@dataclass(frozen=True)
class RasterPage:
    """One page: 8-bit grey rows of `stride` bytes, and its size on paper in millimetres."""

    width: int
    height: int
    stride: int
    grey: bytes
    width_mm: float
    height_mm: float


def pages_of(pdf: bytes, dpi: float) -> Iterator[RasterPage]:
    """Each page drawn at `dpi` dots an inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            wide, tall = page.get_size()
            bitmap = page.render(scale=dpi / _POINTS, grayscale=True)
            yield RasterPage(
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                bytes(bitmap.buffer),
                wide / _POINTS * _MM,
                tall / _POINTS * _MM,
            )
            bitmap.close()
            page.close()
    finally:
        document.close()
