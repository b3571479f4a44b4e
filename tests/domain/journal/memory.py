"""Stores as plain dictionaries, judged and folded by the app's own domain: quick enough to try
thousands of histories. `Folding` is what a store makes of its journal; broken ones derive from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256

from app.domain.journal.change import GENESIS, Change, Writer, is_authentic, write_change
from app.domain.journal.fold import FoldedRecord, fold
from app.domain.journal.introduction import introducer
from app.domain.journal.own_void import is_own_void
from app.domain.journal.preferences import preference_of
from app.domain.journal.resolve_rights import resolve_rights
from app.domain.journal.rights import SAFETY, Cause, Knowledge, Rights

SIGNED = "signed with the workspace key"
Record = tuple[str, str]


def certified(change: Change) -> bool:
    """Signatures are words here; what a word stands for is tested elsewhere."""
    if change.record_type == "device":
        by = introducer(change)
        listed = change.values.get("introduction")
        return by is not None and isinstance(listed, list) and listed[0]["signature"] == f"by {by}"
    return change.values.get("certificate") == SIGNED


class Folding:
    """The right one: everything follows from the set of changes."""

    def arrive(self, store: "Store", changes: Iterable[Change]) -> None:
        """Takes changes in: appended, filled in, erased."""
        for change in changes:
            known = store.journal.get(change.hash)
            if known is None or (known.fields is None and change.fields is not None):
                assert is_authentic(change)
                store.journal[change.hash] = change
        erased = self.rights(store).erased
        for change in list(store.journal.values()):
            if change.fields is not None and (change.record_type, change.record_id) in erased:
                store.journal[change.hash] = replace(change, fields=None, salt=None)

    def knowledge(self, store: "Store") -> Knowledge:
        return Knowledge(certified, store.chain_to, store.is_own_today, store.stretch)

    def rights(self, store: "Store") -> Rights:
        safety = [one for one in store.journal.values() if one.record_type in SAFETY]
        return resolve_rights(safety, self.knowledge(store))

    def judgements(self, store: "Store") -> dict[bytes, Cause | None]:
        rights = self.rights(store)
        return {digest: rights.judge(change) for digest, change in store.journal.items()}

    def table(self, changes: list[Change], skipped: set[bytes]) -> FoldedRecord:
        return fold(changes, skipped, preference_of(changes[0].record_type))


@dataclass
class Store:
    """One laptop: what it has heard of, in the order in which it did, and where its chain ends."""

    device_id: str
    folding: Folding
    actor: str = ""
    grant: bytes = GENESIS
    journal: dict[bytes, Change] = field(default_factory=dict)
    seq: int = 0
    head: bytes = GENESIS

    def write(
        self, record: Record, values: dict[str, object], clock: int = 0, *, founding: bool = False
    ) -> Change:
        """A change on everything that is known of the record here."""
        salt = sha256(f"{self.device_id}{self.seq}{len(self.journal)}".encode()).digest()[:16]
        change = write_change(
            Writer(self.device_id, "" if founding else self.actor, GENESIS)
            if founding
            else Writer(self.device_id, self.actor, self.grant),
            seq=self.seq + 1,
            prev_hash=self.head,
            record_type=record[0],
            record_id=record[1],
            base=fold(self.changes_of(record)).heads,
            values=values,
            salt=salt,
            recorded_at=clock,
        )
        self.seq, self.head = change.seq, change.hash
        self.folding.arrive(self, [change])
        return change

    def changes_of(self, record: Record) -> list[Change]:
        return [one for one in self.journal.values() if (one.record_type, one.record_id) == record]

    def tables(self) -> dict[Record, FoldedRecord]:
        """Every record as it stands here."""
        judged = self.folding.judgements(self)
        skipped = {digest for digest, cause in judged.items() if cause is not None}
        records: dict[Record, list[Change]] = {}
        for change in self.journal.values():
            records.setdefault((change.record_type, change.record_id), []).append(change)
        return {record: self.folding.table(changes, skipped) for record, changes in records.items()}

    def chain_head(self, device_id: str) -> tuple[int, bytes]:
        """The end of a chain as known here; of several, what came last."""
        found = [one for one in self.journal.values() if one.device_id == device_id]
        last = max(found, key=lambda one: one.seq, default=None)
        return (last.seq, last.hash) if last else (0, GENESIS)

    def chain_to(self, device_id: str, digest: bytes) -> frozenset[bytes] | None:
        found = set()
        while (change := self.journal.get(digest)) is not None and change.device_id == device_id:
            found.add(digest)
            digest = change.prev_hash
        return frozenset(found) if found and digest == GENESIS else None

    def stretch(self, device_id: str, first: int, last: int, digest: bytes) -> frozenset[bytes]:
        found = set()
        while (change := self.journal.get(digest)) is not None and change.device_id == device_id:
            if change.seq < first:
                break
            found.add(digest)
            digest = change.prev_hash
        return frozenset(found)

    def is_own_today(self, change: Change) -> bool:
        return is_own_void(change, self.changes_of((change.record_type, change.record_id)))

    def copy(self) -> "Store":
        """A backup."""
        return replace(self, journal=dict(self.journal))
