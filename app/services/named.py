"""Things with an Arabic and an English name, as lists and choosers show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from app.domain.names import normalise
from app.errors import LabelMissing, LabelTaken


class _HasNames(Protocol):
    id: str
    name_ar: str
    name_en: str


@dataclass(frozen=True)
class Named:
    """A record by its id and names; `active` is false for what was put out of use."""

    id: str
    name_ar: str
    name_en: str = ""
    active: bool = True

    def name(self, language: str) -> str:
        """The name in `language` (ar or en), or the other one where it has none."""
        first, second = (self.name_ar, self.name_en)
        if language == "en":
            first, second = second, first
        return first or second


def cleaned(text: str) -> str:
    """`text` with single blanks and none at its ends."""
    return " ".join(text.split())


def check_names(name_ar: str, name_en: str, others: Iterable[_HasNames]) -> None:
    """Refuses a record without an Arabic name, or whose name one of `others` has in any spelling.

    Raises LabelMissing, LabelTaken.
    """
    if not normalise(name_ar):
        raise LabelMissing
    keys = {normalise(name_ar), normalise(name_en)} - {""}
    for other in others:
        if keys & {normalise(other.name_ar), normalise(other.name_en)}:
            raise LabelTaken(name=other.name_ar)
