"""The time of day as people write it on a slip: 9:30, ٩٫٣٠, 0930, 9, 1:40 م."""

import datetime as dt
import re
from typing import Final

from app.domain.digits import to_ascii_digits

_TIME: Final = re.compile(
    r"\s*([0-9]{1,2})\s*(?:[:.,٫/]?\s*([0-9]{2}))?\s*(am|pm|ص|م)?\s*", re.ASCII | re.IGNORECASE
)
_HALF: Final = 12


def parse_time(text: str) -> dt.time | None:
    """The time of day; None for what is none. Without am or pm (ص or م) hours count to 24."""
    found = _TIME.fullmatch(to_ascii_digits(text))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[3] or "").lower()
    if half and not 1 <= hour <= _HALF:
        return None
    if half:
        hour = hour % _HALF + (_HALF if half in {"pm", "م"} else 0)
    try:
        return dt.time(hour, minute)
    except ValueError:
        return None
