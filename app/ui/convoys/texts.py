"""What several parts of the Convoys page say alike."""

from collections.abc import Sequence

from app.ui.tr import tr, words
from app.words import dates


def days_text(starts_on: str, ends_on: str) -> str:
    """The day or days of a convoy."""
    if not starts_on:
        return ""
    if not ends_on or ends_on == starts_on:
        return dates.long_day(words(), starts_on)
    return tr(
        "Convoys",
        "{first} to {last}",
        first=dates.day(words(), starts_on),
        last=dates.day(words(), ends_on),
    )


def listed(names: Sequence[str], most: int = 4) -> str:
    """The first names, and how many more there are."""
    shown = tr("Convoys", ", ").join(names[:most])
    left = len(names) - most
    return tr("Convoys", "{names} and %n more", n=left, names=shown) if left > 0 else shown
