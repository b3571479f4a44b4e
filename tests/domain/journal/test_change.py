"""A change is its hash: no part of it can be altered unnoticed."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.journal.change import (
    GENESIS,
    Change,
    MalformedChange,
    Writer,
    check_shape,
    is_authentic,
    write_change,
)
from app.domain.journal.fields import MalformedFields, decode_fields, encode_fields

WRITER = Writer("a" * 32, "user-1", b"\7" * 32)

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)


def change(**overrides) -> Change:
    parts = {
        "seq": 1,
        "prev_hash": GENESIS,
        "record_type": "person",
        "record_id": "p1",
        "base": [b"\2" * 32, b"\1" * 32],
        "values": {"name": "سعيد"},
        "salt": b"\3" * 16,
        "recorded_at": 5,
    }
    return write_change(WRITER, **(parts | overrides))


def test_a_written_change_is_authentic_and_its_base_is_in_order() -> None:
    written = change()
    assert is_authentic(written)
    assert written.base == (b"\1" * 32, b"\2" * 32)
    assert written.values == {"name": "سعيد"}


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ("device_id", "b" * 32),
        ("seq", 2),
        ("prev_hash", b"\1" * 32),
        ("record_type", "household"),
        ("record_id", "p2"),
        ("base", (b"\1" * 32,)),
        ("payload_hash", b"\1" * 32),
        ("salt", b"\4" * 16),
        ("fields", b'{"name":"x"}'),
        ("actor", "user-2"),
        ("grant", b"\1" * 32),
        ("recorded_at", 6),
        ("hash", b"\1" * 32),
    ],
)
def test_altering_any_part_shows(part: str, other: object) -> None:
    assert not is_authentic(replace(change(), **{part: other}))


def test_every_part_is_covered_by_the_test_above() -> None:
    assert len(fields(Change)) == 13


def test_an_erased_change_still_verifies() -> None:
    erased = replace(change(), fields=None, salt=None)
    assert is_authentic(erased)
    assert erased.values == {}


@pytest.mark.parametrize(
    "overrides",
    [
        {"record_type": "per\nson"},
        {"record_id": "a\nb"},
        {"record_id": ""},
        {"seq": 0},
        {"base": [b"short"]},
        {"prev_hash": b""},
        {"recorded_at": 2**60},
    ],
)
def test_parts_that_could_confuse_the_header_are_refused(overrides: dict[str, object]) -> None:
    with pytest.raises(MalformedChange):
        change(**overrides)


def test_half_an_erasure_is_malformed() -> None:
    with pytest.raises(MalformedChange):
        check_shape(replace(change(), salt=None))


@given(st.dictionaries(st.text(st.characters(codec="utf-8", exclude_characters="\0")), values))
def test_fields_come_back_as_they_were(found) -> None:
    assert decode_fields(encode_fields(found)) == found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b'{"a":1.5}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b'{"a":1,"a":2}',
        b'{"a":99999999999999999999}',
        b'{"a":"\\ud800"}',
        b'{"a":"\\u0000"}',
        b'{"a":"\xff"}',
        b'{"a":' + b"[" * 50 + b"]" * 50 + b"}",
        b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"a":"' + b"x" * 1_000_001 + b'"}',
        b'{"a":1',
    ],
)
def test_bytes_that_readers_could_disagree_on_are_refused(data: bytes) -> None:
    with pytest.raises(MalformedFields):
        decode_fields(data)


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        float("nan"),
        2**53 + 1,
        "a\0b",
        "\ud800",
        [[[[[[[1]]]]]]],
        {1: "a"},
        "x" * 1_000_001,
        b"bytes",
        frozenset({"a"}),
    ],
)
def test_what_could_not_be_read_back_is_never_written(value) -> None:
    with pytest.raises(MalformedFields):
        change(values={"name": value})
