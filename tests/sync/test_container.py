"""The `.qafila` file: what went in comes out, and nothing that was touched on the way does."""

import io
import json
import random
from dataclasses import dataclass, field, replace

import pyrage
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.journal.change import GENESIS, Change, Writer, write_change
from app.domain.journal.heads import DeviceHeads, SignedHead
from app.errors import FileDamaged, FileForOthers, FileNewer, QafilaError
from app.keys import signing
from app.sync.change_line import MalformedLine, from_line, from_lines, to_line
from app.sync.container import read_container, write_container
from app.sync.manifest import Kind, Manifest

PRIVATE = bytes(range(32))
PUBLIC = signing.public_key(PRIVATE)
DEVICE = signing.device_id(PUBLIC)
IDENTITY = pyrage.x25519.Identity.generate()
TO_US = [str(IDENTITY.to_public())]
US = [str(IDENTITY)]


@dataclass
class Taken:
    """A sink that keeps everything."""

    manifests: list[Manifest] = field(default_factory=list)
    taken: list[Change] = field(default_factory=list)

    def manifest(self, manifest: Manifest) -> None:
        self.manifests.append(manifest)

    def changes(self, block: bytes) -> None:
        try:
            self.taken += from_lines(block)
        except MalformedLine as error:
            raise FileDamaged from error


def chain(count: int) -> list[Change]:
    changes: list[Change] = []
    head = GENESIS
    for seq in range(1, count + 1):
        change = write_change(
            Writer(DEVICE, "user", GENESIS),
            seq=seq,
            prev_hash=head,
            record_type="person",
            record_id=f"p{seq}",
            base=(),
            values={"name": f"سعيد {seq}"},
            salt=bytes(16),
            recorded_at=seq,
        )
        head = change.hash
        changes.append(change)
    return changes


def manifest(**overrides) -> Manifest:
    parts = {
        "kind": Kind.EXPORT,
        "workspace_id": "w",
        "origin": DEVICE,
        "app_version": "0.1.0",
        "made_at": 5,
        "heads": {DEVICE: DeviceHeads(PUBLIC, (SignedHead(3, b"\1" * 32, b"\2" * 64),))},
        "more": {"note": "x"},
    }
    return Manifest(**(parts | overrides))


def written(changes: list[Change], private: bytes = PRIVATE, **overrides) -> bytes:
    out = io.BytesIO()
    count = write_container(
        out, manifest(**overrides), changes, TO_US, lambda m: signing.sign(private, m)
    )
    assert count == len(changes)
    return out.getvalue()


def verify(device: str, message: bytes, signature: bytes) -> bool:
    return device == DEVICE and signing.verify(PUBLIC, message, signature)


def read(data: bytes, identities: list[str] = US) -> tuple[Manifest, list[Change]]:
    sink = Taken()
    return read_container(io.BytesIO(data), identities, sink, verify), sink.taken


def test_what_went_in_comes_out() -> None:
    changes = chain(5_000)
    found, taken = read(written(changes))
    assert taken == changes
    assert found == manifest()


def test_an_empty_file_is_a_file() -> None:
    assert read(written([]))[1] == []


def test_an_erased_change_travels_with_its_hash_only() -> None:
    erased = replace(chain(1)[0], fields=None, salt=None)
    assert from_line(to_line(erased)) == erased


def test_age_itself_opens_it() -> None:
    plain = (
        zstandard.ZstdDecompressor()
        .decompressobj()
        .decompress(pyrage.decrypt(written(chain(1)), [IDENTITY]))
    )
    first, _, end, rest = plain.split(b"\n")
    assert b'"kind":"export"' in first
    assert b'"end"' in end
    assert rest == b""


def test_others_cannot_read_it() -> None:
    with pytest.raises(FileForOthers):
        read(written(chain(2)), [str(pyrage.x25519.Identity.generate())])


def test_another_signer_is_damage() -> None:
    with pytest.raises(FileDamaged):
        read(written(chain(2), private=bytes(32)))


def test_a_newer_file_says_so() -> None:
    plain = b'{"format":2,"kind":"new"}\n{"end":{}}\n'
    data = pyrage.encrypt(zstandard.compress(plain), [IDENTITY.to_public()])
    with pytest.raises(FileNewer):
        read(data)


def test_cut_anywhere_it_is_damaged() -> None:
    data = written(chain(3))
    for length in range(len(data)):
        with pytest.raises(QafilaError):
            read(data[:length])


def test_any_altered_byte_shows() -> None:
    data = written(chain(3))
    chance = random.Random(1)
    for at in range(len(data)):
        altered = bytearray(data)
        altered[at] ^= 1 << chance.randrange(8)
        with pytest.raises(QafilaError):
            read(bytes(altered))


@pytest.mark.parametrize("data", [b"", b"x", b"age-encryption.org/v1\n", bytes(1000)])
def test_other_files_are_damage(data: bytes) -> None:
    with pytest.raises(FileDamaged):
        read(data)


def sealed(plain: bytes) -> bytes:
    return pyrage.encrypt(zstandard.compress(plain), [IDENTITY.to_public()])


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"\n",
        b"{}\n",
        b"[]\n[]\n",
        b'{"format":1}\n{"end":1}\n',
        b'{"format":true}\n{"end":1}\n',
        b"[" * 100_000 + b"\n\n",
        b"\xff\xfe\n\n",
    ],
)
def test_nonsense_inside_is_damage(plain: bytes) -> None:
    with pytest.raises(FileDamaged):
        read(sealed(plain))


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(1 << 28))
    with pytest.raises(FileDamaged):
        read(pyrage.encrypt(bomb, [IDENTITY.to_public()]))


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
@settings(max_examples=200)
def test_no_line_but_a_change_is_taken_for_one(line: bytes) -> None:
    with pytest.raises(MalformedLine):
        from_line(line)


@given(st.integers(0, 11), st.none() | st.booleans() | st.integers() | st.text() | st.just([1]))
@settings(max_examples=300)
def test_a_line_with_another_part_is_another_change_or_none(part: int, other: object) -> None:
    (change,) = chain(1)
    parts = json.loads(to_line(change))
    if parts[part] == other and type(parts[part]) is type(other):
        return
    parts[part] = other
    try:
        altered = from_line(json.dumps(parts).encode())
    except MalformedLine:
        return
    assert altered.hash != change.hash
