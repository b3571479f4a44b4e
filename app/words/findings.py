"""Words for what a case of double aid was found to be."""

from typing import Final

from app.words.catalog import Marked, Words, marked

FINDINGS: Final[dict[str, Marked]] = {
    "mistake": marked("Finding", "an honest mistake"),
    "allowed": marked("Finding", "allowed"),
    "misuse": marked("Finding", "misuse"),
    "another_person": marked("Finding", "another family or person after all"),
}


def finding_text(words: Words, code: str) -> str:
    """The finding's words; empty while nobody decided, and a newer app's stays a code."""
    return words.of(FINDINGS[code]) if code in FINDINGS else code
