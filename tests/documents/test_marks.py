"""Vowel signs stand over or under their own letter, clear of it and of each other."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.documents import fonts
from app.documents.arabic import line
from app.documents.blocks import Sheet, Style, Text
from app.documents.fonts import Family
from tests.documents.samples import page_images, text_of

BOTH = pytest.mark.parametrize("family", [fonts.NASKH, fonts.PLEX], ids=["naskh", "plex"])


def marks_of(text: str, family: Family) -> dict[str, tuple[float, float]]:
    drawn = line(text, fonts.ready(family).regular, "R")
    return {mark.drawn: (mark.across, mark.up) for mark in drawn.marks}


@BOTH
def test_a_sign_over_a_hamza_is_raised_above_it(family: Family) -> None:
    plain, hamza = marks_of("رُ", family), marks_of("أُ", family)
    assert hamza["\u064f"][1] > plain["\u064f"][1]


@BOTH
def test_a_vowel_stands_above_the_shadda_and_kasra_below_the_letter(family: Family) -> None:
    above = marks_of("دَّ", family)
    below = marks_of("دِّ", family)
    assert above["\u064e"][1] > marks_of("دَ", family)["\u064e"][1]
    assert below["\u0650"][1] <= 0


@BOTH
def test_each_sign_is_at_its_own_letter(family: Family) -> None:
    first, last = marks_of("مُحمد", family)["\u064f"], marks_of("محمدُ", family)["\u064f"]
    assert first[0] > last[0] + 0.5


@BOTH
def test_signs_take_no_room_and_a_sign_alone_does_no_harm(family: Family) -> None:
    font = fonts.ready(family).regular
    assert line("محمّد", font, "R").width == pytest.approx(line("محمد", font, "R").width)
    assert line("ُ", font, "R").width == 0
    assert line("ُ محمد", font, "R").marks


def drawn(text: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(200, 60))
    Text(text, Style(fonts.ready(fonts.NASKH).regular, 24, "R")).draw(
        Sheet(canvas, "R"), 10, 50, 180
    )
    canvas.save()
    return out.getvalue()


def test_signs_are_seen_once_and_found_among_their_letters() -> None:
    with_sign, without = drawn("مُرَتّب"), drawn("مرتب")
    assert "مُرَتّب" in text_of(with_sign)
    assert top_of(with_sign) < top_of(without), "the fatha stands above the letters"


def top_of(pdf: bytes) -> int:
    """The first row of pixels with ink, from above."""
    box = page_images(pdf)[0].point(lambda grey: 255 - grey).getbbox()
    assert box is not None
    return box[1]
