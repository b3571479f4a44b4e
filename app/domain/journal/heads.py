"""The ends of chains as their devices sign them.

Each change names the hash of the one before it, so a signature over the last one vouches for all
that lead to it. A device's id is the fingerprint of its key: heads need no other introduction.
"""

from dataclasses import dataclass

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

    def take(self, change: Change) -> None:
        """The next change. Raises BrokenChain."""
        device_id, seq, _ = self._last
        place = (change.device_id, change.seq, change.hash)
        if place <= self._last:
            raise BrokenChain
        if change.device_id != device_id or change.seq > seq + 1:
            self.finish()
        elif change.seq == seq + 1:
            self._close(self._parents)
            self._parents, self._level = self._level, {}
        if change.prev_hash in self._parents:
            self._parents[change.prev_hash] = True
        self._level[change.hash] = False
        self._last = place

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
