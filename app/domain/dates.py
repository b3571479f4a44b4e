"""Days as people give them: whole, a month, a year, or only an age; kept with their precision.

Nothing here asks the clock: ages are told on a day that the caller chooses.
"""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.digits import to_ascii_digits
from app.domain.names import normalise

OLDEST_AGE = 120
"""Years; nobody served is older, so a date before that is a slip of the pen."""


class Precision(StrEnum):
    """How much of a date was really told."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    AGE = "age"


@dataclass(frozen=True)
class PartialDate:
    """A day with its precision: the first day it may be (a year is its 1 January).

    An age is kept as the last day that it may be, which is a year after the first (see `days`):
    "44 years" told on a day means born on that day 44 years ago or within the year before.
    """

    day: dt.date
    precision: Precision = Precision.DAY

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first and the last day it may be."""
        match self.precision:
            case Precision.DAY:
                return self.day, self.day
            case Precision.MONTH:
                return self.day.replace(day=1), _end_of_month(self.day)
            case Precision.YEAR:
                return self.day.replace(month=1, day=1), self.day.replace(month=12, day=31)
            case Precision.AGE:
                return years_before(self.day, 1) + dt.timedelta(days=1), self.day

    def agrees_with(self, other: "PartialDate") -> bool:
        """Whether both may be the same day."""
        first, last = self.days
        other_first, other_last = other.days
        return first <= other_last and other_first <= last


def years_before(day: dt.date, years: int) -> dt.date:
    """The same day `years` earlier (29 February becomes the 28th); ValueError before year 1."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def from_age(age: int, on: dt.date) -> PartialDate:
    """The birth date of someone who is `age` years old `on` a day; ValueError outside 0-120."""
    if not 0 <= age <= OLDEST_AGE:
        raise ValueError("not an age")
    return PartialDate(years_before(on, age), Precision.AGE)


def age_range(birth: PartialDate, on: dt.date) -> tuple[int, int]:
    """The least and the greatest age in whole years `on` a day; not yet born counts as 0."""
    first, last = birth.days
    return _whole_years(last, on), _whole_years(first, on)


def age_on(birth: PartialDate, on: dt.date) -> int:
    """The age in whole years to show for `on`: the middle of what it may be."""
    least, greatest = age_range(birth, on)
    return (least + greatest) // 2


def is_possible_birth(birth: PartialDate, on: dt.date) -> bool:
    """Whether someone alive `on` a day may be born then: not after it, at most 120 years before."""
    first, last = birth.days
    return first <= on and _whole_years(last, on) <= OLDEST_AGE


_SEPARATOR = r"[-/.\\ ]"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}}){_SEPARATOR}([0-9]{{1,2}})(?:{_SEPARATOR}([0-9]{{1,2}}))?")
_DAY_FIRST = re.compile(
    rf"([0-9]{{1,2}}){_SEPARATOR}([0-9]{{1,2}}){_SEPARATOR}([0-9]{{4}}|[0-9]{{2}})"
)
_MONTH_FIRST = re.compile(r"([0-9]{1,2})[-/.\\]([0-9]{4})")
_NAMED = re.compile(r"(?:([0-9]{1,2}) )?([^\W0-9_]+) ([0-9]{4})")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")
_WITHIN = re.compile(
    r"(?<![0-9])(?:[0-9]{1,2}[-/.\\][0-9]{1,2}[-/.\\][0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![0-9])"
)
_TIME = re.compile(r"[T ][0-9]{1,2}:[0-9]{2}.*$")
_MARKS = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BLANKS = re.compile(r"\s*([-/.\\])\s*|\s+")
_MONTHS = {
    normalise(word): month
    for month, words in enumerate(
        (
            "يناير january jan",
            "فبراير february feb",
            "مارس march mar",
            "أبريل إبريل april apr",
            "مايو may",
            "يونيو يونيه june jun",
            "يوليو يوليه july jul",
            "أغسطس august aug",
            "سبتمبر september sep sept",
            "أكتوبر october oct",
            "نوفمبر november nov",
            "ديسمبر december dec",
        ),
        start=1,
    )
    for word in words.split()
}
_FIRST_YEAR = 1880
_LAST_YEAR = 2199
_EXCEL_DAY_0 = dt.date(1899, 12, 30)
_EXCEL_DAYS = range(3654, 73051)
"""1910-01-01 to 2099-12-31 as Excel counts days; smaller numbers are years, ages or counts."""


def parse_date(written: object, *, latest: dt.date | None = None) -> PartialDate | None:
    """The date that a person, a list or a spreadsheet means; day before month, as in Egypt.

    Understands 24/08/1959, ١٢-٥-١٩٩٨, 1998-05-12, 19980512, «12 مايو 1998», 5/1998, 1998, dates
    and datetimes of Excel, and its day numbers (as numbers, not as text). A two-digit year is the
    latest that is not after `latest`; without `latest` it is not understood. None when nothing, or
    nothing possible, is written, for a day after `latest`, and outside the years 1880-2199.
    """
    found = _of_value(written, latest)
    if found is None or not _FIRST_YEAR <= found.day.year <= _LAST_YEAR:
        return None
    return None if latest is not None and found.days[0] > latest else found


def find_date(text: str) -> PartialDate | None:
    """The first whole date inside a longer text, as in «اليوم: الخميس 15/10/2026»."""
    found = _WITHIN.search(_plain(text))
    return parse_date(found[0]) if found else None


def _of_value(value: object, latest: dt.date | None) -> PartialDate | None:
    match value:
        case dt.datetime():
            return PartialDate(value.date())
        case dt.date():
            return PartialDate(value)
        case bool():
            return None
        case int() | float():
            return _of_number(value)
        case str():
            return _of_text(_plain(value), latest)
    return None


def _of_number(number: float) -> PartialDate | None:
    if number in range(_FIRST_YEAR, _LAST_YEAR + 1):
        return _partial(int(number), 1, 1, Precision.YEAR)
    if _EXCEL_DAYS.start <= number < _EXCEL_DAYS.stop:  # its fraction is the time of day
        return PartialDate(_EXCEL_DAY_0 + dt.timedelta(days=int(number)))
    return _of_text(str(int(number)), None) if number == number // 1 else None


def _plain(text: str) -> str:
    text = _MARKS.sub("", to_ascii_digits(text)).strip()
    text = _TIME.sub("", text).removesuffix("م")  # ميلادية: of the common era
    return _BLANKS.sub(lambda blank: blank[1] or " ", text).strip()


def _of_text(text: str, latest: dt.date | None) -> PartialDate | None:
    if found := _DAY_FIRST.fullmatch(text):
        return _day_first(found, latest)
    if found := _YEAR_FIRST.fullmatch(text):
        if found[3] is None:
            return _partial(int(found[1]), int(found[2]), 1, Precision.MONTH)
        return _partial(int(found[1]), int(found[2]), int(found[3]))
    if found := _COMPACT.fullmatch(text):
        return _partial(int(found[1]), int(found[2]), int(found[3]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _partial(int(found[2]), int(found[1]), 1, Precision.MONTH)
    if _YEAR.fullmatch(text):
        return _partial(int(text), 1, 1, Precision.YEAR)
    return _named(text)


def _day_first(found: re.Match[str], latest: dt.date | None) -> PartialDate | None:
    day, month, year = int(found[1]), int(found[2]), int(found[3])
    if len(found[3]) == 4:
        return _partial(year, month, day)
    if latest is None:
        return None
    year += latest.year // 100 * 100
    whole = _partial(year, month, day)
    after = whole is not None and whole.day > latest
    return _partial(year - 100, month, day) if after else whole


def _named(text: str) -> PartialDate | None:
    found = _NAMED.fullmatch(text)
    month = _MONTHS.get(normalise(found[2])) if found else None
    if not found or month is None:
        return None
    if found[1] is None:
        return _partial(int(found[3]), month, 1, Precision.MONTH)
    return _partial(int(found[3]), month, int(found[1]))


def _partial(
    year: int, month: int, day: int, precision: Precision = Precision.DAY
) -> PartialDate | None:
    try:
        return PartialDate(dt.date(year, month, day), precision)
    except ValueError:
        return None


def _end_of_month(day: dt.date) -> dt.date:
    return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def _whole_years(birth: dt.date, on: dt.date) -> int:
    years = on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
    return max(0, years)
