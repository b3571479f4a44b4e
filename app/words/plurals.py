"""Which plural form a number takes.

Rules and their order: Unicode CLDR "Language Plural Rules" for cardinal numbers; the order of the
six Arabic forms is the one Qt's `.ts` files use (zero, one, two, few, many, other).
"""

from typing import Final, Literal

Language = Literal["ar", "en"]

FORMS: Final[dict[Language, tuple[str, ...]]] = {
    "ar": ("zero", "one", "two", "few", "many", "other"),
    "en": ("one", "other"),
}


def form_index(language: Language, n: int) -> int:
    """The position in `FORMS[language]` of the form that goes with `n` (its sign is ignored)."""
    n = abs(n)
    if language == "en":
        return 0 if n == 1 else 1
    if n <= 2:
        return n
    rest = n % 100
    if 3 <= rest <= 10:
        return 3
    return 4 if rest >= 11 else 5
