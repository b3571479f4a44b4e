"""What ends a right, and what is decided about changes that have none."""

from typing import Any

from sqlmodel import Field

from app.db.tables.replicated import Replicated, elements, lines


class Revocation(Replicated, table=True):
    """The end of the grant that the change `grant_hash` made. Each of `cut_offs`: device, seq and
    hash of the last change that is accepted; of devices not named, none is. `certificate` is the
    workspace key's signature, which alone ends what it certified."""

    __tablename__ = "revocation"

    grant_hash: str = Field(default="", index=True)
    cut_offs: tuple[dict[str, Any], ...] = lines()
    certificate: str = ""


class Release(Replicated, table=True):
    """A quarantined change that was looked at, and counts while this is active; its id is the
    change's hash. Where that is followed by `+waits`: what was said was taken back."""

    __tablename__ = "release"

    active: bool = False


class TakingBack(Replicated, table=True):
    """What was taken back: while it is active, none of the changes in `hashes` counts, nor any of
    `ranges`, each a piece of a chain: device, first number, and number and hash of the last."""

    __tablename__ = "taking_back"

    active: bool = False
    hashes: frozenset[str] = elements()
    ranges: tuple[dict[str, Any], ...] = lines()


class Erasure(Replicated, table=True):
    """People who asked to be forgotten: what the journal keeps of each of `records` ("type:id")
    loses its fields and salt, whatever arrives later. `certificate` is the workspace key's
    signature, without which it counts for nothing."""

    __tablename__ = "erasure"

    records: frozenset[str] = elements()
    reason: str = ""
    at: int = 0
    certificate: str = ""
