"""The fold: from the changes of one record, in any order and however often, to its fields.

The order is `(version, device_id, seq, hash)`, where `version` is 1 + the highest version in
`base`; no clock takes part. A change whose base is not here yet is *held*. A *skipped* change
(quarantined, taken back), or one whose content was erased, counts for `base` and `version` and sets
nothing; nor does one that only *stands in* for an original that is here. A field *conflicts* while
its unsuperseded writers differ: the fold still picks one, and all candidates stay visible.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from app.domain.journal.change import Change
from app.domain.journal.fields import value_key
from app.domain.journal.stand_in import stands_in
from app.domain.journal.value import Fields, Value


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of the values that a field in conflict could have, and the change that wrote it."""

    value: Value
    change: bytes


@dataclass(frozen=True, slots=True)
class FoldedRecord:
    """A record as its changes leave it. `exists` is False while every change is held or skipped."""

    exists: bool
    fields: Fields
    conflicts: dict[str, tuple[Candidate, ...]]
    heads: tuple[bytes, ...]
    version: int
    held: tuple[bytes, ...]


Preference = Callable[[str, Value], bool]
"""Whether a value of a field wins a conflict whatever the order (a withdrawal of consent does)."""


def no_preference(_field: str, _value: Value) -> bool:
    """The order alone decides."""
    return False


def versions(changes: Iterable[Change]) -> dict[bytes, int]:
    """The version of every change whose base, and the bases of that, are all here."""
    waiting = {change.hash: change for change in changes}
    known: dict[bytes, int] = {}
    children: dict[bytes, list[bytes]] = {}
    missing: dict[bytes, int] = {}
    ready = []
    for change in waiting.values():
        missing[change.hash] = len(change.base)
        for parent in change.base:
            children.setdefault(parent, []).append(change.hash)
        if not change.base:
            ready.append(change.hash)
    while ready:
        digest = ready.pop()
        known[digest] = 1 + max((known[parent] for parent in waiting[digest].base), default=0)
        for child in children.get(digest, ()):
            missing[child] -= 1
            if missing[child] == 0:
                ready.append(child)
    return known


def fold(
    changes: Iterable[Change],
    skipped: Collection[bytes] = frozenset(),
    prefers: Preference = no_preference,
) -> FoldedRecord:
    """The record that `changes` (all of one record) make."""
    unique = {change.hash: change for change in changes}
    known = versions(unique.values())
    present = sorted(
        (change for change in unique.values() if change.hash in known),
        key=lambda change: (known[change.hash], change.device_id, change.seq, change.hash),
    )
    superseded_heads = {parent for change in present for parent in change.base}
    active = _without_stand_ins(
        [one for one in present if one.hash not in skipped and one.fields is not None]
    )
    fields: Fields = {}
    writers: dict[str, list[tuple[Change, Value]]] = {}
    for change in active:
        for name, value in change.values.items():
            fields[name] = value
            writers.setdefault(name, []).append((change, value))
    conflicts = _conflicts(writers, present)
    for name, candidates in conflicts.items():
        preferred = [item.value for item in candidates if prefers(name, item.value)]
        if preferred:
            fields[name] = preferred[-1]
    return FoldedRecord(
        exists=bool(active),
        fields=fields,
        conflicts=conflicts,
        heads=tuple(
            sorted(change.hash for change in present if change.hash not in superseded_heads)
        ),
        version=max(known.values(), default=0),
        held=tuple(sorted(digest for digest in unique if digest not in known)),
    )


def _without_stand_ins(active: list[Change]) -> list[Change]:
    """What was written down again from a receipt gives way to the original, whatever came first."""
    if any(not change.base and not stands_in(change) for change in active):
        return [change for change in active if not stands_in(change)]
    return active


def _conflicts(
    writers: dict[str, list[tuple[Change, Value]]], present: list[Change]
) -> dict[str, tuple[Candidate, ...]]:
    """Per field, the values of its unsuperseded writers where they differ, in fold order."""
    disputed = {
        name: found
        for name, found in writers.items()
        if len({value_key(value) for _, value in found}) > 1
    }
    if not disputed:
        return {}
    place = {change.hash: number for number, change in enumerate(present)}
    ancestors = _ancestors(present, place)
    result = {}
    for name, found in disputed.items():
        superseded = 0
        for change, _ in found:
            superseded |= ancestors[place[change.hash]]
        standing = [
            (change, value) for change, value in found if not superseded >> place[change.hash] & 1
        ]
        if len({value_key(value) for _, value in standing}) > 1:
            result[name] = tuple(Candidate(value, change.hash) for change, value in standing)
    return result


def _ancestors(present: list[Change], place: dict[bytes, int]) -> list[int]:
    """All changes that each change, in fold order, has seen: one bit for each place, so that a
    record with thousands of changes still fits in memory."""
    seen: list[int] = []
    for change in present:
        bits = 0
        for parent in change.base:
            bits |= seen[place[parent]] | 1 << place[parent]
        seen.append(bits)
    return seen
