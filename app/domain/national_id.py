"""Egypt's 14-digit national number `C YYMMDD GG SSSS K`: what is wrong with it, what it tells.

C is the century of birth (2 = 19xx, 3 = 20xx), then the birth date, the governorate that
registered the birth, a serial whose last digit is odd for a male, and a check digit. Structure
after the design, section 3, and the evidence, "People". The algorithm of the check digit was never
published and public implementations disagree, so it only warns. Structure alone catches 30 % of
one-digit slips.

A number with errors is still saved, as unverified: nobody is sent away for a worn card.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from app.domain.dates import PartialDate
from app.domain.digits import is_digits, only_digits, to_ascii_digits

LENGTH = 14
_CENTURIES = {"2": 1900, "3": 2000}
_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


class Sex(StrEnum):
    """As the civil register and the national number know it."""

    MALE = "m"
    FEMALE = "f"


class IdError(StrEnum):
    """The number cannot be right; the person may be saved with it as unverified."""

    NOT_DIGITS = "not_digits"
    LENGTH = "length"
    CENTURY = "century"
    BIRTH_DATE = "birth_date"
    FUTURE = "future"


class IdWarning(StrEnum):
    """The number may be right; someone should look at the card again."""

    GOVERNORATE = "governorate"
    CHECK_DIGIT = "check_digit"
    BIRTH_DATE_DISAGREES = "birth_date_disagrees"
    SEX_DISAGREES = "sex_disagrees"
    USED_BY_ANOTHER = "used_by_another"


@dataclass(frozen=True)
class Governorate:
    """The governorate that registered a birth; `pcode` is None for births abroad."""

    code: str
    pcode: str | None
    name_ar: str
    name_en: str


GOVERNORATES = {
    code: Governorate(code, f"EG{code}" if code != "88" else None, name_ar, name_en)
    for code, name_ar, name_en in (
        ("01", "القاهرة", "Cairo"),
        ("02", "الإسكندرية", "Alexandria"),
        ("03", "بورسعيد", "Port Said"),
        ("04", "السويس", "Suez"),
        ("11", "دمياط", "Damietta"),
        ("12", "الدقهلية", "Dakahlia"),
        ("13", "الشرقية", "Sharqia"),
        ("14", "القليوبية", "Qalyubia"),
        ("15", "كفر الشيخ", "Kafr El-Sheikh"),
        ("16", "الغربية", "Gharbia"),
        ("17", "المنوفية", "Monufia"),
        ("18", "البحيرة", "Beheira"),
        ("19", "الإسماعيلية", "Ismailia"),
        ("21", "الجيزة", "Giza"),
        ("22", "بني سويف", "Beni Suef"),
        ("23", "الفيوم", "Fayoum"),
        ("24", "المنيا", "Minya"),
        ("25", "أسيوط", "Asyut"),
        ("26", "سوهاج", "Sohag"),
        ("27", "قنا", "Qena"),
        ("28", "أسوان", "Aswan"),
        ("29", "الأقصر", "Luxor"),
        ("31", "البحر الأحمر", "Red Sea"),
        ("32", "الوادي الجديد", "New Valley"),
        ("33", "مطروح", "Matrouh"),
        ("34", "شمال سيناء", "North Sinai"),
        ("35", "جنوب سيناء", "South Sinai"),
        ("88", "خارج الجمهورية", "Abroad"),
    )
}


@dataclass(frozen=True)
class NationalId:
    """A number as written (`number`: folded, without blanks) and what may be read from it.

    What it tells is None as far as errors make it unreadable.
    """

    number: str
    errors: tuple[IdError, ...] = ()
    warnings: tuple[IdWarning, ...] = ()
    birth_date: dt.date | None = None
    sex: Sex | None = None
    governorate: Governorate | None = None

    @property
    def verified(self) -> bool:
        """Whether the number can be relied on as its bearer's: no error (warnings may remain)."""
        return not self.errors


def read_national_id(written: str, *, today: dt.date) -> NationalId:
    """Read a number as typed, scanned or listed; `today` is the convoy's day, never the clock."""
    number = "".join(to_ascii_digits(written).split()).replace("-", "")
    if not is_digits(number):
        return NationalId(number, errors=(IdError.NOT_DIGITS,))
    if len(number) != LENGTH:
        return NationalId(number, errors=(IdError.LENGTH,))
    errors: list[IdError] = []
    born: dt.date | None = None
    century = _CENTURIES.get(number[0])
    if century is None:
        errors.append(IdError.CENTURY)
    else:
        born = _birth_date(century, number)
        if born is None:
            errors.append(IdError.BIRTH_DATE)
        elif born > today:
            errors.append(IdError.FUTURE)
            born = None
    governorate = GOVERNORATES.get(number[7:9])
    warnings: list[IdWarning] = []
    if governorate is None:
        warnings.append(IdWarning.GOVERNORATE)
    if int(number[13]) not in check_digits(number[:13]):
        warnings.append(IdWarning.CHECK_DIGIT)
    sex = Sex.MALE if int(number[12]) % 2 else Sex.FEMALE
    return NationalId(number, tuple(errors), tuple(warnings), born, sex, governorate)


def disagreements(
    known: NationalId, *, birth: PartialDate | None = None, sex: Sex | None = None
) -> tuple[IdWarning, ...]:
    """Warnings where a form says otherwise than the number; what either leaves open agrees."""
    found: list[IdWarning] = []
    if known.birth_date and birth and not birth.agrees_with(PartialDate(known.birth_date)):
        found.append(IdWarning.BIRTH_DATE_DISAGREES)
    if known.sex and sex and known.sex is not sex:
        found.append(IdWarning.SEX_DISAGREES)
    return tuple(found)


def check_digits(first_13: str) -> frozenset[int]:
    """The check digits that either public implementation accepts after 13 ASCII digits.

    11 − Σ(digit × weight) mod 11 with weights 2 7 6 5 4 3 2 7 6 5 4 3 2; one makes 0 of both 10
    and 11, the other 0 of 10 and 1 of 11. ValueError unless 13 ASCII digits are given.
    """
    if len(first_13) != LENGTH - 1 or not is_digits(first_13):
        raise ValueError("13 ASCII digits are needed")
    total = sum(int(digit) * weight for digit, weight in zip(first_13, _WEIGHTS, strict=True))
    check = 11 - total % 11
    return frozenset({0, check % 10}) if check >= 10 else frozenset({check})


def looks_like_national_id(written: str) -> bool:
    """Whether what was typed at the desk is a whole national number rather than a phone or name."""
    digits = only_digits(written)
    return len(digits) == LENGTH and digits[0] in _CENTURIES


def mask(number: str) -> str:
    """A document's number as paper shows it: six dots and the last four characters."""
    return "••••••" + (number[-4:] if len(number) > 4 else "")


def grouped(number: str) -> str:
    """A national number in groups that can be read out: 2 980512 01 03456."""
    if len(number) != LENGTH:
        return number
    return " ".join((number[0], number[1:7], number[7:9], number[9:]))


def _birth_date(century: int, number: str) -> dt.date | None:
    try:
        return dt.date(century + int(number[1:3]), int(number[3:5]), int(number[5:7]))
    except ValueError:
        return None
