"""What there is to say about a row: why it was refused, what to look at, how it was recognised.

Codes only; the words stand in `app.words.importing`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """One cause each; `Remark.written` is what its text quotes."""

    # refused
    NO_NAME = "no_name"
    NAME_IS_FORMULA = "name_is_formula"
    NO_PERSON = "no_person"
    NO_ITEM = "no_item"
    ITEM_UNKNOWN = "item_unknown"
    NO_QUANTITY = "no_quantity"
    QUANTITY_UNCLEAR = "quantity_unclear"
    UNIT_DOES_NOT_FIT = "unit_does_not_fit"
    # known
    SAME_ID = "same_id"
    SAME_DOCUMENT = "same_document"
    SAME_NAME_AND_PHONE = "same_name_and_phone"
    SAME_NAME_AND_FAMILY = "same_name_and_family"
    REPEATS_ROW = "repeats_row"
    AID_ON_FILE = "aid_on_file"
    TAKEN_BEFORE = "taken_before"
    # to look at
    ID_UNVERIFIED = "id_unverified"
    ID_DOUBTFUL = "id_doubtful"
    ID_DIGITS_LOST = "id_digits_lost"
    ID_DIFFERS = "id_differs"
    ID_NOT_ON_FILE = "id_not_on_file"
    NAME_DIFFERS = "name_differs"
    BIRTH_UNREADABLE = "birth_unreadable"
    BIRTH_DISAGREES = "birth_disagrees"
    SEX_DISAGREES = "sex_disagrees"
    PHONE_UNREADABLE = "phone_unreadable"
    MEMBERS_UNREADABLE = "members_unreadable"
    VILLAGE_UNKNOWN = "village_unknown"
    VILLAGE_AMBIGUOUS = "village_ambiguous"
    FAMILY_ASSUMED = "family_assumed"
    PART_UNCLEAR = "part_unclear"
    DATE_UNREADABLE = "date_unreadable"
    CONVOY_UNKNOWN = "convoy_unknown"
    ORGANISATION_UNKNOWN = "organisation_unknown"
    MATCHED_BY_NAME = "matched_by_name"
    SEVERAL_OF_NAME = "several_of_name"
    REGISTERED_FROM_SHEET = "registered_from_sheet"


REFUSALS = frozenset(list(Code)[: list(Code).index(Code.SAME_ID)])
RECOGNISED = frozenset(
    list(Code)[list(Code).index(Code.SAME_ID) : list(Code).index(Code.ID_UNVERIFIED)]
)


@dataclass(frozen=True, slots=True)
class Remark:
    """A cause and the words of the file that it is about."""

    code: Code
    written: str = ""


def is_warning(remark: Remark) -> bool:
    """Whether a remark asks somebody to look, rather than saying why a row was not taken."""
    return remark.code not in REFUSALS and remark.code not in RECOGNISED


def refusal_among(remarks: Iterable[Remark]) -> Remark | None:
    """The first remark for which a row is refused."""
    return next((remark for remark in remarks if remark.code in REFUSALS), None)
