"""The file by which one organisation tells another whom it served: keyed digests, and no names.

age around zstd around one JSON document, whole in memory: a million digests are 22 MB. age proves
nothing about who wrote it; but only those who share the key know what to encrypt it to.
"""

import base64
import io
import json
from dataclasses import dataclass
from typing import Any, Final

import pyrage
import zstandard

from app.domain.given import DIGEST_BYTES, GivenElsewhere
from app.errors import FileDamaged, FileForOthers, FileNewer

FORMAT: Final = "qafila given"
VERSION: Final = 1
MAX_FILE_BYTES: Final = 128 << 20
_MAX_BYTES: Final = 128 << 20
_LEVEL: Final = 3


@dataclass(frozen=True)
class GivenFile:
    """What an organisation gave: digests by kind of aid and month. `organisation` is its own name
    for itself, `origin` the id of its workspace; `made_at` in milliseconds, UTC."""

    organisation: str
    origin: str
    made_at: int
    given: dict[GivenElsewhere, frozenset[bytes]]


def to_bytes(file: GivenFile, recipient: str) -> bytes:
    """The file, for the holders of the key behind `recipient` (age1…)."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "organisation": file.organisation,
        "origin": file.origin,
        "made_at": file.made_at,
        "given": [
            [one.kind, one.month, base64.b64encode(b"".join(sorted(who))).decode()]
            for one, who in sorted(file.given.items(), key=lambda entry: repr(entry[0]))
        ],
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    packed = zstandard.ZstdCompressor(level=_LEVEL).compress(text)
    return bytes(pyrage.encrypt(packed, [pyrage.x25519.Recipient.from_str(recipient)]))


def from_bytes(data: bytes, identities: list[str]) -> tuple[GivenFile, int]:
    """The file, and which of the identities opened it. Raises FileForOthers, FileDamaged,
    FileNewer."""
    for at, identity in enumerate(identities):
        try:
            packed = pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(identity)])
        except pyrage.DecryptError as error:
            if "matching" in str(error).lower():
                continue
            raise FileDamaged from error
        return _parsed(bytes(packed)), at
    raise FileForOthers


def _parsed(packed: bytes) -> GivenFile:
    try:
        with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(packed)) as reader:
            text = reader.read(_MAX_BYTES + 1)
        if len(text) > _MAX_BYTES:
            raise FileDamaged
        document: Any = json.loads(text)
        if document["format"] != FORMAT:
            raise FileDamaged
        if document["version"] != VERSION:
            raise FileNewer(found=int(document["version"]), known=VERSION)
        organisation = str(document["organisation"])
        return GivenFile(
            organisation,
            str(document["origin"]),
            int(document["made_at"]),
            {
                GivenElsewhere(str(kind), _month(month), organisation): _digests(digests)
                for kind, month, digests in document["given"]
            },
        )
    except (ValueError, TypeError, KeyError, RecursionError, zstandard.ZstdError) as error:
        raise FileDamaged from error


def _month(text: Any) -> str:
    year, _, month = str(text).partition("-")
    if len(year) != 4 or not 1 <= int(month) <= 12:
        raise ValueError
    return f"{int(year):04}-{int(month):02}"


def _digests(text: str) -> frozenset[bytes]:
    data = base64.b64decode(text, validate=True)
    if len(data) % DIGEST_BYTES:
        raise ValueError
    return frozenset(
        data[start : start + DIGEST_BYTES] for start in range(0, len(data), DIGEST_BYTES)
    )
