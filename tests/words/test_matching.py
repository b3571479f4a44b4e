"""Reasons for a likely pair in words."""

import pytest

from app.domain.matching.levels import (
    Birth,
    Contact,
    Document,
    FathersLine,
    Kin,
    Levels,
    OwnName,
    Rarity,
    Sex,
)
from app.words.catalog import Words
from app.words.matching import agreeing, differing, same_phone

WIDOW = Levels(
    OwnName.EQUAL,
    FathersLine.TWO,
    Rarity.RARE,
    Birth.MISSING,
    Contact.PLACE_ONLY,
    Document.ONE_SLIP,
    Sex.EQUAL,
)
APART = Levels(
    OwnName.APART,
    FathersLine.NONE,
    Rarity.COMMON,
    Birth.APART,
    Contact.APART,
    Document.EQUAL,
    Sex.APART,
)


def test_the_weightiest_comes_first() -> None:
    assert agreeing(Words("en"), WIDOW, Kin.ONE) == (
        "document number differs in one digit, same first name, same father and grandfather, "
        "same village, another of the family fits too"
    )
    assert differing(Words("en"), WIDOW) == "another phone"


def test_what_speaks_against_it() -> None:
    assert agreeing(Words("en"), APART) == "same document number"
    assert differing(Words("en"), APART) == (
        "another first name, another father, another birth date, another village and phone, "
        "one a man, one a woman"
    )


@pytest.mark.parametrize("levels", [WIDOW, APART])
def test_in_arabic_too(levels: Levels) -> None:
    words = Words("ar")
    for text in (agreeing(words, levels, Kin.MORE), differing(words, levels), same_phone(words)):
        assert text
        assert not any(letter.isascii() and letter.isalpha() for letter in text)
