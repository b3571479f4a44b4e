"""Records with an Arabic and perhaps an English name, in the reader's language."""

from typing import Protocol

from app.words.catalog import Words


class HasNames(Protocol):
    """An item, a place, an organisation, whatever it was read from."""

    @property
    def name_ar(self) -> str:
        """Never empty."""

    @property
    def name_en(self) -> str:
        """Empty where nobody wrote it, as for all villages of the official list."""


def name_of(words: Words, named: HasNames) -> str:
    """The name in the reader's language, or the Arabic one where it has no other."""
    return named.name_en or named.name_ar if words.language == "en" else named.name_ar
