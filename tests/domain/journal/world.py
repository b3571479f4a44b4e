"""A workspace of two or three coordinators and four laptops, and everything that can befall it."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.journal.change import GENESIS, Change
from app.domain.journal.erasure import ERASABLE
from app.domain.journal.introduction import origins
from app.domain.journal.rights import SAFETY
from tests.domain.journal.memory import SIGNED, Folding, Record, Store

TEN_YEARS = 10 * 365 * 24 * 3_600_000
CLOCKS = (-TEN_YEARS, 0, 1, TEN_YEARS)
ROLES = ("volunteer", "volunteer", "supervisor", "volunteer")
DAY = "2025-11-22"
EDITED: tuple[Record, ...] = (("household", "h1"), ("household", "h2"), ("person", "p1"))
VALUES = ("", "a", "b", "c")


@dataclass(frozen=True)
class Ended:
    """What an ending was meant to keep: by the grant, the changes known to whoever ended it."""

    grant: bytes
    subject: tuple[str, str]
    accepted: frozenset[bytes]


@dataclass
class World:
    """`archive` is every change as it was written, on sticks that come back at any time."""

    folding: type[Folding]
    coordinators: list[Store] = field(default_factory=list)
    laptops: list[Store] = field(default_factory=list)
    archive: dict[bytes, Change] = field(default_factory=dict)
    backups: dict[int, Store] = field(default_factory=dict)
    ended: dict[bytes, Ended] = field(default_factory=dict)
    erased: dict[bytes, Record] = field(default_factory=dict)
    grants: dict[str, bytes] = field(default_factory=dict)
    number: int = 0

    def found(self, coordinators: int) -> None:
        """The workspace, its coordinators by the workspace key, and four laptops of the first."""
        first = self._store("c0", "nadia")
        self._wrote(first.write(("workspace", "w"), {"name": "w"}, founding=True))
        self.coordinators = [first]
        self._let_in(first, first, "coordinator", founding=True)
        for number in range(1, coordinators):
            other = self._store(f"c{number}", f"coordinator {number}".replace(" ", "-"))
            self._let_in(first, other, "coordinator")
            self.coordinators.append(other)
        for number, role in enumerate(ROLES):
            laptop = self._store(f"{number}a", f"volunteer-{number}")
            self._let_in(first, laptop, role)
            self.laptops.append(laptop)
        for store in self.everybody[1:]:
            store.folding.arrive(store, first.journal.values())

    @property
    def everybody(self) -> list[Store]:
        return [*self.coordinators, *self.laptops]

    def new_id(self) -> str:
        self.number += 1
        return f"r{self.number}"

    def _store(self, prefix: str, actor: str) -> Store:
        return Store(prefix.ljust(32, "0"), self.folding(), actor)

    def _let_in(self, by: Store, store: Store, role: str, *, founding: bool = False) -> None:
        certificate = {"certificate": SIGNED} if role == "coordinator" else {}
        for kind, subject in (("device", store.device_id), ("user", store.actor)):
            values = {"subject_type": kind, "subject_id": subject, "role": role, **certificate}
            made = by.write(("grant", self.new_id()), values, founding=founding)
            self._wrote(made)
            self.grants[subject] = made.hash
        store.grant = self.grants[store.actor]

    def _wrote(self, change: Change) -> Change:
        self.archive[change.hash] = change
        return change

    # --- what people do ---------------------------------------------------------------------------

    def edit(self, store: Store, record: Record, name: str, value: str, clock: int) -> None:
        """Whoever writes on all that they know, and may, sees what they wrote."""
        change = self._wrote(store.write(record, {name: value}, clock))
        judged = store.folding.judgements(store)[change.hash]
        shown = store.tables()[record]
        if judged is None and record not in self._erased_in(store) and not shown.held:
            assert shown.fields.get(name) == value

    def hand_over(self, store: Store, clock: int) -> None:
        values = {"day": DAY, "lines": []}
        self._wrote(store.write(("aid_record", self.new_id()), values, clock))

    def void(self, store: Store, which: int, clock: int) -> None:
        """Of one's own or somebody else's."""
        given = sorted(one for one in store.tables() if one[0] == "aid_record")
        if given:
            parts = [True, "mistake", 5, store.actor, DAY]
            self._wrote(store.write(given[which % len(given)], {"void": parts}, clock))

    def end(self, by: Store, store: Store, *, person: bool) -> None:
        """A coordinator ends a laptop or a person, with what she knows of them."""
        origin = origins(store.device_id, by.folding.rights(by).introduced)[-1]
        subject = store.actor if person else origin
        grant = self.grants[subject]
        is_coordinators = any(store is one for one in self.coordinators)
        heads = {one.device_id: by.chain_head(one.device_id) for one in by.journal.values()}
        if not person:
            family = by.folding.rights(by).introduced
            heads = {one: head for one, head in heads.items() if origin in origins(one, family)}
        cut_offs = [
            {"device": device, "seq": seq, "hash": digest.hex()}
            for device, (seq, digest) in sorted(heads.items())
        ]
        values = {"grant_hash": grant.hex(), "cut_offs": cut_offs}
        if is_coordinators:
            values["certificate"] = SIGNED
        made = self._wrote(by.write(("revocation", self.new_id()), values))
        chains = [by.chain_to(device, digest) for device, (_, digest) in heads.items()]
        if None not in chains:
            kind = "user" if person else "device"
            accepted = frozenset(digest for chain in chains for digest in chain or ())
            self.ended[made.hash] = Ended(grant, (kind, subject), accepted)

    def release(self, by: Store, which: int, *, active: bool) -> None:
        """Lets something quarantined count, or no more."""
        judged = by.folding.judgements(by)
        waiting = sorted(digest for digest, cause in judged.items() if cause is not None)
        if waiting:
            record = ("release", waiting[which % len(waiting)].hex())
            self._wrote(by.write(record, {"active": active}))

    def undo(self, by: Store, of: Store, *, active: bool, ranges: bool) -> None:
        """Takes back what a laptop did, as one does with a merge; or does it again."""
        record = ("taking_back", f"undo-{of.device_id}")
        known = [one for one in by.journal.values() if one.device_id == of.device_id]
        work = [one for one in known if one.record_type not in SAFETY]
        if not work:
            return  # nothing came of it yet
        last = max(work, key=lambda one: one.seq)
        if ranges:
            piece = {"device": of.device_id, "first": 1, "last": last.seq, "hash": last.hash.hex()}
            self._wrote(by.write(record, {"active": active, "ranges": [piece]}))
        else:
            named = {f"hashes:{one.hash.hex()}": True for one in work}
            self._wrote(by.write(record, {"active": active, **named}))

    def erase(self, by: Store, record: Record) -> None:
        """Somebody asks to be forgotten, and the key on paper is fetched."""
        assert record[0] in ERASABLE
        values = {f"records:{record[0]}:{record[1]}": True, "certificate": SIGNED}
        made = self._wrote(by.write(("erasure", self.new_id()), values))
        self.erased[made.hash] = record

    # --- what happens to laptops ------------------------------------------------------------------

    def _place(self, store: Store) -> int:
        return next(at for at, one in enumerate(self.everybody) if one is store)

    def back_up(self, store: Store) -> None:
        self.backups[self._place(store)] = store.copy()

    def fork(self, store: Store) -> None:
        """The disk is put back as it was, and the laptop writes on as if nothing had been."""
        backup = self.backups.get(self._place(store))
        if backup is not None and backup.device_id == store.device_id:
            store.seq, store.head = backup.seq, backup.head
            store.journal.clear()
            store.folding = self.folding()
            store.folding.arrive(store, backup.journal.values())

    def restore(self, store: Store) -> None:
        """The disk is put back, and the store goes on under a new id."""
        self.fork(store)
        old, last = store.device_id, store.chain_head(store.device_id)
        store.device_id = f"{self.number:02d}f{old}"[:32]
        self.number += 1
        store.seq, store.head = 0, GENESIS
        told = {"by": old, "seq": last[0], "hash": last[1].hex(), "signature": f"by {old}"}
        self._wrote(store.write(("device", store.device_id), {"introduction": [told]}))

    # --- how files travel -------------------------------------------------------------------------

    def exchange(self, sender: Store, receiver: Store, share: int) -> None:
        """All that a store knows, or the beginnings of its chains only."""
        before = set(receiver.journal)
        sent = [one for one in sender.journal.values() if share == 0 or one.seq <= 3 * share]
        receiver.folding.arrive(receiver, sent)
        assert set(receiver.journal) == before | {one.hash for one in sent}

    def old_stick(self, receiver: Store, chance: random.Random) -> None:
        """Files from whenever, some of them twice, as they were first written."""
        found = chance.sample(list(self.archive.values()), len(self.archive) // 2)
        receiver.folding.arrive(receiver, [*found, *found[:3]])

    # --- what must hold ---------------------------------------------------------------------------

    def check(self, store: Store, chance: random.Random) -> None:
        """Another store that hears the same in another order is the same; nothing is lost."""
        other = Store(store.device_id, self.folding())
        arrived = [self.archive[digest] for digest in store.journal]
        chance.shuffle(arrived)
        while arrived:
            count = chance.randint(1, len(arrived))
            other.folding.arrive(other, arrived[:count])
            del arrived[:count]
        repeated = chance.sample(list(store.journal), len(store.journal) // 3)
        other.folding.arrive(other, [self.archive[digest] for digest in repeated])
        assert set(other.journal) == set(store.journal)
        assert other.folding.judgements(other) == store.folding.judgements(store)
        assert other.tables() == store.tables()
        assert other.journal == store.journal
        self._check_held(store)
        self._check_ends(store)
        self._check_conservation(store)
        for digest in store.journal.keys() & self.erased.keys():
            assert all(one.fields is None for one in store.changes_of(self.erased[digest]))

    def _erased_in(self, store: Store) -> set[Record]:
        return {self.erased[one] for one in store.journal.keys() & self.erased.keys()}

    def _check_held(self, store: Store) -> None:
        """Exactly what goes back to something that is not here waits."""
        for record, found in store.tables().items():
            changes = {one.hash: one for one in store.changes_of(record)}
            whole: set[bytes] = set()
            grew = True
            while grew:
                more = {one.hash for one in changes.values() if set(one.base) <= whole} - whole
                whole, grew = whole | more, bool(more)
            assert set(found.held) == changes.keys() - whole

    def _check_ends(self, store: Store) -> None:
        """Past an end that holds, nothing counts that nobody released; forks and restored stores
        are no way around it."""
        judged = store.folding.judgements(store)
        family = store.folding.rights(store).introduced
        released = {one.record_id for one in store.journal.values() if one.record_type == "release"}
        for digest, ended in self.ended.items():
            if judged.get(digest, "not here") is not None or not ended.accepted <= judged.keys():
                continue
            for one in self._under(ended, store.journal.values(), family):
                past = one.hash not in ended.accepted and one.hash.hex() not in released
                if past and "certificate" not in one.values:
                    assert judged[one.hash] is not None

    @staticmethod
    def _under(ended: Ended, changes: Iterable[Change], family: dict[str, str]) -> list[Change]:
        kind, subject = ended.subject
        if kind == "user":  # a laptop's introduction of itself is nobody's doing
            of_person = [one for one in changes if one.grant == ended.grant]
            return [one for one in of_person if "introduction" not in one.values]
        return [one for one in changes if subject in origins(one.device_id, family)]

    def _check_conservation(self, store: Store) -> None:
        chains: dict[str, list[int]] = {}
        for one in store.journal.values():
            chains.setdefault(one.device_id, []).append(one.seq)
        for seqs in chains.values():
            gaps = max(seqs) - len(set(seqs))
            assert len(seqs) == max(seqs) - gaps + (len(seqs) - len(set(seqs)))
        judged, sums = store.folding.judgements(store), dict.fromkeys("avhq", 0)
        given = [one for one in store.tables().items() if one[0][0] == "aid_record"]
        for record, found in given:
            present = {one.hash for one in store.changes_of(record)} - set(found.held)
            counting = [one for one in present if judged[one] is None]
            voided = (found.fields.get("void") or [False])[0]
            state = "h" if not present else "q" if not counting else "v" if voided else "a"
            sums[state] += 1
            assert found.exists == (state in "va")
        assert sum(sums.values()) == len(given)
