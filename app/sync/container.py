"""The `.qafila` container: age around zstd around lines, written and read as streams.

Line 1 is the manifest, then one line a change, then the end: how many changes there were, and the
origin's signature over every byte before. Until that signature was checked, nothing that was read
may count; the caller reads inside a transaction and lets an exception undo it.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO, Protocol

import pyrage
import zstandard

from app.domain.journal.change import Change
from app.errors import FileDamaged, FileForOthers
from app.sync.change_line import MAX_LINE_BYTES, to_line
from app.sync.manifest import MAX_BYTES, Manifest, from_json, to_json

SIGNED = b"qafila file 1\n"
_LEVEL = 3
_BLOCK_LINES = 2_000
_BLOCK_BYTES = 4 << 20
_STEP = 512
"""Compressed bytes at a time; they stand for 16 MB of zeros at most."""
_WINDOW = 1 << 23
"""Bytes of memory that a file may ask of its reader to decompress it."""


class Sink(Protocol):
    """What reads a file, part by part, in their order."""

    def manifest(self, manifest: Manifest) -> None:
        """Called first."""

    def changes(self, block: bytes) -> None:
        """Called with the lines of all changes, some at a time, each with its end. Raises
        FileDamaged where one is no change."""


def write_container(
    out: BinaryIO,
    manifest: Manifest,
    changes: Iterable[Change],
    recipients: list[str],
    sign: Callable[[bytes], bytes],
) -> int:
    """Writes a file for the holders of `recipients` (age public keys); returns how many changes it
    holds. `sign` is the origin's."""
    lines = _Lines(manifest, changes, sign)
    keys = [pyrage.x25519.Recipient.from_str(one) for one in recipients]
    pyrage.encrypt_io(_Reader(_compressed(lines)), out, keys)
    return lines.count


def read_container(
    source: BinaryIO,
    identities: list[str],
    sink: Sink,
    verify: Callable[[str, bytes, bytes], bool],
) -> Manifest:
    """Reads a file into `sink` and returns its manifest once all of it was checked.

    `verify(device_id, message, signature)` may ask what the sink has taken in so far. Raises
    FileForOthers (none of the identities opens it), FileDamaged (cut, altered, or signed by
    nobody known), FileNewer; what was given to the sink before counts for nothing then.
    """
    keys = [pyrage.x25519.Identity.from_str(one) for one in identities]
    parser = _Parser(sink)
    try:
        pyrage.decrypt_io(source, parser, keys)
        return parser.finish(verify)
    except (pyrage.DecryptError, OSError) as error:
        if parser.failure is not None:
            raise parser.failure from error
        if isinstance(error, OSError) and error.errno is not None:
            raise  # the stick, not the file
        if "matching" in str(error).lower():
            raise FileForOthers from error
        raise FileDamaged from error


@dataclass
class _Lines:
    """The plain bytes of a file, made while they are read."""

    manifest: Manifest
    source: Iterable[Change]
    sign: Callable[[bytes], bytes]
    count: int = 0

    def __iter__(self) -> Iterator[bytes]:
        digest = sha256()
        first = to_json(self.manifest) + b"\n"
        digest.update(first)
        yield first
        for change in self.source:
            line = to_line(change) + b"\n"
            digest.update(line)
            self.count += 1
            yield line
        signature = self.sign(SIGNED + digest.digest())
        end = {"changes": self.count, "signature": signature.hex()}
        yield json.dumps({"end": end}, separators=(",", ":")).encode() + b"\n"


def _compressed(lines: Iterable[bytes]) -> Iterator[bytes]:
    compressor = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compressobj()
    for line in lines:
        if data := compressor.compress(line):
            yield data
    yield compressor.flush()


class _Reader:
    """A stream of chunks as the file object that age reads from."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes; empty at the end."""
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._rest = chunk
        taken, self._rest = self._rest[:size], self._rest[size:]
        return taken


class _Parser:
    """What age writes its plain bytes into: decompresses, cuts into lines, tells the sink."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._zstd = zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()
        self._digest = sha256()
        self._rest = b""
        self._lines: list[bytes] = []
        """Those not yet told; the last may be the end of the file."""
        self._bytes = 0
        self._manifest: Manifest | None = None
        self._count = 0
        self.failure: Exception | None = None

    def write(self, data: bytes) -> int:
        """Called by age; what goes wrong here is kept, since age would only say that it failed."""
        try:
            # In small steps: a few bytes may stand for a gigabyte.
            for start in range(0, len(data), _STEP):
                self._take(self._zstd.decompress(data[start : start + _STEP]))
        except Exception as error:
            self.failure = FileDamaged() if isinstance(error, zstandard.ZstdError) else error
            raise
        return len(data)

    def flush(self) -> None:
        """Nothing is held back that age could flush."""

    def finish(self, verify: Callable[[str, bytes, bytes], bool]) -> Manifest:
        """The manifest, once the end says that nothing is missing and the origin signed it."""
        if self._manifest is None or not self._lines or self._rest:
            raise FileDamaged
        self._tell()
        try:
            end = json.loads(self._lines[0])["end"]
            count, signature = end["changes"], bytes.fromhex(end["signature"])
        except (ValueError, TypeError, KeyError) as error:
            raise FileDamaged from error
        if count != self._count:
            raise FileDamaged
        if not verify(self._manifest.origin, SIGNED + self._digest.digest(), signature):
            raise FileDamaged
        return self._manifest

    def _take(self, data: bytes) -> None:
        *lines, self._rest = (self._rest + data).split(b"\n")
        limit = MAX_BYTES if self._manifest is None else MAX_LINE_BYTES
        if len(self._rest) > limit:
            raise FileDamaged
        self._lines += lines
        self._bytes += len(data)
        if self._manifest is None and len(self._lines) > 1:
            self._begin(self._lines.pop(0))
        if len(self._lines) > _BLOCK_LINES or self._bytes >= _BLOCK_BYTES:
            self._tell()

    def _begin(self, line: bytes) -> None:
        self._digest.update(line + b"\n")
        self._manifest = from_json(line)
        self._sink.manifest(self._manifest)

    def _tell(self) -> None:
        """All lines of which it is known that they are not the end."""
        *told, last = self._lines or [b""]
        self._bytes = 0
        if told:
            block = b"\n".join(told) + b"\n"
            self._lines = [last]
            self._count += len(told)
            self._digest.update(block)
            self._sink.changes(block)
