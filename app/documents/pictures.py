"""Logos and photographs as reportlab takes them."""

from functools import lru_cache
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader


@lru_cache(maxsize=8)
def readable(image: bytes) -> Any | None:
    """reportlab's reader of a PNG or JPEG, None for one that is damaged: the paper matters more.

    One reader an image, so that it is embedded once however many receipts show it.
    """
    try:
        reader: Any = ImageReader(BytesIO(image))
        reader.getRGBData()
    except OSError:
        return None
    return reader
