"""Places as people name them: with what they lie in, since names repeat."""

from collections.abc import Iterable

from app.words.catalog import Words
from app.words.named import HasNames, name_of


def place_name(words: Words, place: HasNames) -> str:
    """The name in the reader's language, or the Arabic one where it has no other."""
    return name_of(words, place)


def place_line(words: Words, places: Iterable[HasNames]) -> str:
    """`place_path` for a window: in the reader's direction even if it begins with an Arabic name
    on an English page."""
    opening = "\u2067" if words.language == "ar" else "\u2066"
    return f"{opening}{place_path(words, places)}\u2069"


def place_path(words: Words, places: Iterable[HasNames]) -> str:
    """A place with what it lies in: جزيرة أولاد حمزة، مركز العسيرات، سوهاج."""
    return words.translate("Place", ", ").join(place_name(words, place) for place in places)
