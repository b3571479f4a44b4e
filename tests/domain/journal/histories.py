"""Random histories: several laptops that edit, exchange only some of it, fork and go wrong.

Biased towards what breaks folds: edits in parallel, a laptop restored from a backup (which uses a
number twice), and changes skipped for want of rights.
"""

from dataclasses import dataclass
from hashlib import sha256

from hypothesis import strategies as st

from app.domain.journal.change import GENESIS, Change, Writer, write_change
from app.domain.journal.fold import fold

RECORD = ("household", "r1")
FIELDS = ("phone", "address", "notes", "consent", "categories:widow")
VALUES = ("", "a", "b", True, False, 1, None, ["withdrawn", "x"], ["given", "y"])
CLOCKS = (-(10**12), 0, 1, 10**13)
"""Few, so that laptops often agree on a moment: a fold by the clock is then a fold by arrival."""


@dataclass
class Laptop:
    """One device: what it has seen, and the end of its own chain."""

    device_id: str
    seen: dict[bytes, Change]
    seq: int = 0
    head: bytes = GENESIS

    def edit(self, field: str, value: object, clock: int) -> None:
        """Writes one change on the heads that this laptop knows."""
        self._write(fold(self.seen.values()).heads, field, value, clock)

    def append(self, field: str, value: object) -> None:
        """Writes one change on this laptop's last: quick, for long histories."""
        self._write((self.head,) if self.seq else (), field, value, 0)

    def _write(self, base: tuple[bytes, ...], field: str, value: object, clock: int) -> None:
        salt = sha256(f"{self.device_id}{self.seq}{len(self.seen)}".encode()).digest()[:16]
        change = write_change(
            Writer(self.device_id, "u1", GENESIS),
            seq=self.seq + 1,
            prev_hash=self.head,
            record_type=RECORD[0],
            record_id=RECORD[1],
            base=base,
            values={field: value},
            salt=salt,
            recorded_at=clock,
        )
        self.seq, self.head = change.seq, change.hash
        self.seen[change.hash] = change


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Change], set[bytes]]:
    """All changes of a random history, and those among them that are skipped."""
    count = draw(st.integers(2, 4))
    laptops = [Laptop(f"{number:032x}", {}) for number in range(1, count + 1)]
    backups = [(laptop.seq, laptop.head, dict(laptop.seen)) for laptop in laptops]
    everything: dict[bytes, Change] = {}
    for _ in range(draw(st.integers(3, 14))):
        number = draw(st.integers(0, count - 1))
        laptop = laptops[number]
        step = draw(st.sampled_from(("edit", "edit", "edit", "hear", "back up", "restore")))
        if step == "edit":
            laptop.edit(
                draw(st.sampled_from(FIELDS)),
                draw(st.sampled_from(VALUES)),
                draw(st.sampled_from(CLOCKS)),
            )
            everything.update(laptop.seen)
        elif step == "hear":
            laptop.seen.update(laptops[draw(st.integers(0, count - 1))].seen)
        elif step == "back up":
            backups[number] = (laptop.seq, laptop.head, dict(laptop.seen))
        else:
            laptop.seq, laptop.head, kept = backups[number]
            laptop.seen = dict(kept)
    changes = list(everything.values())
    skipped = (
        draw(st.sets(st.sampled_from([change.hash for change in changes]))) if changes else set()
    )
    return changes, skipped
