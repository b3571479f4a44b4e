"""Words for what is known about people: relationship, sex, documents."""

from typing import Final

from app.words.catalog import Marked, Words, marked
from app.words.numbers import in_digits, ltr, masked, national_id_groups

RELATIONSHIPS: Final[dict[str, Marked]] = {
    "head": marked("Relationship", "head of household"),
    "wife": marked("Relationship", "wife"),
    "husband": marked("Relationship", "husband"),
    "son": marked("Relationship", "son"),
    "daughter": marked("Relationship", "daughter"),
    "father": marked("Relationship", "father"),
    "mother": marked("Relationship", "mother"),
    "brother": marked("Relationship", "brother"),
    "sister": marked("Relationship", "sister"),
    "grandson": marked("Relationship", "grandson"),
    "granddaughter": marked("Relationship", "granddaughter"),
    "grandfather": marked("Relationship", "grandfather"),
    "grandmother": marked("Relationship", "grandmother"),
    "other_relative": marked("Relationship", "other relative"),
    "not_related": marked("Relationship", "not related"),
}

SEXES: Final[dict[str, Marked]] = {
    "m": marked("Sex", "male"),
    "f": marked("Sex", "female"),
}

DOCUMENTS: Final[dict[str, Marked]] = {
    "national_id": marked("Document", "National ID"),
    "passport": marked("Document", "Passport"),
    "refugee_card": marked("Document", "Refugee card"),
    "residence": marked("Document", "Residence permit"),
    "birth_certificate": marked("Document", "Birth certificate"),
    "other": marked("Document", "Other document"),
    "none": marked("Document", "No document"),
}

NO_DOCUMENT: Final[dict[str, Marked]] = {
    "never_issued": marked("NoDocument", "never issued"),
    "lost": marked("NoDocument", "lost"),
    "being_renewed": marked("NoDocument", "being renewed"),
    "not_here": marked("NoDocument", "not brought today"),
    "child": marked("NoDocument", "a child"),
    "refused": marked("NoDocument", "not given"),
}


def relationship_text(words: Words, code: str) -> str:
    """The relationship's word; a code that this app does not know stays a code."""
    return words.of(RELATIONSHIPS[code]) if code in RELATIONSHIPS else code


def document_text(words: Words, kind: str, number: str, *, reveal: bool = False) -> str:
    """The document with its number, all but the last four signs hidden unless `reveal`; the reason
    where there is none; empty where nothing is known."""
    if kind == "none":
        reason = words.of(NO_DOCUMENT[number]) if number in NO_DOCUMENT else number
        return words.translate("Document", "No document: {reason}", reason=reason)
    if not number:
        return ""
    shown = national_id_groups(number) if reveal else masked(number)
    return words.translate(
        "Document",
        "{document} {number}",
        document=words.of(DOCUMENTS[kind]) if kind in DOCUMENTS else kind,
        number=ltr(in_digits(shown, words.digits)),
    )
