"""Files of laptops as a great convoy brings them back: families registered, served and corrected.

Written straight from changes, without a store for each laptop; every byte of a file is as a laptop
would have written it.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from app.config import VERSION
from app.db.store import Store
from app.db.tables import AidRecord, Household, Person, spec_of
from app.db.trust import trust_of
from app.domain.ids import uuid7
from app.domain.journal.change import GENESIS, SALT_BYTES, Change, Writer, write_change
from app.domain.journal.heads import DeviceHeads, SignedHead, head_text
from app.domain.permissions import Role
from app.keys import signing
from app.keys.one_time_code import pack_identity
from app.services.exchange.order import Order
from app.services.exchange.pack import make_pack
from app.services.exchange.reading import open_manifest
from app.services.exchange.rights_here import coordinators, recipients, rights_here
from app.sync.container import write_container
from app.sync.manifest import Kind, Manifest
from tests.benchmarks.register import families
from tests.support.convoys import BLANKET, BLANKET_RULE, BOX, BOX_RULE, SmallConvoy
from tests.support.sources import START
from tests.support.stores import cheap_derivation

CORRECTED: Final = 0.05
"""The share of families corrected after they were registered, and of hand-overs voided."""

LAPTOPS: Final = 10

DAY: Final = "2025-11-22"


@dataclass(frozen=True)
class Laptop:
    """One that was let in: the key that it signs with, and who writes on it under which grant."""

    key: bytes
    writer: Writer


def let_in(store: Store, convoy: SmallConvoy, folder: Path, name: str) -> Laptop:
    """A laptop of the convoy, from a real pack."""
    path = folder / f"{name}.pack"
    with cheap_derivation():
        order = Order(name, Role.SUPERVISOR, convoy_id=convoy.today.convoy_id)
        packed = make_pack(store, path, order)
        identity = pack_identity(packed.code)
    with path.open("rb") as file:
        more: Any = open_manifest(file, identity).more
    path.unlink()
    writer = Writer(packed.device_id, more["user"], bytes.fromhex(more["grant"]))
    return Laptop(bytes.fromhex(more["device_key"]), writer)


def write_files(
    store: Store, convoy: SmallConvoy, folder: Path, *, files: int, changes: int, seed: int
) -> list[Path]:
    """So many files of `LAPTOPS` laptops, with `changes` in all: each a piece of a chain."""
    folder.mkdir(parents=True, exist_ok=True)
    with store.read() as session:
        trust = trust_of(session.connection())
        readers = recipients(session, coordinators(rights_here(session.connection())))
    written = []
    laptops = [let_in(store, convoy, folder, f"laptop {seed}-{one}") for one in range(LAPTOPS)]
    works = [_work(one, convoy, seed * 10_000 + place) for place, one in enumerate(laptops)]
    for number in range(files):
        laptop = laptops[number % LAPTOPS]
        work = list(islice(works[number % LAPTOPS], changes // files))
        last = work[-1]
        device = laptop.writer.device_id
        signature = signing.sign(laptop.key, head_text(device, last.seq, last.hash))
        own = DeviceHeads(
            signing.public_key(laptop.key), (SignedHead(last.seq, last.hash, signature),)
        )
        manifest = Manifest(
            Kind.EXPORT, trust.workspace_id, device, VERSION, START, {device: own}, {}
        )
        path = folder / f"{number:04d}.qafila"
        with path.open("wb") as file:
            write_container(
                file, manifest, work, readers, lambda text, key=laptop.key: signing.sign(key, text)
            )
        written.append(path)
    return written


def _work(laptop: Laptop, convoy: SmallConvoy, seed: int) -> Iterator[Change]:
    """A family, its people, what it received; then, of some, a correction."""
    chance = random.Random(seed)
    chain_ = _Chain(laptop.writer, chance)
    for number, (home, people) in enumerate(families(1 << 40, seed)):
        first = chain_.write("household", Household, home | {"consent": "given"})
        for person in people:
            chain_.write("person", Person, person)
        given = chain_.write(
            "aid_record", AidRecord, _aid(laptop, convoy, home["id"], number, chance)
        )
        if chance.random() < CORRECTED:
            chain_.change("household", home["id"], {"phone": f"010{number:08d}"[:11]}, first)
        if chance.random() < CORRECTED:
            void = [True, "mistake", START + number, laptop.writer.actor, DAY]
            chain_.change("aid_record", given.record_id, {"void": void}, given)
        yield from chain_.taken()


def _aid(
    laptop: Laptop, convoy: SmallConvoy, household_id: str, number: int, chance: random.Random
) -> dict[str, Any]:
    lines = tuple(
        {
            "item": item,
            "campaign": "campaign",
            "rule": rule,
            "quantity": quantity,
            "ration": quantity,
            "answer": "may_receive",
            "reason": "",
            "owed": False,
        }
        for item, rule, quantity in ((BOX, BOX_RULE, 1000), (BLANKET, BLANKET_RULE, 2000))
    )
    return {
        "id": uuid7(START + number, chance.randbytes),
        "convoy_id": convoy.today.convoy_id,
        "desk_id": convoy.today.desk_id,
        "household_id": household_id,
        "lines": lines,
        "receipt_no": number + 1,
        "day": DAY,
        "handed_at": START + number,
        "device_id": laptop.writer.device_id,
        "handed_by": laptop.writer.actor,
    }


class _Chain:
    """One laptop's chain as it grows."""

    def __init__(self, writer: Writer, chance: random.Random) -> None:
        self._writer = writer
        self._chance = chance
        self._seq, self._last = 0, GENESIS
        self._new: list[Change] = []

    def write(self, kind: str, model: Any, row: dict[str, Any]) -> Change:
        """A new record."""
        spec = spec_of(model)
        fields = spec.changed_fields(spec.defaults, spec.defaults | row)
        return self.change(kind, row["id"], fields, None)

    def change(self, kind: str, record_id: str, fields: Any, base: Change | None) -> Change:
        """The next change."""
        made = write_change(
            self._writer,
            seq=self._seq + 1,
            prev_hash=self._last,
            record_type=kind,
            record_id=record_id,
            base=(base.hash,) if base else (),
            values=fields,
            salt=self._chance.randbytes(SALT_BYTES),
            recorded_at=START + self._seq,
        )
        self._seq, self._last = made.seq, made.hash
        self._new.append(made)
        return made

    def taken(self) -> list[Change]:
        """What was written since the last call."""
        new, self._new = self._new, []
        return new
