"""The streaming check of chains: what a signed head vouches for, and what none does."""

import random
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from app.domain.journal.change import GENESIS, Change, Writer, write_change
from app.domain.journal.heads import (
    BrokenChain,
    ChainCheck,
    DeviceHeads,
    Piece,
    SignedHead,
    pieces,
)

A, B = "a" * 32, "b" * 32


def chain(device: str, count: int, start: int = 1, prev: bytes = GENESIS) -> Iterator[Change]:
    for seq in range(start, start + count):
        change = write_change(
            Writer(device, "u", GENESIS),
            seq=seq,
            prev_hash=prev,
            record_type="person",
            record_id=f"p{seq}",
            base=(),
            values={"name": device},
            salt=bytes(16),
            recorded_at=0,
        )
        prev = change.hash
        yield change


def heads(*ends: Change) -> dict[str, DeviceHeads]:
    found: dict[str, DeviceHeads] = {}
    for end in ends:
        before = found.get(end.device_id, DeviceHeads(b"")).heads
        head = SignedHead(end.seq, end.hash, b"")
        found[end.device_id] = DeviceHeads(b"", (*before, head))
    return found


def check(changes: Iterable[Change], *ends: Change) -> None:
    follows = ChainCheck(heads(*ends))
    for piece in pieces(changes):
        follows.take(piece)
    follows.finish()


def ordered(changes: Iterable[Change]) -> list[Change]:
    return sorted(changes, key=lambda one: (one.device_id, one.seq, one.hash))


def test_whole_chains_parts_gaps_and_forks_pass_where_every_end_is_signed() -> None:
    a, b = list(chain(A, 9)), list(chain(B, 3))
    check([], a[8])
    check([*a, *b], a[8], b[2])
    check(a[4:], a[8])
    check([*a[:3], *a[6:]], a[2], a[8])
    branch = list(chain(A, 3, 6, a[4].hash))
    shorter = write_change(
        Writer(A, "other", GENESIS),
        seq=6,
        prev_hash=a[4].hash,
        record_type="person",
        record_id="x",
        base=(),
        values={},
        salt=bytes(16),
        recorded_at=0,
    )
    check(ordered({*a, *branch, shorter}), a[8], branch[-1], shorter)


def test_pieces_are_as_good_as_single_changes() -> None:
    """Parts of two chains with a fork and any ends signed: both ways pass, or both refuse."""
    a, b = list(chain(A, 6)), list(chain(B, 3))
    branch = [
        replace(one, hash=bytes([number]) * 32, prev_hash=a[2].hash if not number else prev)
        for number, (one, prev) in enumerate(zip(a[3:5], [b"", bytes(32)], strict=True))
    ]
    chance = random.Random(5)
    passed = 0
    for _ in range(4_000):
        part = [one for one in ordered([*a, *b, *branch]) if chance.random() < 0.8]
        followed = {one.prev_hash for one in part}
        signed = [one for one in part if one.hash not in followed or chance.random() < 0.1]
        if signed and chance.random() < 0.5:
            signed.remove(chance.choice(signed))
        at_once = holds(pieces(part), signed)
        assert at_once == holds([one for change in part for one in pieces([change])], signed)
        passed += at_once
    assert 400 < passed < 3_600
    assert len(pieces([*a, *b])) == 2


def holds(found: list[Piece], signed: list[Change]) -> bool:
    follows = ChainCheck(heads(*signed))
    try:
        for piece in found:
            follows.take(piece)
        follows.finish()
    except BrokenChain:
        return False
    return True


def test_an_end_that_nobody_signed_is_refused() -> None:
    a, b = list(chain(A, 9)), list(chain(B, 3))
    for changes, ends in (
        (a, ()),
        (a, (a[7],)),
        ([*a, *b], (a[8],)),
        ([*a[:3], *a[6:]], (a[8],)),
        ([*a[:8]], (a[8],)),
    ):
        with pytest.raises(BrokenChain):
            check(changes, *ends)


def test_an_order_of_its_own_or_a_repeat_is_refused() -> None:
    a, b = list(chain(A, 5)), list(chain(B, 2))
    chance = random.Random(3)
    for _ in range(20):
        shuffled = [*a, *b]
        chance.shuffle(shuffled)
        if shuffled != [*a, *b]:
            with pytest.raises(BrokenChain):
                check(shuffled, a[4], b[1])
    with pytest.raises(BrokenChain):
        check([*a[:3], a[2], *a[3:]], a[4])


def test_memory_does_not_grow_with_the_chain() -> None:
    (last,) = list(chain(A, 5_000))[-1:]
    follows = ChainCheck(heads(last))
    tracemalloc.start()
    for change in chain(A, 5_000):
        for piece in pieces([change]):
            follows.take(piece)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    follows.finish()
    assert peak < 100_000
