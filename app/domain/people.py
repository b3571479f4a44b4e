"""Small rules about people: relationships, documents, who heads a household.

A household may be headed by a woman, and each wife may head her own (design, section 3). "No
document" with a reason is always possible. The codes are what tables keep; their words stand in
`app.words.people`.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.dates import PartialDate, age_range
from app.domain.digits import only_digits, to_ascii_digits
from app.domain.national_id import Sex, read_national_id

ADULT_AGE = 18
"""Years; below it the child law (12/1996, art. 2) sees a child, who needs a guardian."""


class Relationship(StrEnum):
    """What a member is to the head of the household."""

    HEAD = "head"
    WIFE = "wife"
    HUSBAND = "husband"
    SON = "son"
    DAUGHTER = "daughter"
    FATHER = "father"
    MOTHER = "mother"
    BROTHER = "brother"
    SISTER = "sister"
    GRANDSON = "grandson"
    GRANDDAUGHTER = "granddaughter"
    GRANDFATHER = "grandfather"
    GRANDMOTHER = "grandmother"
    OTHER_RELATIVE = "other_relative"
    NOT_RELATED = "not_related"


SEX_OF = {
    **dict.fromkeys(
        (
            Relationship.HUSBAND,
            Relationship.SON,
            Relationship.FATHER,
            Relationship.BROTHER,
            Relationship.GRANDSON,
            Relationship.GRANDFATHER,
        ),
        Sex.MALE,
    ),
    **dict.fromkeys(
        (
            Relationship.WIFE,
            Relationship.DAUGHTER,
            Relationship.MOTHER,
            Relationship.SISTER,
            Relationship.GRANDDAUGHTER,
            Relationship.GRANDMOTHER,
        ),
        Sex.FEMALE,
    ),
}
"""The sex that a relationship tells; those left out tell none."""


class DocumentType(StrEnum):
    """What a person is known by; a number is a duplicate only within its type."""

    NATIONAL_ID = "national_id"
    PASSPORT = "passport"
    REFUGEE_CARD = "refugee_card"
    """Of UNHCR."""
    RESIDENCE = "residence"
    BIRTH_CERTIFICATE = "birth_certificate"
    OTHER = "other"
    NONE = "none"


class NoDocument(StrEnum):
    """Why there is none; kept in place of the number."""

    NEVER_ISSUED = "never_issued"
    LOST = "lost"
    BEING_RENEWED = "being_renewed"
    NOT_HERE = "not_here"
    CHILD = "child"
    REFUSED = "refused"


_NOT_IN_NUMBERS = re.compile(r"[\W_]+")
_REASONS = frozenset(NoDocument)


def document_number(kind: str, written: str) -> str:
    """A document's number in its one spelling; empty when nothing is left.

    The digits of a national ID (the text where it has none), capital letters and digits of other
    documents, the reason's code where there is no document.
    """
    if kind == DocumentType.NONE:
        return written if written in _REASONS else ""
    if kind == DocumentType.NATIONAL_ID:
        return only_digits(written) or written.strip()
    return _NOT_IN_NUMBERS.sub("", to_ascii_digits(written)).upper()


def document_key(kind: str, written: str) -> str | None:
    """What two people must share to have the same document; None when nobody can tell."""
    number = document_number(kind, written)
    return f"{kind}:{number}" if number and kind not in {"", DocumentType.NONE} else None


def is_verified(kind: str, written: str, today: dt.date) -> bool:
    """Whether a document can be relied on: a national ID without errors; no rule tells others."""
    if kind == DocumentType.NATIONAL_ID:
        return read_national_id(written, today=today).verified
    return document_key(kind, written) is not None


@dataclass(frozen=True)
class HouseholdMember:
    """What the rules about heads and guardians ask of a member; codes as tables keep them."""

    id: str
    relationship: str = ""
    sex: str = ""
    birth: PartialDate | None = None
    guardian_id: str | None = None


class HouseholdWarning(StrEnum):
    """What to look at in a household; none of it keeps it from being saved."""

    NO_HEAD = "no_head"
    SEVERAL_HEADS = "several_heads"
    CHILD_HEADS = "child_heads"
    GUARDIAN_MISSING = "guardian_missing"
    SEX_DISAGREES = "sex_disagrees"


def household_warnings(
    members: Sequence[HouseholdMember], on: dt.date
) -> tuple[HouseholdWarning, ...]:
    """What does not fit among the members of a household on the convoy's day.

    Nobody need be registered; whoever is, man or woman, one of them heads. A child may head where
    nobody else is left, which is worth a second look; a child without any adult needs a guardian.
    """
    heads = [member for member in members if member.relationship == Relationship.HEAD]
    adults = [member for member in members if not is_child(member.birth, on)]
    unguarded = [member for member in members if member not in adults and not member.guardian_id]
    found = {
        HouseholdWarning.NO_HEAD: bool(members) and not heads,
        HouseholdWarning.SEVERAL_HEADS: len(heads) > 1,
        HouseholdWarning.CHILD_HEADS: any(head not in adults for head in heads),
        HouseholdWarning.GUARDIAN_MISSING: not adults and bool(unguarded),
        HouseholdWarning.SEX_DISAGREES: any(_sex_disagrees(member) for member in members),
    }
    return tuple(warning for warning, holds in found.items() if holds)


def is_child(birth: PartialDate | None, on: dt.date) -> bool:
    """Whether someone is certainly under 18; an unknown age is nobody's guess."""
    return birth is not None and age_range(birth, on)[1] < ADULT_AGE


def head_of(members: Sequence[HouseholdMember], on: dt.date) -> HouseholdMember | None:
    """Who stands for the household: its head, else its first adult, else its first member.

    Where several are called head (two lists merged, or a member became one) the first of them.
    """
    heads = [member for member in members if member.relationship == Relationship.HEAD]
    adults = [member for member in members if not is_child(member.birth, on)]
    return next(iter(heads or adults or members), None)


def _sex_disagrees(member: HouseholdMember) -> bool:
    try:
        told = SEX_OF.get(Relationship(member.relationship))
    except ValueError:
        return False
    return told is not None and member.sex not in {"", told}
