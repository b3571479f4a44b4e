import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.quantity import (
    LARGEST,
    ONE,
    UNITS,
    ParsedQuantity,
    Quantity,
    format_quantity,
    in_unit,
    parse_quantity,
    unit_of,
)


@pytest.mark.parametrize(
    ("written", "quantity", "unit"),
    [
        ("1", 1000, None),
        (2, 2000, None),
        (1.5, 1500, None),
        (0, 0, None),
        (0.1 + 0.2, 300, None),
        ("١ كجم", 1000, "كجم"),
        ("١٫٥ كجم", 1500, "كجم"),
        ("1كجم", 1000, "كجم"),
        ("كجم 1", 1000, "كجم"),
        ("نص كيلو", 500, "كيلو"),
        ("ربع كيلو", 250, "كيلو"),
        ("كيلو", 1000, "كيلو"),
        ("كيلو ونص", 1500, "كيلو"),
        ("2 ونصف كيلو", 2500, "كيلو"),
        ("اتنين كيلو و ربع", 2250, "كيلو"),
        ("1 و 1/2 كيلو", 1500, "كيلو"),
        ("اتنين كيلو وربع", 2250, "كيلو"),
        ("خمسة وعشرين", 25000, None),
        ("1/2 كيلو", 500, "كيلو"),
        ("1 1/2", 1500, None),
        ("½ كيلو", 500, "كيلو"),
        ("1½", 1500, None),
        ("1.5", 1500, None),
        ("1,5", 1500, None),
        ("1,500", 1_500_000, None),
        ("1,250.75", 1_250_750, None),
        ("١٬٢٥٠", 1_250_000, None),
        ("٢ بطانية", 2000, "بطانية"),
        ("عدد 3", 3000, None),
        ("العدد: ٣ كراتين", 3000, "كراتين"),
        ("2 كرتونة مواد غذائية", 2000, "كرتونة مواد غذائية"),
        ("2×", 2000, None),
        ("واحدة", 1000, None),
        ("0.0004", None, None),
        ("0.0006", 1, None),
    ],
)
def test_quantities_as_lists_write_them(
    written: str | float, quantity: int | None, unit: str | None
) -> None:
    expected = None if quantity is None else ParsedQuantity(Quantity(quantity), unit)
    assert parse_quantity(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "   ",
        "بطانية",
        "التوقيع",
        "-1",
        "−2 كيلو",
        "2-3",
        "=A1+2",
        "50%",
        "2 كرتونة 1 بطانية",
        "1 2",
        "15/10/2026",
        "1/10",
        "1.2.3",
        "28203142633578",
        28203142633578,
        -1,
        math.nan,
        math.inf,
        True,
        "واحد اتنين",
    ],
)
def test_what_is_not_one_quantity_is_not_guessed(written: str | float) -> None:
    assert parse_quantity(written) is None


def test_units_are_known_by_their_words() -> None:
    assert unit_of("كجم") == unit_of("كيلو جرام") == unit_of("KG") == "kg"
    assert unit_of("كرتونة مواد غذائية") == "box"
    assert unit_of("بطانية") is None


@pytest.mark.parametrize(
    ("written", "unit", "expected"),
    [
        ("2 بطانية", "piece", 2000),
        ("2 كرتونة", "piece", 2000),
        ("3", "kg", 3000),
        ("500 جرام", "kg", 500),
        ("نص كيلو", "gram", 500_000),
        ("2 كجم", "kg", 2000),
        ("2 كجم", "box", None),
        ("2 كرتونة", "kg", None),
    ],
)
def test_quantities_are_taken_in_the_items_unit(
    written: str, unit: str, expected: int | None
) -> None:
    parsed = parse_quantity(written)
    assert parsed is not None
    assert unit in UNITS
    assert in_unit(parsed, unit) == expected


@pytest.mark.parametrize(
    ("quantity", "text", "grouped"),
    [
        (0, "0", "0"),
        (1000, "1", "1"),
        (1500, "1.5", "1.5"),
        (-2000, "-2", "-2"),
        (-1, "-0.001", "-0.001"),
        (1_250_000, "1250", "1,250"),
        (1_234_567_890, "1234567.89", "1,234,567.89"),
    ],
)
def test_quantities_are_shown_without_needless_zeros(
    quantity: int, text: str, grouped: str
) -> None:
    assert format_quantity(Quantity(quantity)) == text
    assert format_quantity(Quantity(quantity), grouped=True) == grouped


@given(st.integers(0, LARGEST), st.booleans())
def test_what_is_shown_is_read_back(quantity: int, grouped: bool) -> None:
    shown = format_quantity(Quantity(quantity), grouped=grouped)
    assert parse_quantity(shown) == ParsedQuantity(Quantity(quantity), None)


@given(st.text(max_size=40) | st.floats() | st.integers())
def test_anything_written_is_read_or_left(written: str | float) -> None:
    parsed = parse_quantity(written)
    assert parsed is None or 0 <= parsed.quantity <= LARGEST


@given(st.integers(1, 999))
def test_one_is_a_thousand_parts(parts: int) -> None:
    parsed = parse_quantity(f"0.{parts:03d}")
    assert parsed is not None
    assert parsed.quantity * ONE == parts * 1000
