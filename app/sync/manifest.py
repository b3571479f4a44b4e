"""What a `.qafila` file says of itself before its changes: who made it, when, what it covers."""

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.domain.journal.heads import DeviceHeads, SignedHead
from app.domain.journal.value import Fields
from app.errors import FileDamaged, FileNewer

FORMAT = 1
MAX_BYTES = 32_000_000
"""A manifest grows with the number of laptops, never with that of changes."""


class Kind(StrEnum):
    """The four kinds of file."""

    EXPORT = "export"
    UPDATE = "update"
    PACK = "pack"
    SERVED = "served"


@dataclass(frozen=True)
class Manifest:
    """`heads` are, by device, the key and the signed ends of every chain in the file, the origin's
    among them; `more` is what a kind adds (a pack's keys, an update's acknowledgements)."""

    kind: Kind
    workspace_id: str
    origin: str
    app_version: str
    made_at: int
    heads: dict[str, DeviceHeads]
    more: Fields = field(default_factory=dict)


def to_json(manifest: Manifest) -> bytes:
    """The first line of a file, without its end."""
    body: dict[str, Any] = {
        "format": FORMAT,
        "kind": manifest.kind.value,
        "workspace": manifest.workspace_id,
        "origin": manifest.origin,
        "app": manifest.app_version,
        "made_at": manifest.made_at,
        "heads": {
            device: [
                known.public_key.hex(),
                [[head.seq, head.hash.hex(), head.signature.hex()] for head in known.heads],
            ]
            for device, known in sorted(manifest.heads.items())
        },
        "more": manifest.more,
    }
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def from_json(line: bytes) -> Manifest:
    """Raises FileNewer, or FileDamaged if it is no manifest."""
    try:
        body = json.loads(line)
        found = body["format"]
        if type(found) is int and found > FORMAT:
            raise FileNewer(found=found, known=FORMAT)
        heads = {
            str(device): DeviceHeads(
                bytes.fromhex(key),
                tuple(
                    SignedHead(int(seq), bytes.fromhex(digest), bytes.fromhex(signature))
                    for seq, digest, signature in listed
                ),
            )
            for device, (key, listed) in body["heads"].items()
        }
        more = body["more"]
        if found != FORMAT or not isinstance(more, dict):
            raise FileDamaged
        return Manifest(
            Kind(body["kind"]),
            str(body["workspace"]),
            str(body["origin"]),
            str(body["app"]),
            int(body["made_at"]),
            heads,
            more,
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise FileDamaged from error
