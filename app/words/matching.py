"""Why two people on file may be one, and what speaks against it, from the degrees of the scorer."""

from enum import IntEnum
from typing import Final

from app.domain.matching.levels import (
    Birth,
    Contact,
    Document,
    FathersLine,
    Kin,
    Levels,
    OwnName,
    Sex,
)
from app.domain.matching.points import Band
from app.words.catalog import Marked, Words, marked

_SAME_FATHERS = marked("Duplicates", "same father and grandfather")

_DOCUMENT: Final[dict[Document, Marked]] = {
    Document.EQUAL: marked("Duplicates", "same document number"),
    Document.ONE_SLIP: marked("Duplicates", "document number differs in one digit"),
    Document.TWO_SLIPS: marked("Duplicates", "document number differs in two digits"),
}
_OWN: Final[dict[OwnName, Marked]] = {
    OwnName.EQUAL: marked("Duplicates", "same first name"),
    OwnName.SPELLING: marked("Duplicates", "first name in another spelling"),
    OwnName.NEAR: marked("Duplicates", "first name nearly the same"),
    OwnName.SWAPPED: marked("Duplicates", "first name and father's in the other order"),
}
_LINE: Final[dict[FathersLine, Marked]] = {
    FathersLine.WHOLE: _SAME_FATHERS,
    FathersLine.TWO: _SAME_FATHERS,
    FathersLine.ONE: marked("Duplicates", "same father"),
    FathersLine.GAP: marked("Duplicates", "a name in between left out"),
    FathersLine.MOST: marked("Duplicates", "nearly the same father's names"),
}
_BIRTH: Final[dict[Birth, Marked]] = {
    Birth.DAY: marked("Duplicates", "same birth date"),
    Birth.YEAR: marked("Duplicates", "about the same age"),
    Birth.SLIP: marked("Duplicates", "birth date differs in one part"),
    Birth.NEAR: marked("Duplicates", "about the same age"),
}
_CONTACT: Final[dict[Contact, Marked]] = {
    Contact.PHONE_AND_PLACE: marked("Duplicates", "same phone and village"),
    Contact.PHONE: marked("Duplicates", "same phone"),
    Contact.NEAR_PHONE: marked("Duplicates", "same village, phone differs in one digit"),
    Contact.PLACE: marked("Duplicates", "same village"),
    Contact.PLACE_ONLY: marked("Duplicates", "same village"),
}
_KIN: Final[dict[Kin, Marked]] = {
    Kin.ONE: marked("Duplicates", "another of the family fits too"),
    Kin.MORE: marked("Duplicates", "others of the family fit too"),
}
_AGAINST: Final[tuple[dict[IntEnum, Marked], ...]] = (
    {Document.APART: marked("Duplicates", "another document number")},
    {OwnName.APART: marked("Duplicates", "another first name")},
    {
        FathersLine.SOME: marked("Duplicates", "another father or grandfather"),
        FathersLine.SHIFTED: marked("Duplicates", "perhaps father and son"),
        FathersLine.NONE: marked("Duplicates", "another father"),
    },
    {Birth.APART: marked("Duplicates", "another birth date")},
    {
        Contact.PLACE_ONLY: marked("Duplicates", "another phone"),
        Contact.APART: marked("Duplicates", "another village and phone"),
    },
    {Sex.APART: marked("Duplicates", "one a man, one a woman")},
)


BANDS: Final[dict[Band, Marked]] = {
    Band.SURE: marked("Duplicates", "almost certain"),
    Band.REVIEW: marked("Duplicates", "to be looked at"),
}


def agreeing(words: Words, levels: Levels, kin: Kin = Kin.NONE) -> str:
    """What two people share, the weightiest first: same first name, same father and grandfather."""
    found = (
        _DOCUMENT.get(levels.document),
        _OWN.get(levels.own_name),
        _LINE.get(levels.fathers_line),
        _BIRTH.get(levels.birth),
        _CONTACT.get(levels.contact),
        _KIN.get(kin),
    )
    return _joined(words, [text for text in found if text is not None])


def differing(words: Words, levels: Levels) -> str:
    """What speaks against it; empty where nothing does."""
    compared = (
        levels.document,
        levels.own_name,
        levels.fathers_line,
        levels.birth,
        levels.contact,
        levels.sex,
    )
    found = [texts.get(level) for texts, level in zip(_AGAINST, compared, strict=True)]
    return _joined(words, [text for text in found if text is not None])


def same_phone(words: Words) -> str:
    """What is said where only the phone is the same, of somebody else of the household."""
    return words.of(_CONTACT[Contact.PHONE])


def _joined(words: Words, texts: list[Marked]) -> str:
    return words.translate("Duplicates", ", ").join(words.of(text) for text in texts)
