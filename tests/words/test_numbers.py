"""Numbers keep their order in a right-to-left line, whatever digits they are written in."""

import pytest
from bidi import get_display

from app.words.numbers import in_digits, ltr, national_id_groups

CONTROLS = dict.fromkeys(map(ord, "\u200e\u2066\u2069"))


@pytest.mark.parametrize("digits", ["latn", "arab"])
@pytest.mark.parametrize(
    "number", ["961-0012-5", national_id_groups("29805120103456"), "22/11/2026", "-3.5", "+20 100"]
)
def test_groups_stand_in_their_order(number, digits) -> None:
    written = in_digits(number, digits)
    shown = get_display(f"رقم {ltr(written)} هنا", base_dir="R").translate(CONTROLS)
    assert written in shown


def test_nothing_stays_nothing() -> None:
    assert ltr("") == ""
