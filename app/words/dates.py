"""Days and times as people say them: الأحد ٢٢ نوفمبر ٢٠٢٦, 22 Nov 2026.

Days are ISO text (`YYYY-MM-DD`), instants milliseconds since 1970 UTC, both as they are stored.
"""

from datetime import UTC, date, datetime, tzinfo
from typing import Final

from app.domain.dates import PartialDate, Precision
from app.words.catalog import Marked, Words, marked
from app.words.numbers import in_digits, ltr

_MONTHS: Final[tuple[Marked, ...]] = (
    marked("Dates", "Jan"),
    marked("Dates", "Feb"),
    marked("Dates", "Mar"),
    marked("Dates", "Apr"),
    marked("Dates", "May"),
    marked("Dates", "Jun"),
    marked("Dates", "Jul"),
    marked("Dates", "Aug"),
    marked("Dates", "Sep"),
    marked("Dates", "Oct"),
    marked("Dates", "Nov"),
    marked("Dates", "Dec"),
)
_WEEKDAYS: Final[tuple[Marked, ...]] = (
    marked("Dates", "Monday"),
    marked("Dates", "Tuesday"),
    marked("Dates", "Wednesday"),
    marked("Dates", "Thursday"),
    marked("Dates", "Friday"),
    marked("Dates", "Saturday"),
    marked("Dates", "Sunday"),
)


def day(words: Words, iso: str) -> str:
    """22 Nov 2026. Raises ValueError when `iso` is no day."""
    when = date.fromisoformat(iso)
    return words.translate(
        "Dates",
        "{day} {month} {year}",
        day=when.day,
        month=words.of(_MONTHS[when.month - 1]),
        year=in_digits(str(when.year), words.digits),
    )


def long_day(words: Words, iso: str) -> str:
    """Sunday 22 Nov 2026. Raises ValueError when `iso` is no day."""
    weekday = words.of(_WEEKDAYS[date.fromisoformat(iso).weekday()])
    return words.translate("Dates", "{weekday} {date}", weekday=weekday, date=day(words, iso))


def partial_day(words: Words, when: PartialDate) -> str:
    """A birth date as far as it is known: 22 Nov 1980, Nov 1980, 1980, about 1980."""
    year = in_digits(str(when.day.year), words.digits)
    match when.precision:
        case Precision.DAY:
            return day(words, when.day.isoformat())
        case Precision.MONTH:
            month = words.of(_MONTHS[when.day.month - 1])
            return words.translate("Dates", "{month} {year}", month=month, year=year)
        case Precision.YEAR:
            return year
        case Precision.AGE:
            return words.translate("Dates", "about {year}", year=year)


def numeric_day(words: Words, iso: str) -> str:
    """22/11/2026, for narrow columns; always left to right. Raises ValueError for no day."""
    when = date.fromisoformat(iso)
    return ltr(in_digits(f"{when.day:02}/{when.month:02}/{when.year}", words.digits))


def time(words: Words, instant: int, zone: tzinfo | None = None) -> str:
    """The time of day at `zone` (the laptop's own when none is given): 13:40, or ١:٤٠ م."""
    local = _local(instant, zone)
    if words.language == "en":
        return f"{local:%H:%M}"
    clock = ltr(in_digits(f"{local.hour % 12 or 12}:{local:%M}", words.digits))
    if local.hour < 12:
        return words.translate("Dates", "{time} am", time=clock)
    return words.translate("Dates", "{time} pm", time=clock)


def moment(words: Words, instant: int, zone: tzinfo | None = None) -> str:
    """The day and the time: 22 Nov 2026, 13:40."""
    return words.translate(
        "Dates",
        "{date}, {time}",
        date=day(words, _local(instant, zone).date().isoformat()),
        time=time(words, instant, zone),
    )


def _local(instant: int, zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(instant / 1000, tz=UTC).astimezone(zone)
