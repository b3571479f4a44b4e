from datetime import timedelta, timezone

import pytest

from app.words import dates
from app.words.catalog import Words
from app.words.numbers import ltr, national_id_groups

ARABIC = Words("ar", "arab")
ENGLISH = Words("en")
CAIRO_WINTER = timezone(timedelta(hours=2))
INSTANT = 1_795_347_600_000  # 2026-11-22 11:40 UTC


def test_days_as_people_say_them():
    assert dates.long_day(ARABIC, "2026-11-22") == "الأحد ٢٢ نوفمبر ٢٠٢٦"
    assert dates.day(Words("ar"), "2026-08-05") == "5 أغسطس 2026"
    assert dates.day(ENGLISH, "2026-11-22") == "22 Nov 2026"
    assert dates.long_day(ENGLISH, "2026-11-27") == "Friday 27 Nov 2026"


def test_a_day_in_digits_stays_left_to_right():
    assert dates.numeric_day(ARABIC, "2026-01-05") == ltr("٠٥/٠١/٢٠٢٦")


def test_no_day_is_an_error():
    with pytest.raises(ValueError, match="month"):
        dates.day(ENGLISH, "2026-13-01")


@pytest.mark.parametrize(
    ("minutes", "arabic", "english"),
    [
        (0, "١:٤٠ م", "13:40"),
        (-13 * 60 - 40, "١٢:٠٠ ص", "00:00"),
        (-100, "١٢:٠٠ م", "12:00"),
        (-110, "١١:٥٠ ص", "11:50"),
    ],
)
def test_times_of_day(minutes, arabic, english):
    instant = INSTANT + minutes * 60_000
    clock, half = arabic.split()
    assert dates.time(ARABIC, instant, CAIRO_WINTER) == f"{ltr(clock)} {half}"
    assert dates.time(ENGLISH, instant, CAIRO_WINTER) == english


def test_a_moment_is_the_day_of_its_zone():
    late = INSTANT + 11 * 3_600_000
    assert dates.moment(ENGLISH, late, CAIRO_WINTER) == "23 Nov 2026, 00:40"


def test_a_national_id_is_read_in_groups():
    assert national_id_groups("29805120103456") == "2 980512 01 03456"
    assert national_id_groups("A123") == "A123"
