import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.phone import Phone, PhoneWarning, read_phone

MOBILE = Phone("01071452117", mobile=True)


@pytest.mark.parametrize(
    "written",
    [
        "01071452117",
        "٠١٠٧١٤٥٢١١٧",
        "۰۱۰۷۱۴۵۲۱۱۷",
        "1071452117",
        "1071452117.0",
        "+201071452117",
        "00201071452117",
        "201071452117",
        "+20 10 7145 2117",
        "010-7145-2117",
        "(010) 71452117",
        " \u200e01071452117\u200f ",
        "01071452117 / 01071452117",
    ],
)
def test_one_mobile_in_many_hands(written: str) -> None:
    assert read_phone(written) == MOBILE


@pytest.mark.parametrize("prefix", ["010", "011", "012", "015"])
def test_every_egyptian_network(prefix: str) -> None:
    assert read_phone(f"{prefix}12345678") == Phone(f"{prefix}12345678", mobile=True)


@pytest.mark.parametrize("written", ["0932312345", "932312345", "+20932312345", "093 231 2345"])
def test_land_lines_keep_their_area(written: str) -> None:
    assert read_phone(written) == Phone("0932312345")


def test_numbers_from_abroad_keep_their_country() -> None:
    assert read_phone("+249 91 234 5678") == Phone("+249912345678", mobile=True)
    assert read_phone("00249912345678") == Phone("+249912345678", mobile=True)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("0107145211", "0107145211"),
        ("٠١٣٧١٤٥٢١١٧", "01371452117"),
        ("لا يوجد", "لا يوجد"),
        ("010714521171", "010714521171"),
        ("123", "123"),
        ("28203142633578", "28203142633578"),
        ("1-800-FLOWERS", "1-800-FLOWERS"),
    ],
)
def test_what_is_no_number_is_kept_with_a_warning(written: str, kept: str) -> None:
    assert read_phone(written) == Phone(kept, warnings=(PhoneWarning.INVALID,))


@pytest.mark.parametrize(
    "written",
    [
        "01071452117/01142884973",
        "01071452117 - 01142884973",
        "01071452117 01142884973",
        "01071452117، 01142884973",
        "01071452117 أو 01142884973",
        "01071452117 و01142884973",
        "1071452117\n1142884973",
    ],
)
def test_two_numbers_in_one_cell(written: str) -> None:
    expected = Phone("01071452117", True, (PhoneWarning.SEVERAL,), ("01142884973",))
    assert read_phone(written) == expected


def test_a_word_beside_the_number_does_not_hide_it() -> None:
    assert read_phone("01071452117 الابن") == MOBILE


@pytest.mark.parametrize("written", ["", "   ", "\u200f"])
def test_nothing_written_is_no_phone(written: str) -> None:
    assert read_phone(written) is None


@given(st.text(alphabet="0123456789", min_size=8, max_size=8), st.sampled_from("0125"))
def test_every_spelling_of_a_mobile_is_one(rest: str, network: str) -> None:
    number = f"1{network}{rest}"
    spellings = [number, f"0{number}", f"+20{number}", f"0020{number}", f"{number}.0"]
    assert {read_phone(spelling) for spelling in spellings} == {Phone(f"0{number}", mobile=True)}


@given(st.text(max_size=40))
def test_anything_written_is_read_or_kept(written: str) -> None:
    phone = read_phone(written)
    if phone is not None and PhoneWarning.INVALID not in phone.warnings:
        again = read_phone(phone.number)
        assert again is not None
        assert again.number == phone.number


def test_the_numbering_plans_are_not_loaded_at_start_up() -> None:
    check = "import sys, app.domain.phone; sys.exit('phonenumbers' in sys.modules)"
    subprocess.run([sys.executable, "-c", check], check=True)
