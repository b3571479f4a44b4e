"""Why two people on file are likely one, and what speaks against it."""

from typing import Final

from app.domain.duplicates import Difference, Likeness
from app.words.catalog import Marked, Words, marked

LIKENESSES: Final[dict[Likeness, Marked]] = {
    Likeness.DOCUMENT: marked("Duplicates", "same document"),
    Likeness.NAME: marked("Duplicates", "same name"),
    Likeness.NAME_BEGINS: marked("Duplicates", "the name begins alike"),
    Likeness.PHONE: marked("Duplicates", "same phone"),
    Likeness.BIRTH_DATE: marked("Duplicates", "same birth date"),
    Likeness.VILLAGE: marked("Duplicates", "same village"),
    Likeness.HOUSEHOLD: marked("Duplicates", "same household"),
}

DIFFERENCES: Final[dict[Difference, Marked]] = {
    Difference.DOCUMENT: marked("Duplicates", "another document"),
    Difference.BIRTH_DATE: marked("Duplicates", "another birth date"),
    Difference.SEX: marked("Duplicates", "another sex"),
}


def reasons_text(words: Words, alike: tuple[Likeness, ...]) -> str:
    """What two people share, the weightiest first: same name, same phone."""
    return words.translate("Duplicates", ", ").join(words.of(LIKENESSES[one]) for one in alike)
