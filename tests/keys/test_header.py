"""The header opens with its passphrase or the recovery key, whole or not at all."""

import base64
import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.errors import HeaderDamaged, StoreReadOnly, WrongPassphrase, WrongRecoveryKey
from app.keys import header as module
from app.keys.header import (
    Header,
    make_header,
    open_with_passphrase,
    open_with_recovery,
    parse_header,
    read_header,
    recipient_of,
    write_header,
)
from app.keys.recovery import RecoveryKey
from tests.support.sources import seeded_sources
from tests.support.stores import cheap_derivation

STORE_KEY = bytes(range(32))
PASSPHRASE = "قافلة الخير ٢٠٢٥"
RECOVERY = RecoveryKey(b"\5" * 16)


@pytest.fixture(scope="module")
def header() -> Header:
    with cheap_derivation():
        return make_header(
            STORE_KEY, PASSPHRASE, recipient_of(RECOVERY), seeded_sources().random_bytes
        )


@pytest.fixture
def path(header: Header, tmp_path: Path) -> Path:
    write_header(tmp_path / "header.json", header)
    return tmp_path / "header.json"


def test_what_is_written_is_read(header: Header, path: Path) -> None:
    assert read_header(path) == header


def test_the_passphrase_and_the_recovery_key_open_the_same_key(path: Path) -> None:
    found = read_header(path)
    assert open_with_passphrase(found, PASSPHRASE) == STORE_KEY
    assert open_with_recovery(found, RECOVERY) == STORE_KEY


def test_the_store_key_stands_nowhere_in_the_file(path: Path) -> None:
    data = path.read_bytes()
    for form in (STORE_KEY, STORE_KEY.hex().encode(), base64.b64encode(STORE_KEY)):
        assert form not in data


@pytest.mark.parametrize("wrong", ["", "قافلة الخير ٢٠٢٦", PASSPHRASE + " ", "\udcff", "a\0b"])
def test_another_passphrase_opens_nothing(path: Path, wrong: str) -> None:
    with pytest.raises(WrongPassphrase):
        open_with_passphrase(read_header(path), wrong)


def test_another_workspaces_recovery_key_opens_nothing(path: Path) -> None:
    with pytest.raises(WrongRecoveryKey):
        open_with_recovery(read_header(path), RecoveryKey(b"\6" * 16))


def test_two_headers_of_one_key_share_no_secret(header: Header) -> None:
    with cheap_derivation():
        other = make_header(
            STORE_KEY, PASSPHRASE, header.recovery_recipient, seeded_sources(9).random_bytes
        )
    assert other.derivation.salt != header.derivation.salt
    assert other.nonce != header.nonce
    assert other.for_passphrase != header.for_passphrase


# Damage


def test_every_flipped_bit_is_damage(path: Path) -> None:
    whole = path.read_bytes()
    for position in range(len(whole)):
        for bit in range(8):
            assert_damaged(flipped(whole, position, 1 << bit))
        assert_damaged(flipped(whole, position, 0xFF))


def test_every_truncation_is_damage(path: Path) -> None:
    whole = path.read_bytes()
    for length in range(len(whole)):
        assert_damaged(whole[:length])


def test_any_changed_byte_is_damage_or_changes_nothing(path: Path, header: Header) -> None:
    """A byte between the values may become another kind of blank; nothing else may pass."""
    whole = path.read_bytes()
    chance = random.Random(1)
    for position in range(len(whole)):
        data = bytearray(whole)
        data[position] = chance.randrange(256)
        try:
            found = parse_header(bytes(data))
        except HeaderDamaged:
            continue
        assert found == header
        assert bytes(data).split() == whole.split()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"check": 1}',
        b"[" * 60_000,
        b'{"a":' * 10_000,
        b"\xff\xfe",
        b"\0" * 5_000,
    ],
)
def test_what_is_no_header_at_all_is_damage(data: bytes) -> None:
    assert_damaged(data)


def test_only_the_first_part_of_an_endless_file_is_read(path: Path, header: Header) -> None:
    path.write_bytes(path.read_bytes() + b" " * 200_000 + b"x")
    assert read_header(path) == header
    path.write_bytes(b" " * 200_000 + path.read_bytes())
    with pytest.raises(HeaderDamaged):
        read_header(path)


def test_two_headers_in_one_file_are_damage(path: Path) -> None:
    assert_damaged(path.read_bytes() * 2)


def test_a_header_that_is_missing_or_a_folder_is_damage(tmp_path: Path) -> None:
    with pytest.raises(HeaderDamaged):
        read_header(tmp_path / "header.json")
    (tmp_path / "header.json").mkdir()
    with pytest.raises(HeaderDamaged):
        read_header(tmp_path / "header.json")


def test_a_header_that_may_not_be_read_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StoreReadOnly):
        read_header(path)


HOSTILE: list[tuple[str, Any]] = [
    ("format", 2),
    ("passes", 0),
    ("passes", 2**31),
    ("memory_kib", 7),
    ("memory_kib", 2**31),
    ("lanes", 0),
    ("lanes", 255),
    ("salt", "AAAA"),
    ("nonce", "AAAA"),
    ("nonce", "not base64"),
    ("for_passphrase", ""),
    ("for_recovery", 5),
    ("passes", None),
    ("passes", []),
]


@pytest.mark.parametrize(("name", "value"), HOSTILE)
def test_a_header_made_to_exhaust_or_confuse_is_damage(path: Path, name: str, value: Any) -> None:
    """Its check is right: somebody meant it."""
    body = json.loads(path.read_bytes())
    body.pop("check")
    body[name] = value
    body["check"] = module._digest(body)
    assert_damaged(json.dumps(body).encode())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda header: replace(header, for_recovery=b"age-encryption.org/v1\n"),
        lambda header: replace(header, for_recovery=b""),
        lambda header: replace(header, for_recovery=b"\xff" * 200),
    ],
)
def test_a_spoilt_recovery_wrap_opens_nothing(
    header: Header, spoil: Callable[[Header], Header]
) -> None:
    with pytest.raises(WrongRecoveryKey):
        open_with_recovery(spoil(header), RECOVERY)


# Replacing it


def test_an_interrupted_replacement_leaves_the_header_before(
    path: Path, header: Header, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        write_header(path, replace(header, nonce=bytes(12)))
    assert read_header(path) == header
    assert [file.name for file in path.parent.iterdir()] == ["header.json"]


def assert_damaged(data: bytes) -> None:
    with pytest.raises(HeaderDamaged):
        parse_header(data)


def flipped(data: bytes, position: int, bits: int) -> bytes:
    copy = bytearray(data)
    copy[position] ^= bits
    return bytes(copy)
