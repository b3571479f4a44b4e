"""Files of every kind, harmed at every place: whatever was touched is refused, and said to be."""

import json
from collections.abc import Iterator
from hashlib import sha256

import pyrage
import pytest
import zstandard

from app.errors import FileDamaged, QafilaError
from app.keys import signing
from app.sync.container import SIGNED
from app.sync.manifest import Kind
from tests.sync.test_container import IDENTITY, PRIVATE, chain, read, written

KINDS = list(Kind)


def file_of(kind: Kind) -> bytes:
    return written([] if kind is Kind.SERVED else chain(3), kind=kind)


def bits(data: bytes, step: int) -> Iterator[bytes]:
    """The file with one bit flipped, every `step`th of them."""
    for bit in range(0, 8 * len(data), step):
        altered = bytearray(data)
        altered[bit // 8] ^= 1 << bit % 8
        yield bytes(altered)


def assert_none_is_taken(harmed: Iterator[bytes]) -> None:
    tried = 0
    for data in harmed:
        tried += 1
        with pytest.raises(QafilaError):
            read(data)
    assert tried


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "step",
    [pytest.param(61, id="sample"), pytest.param(1, id="long", marks=pytest.mark.long)],
)
def test_a_flipped_bit_shows(kind: Kind, step: int) -> None:
    assert_none_is_taken(bits(file_of(kind), step))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "step",
    [pytest.param(13, id="sample"), pytest.param(1, id="long", marks=pytest.mark.long)],
)
def test_a_cut_shows(kind: Kind, step: int) -> None:
    data = file_of(kind)
    assert_none_is_taken(data[:length] for length in range(0, len(data), step))


@pytest.mark.parametrize("kind", KINDS)
def test_parts_that_are_swapped_dropped_repeated_or_appended_show(kind: Kind) -> None:
    data = file_of(kind)
    size = len(data) // 7
    parts = [data[at : at + size] for at in range(0, len(data), size)]

    def harmed() -> Iterator[bytes]:
        for at in range(len(parts)):
            yield b"".join(parts[:at] + parts[at + 1 :])
            yield b"".join([*parts[: at + 1], *parts[at:]])
            for other in range(at):
                swapped = list(parts)
                swapped[at], swapped[other] = swapped[other], swapped[at]
                if swapped != parts:
                    yield b"".join(swapped)
        for more in (b"\0", b"x" * 100, data):
            yield data + more

    assert_none_is_taken(harmed())


def lines_of(data: bytes) -> list[bytes]:
    inside = pyrage.decrypt(data, [IDENTITY])
    return zstandard.ZstdDecompressor().decompressobj().decompress(inside).split(b"\n")[:-1]


def resealed(lines: list[bytes]) -> bytes:
    """Encrypted anew, as anybody can who knows for whom."""
    plain = b"".join(line + b"\n" for line in lines)
    return pyrage.encrypt(zstandard.compress(plain), [IDENTITY.to_public()])


def test_lines_that_are_swapped_dropped_repeated_or_appended_show() -> None:
    lines = lines_of(file_of(Kind.EXPORT))

    def harmed() -> Iterator[bytes]:
        for at in range(len(lines)):
            yield resealed(lines[:at] + lines[at + 1 :])
            yield resealed([*lines[: at + 1], *lines[at:]])
            for other in range(at):
                swapped = list(lines)
                swapped[at], swapped[other] = swapped[other], swapped[at]
                yield resealed(swapped)
        yield resealed([*lines, b""])
        yield resealed([*lines, lines[1]])

    assert_none_is_taken(harmed())


def signed_with(fields: str) -> bytes:
    """A file that its laptop signed, with these bytes for a change's fields."""
    manifest, line, *_ = lines_of(file_of(Kind.EXPORT))
    parts = json.loads(line)
    parts[8] = fields
    body = b"".join(one + b"\n" for one in (manifest, json.dumps(parts).encode()))
    signature = signing.sign(PRIVATE, SIGNED + sha256(body).digest())
    end = {"end": {"changes": 1, "signature": signature.hex()}}
    return resealed([*body.split(b"\n")[:-1], json.dumps(end).encode()])


def test_the_laptops_own_signature_is_not_enough_for_plain_fields_only() -> None:
    assert read(signed_with('{"name":"x"}'))[1][0].values == {"name": "x"}


@pytest.mark.parametrize(
    "fields",
    [
        "",
        "[]",
        '"x"',
        "null",
        '{"n":NaN}',
        '{"n":Infinity}',
        '{"n":-Infinity}',
        '{"n":1.5}',
        '{"n":1e400}',
        '{"n":9007199254740993}',
        '{"n":' + "9" * 5_000 + "}",
        '{"n":"\\u0000"}',
        '{"n":"\\ud800"}',
        '{"n\\udfff":1}',
        '{"n":1,"n":2}',
        '{"n":' + "[" * 7 + "]" * 7 + "}",
        '{"n":' + "[" * 50_000 + "]" * 50_000 + "}",
        '{"n":"' + "x" * 1_000_001 + '"}',
        '{"n":1} {"n":2}',
        "{'n':1}",
        '{"n":1,}',
    ],
    ids=lambda text: text[:24],
)
def test_values_that_others_could_read_differently_are_refused(fields: str) -> None:
    with pytest.raises(FileDamaged):
        read(signed_with(fields))
