"""A coordinator and her laptops: packs made and joined, hand-overs, files that travel."""

from dataclasses import dataclass, field
from pathlib import Path

from app import bootstrap
from app.db.store import Store
from app.domain.permissions import Role
from app.domain.quantity import ONE
from app.services.exchange.export import export_changes
from app.services.exchange.merge import merge_files
from app.services.exchange.pack import Order, Packed, make_pack
from app.services.exchange.results import FileResult, Merged
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from tests.support.convoys import BOX, BOX_RULE, VILLAGE, SmallConvoy
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, cheap_derivation


@dataclass
class Fleet:
    """The coordinator's store, and the laptops that joined from her packs."""

    folder: Path
    coordinator: Store
    convoy: SmallConvoy
    laptops: list[Store] = field(default_factory=list)
    packs: list[tuple[Path, Packed]] = field(default_factory=list)
    files: int = 0

    def path(self) -> Path:
        """A new file's name."""
        self.files += 1
        return self.folder / f"{self.files}.qafila"

    def pack(self, name: str, role: Role = Role.VOLUNTEER, **order) -> tuple[Path, Packed]:
        """A pack for this convoy."""
        path = self.path()
        wanted = Order(name, role, convoy_id=self.convoy.today.convoy_id, **order)
        with cheap_derivation():
            packed = make_pack(self.coordinator, path, wanted)
        self.packs.append((path, packed))
        return path, packed

    def join(self, path: Path, packed: Packed, seed: int = 0) -> Store:
        """A laptop's store from a pack."""
        folder = self.folder / f"laptop-{len(self.laptops)}"
        sources = seeded_sources(seed or 100 + len(self.laptops))
        with cheap_derivation():
            store = bootstrap.join_workspace(folder, path, packed.code, PASSPHRASE, sources=sources)
        self.laptops.append(store)
        return store

    def laptop(self, name: str, role: Role = Role.VOLUNTEER) -> Store:
        """A laptop of this convoy."""
        return self.join(*self.pack(name, role))

    def export(self, store: Store, *, full: bool = False) -> Path:
        """A file of what this laptop did."""
        return export_changes(store, self.path(), full=full).path

    def close(self) -> None:
        """Closes every store."""
        for store in (self.coordinator, *self.laptops):
            store.close()


def merged(store: Store, *paths: Path) -> list[FileResult]:
    """Merges and looks that nothing was lost or doubled."""
    outcome: Merged = merge_files(store, paths)
    assert outcome.totals.conservation.holds
    return list(outcome.files)


def register(store: Store, name: str) -> str:
    """A family of one."""
    members = (NewMember(name=name, relationship="head", sex="female"),)
    family = NewHousehold(village_id=VILLAGE, members=members, consent=Consent())
    return register_household(store, family).household_id


def give_box(store: Store, household_id: str) -> str:
    """A box handed over by the book."""
    line = GivenLine(BOX, ONE, BOX_RULE, reason="supervisor_decided")
    return record_hand_over(store, HandOver(household_id, (line,))).aid_record_id
