"""Short facts side by side: Suhag · 4 people · widow."""

from collections.abc import Iterable

from app.words.catalog import Words


def joined(words: Words, parts: Iterable[str]) -> str:
    """The parts that say something, with what stands between them in the reader's language: the
    dot of English looks like the zero of Arabic."""
    return words.translate("Text", " · ").join(part for part in parts if part)
