"""Foldings with one mistake each, of the kind that is easily made. The world must catch all."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from app.domain.journal.change import Change
from app.domain.journal.fold import FoldedRecord, fold, versions
from app.domain.journal.rights import Cause, Knowledge, Rights
from tests.domain.journal.memory import Folding, Store


class RightsAtImport(Folding):
    """Judges what arrives by the rights of that moment, and never again."""

    def __init__(self) -> None:
        self.noted: dict[bytes, Cause | None] = {}

    def arrive(self, store: Store, changes: Iterable[Change]) -> None:
        batch = list(changes)
        super().arrive(store, batch)
        rights = self.rights(store)
        for change in batch:
            self.noted.setdefault(change.hash, rights.judge(change))

    def judgements(self, store: Store) -> dict[bytes, Cause | None]:
        return {digest: self.noted.get(digest) for digest in store.journal}


class QuarantinedBaseMissing(Folding):
    """Takes a change that counts for nothing as one that is not there."""

    def table(self, changes: list[Change], skipped: set[bytes]) -> FoldedRecord:
        counting = [one for one in changes if one.hash not in skipped]
        return fold(counting) if counting else super().table(changes, skipped)


class TiesByArrival(Folding):
    """Of two changes of one version, the one that came later wins."""

    def table(self, changes: list[Change], skipped: set[bytes]) -> FoldedRecord:
        found = super().table(changes, skipped)
        known, fields = versions(changes), {}
        present = [one for one in changes if one.hash in known and one.hash not in skipped]
        for change in sorted(present, key=lambda one: known[one.hash]):
            fields.update(change.values)
        return replace(found, fields=fields)


class CutOffByNumber(Folding):
    """Ends a right at a number, whichever branch of a fork bears it."""

    def knowledge(self, store: Store) -> Knowledge:
        return replace(super().knowledge(store), chain_to=lambda *_: None)


class ErasureForgotten(Folding):
    """Erases what is there when the erasure comes; what is imported again has its content."""

    def arrive(self, store: Store, changes: Iterable[Change]) -> None:
        batch = list(changes)
        before = self.rights(store).erased
        super().arrive(store, batch)
        for change in batch:
            known = store.journal[change.hash]
            record = (change.record_type, change.record_id)
            if known.fields is None and change.fields is not None and record in before:
                store.journal[change.hash] = change


class WallClock(Folding):
    """The latest change wins, by the clock of its laptop."""

    def table(self, changes: list[Change], skipped: set[bytes]) -> FoldedRecord:
        found, fields = super().table(changes, skipped), {}
        known = versions(changes)
        for change in sorted(changes, key=lambda one: (one.recorded_at, one.hash)):
            if change.hash in known and change.hash not in skipped:
                fields.update(change.values)
        return replace(found, fields=fields)


class HeldDropped(Folding):
    """Leaves out what builds on something that is not here yet."""

    def arrive(self, store: Store, changes: Iterable[Change]) -> None:
        for change in changes:
            if all(digest in store.journal for digest in change.base):
                super().arrive(store, [change])


class RestoredOutlivesItsEnd(Folding):
    """Gives a restored laptop's new id rights that nobody ends."""

    def rights(self, store: Store) -> Rights:
        rights = super().rights(store)
        if not rights.introduced:
            return rights
        return _Lenient(**{name: getattr(rights, name) for name in rights.__dataclass_fields__})


class _Lenient(Rights):
    def _accepts(self, granted: object, change: Change) -> bool:
        if change.device_id in self.introduced:
            return True
        return super()._accepts(granted, change)


class TakenBackOnce(Folding):
    """Takes back what is here when the undoing comes, and not what comes of that piece later."""

    def __init__(self) -> None:
        self.stretches: dict[tuple[object, ...], frozenset[bytes]] = {}

    def knowledge(self, store: Store) -> Knowledge:
        return replace(super().knowledge(store), stretch=partial(self._once, store))

    def _once(self, store: Store, *stretch: object) -> frozenset[bytes]:
        if stretch not in self.stretches:
            self.stretches[stretch] = store.stretch(*stretch)
        return self.stretches[stretch]


BROKEN = (
    RightsAtImport,
    QuarantinedBaseMissing,
    TiesByArrival,
    CutOffByNumber,
    ErasureForgotten,
    WallClock,
    HeldDropped,
    RestoredOutlivesItsEnd,
    TakenBackOnce,
)
