"""The ends of chains as their devices sign them.

Each change names the hash of the one before it, so a signature over the last one vouches for all
that lead to it. A device's id is the fingerprint of its key: heads need no other introduction.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.journal.change import Change

CONTEXT = "qafila head 1"


@dataclass(frozen=True, slots=True)
class SignedHead:
    """The end of a device's chain as that device signed it."""

    seq: int
    hash: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class DeviceHeads:
    """The signed ends of one device's chain: one, but for gaps and forks."""

    public_key: bytes
    heads: tuple[SignedHead, ...] = ()


def head_text(device_id: str, seq: int, digest: bytes) -> bytes:
    """What a device signs to vouch for its chain up to a change."""
    return f"{CONTEXT}\n{device_id}\n{seq}\n{digest.hex()}".encode()


class BrokenChain(ValueError):
    """A change that no signed head vouches for, or one out of order."""


class Piece(NamedTuple):
    """Changes of one device of which each names the one before it, from number `seq` to `last_seq`
    (often the same), known by the first and the last."""

    device_id: str
    seq: int
    prev_hash: bytes
    hash: bytes
    last_seq: int
    last_hash: bytes


def pieces(changes: Iterable[Change]) -> list[Piece]:
    """The changes, in the order given, as the fewest pieces."""
    found: list[Piece] = []
    first = last = None
    for change in changes:
        if (
            last is None
            or change.prev_hash != last.hash
            or change.seq != last.seq + 1
            or change.device_id != last.device_id
        ):
            found += _piece(first, last)
            first = change
        last = change
    return found + _piece(first, last)


def _piece(first: Change | None, last: Change | None) -> list[Piece]:
    if first is None or last is None:
        return []
    begin = (first.device_id, first.seq, first.prev_hash, first.hash)
    return [Piece(*begin, last.seq, last.hash)]


class ChainCheck:
    """Follows the chains of a file while it streams by, in memory that does not grow with it.

    Changes come in the order `(device_id, seq, hash)`, each once. Every change that none follows
    must be a signed head; numbers may be missing (a gap) or used twice (a fork).
    """

    def __init__(self, heads: dict[str, DeviceHeads]) -> None:
        self._ends = {
            (device_id, head.hash) for device_id, known in heads.items() for head in known.heads
        }
        self._last = ("", 0, b"")
        self._parents: dict[bytes, bool] = {}
        """The changes of the number before, and whether one follows."""
        self._level: dict[bytes, bool] = {}
        """Those of the last number."""

    def take(self, piece: Piece) -> None:
        """The next changes. Raises BrokenChain."""
        device_id, seq, _ = self._last
        if (piece.device_id, piece.seq, piece.hash) <= self._last:
            raise BrokenChain
        if piece.device_id != device_id or piece.seq > seq + 1:
            self.finish()
        elif piece.seq == seq + 1:
            self._close(self._parents)
            self._parents, self._level = self._level, {}
        if piece.prev_hash in self._parents:
            self._parents[piece.prev_hash] = True
        self._level[piece.hash] = False
        self._last = (piece.device_id, piece.last_seq, piece.last_hash)
        if piece.last_seq > piece.seq:
            self._run_through(piece)

    def _run_through(self, piece: Piece) -> None:
        """To the end of a piece of several changes, each followed but the last. Before that, a
        change beside the first can only be followed beside the second."""
        self._close(self._parents)
        self._level[piece.hash] = True
        if piece.last_seq == piece.seq + 1:
            self._parents = self._level
        else:
            self._close(self._level)
            self._parents = {}
        self._level = {piece.last_hash: False}

    def finish(self) -> None:
        """After the last change. Raises BrokenChain."""
        self._close(self._parents)
        self._close(self._level)
        self._parents, self._level = {}, {}

    def _close(self, level: dict[bytes, bool]) -> None:
        device_id = self._last[0]
        for digest, followed in level.items():
            if not followed and (device_id, digest) not in self._ends:
                raise BrokenChain
