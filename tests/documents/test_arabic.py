"""Lines of Arabic: Unicode's own test of ordering, and wrapping before ordering."""

import lzma
from collections.abc import Iterator
from pathlib import Path

import pytest
from bidi.mirror import MIRRORED
from hypothesis import given
from hypothesis import strategies as st

from app.documents import fonts
from app.documents.arabic import code, line, ordered, wrapped
from app.words.numbers import isolated, ltr

FONT = fonts.ready(fonts.NASKH).regular
CASES = Path(__file__).parents[1] / "data" / "unicode" / "BidiCharacterTest-15.0.0.txt.xz"
INVISIBLE = dict.fromkeys(
    map(ord, "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff")
)


def unicode_cases() -> Iterator[tuple[str, bool, str]]:
    """Text, whether its paragraph is right to left, and how it stands from left to right."""
    for case in lzma.decompress(CASES.read_bytes()).decode("utf-8").splitlines():
        if not case or case.startswith("#"):
            continue
        codes, _, paragraph, levels, order = case.split(";")
        characters = [chr(int(each, 16)) for each in codes.split()]
        odd = [level != "x" and int(level) % 2 == 1 for level in levels.split()]
        shown = [
            MIRRORED.get(characters[at], characters[at]) if odd[at] else characters[at]
            for at in map(int, order.split())
        ]
        yield "".join(characters), paragraph == "1", "".join(shown)


def test_all_of_unicodes_bidi_character_test() -> None:
    count = 0
    for text, right_to_left, expected in unicode_cases():
        shown = ordered(text, "R" if right_to_left else "L")
        assert shown.translate(INVISIBLE) == expected.translate(INVISIBLE), ascii(text)
        count += 1
    assert count == 91_707


def drawn(text: str, base: str = "R") -> str:
    return line(text, FONT, "R" if base == "R" else "L").drawn


def test_letters_join_and_run_from_the_right() -> None:
    assert drawn("علي") == "\ufef2\ufee0\ufecb"
    assert drawn("لا") == "\ufefb"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(ب)", "(\u0628)"),
        ("ب (UNICEF) د", "\u062f (UNICEF) \u0628"),
        ("Ali (ب)", "(\u0628) Ali"),
        ("«ب» [د] <و>", "<\u0648> [\u062f] «\u0628»"),
    ],
)
def test_brackets_open_and_close_the_right_way(text: str, expected: str) -> None:
    assert drawn(text) == expected


def test_days_phones_and_codes_stay_as_written() -> None:
    assert drawn(f"د {ltr('2026-11-22')}") == "2026-11-22 \u062f"
    assert drawn(f"د {ltr('+20 100 123 4567')}") == "+20 100 123 4567 \u062f"
    assert drawn(f"د {code('٩٥٧-٠١٢٨-٨')}") == "٩٥٧-٠١٢٨-٨ \u062f"
    assert drawn("د 2026-11-22") == "22-11-2026 \u062f", "without an isolate it is turned round"


def test_a_latin_name_does_not_turn_its_neighbours_round() -> None:
    shown = drawn(f"د · {isolated('Save the Children (UK)')} · و")
    assert shown == "\u0648 · Save the Children (UK) · \u062f"


def test_an_english_document_stays_left_to_right() -> None:
    assert drawn("ب Food (box)", "L") == "\u0628 Food (box)"


def test_marks_stay_with_their_letters_and_joining_is_not_broken_by_them() -> None:
    shown = drawn("محمّد")
    assert shown.replace("\u0651", "") == drawn("محمد")
    assert "\u0651" in shown


def test_no_control_character_is_drawn() -> None:
    hidden = "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\ufeff\u00ad"
    assert drawn(f"{hidden}ب{hidden}") == "\u0628"
    assert drawn("a\tb\x00c\x1bd", "L") == "a b c d"


def test_a_letter_that_the_font_lacks_leaves_a_trace() -> None:
    assert drawn("Li 李", "L") == "Li ?"


def test_a_paragraph_is_wrapped_before_its_lines_are_turned_round() -> None:
    text = "هذه المساعدة مجانية ولا يحق لأحد طلب أي مقابل لها"
    lines = wrapped(text, FONT, "R", 8)
    assert len(lines) > 2
    assert lines[0].drawn.split(" ")[-1] == drawn("هذه")
    assert lines[-1].drawn.split(" ")[0] == drawn("لها")
    assert [word for each in lines for word in reversed(each.drawn.split(" "))] == [
        drawn(word) for word in text.split(" ")
    ]


@given(st.text(alphabet="ابتمحل لا (٣4) abc\u2066\u2069", max_size=80), st.floats(1.5, 30))
def test_no_line_is_wider_than_its_column_and_nothing_is_lost(text: str, width: float) -> None:
    lines = wrapped(text, FONT, "R", width)
    assert all(each.width <= width + 1e-6 or len(each.drawn) == 1 for each in lines)
    kept = sorted("".join(each.drawn for each in lines).replace(" ", ""))
    whole = [fonts.letters(ord(each)) for each in kept]
    expected = text.translate(INVISIBLE).replace(" ", "")
    assert len("".join(whole)) == len(expected)


def test_line_breaks_in_the_text_are_kept() -> None:
    assert [each.drawn for each in wrapped("a\nb\r\nc", FONT, "L", 50)] == ["a", "b", "c"]
    assert [each.drawn for each in wrapped("", FONT, "L", 50)] == [""]


def test_an_isolate_that_is_broken_goes_on_in_the_next_line() -> None:
    name = "International Federation of Red Cross and Red Crescent Societies"
    lines = wrapped(f"د · {isolated(name)} · و", FONT, "R", 12)
    assert len(lines) > 2
    assert all(not each.drawn.startswith(" ") for each in lines)
    words = [word for each in lines for word in each.drawn.split(" ") if word.isascii()]
    assert sorted(words) == sorted(name.split(" "))
    assert lines[1].drawn in name
