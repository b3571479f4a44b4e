"""What a national number's errors and warnings say."""

from typing import Final

from app.domain.national_id import IdError, IdWarning
from app.words.catalog import Marked, marked

TEXTS: Final[dict[IdError | IdWarning, Marked]] = {
    IdError.NOT_DIGITS: marked("NationalId", "A national ID has only digits."),
    IdError.LENGTH: marked("NationalId", "A national ID has 14 digits."),
    IdError.CENTURY: marked("NationalId", "A national ID begins with 2 or 3."),
    IdError.BIRTH_DATE: marked("NationalId", "The birth date in the ID does not exist."),
    IdError.FUTURE: marked("NationalId", "The birth date in the ID is still to come."),
    IdWarning.GOVERNORATE: marked("NationalId", "The ID's governorate is not known."),
    IdWarning.CHECK_DIGIT: marked(
        "NationalId", "Compare the ID with the card: a digit may differ."
    ),
    IdWarning.BIRTH_DATE_DISAGREES: marked("NationalId", "The ID gives another birth date."),
    IdWarning.SEX_DISAGREES: marked("NationalId", "The ID gives another sex."),
    IdWarning.USED_BY_ANOTHER: marked("NationalId", "Somebody else on file has this ID."),
}
