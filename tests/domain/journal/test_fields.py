"""The quick way to read a change's fields takes nothing that the strict way refuses or reads
otherwise."""

import json
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.journal import fields
from app.domain.journal.fields import MalformedFields, decode_fields, encode_fields

scalars = st.one_of(
    st.text(max_size=4),
    st.booleans(),
    st.none(),
    st.integers(-(2**60), 2**60),
    st.floats(),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)
objects = st.dictionaries(st.text(max_size=4), values, max_size=4)


def outcome(data: bytes) -> Any:
    try:
        return decode_fields(data)
    except MalformedFields:
        return MalformedFields


def strictly(data: bytes) -> Any:
    with patch.object(fields, "_plainly_written", lambda _: None):
        return outcome(data)


def written(value: Any, *, blanks: bool, ascii_only: bool, ordered: bool) -> bytes:
    separators = None if blanks else (",", ":")
    text = json.dumps(value, ensure_ascii=ascii_only, separators=separators, sort_keys=ordered)
    return text.encode("utf-8", "surrogatepass")


@given(objects, st.booleans(), st.booleans(), st.booleans())
def test_both_ways_agree_however_it_was_written(
    value: Any, blanks: bool, ascii_only: bool, ordered: bool
) -> None:
    data = written(value, blanks=blanks, ascii_only=ascii_only, ordered=ordered)
    assert json.dumps(str(outcome(data))) == json.dumps(str(strictly(data)))


@given(st.binary(max_size=30))
def test_both_ways_agree_on_any_bytes(data: bytes) -> None:
    assert outcome(data) == strictly(data)


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1,"a":1}',
        b'{"a":1.0}',
        b'{"a":[1.5]}',
        b'{"a":[{"b":1e3}]}',
        b'{"a":9007199254740993}',
        b'{"a":"\\u0000"}',
        b'{"a":"\\ud800"}',
        b'{"a":{"b":{"c":{"d":{"e":{"f":{"g":1}}}}}}}',
        b"[1]",
        b"",
    ],
)
def test_what_others_could_read_otherwise_is_refused(data: bytes) -> None:
    assert outcome(data) is MalformedFields


@given(st.dictionaries(st.text("abأ", max_size=3), st.one_of(st.integers(0, 9), st.text("xyج"))))
def test_what_is_written_here_takes_the_quick_way(value: Any) -> None:
    data = encode_fields(value)
    assert fields._plainly_written(data) == value
