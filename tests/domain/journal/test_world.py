"""The fold and the rights against everything that can befall a workspace, and against mistakes."""

import random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from tests.domain.journal.broken import BROKEN
from tests.domain.journal.memory import Folding, Store
from tests.domain.journal.world import CLOCKS, EDITED, VALUES, World

WHO = st.integers(0, 6)
CLOCK = st.sampled_from(CLOCKS)
VERDICT = ("person_verdict", "p1.p2")
VALUE = st.sampled_from(VALUES)
MOSTLY = st.sampled_from((True, True, False))
SEED = st.integers(0, 999)


class WorldMachine(RuleBasedStateMachine):
    """Biased towards what breaks folds: endings, forks, edits in parallel, restored stores."""

    folding: type[Folding] = Folding

    @initialize(coordinators=st.integers(2, 3))
    def found(self, coordinators: int) -> None:
        self.world = World(self.folding)
        self.world.found(coordinators)

    def store(self, who: int) -> Store:
        return self.world.everybody[who % len(self.world.everybody)]

    def coordinator(self, who: int) -> Store:
        return self.world.coordinators[who % len(self.world.coordinators)]

    @rule(who=WHO, which=st.sampled_from(EDITED), value=VALUE, clock=CLOCK)
    def edit(self, who: int, which, value: str, clock: int) -> None:
        self.world.edit(self.store(who), which, "notes", value, clock)

    @rule(first=WHO, second=WHO, third=WHO, clock=CLOCK, seed=SEED)
    def edit_in_parallel(self, first: int, second: int, third: int, clock: int, seed: int) -> None:
        for who, value in ((first, "a"), (second, "b")):
            self.world.edit(self.store(who), EDITED[0], "notes", value, clock)
        for who in (first, second):
            self.world.exchange(self.store(who), self.store(third), 0)
        self.world.edit(self.store(third), EDITED[0], "phone", "c", -clock)

    @rule(who=WHO, clock=CLOCK, voids=st.booleans(), seed=SEED)
    def hand_over(self, who: int, clock: int, voids: bool, seed: int) -> None:
        self.world.hand_over(self.store(who), clock)
        if voids:
            self.world.void(self.store(who), seed, clock)

    @rule(who=WHO, by=WHO, value=VALUE, clock=CLOCK)
    def verdict(self, who: int, by: int, value: str, clock: int) -> None:
        """Somebody decides, with the right or without, and a coordinator on top of it."""
        for store in (self.store(who), self.coordinator(by)):
            self.world.edit(store, VERDICT, "decision", value, clock)
            self.world.exchange(store, self.coordinator(by), 0)
            value, clock = f"not {value}", -clock

    @rule(by=WHO, who=WHO, person=st.booleans())
    def end(self, by: int, who: int, person: bool) -> None:
        """One's own right as well: nobody keeps a coordinator from mistakes."""
        coordinator, ended = self.coordinator(by), self.store(who)
        self.world.exchange(ended, coordinator, 0)
        self.world.end(coordinator, ended, person=person)
        self.world.hand_over(ended, 0)

    @rule(one=WHO, other=WHO)
    def coordinators_end_each_other(self, one: int, other: int) -> None:
        first, second = self.coordinator(one), self.coordinator(other)
        self.world.end(first, second, person=True)
        self.world.end(second, first, person=True)

    @rule(by=WHO, which=SEED, active=st.booleans())
    def release(self, by: int, which: int, active: bool) -> None:
        self.world.release(self.coordinator(by), which, active=active)

    @rule(by=WHO, of=WHO, active=MOSTLY, ranges=MOSTLY)
    def undo(self, by: int, of: int, active: bool, ranges: bool) -> None:
        coordinator, laptop = self.coordinator(by), self.store(of)
        self.world.hand_over(laptop, 0)
        self.world.exchange(laptop, coordinator, 0)
        self.world.undo(coordinator, laptop, active=active, ranges=ranges)

    @rule(by=WHO, which=st.sampled_from(EDITED), to=WHO, seed=SEED)
    def erase(self, by: int, which, to: int, seed: int) -> None:
        self.world.erase(self.coordinator(by), which)
        self.world.exchange(self.coordinator(by), self.store(to), 0)
        self.world.old_stick(self.store(to), random.Random(seed))

    @rule(who=WHO, by=WHO, ending=st.sampled_from(("nothing", "laptop", "person")))
    def fork(self, who: int, by: int, ending: str) -> None:
        """Both branches go on; a coordinator knows of one, and may end it."""
        store, coordinator = self.store(who), self.coordinator(by)
        self.world.back_up(store)
        self.world.hand_over(store, 0)
        self.world.exchange(store, coordinator, 0)
        if ending != "nothing":
            self.world.end(coordinator, store, person=ending == "person")
        self.world.fork(store)
        self.world.hand_over(store, 1)
        self.world.exchange(store, coordinator, 0)

    @rule(who=WHO)
    def back_up(self, who: int) -> None:
        self.world.back_up(self.store(who))

    @rule(who=WHO, clock=CLOCK)
    def restore(self, who: int, clock: int) -> None:
        self.world.restore(self.store(who))
        self.world.hand_over(self.store(who), clock)

    @rule(sender=WHO, receiver=WHO, share=st.integers(0, 3))
    def exchange(self, sender: int, receiver: int, share: int) -> None:
        self.world.exchange(self.store(sender), self.store(receiver), share)

    @rule(sender=WHO, relay=WHO, receiver=WHO)
    def exchange_by_relay(self, sender: int, relay: int, receiver: int) -> None:
        self.world.exchange(self.store(sender), self.store(relay), 0)
        self.world.exchange(self.store(relay), self.store(receiver), 0)

    @rule(receiver=WHO, seed=SEED)
    def old_stick(self, receiver: int, seed: int) -> None:
        self.world.old_stick(self.store(receiver), random.Random(seed))

    @rule(who=WHO, seed=SEED)
    def look(self, who: int, seed: int) -> None:
        self.world.check(self.store(who), random.Random(seed))

    def teardown(self) -> None:
        """Everybody hears everything at last."""
        if hasattr(self, "world"):
            everybody = self.world.everybody
            for store in everybody[:2]:
                for other in everybody:
                    self.world.exchange(other, store, 0)
                self.world.check(store, random.Random(7))


def tried(examples: int, steps: int, phases: tuple[Phase, ...] = (Phase.generate,)) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        database=None,
        phases=phases,
        derandomize=True,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def test_whatever_befalls_a_workspace_it_stays_one() -> None:
    run_state_machine_as_test(WorldMachine, settings=tried(70, 20))


@pytest.mark.long
def test_whatever_befalls_a_workspace_it_stays_one_at_length() -> None:
    everything = (Phase.generate, Phase.shrink)
    run_state_machine_as_test(WorldMachine, settings=tried(2_000, 40, everything))


@pytest.mark.parametrize("broken", BROKEN, ids=lambda one: one.__name__)
def test_a_folding_with_a_mistake_is_caught(broken: type[Folding]) -> None:
    machine = type("Broken", (WorldMachine,), {"folding": broken})
    with pytest.raises(AssertionError):
        run_state_machine_as_test(machine, settings=tried(200, 20))
