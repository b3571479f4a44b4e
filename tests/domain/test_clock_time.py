import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock_time import parse_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:30", dt.time(9, 30)),
        ("٩:٣٠", dt.time(9, 30)),
        ("٩٫٣٠", dt.time(9, 30)),
        ("0930", dt.time(9, 30)),
        ("930", dt.time(9, 30)),
        ("13.40", dt.time(13, 40)),
        ("9", dt.time(9)),
        ("1:40 م", dt.time(13, 40)),
        ("12 ص", dt.time(0)),
        ("12:05pm", dt.time(12, 5)),
    ],
)
def test_times_as_people_write_them(typed: str, meant: dt.time) -> None:
    assert parse_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "24:00", "9:75", "13 م", "0 ص", "ظهراً", "9:3", "12345"])
def test_what_is_no_time(typed: str) -> None:
    assert parse_time(typed) is None


@given(st.times())
def test_every_minute_is_read_back(when: dt.time) -> None:
    assert parse_time(f"{when:%H:%M}") == when.replace(second=0, microsecond=0)
