"""What the world of `tests/domain/journal` does to plain dictionaries, done to stores and files."""

import random
import shutil
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)
from sqlmodel import col, select

from app import bootstrap
from app.db.store import Store
from app.db.tables import AidRecord, Household, Release, TakingBack
from app.domain.permissions import Role
from app.domain.void_reason import VoidReason
from app.errors import QafilaError
from app.keys import signing
from app.keys.recovery import read_recovery_key
from app.services.doctor import examine
from app.services.erase import erase_household
from app.services.exchange.end_access import end_laptop
from app.services.exchange.export import export_changes
from app.services.exchange.merge import merge_files
from app.services.exchange.pack import Order, make_pack
from app.services.exchange.update import update_coordinator, update_laptop
from app.services.void import void_hand_over
from tests.e2e.test_exchange_orders import digest_of
from tests.support.convoys import small_convoy
from tests.support.laptops import Fleet, give_box, register
from tests.support.raw import changes
from tests.support.sources import START, seeded_sources
from tests.support.stores import PASSPHRASE, cheap_derivation, copy_store, recovery_key

LAPTOPS = ("أ", "ب")
SECOND = "الثانية"
WHO = st.integers(0, 3)
YEARS = 365 * 24 * 3_600_000
CLOCKS = (START, START, START + 10 * YEARS, START - 10 * YEARS)
"""Of two coordinators and two laptops, which disagree by twenty years."""

NO_FAULT_OF_THE_STORE = {
    "chain_forked",
    "chain_unlinked",
    "changes_awaited",
    "changes_held",
    "device_unknown",  # restored after its laptop was ended: nobody lets that one in
}


@pytest.fixture(scope="module")
def template(store_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Closed stores of two coordinators, and of a volunteer's and a supervisor's laptop."""
    folder = tmp_path_factory.mktemp("world")
    first = copy_store(store_template, folder / "0")
    fleet = Fleet(folder, first, small_convoy(first))
    key = read_recovery_key(recovery_key()).signing_key
    with cheap_derivation():
        pack = folder / "second.qafila"
        order = Order(SECOND, Role.COORDINATOR)
        code = make_pack(first, pack, order, lambda text: signing.sign(key, text)).code
        bootstrap.join_workspace(
            folder / "1", pack, code, PASSPHRASE, sources=seeded_sources(41)
        ).close()
    for name, role in zip(LAPTOPS, (Role.VOLUNTEER, Role.SUPERVISOR), strict=True):
        fleet.laptop(name, role)
    fleet.close()
    for number in range(2):
        (folder / f"laptop-{number}").rename(folder / str(number + 2))
    return folder


class OnDisk(RuleBasedStateMachine):
    """Two coordinators and two laptops; what is refused for want of a right is refused."""

    template: Path

    @initialize(seed=st.integers(0, 99))
    def open(self, seed: int) -> None:
        self.folder = Path(mkdtemp(prefix="qafila-world-"))
        self.stores: list[Store] = []
        self.seeds = random.Random(seed)
        for number in range(4):
            shutil.copytree(self.template / str(number), self.folder / str(number))
            self.stores.append(self.opened(number))
        self.files: list[Path] = []

    def opened(self, number: int) -> Store:
        sources = seeded_sources(self.seeds.randrange(10**9), CLOCKS[number])
        return bootstrap.open_store(self.folder / str(number), PASSPHRASE, sources=sources)

    def path(self) -> Path:
        self.files.append(self.folder / f"{len(self.files)}.qafila")
        return self.files[-1]

    def one_of(self, store: Store, model: type[Household | AidRecord], which: int) -> str | None:
        with store.read() as session:
            found = session.exec(select(model.id).order_by(col(model.id))).all()
        return found[which % len(found)] if found else None

    @rule(who=WHO)
    def serve(self, who: int) -> None:
        store = self.stores[who]
        family = register(store, "هدى سعيد حسن")
        try:
            give_box(store, family)
        except QafilaError:
            return  # no convoy was chosen on the second coordinator's laptop

    @rule(who=WHO, other=WHO, which=st.integers(0, 9))
    def edit_in_parallel(self, who: int, other: int, which: int) -> None:
        for number in (who, other):
            store = self.stores[number]
            family = self.one_of(store, Household, which)
            if family is not None:
                with store.write() as session:
                    row = session.get_one(Household, family)
                    row.address = f"{row.address}{number}"[-20:]

    @rule(who=WHO, which=st.integers(0, 9))
    def void(self, who: int, which: int) -> None:
        given = self.one_of(self.stores[who], AidRecord, which)
        try:
            if given is not None:
                void_hand_over(self.stores[who], given, VoidReason.WRONG_HOUSEHOLD)
        except QafilaError:
            return  # voided before

    @rule(by=st.integers(0, 1), laptop=st.integers(0, 1))
    def end(self, by: int, laptop: int) -> None:
        try:
            end_laptop(self.stores[by], LAPTOPS[laptop])
        except QafilaError:
            return  # ended before

    @rule(by=st.integers(0, 1), which=st.integers(0, 99), active=st.booleans())
    def release(self, by: int, which: int, active: bool) -> None:
        found = sorted(one.hash.hex() for one in changes(self.stores[by], "aid_record"))
        if found:
            self._decide(by, Release, found[which % len(found)], active)

    @rule(by=st.integers(0, 1), of=WHO, active=st.booleans())
    def undo(self, by: int, of: int, active: bool) -> None:
        device_id = self.stores[of].device_id
        chain = [one for one in changes(self.stores[by]) if one.device_id == device_id]
        if chain:
            last = max(chain, key=lambda one: one.seq)
            piece = {"device": device_id, "first": 1, "last": last.seq, "hash": last.hash.hex()}
            self._decide(by, TakingBack, f"undo-{of}", active, ranges=(piece,))

    def _decide(self, by: int, model, record_id: str, active: bool, **columns) -> None:
        with self.stores[by].write() as session:
            row = session.get(model, record_id) or model(id=record_id, **columns)
            row.active = active
            session.add(row)

    @rule(by=st.integers(0, 1), which=st.integers(0, 9))
    def erase(self, by: int, which: int) -> None:
        family = self.one_of(self.stores[by], Household, which)
        if family is not None:
            erase_household(self.stores[by], family, recovery_key(), "requested")

    @rule(who=WHO)
    def fork(self, who: int) -> None:
        """The disk is cloned, both write, and the clone's file travels."""
        self.stores[who].close()
        shutil.copytree(self.folder / str(who), self.folder / "clone")
        self.stores[who] = self.opened(who)
        sources = seeded_sources(self.seeds.randrange(10**9))
        clone = bootstrap.open_store(self.folder / "clone", PASSPHRASE, sources=sources)
        register(clone, "سلمى علي محمود")
        export_changes(clone, self.path(), full=True)
        clone.close()
        shutil.rmtree(self.folder / "clone")
        register(self.stores[who], "منى صابر علي")

    @rule(who=st.integers(2, 3))
    def restore(self, who: int) -> None:
        """Back to a backup, with work done in between that left the laptop in a file."""
        store = self.stores[who]
        backup = store.back_up("world.db")
        register(store, "ليلى حسن عمر")
        export_changes(store, self.path(), full=True)
        store.close()
        sources = seeded_sources(self.seeds.randrange(10**9), CLOCKS[who])
        folder = self.folder / str(who)
        found = bootstrap.restore_store(folder, backup, PASSPHRASE, sources=sources)
        self.stores[who] = found.store

    @rule(who=WHO, to=st.integers(0, 1))
    def hand_in(self, who: int, to: int) -> None:
        path = export_changes(self.stores[who], self.path(), full=True).path
        self._merged(to, path)

    @rule(by=st.integers(0, 1), laptop=st.integers(0, 1))
    def update(self, by: int, laptop: int) -> None:
        try:
            path = update_laptop(self.stores[by], self.path(), LAPTOPS[laptop]).path
        except QafilaError:
            self.files.pop()
            return  # ended
        self._merged(laptop + 2, path)

    @rule(to=st.integers(0, 1), seed=st.integers(0, 99))
    def old_sticks(self, to: int, seed: int) -> None:
        chance = random.Random(seed)
        self._merged(to, *chance.sample(self.files, len(self.files) // 2))

    def _merged(self, to: int, *paths: Path) -> None:
        before = {one.hash for one in changes(self.stores[to])}
        outcome = merge_files(self.stores[to], paths)
        assert outcome.totals.conservation.holds
        assert before <= {one.hash for one in changes(self.stores[to])}

    def teardown(self) -> None:
        """Both coordinators hear everything, each in an order of their own, and are the same."""
        if not hasattr(self, "stores"):
            return
        try:
            self._compare()
        finally:
            for store in self.stores:
                store.close()
            shutil.rmtree(self.folder)

    def _compare(self) -> None:
        for store in self.stores:
            export_changes(store, self.path(), full=True)
        for to in (0, 1):
            order = list(self.files)
            self.seeds.shuffle(order)
            self._merged(to, *order)
        last = update_coordinator(self.stores[0], self.path(), SECOND).path
        self._merged(1, last)
        self._merged(0, export_changes(self.stores[1], self.path(), full=True).path)
        assert len({digest_of(store, whole=True) for store in self.stores[:2]}) == 1
        for store in self.stores:
            faults = {finding.fault.value for finding in examine(store).findings}
            assert faults <= NO_FAULT_OF_THE_STORE, faults


def tried(examples: int, steps: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        database=None,
        phases=[Phase.generate],
        derandomize=True,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.parametrize(
    ("examples", "steps"),
    [
        pytest.param(3, 12, id="sample"),
        pytest.param(150, 30, id="long", marks=pytest.mark.long),
    ],
)
def test_whatever_befalls_stores_they_stay_one(template: Path, examples: int, steps: int) -> None:
    machine = type("World", (OnDisk,), {"template": template})
    run_state_machine_as_test(machine, settings=tried(examples, steps))
