"""The streaming check of chains: what a signed head vouches for, and what none does."""

import random
import tracemalloc
from collections.abc import Iterable, Iterator

import pytest

from app.domain.journal.change import GENESIS, Change, Writer, write_change
from app.domain.journal.heads import BrokenChain, ChainCheck, DeviceHeads, SignedHead

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
    for change in changes:
        follows.take(change)
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
        follows.take(change)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    follows.finish()
    assert peak < 100_000
