"""The bytes of a change's fields: strict JSON, so that every laptop reads the same values."""

import json
from functools import lru_cache
from typing import NoReturn, cast

import orjson

from app.domain.journal.value import Fields, Value

MAX_BYTES = 1_000_000
MAX_DEPTH = 6
MAX_INTEGER = 2**53


class MalformedFields(ValueError):
    """The bytes are not the strict JSON of a change's fields."""


def encode_fields(values: Fields) -> bytes:
    """The bytes to write; keys sorted, so that the same values give the same bytes.

    Raises MalformedFields for what `decode_fields` would refuse to read back.
    """
    _check(values, MAX_DEPTH)
    data = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    if len(data) > MAX_BYTES:
        raise MalformedFields
    return data


def decode_fields(data: bytes) -> Fields:
    """The values; raises MalformedFields on anything but a flat-enough JSON object: duplicate
    names, floating numbers, NaN, huge integers, lone surrogates and deep nesting are refused,
    since other readers could read them differently."""
    if len(data) > MAX_BYTES:
        raise MalformedFields
    plain = _plainly_written(data)
    if plain is not None:
        return plain
    try:
        parsed = _DECODER.decode(data.decode("utf-8", "strict"))
    except (ValueError, RecursionError) as error:
        raise MalformedFields from error
    if not isinstance(parsed, dict):
        raise MalformedFields
    _check(parsed, MAX_DEPTH)
    return cast("Fields", parsed)


_SCALARS = frozenset({str, int, bool, type(None)})
_CANONICAL = orjson.OPT_SORT_KEYS | orjson.OPT_STRICT_INTEGER


def _plainly_written(data: bytes) -> Fields | None:
    """What nearly all changes hold, five times as fast: an object of short scalars, or of lists of
    them, written the one way in which `encode_fields` writes. Anything else is None, and looked at
    part by part: bytes that come out again as they went in hold no name twice and no odd number."""
    if b"\\u" in data:
        return None  # NUL, or half of a character
    try:
        parsed = orjson.loads(data)
        if type(parsed) is not dict or orjson.dumps(parsed, option=_CANONICAL) != data:
            return None
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return None
    kinds = set(map(type, parsed.values()))
    if kinds <= _SCALARS:
        return cast("Fields", parsed)
    lists = [value for value in parsed.values() if type(value) not in _SCALARS]
    return cast("Fields", parsed) if all(map(_is_plain_list, lists)) else None


def _is_plain_list(value: object) -> bool:
    """Whether a value is a list of scalars, or of objects of scalars (the lines of a hand-over)."""
    if type(value) is not list:
        return False
    kinds = set(map(type, value))
    if kinds == {dict}:
        return all(set(map(type, part.values())) <= _SCALARS for part in value)
    return kinds <= _SCALARS


@lru_cache(maxsize=4_096)
def shared_fields(data: bytes) -> Fields:
    """`decode_fields`, remembered for what is looked at twice while it arrives. The values are
    shared: nobody may alter them. Raises MalformedFields."""
    return decode_fields(data)


def value_key(value: Value) -> str:
    """A text equal for equal values only (True and 1 are equal in Python, not here)."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _check(value: object, depth: int) -> None:
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise MalformedFields
    elif isinstance(value, dict | list):
        if depth == 0:
            raise MalformedFields
        for part in value:
            _check(part, depth - 1)
        if isinstance(value, dict):
            if not all(isinstance(name, str) for name in value):
                raise MalformedFields
            for part in value.values():
                _check(part, depth - 1)
    elif value is not None:
        raise MalformedFields


def _check_text(text: str) -> None:
    if "\0" in text:
        raise MalformedFields
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise MalformedFields from error


def _refuse(_: str) -> NoReturn:
    raise MalformedFields


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise MalformedFields
    return result


_DECODER = json.JSONDecoder(
    parse_float=_refuse, parse_constant=_refuse, object_pairs_hook=_unique, strict=True
)
