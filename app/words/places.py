"""Places as people name them: with what they lie in, since names repeat."""

from collections.abc import Iterable
from typing import Protocol

from app.words.catalog import Words


class HasNames(Protocol):
    """A place, whatever it was read from."""

    @property
    def name_ar(self) -> str:
        """Never empty."""

    @property
    def name_en(self) -> str:
        """Empty for villages: the official list has none in English."""


def place_name(words: Words, place: HasNames) -> str:
    """The name in the reader's language, or the Arabic one where it has no other."""
    return place.name_en or place.name_ar if words.language == "en" else place.name_ar


def place_line(words: Words, places: Iterable[HasNames]) -> str:
    """`place_path` for a window: in the reader's direction even if it begins with an Arabic name
    on an English page."""
    opening = "\u2067" if words.language == "ar" else "\u2066"
    return f"{opening}{place_path(words, places)}\u2069"


def place_path(words: Words, places: Iterable[HasNames]) -> str:
    """A place with what it lies in: جزيرة أولاد حمزة، مركز العسيرات، سوهاج."""
    return words.translate("Place", ", ").join(place_name(words, place) for place in places)
