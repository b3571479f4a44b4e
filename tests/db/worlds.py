"""Several laptops that write about several records, hear of each other only in part, and go wrong.

Biased towards what breaks folds: edits in parallel, restored backups, changes skipped, records and
fields that only a later app knows, and values that do not fit.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from hypothesis import strategies as st

from app.domain.journal.change import GENESIS, Change, Writer, write_change
from app.domain.journal.fold import fold
from app.domain.journal.value import Value

Record = tuple[str, str]

RECORDS: tuple[Record, ...] = (
    ("household", "h1"),
    ("household", "h2"),
    ("person", "p1"),
    ("aid_record", "a1"),
    ("village", "v1"),
    ("clinic_visit", "c1"),
)

_LINE: Value = {"item": "food-box", "quantity": 1000}

EDITS: dict[str, tuple[tuple[str, Value], ...]] = {
    "household": (
        ("phone", "01001"),
        ("phone", "01002"),
        ("phone", 5),
        ("number", "12"),
        ("village_id", "EG260101"),
        ("declared_size", 4),
        ("declared_size", None),
        ("declared_size", True),
        ("categories:widow", True),
        ("categories:widow", False),
        ("categories:orphans", True),
        ("consent", ["given", "2025-11-22", "u1", "", True]),
        ("consent", ["withdrawn", "2025-11-23", "u1", "", False]),
        ("consent", ["given", "2025-11-22", "u1", "", True, "a later part"]),
        ("consent", "not a list"),
        ("a_later_field", ["x"]),
    ),
    "person": (
        ("household_id", "h1"),
        ("household_id", "h2"),
        ("name", "سعاد حسن"),
        ("name", "سعاد محمد"),
        ("document", ["national_id", "28203142633578"]),
        ("active", False),
        ("phone", "01003"),
    ),
    "aid_record": (
        ("household_id", "h1"),
        ("household_id", "h2"),
        ("lines", [_LINE]),
        ("lines", [_LINE, {"item": "blanket", "quantity": 2000, "owed": True}]),
        ("lines", ["unreadable", {"item": 1, "quantity": "x"}]),
        ("void", [True, "mistake", 5, "u1"]),
        ("void", [False, "", None, ""]),
        ("day", "2025-11-22"),
    ),
    "village": (
        ("name_ar", "عزبة النخل"),
        ("name_ar", "نجع حمادي"),
        ("parent_id", "EG260101"),
        ("parent_id", None),
    ),
    "clinic_visit": (("weight", 70), ("weight", 71)),
}


@dataclass
class Laptop:
    """One device: what it has seen of every record, and the end of its own chain."""

    device_id: str
    seen: dict[bytes, Change] = field(default_factory=dict)
    seq: int = 0
    head: bytes = GENESIS

    def edit(self, record: Record, name: str, value: Value) -> Change:
        """Writes one change on the heads that this laptop knows."""
        salt = sha256(f"{self.device_id}{self.seq}{len(self.seen)}".encode()).digest()[:16]
        change = write_change(
            Writer(self.device_id, "u1", GENESIS),
            seq=self.seq + 1,
            prev_hash=self.head,
            record_type=record[0],
            record_id=record[1],
            base=fold(changes_about(record, self.seen.values())).heads,
            values={name: value},
            salt=salt,
            recorded_at=0,
        )
        self.seq, self.head = change.seq, change.hash
        self.seen[change.hash] = change
        return change


@dataclass(frozen=True)
class World:
    """The changes that arrive somewhere in the end, and which of them are skipped."""

    changes: tuple[Change, ...]
    skipped: frozenset[bytes]


def changes_about(record: Record, changes: Iterator[Change]) -> list[Change]:
    """The changes of one record among others."""
    return [change for change in changes if (change.record_type, change.record_id) == record]


@st.composite
def edits(draw: st.DrawFn) -> tuple[Record, str, Value]:
    """A record, a field of it, and a value."""
    record = draw(st.sampled_from(RECORDS))
    name, value = draw(st.sampled_from(EDITS[record[0]]))
    return record, name, value


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Two to four laptops and up to thirty steps."""
    laptops = [Laptop(f"{number:032x}") for number in range(1, draw(st.integers(2, 4)) + 1)]
    backups = {laptop.device_id: (0, GENESIS, dict(laptop.seen)) for laptop in laptops}
    everything: dict[bytes, Change] = {}
    for _ in range(draw(st.integers(2, 30))):
        laptop = draw(st.sampled_from(laptops))
        step = draw(st.sampled_from(("edit", "edit", "edit", "hear", "back up", "restore")))
        if step == "edit":
            change = laptop.edit(*draw(edits()))
            everything[change.hash] = change
        elif step == "hear":
            laptop.seen.update(draw(st.sampled_from(laptops)).seen)
        elif step == "back up":
            backups[laptop.device_id] = (laptop.seq, laptop.head, dict(laptop.seen))
        else:
            laptop.seq, laptop.head, kept = backups[laptop.device_id]
            laptop.seen = dict(kept)
    if not everything:
        return World((), frozenset())
    some = st.sets(st.sampled_from(list(everything)), max_size=4)
    lost, skipped = draw(some), draw(some)
    arrived = tuple(change for change in everything.values() if change.hash not in lost)
    return World(arrived, frozenset(skipped))
