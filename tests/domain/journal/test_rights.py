"""Rights, judged from the whole set: certificates, grants, cut-offs, releases, taking back."""

import random
from dataclasses import dataclass, field

import pytest

from app.domain.journal.change import GENESIS, Change, Writer, write_change
from app.domain.journal.fold import fold
from app.domain.journal.resolve_rights import resolve_rights
from app.domain.journal.rights import SAFETY, Cause, Knowledge, Rights
from app.domain.permissions import ALLOWED, Action, Role, action_of, may

CERTIFIED = "signed by the workspace key"


@dataclass
class Laptop:
    """One device's chain; `seen` is what it has heard of."""

    device_id: str
    world: "World"
    seq: int = 0
    head: bytes = GENESIS

    def write(self, record_type: str, record_id: str, actor: str, grant: bytes, **values) -> Change:
        history = [c for c in self.world.changes.values() if c.record_id == record_id]
        change = write_change(
            Writer(self.device_id, actor, grant),
            seq=self.seq + 1,
            prev_hash=self.head,
            record_type=record_type,
            record_id=record_id,
            base=fold(history).heads,
            values=values,
            salt=bytes(16),
            recorded_at=0,
        )
        self.seq, self.head = change.seq, change.hash
        self.world.changes[change.hash] = change
        return change

    def clone(self) -> "Laptop":
        """The same laptop restored from a backup made now."""
        return Laptop(self.device_id, self.world, self.seq, self.head)


@dataclass
class World:
    """A workspace with a coordinator on laptop A; B is granted by her."""

    changes: dict[bytes, Change] = field(default_factory=dict)
    number: int = 0

    def __post_init__(self) -> None:
        self.a = Laptop("a" * 32, self)
        self.b = Laptop("b" * 32, self)
        self.a.write("workspace", "w", "", GENESIS, name="w")
        self.certify(self.a, "device", self.a.device_id)
        self.coordinator = self.certify(self.a, "user", "nadia")

    def certify(self, by: Laptop, subject_type: str, subject_id: str) -> bytes:
        return self.grant_change(by, "", GENESIS, subject_type, subject_id, "coordinator", True)

    def grant(self, subject_type: str, subject_id: str, role: str) -> bytes:
        """By the coordinator."""
        return self.grant_change(
            self.a, "nadia", self.coordinator, subject_type, subject_id, role, False
        )

    def grant_change(self, by, actor, grant, subject_type, subject_id, role, certified) -> bytes:
        self.number += 1
        return by.write(
            "grant",
            f"g{self.number}",
            actor,
            grant,
            subject_type=subject_type,
            subject_id=subject_id,
            role=role,
            certificate=CERTIFIED if certified else "",
        ).hash

    def end(self, grant: bytes, last: Change | None, *, certified=False, **by) -> Change:
        """Ends a grant; `last` is the last change that is accepted (None: none at all)."""
        self.number += 1
        cut = [{"device": last.device_id, "seq": last.seq, "hash": last.hash.hex()}] if last else []
        writer = {"by": self.a, "actor": "nadia", "grant": self.coordinator} | by
        return writer["by"].write(
            "revocation",
            f"r{self.number}",
            writer["actor"],
            writer["grant"],
            grant_hash=grant.hex(),
            cut_offs=cut,
            certificate=CERTIFIED if certified else "",
        )

    def rights(self, changes: list[Change] | None = None) -> Rights:
        known = {c.hash: c for c in changes} if changes is not None else self.changes

        def chain_to(_: str, digest: bytes) -> frozenset[bytes] | None:
            if digest not in known:
                return None
            found = set()
            while digest in known:
                found.add(digest)
                digest = known[digest].prev_hash
            return frozenset(found)

        def stretch(_: str, first: int, __: int, digest: bytes) -> frozenset[bytes]:
            found = set()
            while digest in known and known[digest].seq >= first:
                found.add(digest)
                digest = known[digest].prev_hash
            return frozenset(found)

        knowledge = Knowledge(
            certified=lambda change: change.values.get("certificate") == CERTIFIED,
            chain_to=chain_to,
            is_own_today=lambda change: change.values.get("void") == "own",
            stretch=stretch,
        )
        safety = [c for c in known.values() if c.record_type in SAFETY]
        return resolve_rights(safety, knowledge)

    def judged(self, change: Change) -> Cause | None:
        return self.rights().judge(change)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def volunteer(world: World) -> bytes:
    world.grant("device", world.b.device_id, "volunteer")
    return world.grant("user", "mona", "volunteer")


def hand_over(world: World, grant: bytes, record_id: str, actor: str = "mona") -> Change:
    return world.b.write("aid_record", record_id, actor, grant, lines=[])


def test_the_founding_laptop_may_do_everything(world: World) -> None:
    plan = world.a.write("campaign", "c", "nadia", world.coordinator, name="x")
    assert [world.judged(change) for change in world.changes.values()] == [None] * 4
    assert world.judged(plan) is None


def test_a_volunteer_hands_over_and_registers_but_does_not_plan(world, volunteer) -> None:
    assert world.judged(hand_over(world, volunteer, "h1")) is None
    plan = world.b.write("campaign", "c", "mona", volunteer, name="x")
    assert world.judged(plan) is Cause.NO_RIGHT


def test_a_change_under_no_grant_or_somebody_elses_counts_for_nothing(world, volunteer) -> None:
    assert world.judged(hand_over(world, b"\1" * 32, "h1")) is Cause.NO_GRANT
    assert world.judged(hand_over(world, volunteer, "h2", actor="someone")) is Cause.NO_GRANT
    assert world.judged(hand_over(world, GENESIS, "h3")) is Cause.NO_GRANT
    stranger = Laptop("c" * 32, world)
    foreign = stranger.write("aid_record", "h4", "mona", volunteer, lines=[])
    assert world.judged(foreign) is Cause.NO_GRANT


def test_the_laptop_limits_the_person(world, volunteer) -> None:
    supervisor = world.grant("user", "hoda", "supervisor")
    void = world.b.write("aid_record", "h1", "hoda", supervisor, void=["x"])
    assert world.judged(void) is Cause.NO_RIGHT


def test_nobody_promotes_themselves(world, volunteer) -> None:
    promoted = world.grant_change(world.b, "mona", volunteer, "user", "mona", "supervisor", False)
    assert world.judged(world.changes[promoted]) is Cause.NO_RIGHT
    assert world.judged(hand_over(world, promoted, "h1")) is Cause.NO_GRANT
    forged = world.grant_change(world.b, "mona", volunteer, "user", "mona", "coordinator", False)
    assert forged not in world.rights().grants


def test_a_coordinator_does_not_make_coordinators(world) -> None:
    other = world.grant("user", "samir", "coordinator")
    assert other not in world.rights().grants
    assert world.judged(world.changes[other]) is Cause.NO_RIGHT


def test_grants_are_never_edited(world, volunteer) -> None:
    world.a.write("grant", "g4", "nadia", world.coordinator, role="supervisor")
    assert world.rights().grants[volunteer].role is Role.VOLUNTEER


def test_what_was_written_before_the_cut_off_stands(world, volunteer) -> None:
    before = hand_over(world, volunteer, "h1")
    after = hand_over(world, volunteer, "h2")
    assert world.judged(after) is None
    world.end(volunteer, before)
    assert world.judged(before) is None
    assert world.judged(after) is Cause.PAST_CUT_OFF


def test_every_cut_off_must_hold(world, volunteer) -> None:
    changes = [hand_over(world, volunteer, f"h{n}") for n in range(3)]
    world.end(volunteer, changes[1])
    world.end(volunteer, changes[0])
    assert [world.judged(c) for c in changes] == [None, Cause.PAST_CUT_OFF, Cause.PAST_CUT_OFF]


def test_a_cut_off_names_a_change_and_not_only_its_number(world, volunteer) -> None:
    hand_over(world, volunteer, "h1")
    restored = world.b.clone()
    genuine = hand_over(world, volunteer, "h2")
    other_branch = restored.write("aid_record", "h3", "mona", volunteer, lines=[])
    assert genuine.seq == other_branch.seq
    world.end(volunteer, genuine)
    assert world.judged(genuine) is None
    assert world.judged(other_branch) is Cause.PAST_CUT_OFF


def test_a_lost_laptop_is_ended_by_its_own_grant(world, volunteer) -> None:
    before = hand_over(world, volunteer, "h1")
    after = hand_over(world, volunteer, "h2")
    device_grant = next(
        digest
        for digest, granted in world.rights().grants.items()
        if granted.subject_id == world.b.device_id
    )
    world.end(device_grant, before)
    assert world.judged(before) is None
    assert world.judged(after) is Cause.PAST_CUT_OFF


def test_the_supervisors_void_stands_after_her_demotion(world, volunteer) -> None:
    world.grant("device", world.b.device_id, "supervisor")
    supervisor = world.grant("user", "hoda", "supervisor")
    hand_over(world, volunteer, "h1")
    void = world.b.write("aid_record", "h1", "hoda", supervisor, void=["x"])
    world.end(supervisor, void)
    world.grant("user", "hoda", "volunteer")
    assert world.judged(void) is None


def test_coordinators_do_not_end_each_other(world) -> None:
    laptop = Laptop("d" * 32, world)
    world.certify(laptop, "device", laptop.device_id)
    samir = world.certify(laptop, "user", "samir")
    work = laptop.write("campaign", "c", "samir", samir, name="x")
    end = world.end(samir, None)
    assert world.judged(work) is None
    assert world.rights().ends == {}
    signed = world.end(samir, None, certified=True)
    assert world.judged(work) is Cause.PAST_CUT_OFF
    assert world.judged(signed) is None
    assert end.hash != signed.hash


def test_what_a_revoked_coordinator_granted_later_does_not_hold(world) -> None:
    laptop = Laptop("d" * 32, world)
    world.certify(laptop, "device", laptop.device_id)
    samir = world.certify(laptop, "user", "samir")
    good = world.grant_change(laptop, "samir", samir, "user", "ali", "volunteer", False)
    world.end(samir, world.changes[good], certified=True)
    bad = world.grant_change(laptop, "samir", samir, "user", "omar", "volunteer", False)
    grants = world.rights().grants
    assert good in grants
    assert bad not in grants


def test_a_volunteer_voids_her_own_of_today_and_others_wait_for_a_release(world, volunteer) -> None:
    hand_over(world, volunteer, "h1")
    own = world.b.write("aid_record", "h1", "mona", volunteer, void="own")
    other = world.b.write("aid_record", "h2", "mona", volunteer, void="of somebody else")
    assert world.judged(own) is None
    assert world.judged(other) is Cause.NO_RIGHT
    world.b.write("release", other.hash.hex(), "mona", volunteer, active=True)
    assert world.judged(other) is Cause.NO_RIGHT
    world.a.write("release", other.hash.hex(), "nadia", world.coordinator, active=True)
    assert world.judged(other) is None
    world.a.write("release", other.hash.hex(), "nadia", world.coordinator, active=False)
    assert world.judged(other) is Cause.NO_RIGHT


def test_a_supervisor_cannot_release_what_only_a_coordinator_may_do(world, volunteer) -> None:
    world.grant("device", world.b.device_id, "supervisor")
    supervisor = world.grant("user", "hoda", "supervisor")
    plan = world.b.write("campaign", "c", "mona", volunteer, name="x")
    world.b.write("release", plan.hash.hex(), "hoda", supervisor, active=True)
    assert world.judged(plan) is Cause.NO_RIGHT


def test_a_grant_is_never_released(world, volunteer) -> None:
    promoted = world.grant_change(world.b, "mona", volunteer, "user", "mona", "supervisor", False)
    world.a.write("release", promoted.hex(), "nadia", world.coordinator, active=True)
    assert world.judged(world.changes[promoted]) is Cause.NO_RIGHT
    assert promoted not in world.rights().grants


def test_a_merge_is_taken_back_and_done_again(world, volunteer) -> None:
    change = hand_over(world, volunteer, "h1")
    fields = {"active": True, f"changes:{change.hash.hex()}": True}
    world.a.write("taking_back", "m1", "nadia", world.coordinator, **fields)
    assert world.judged(change) is Cause.TAKEN_BACK
    world.a.write("taking_back", "m1", "nadia", world.coordinator, active=False)
    assert world.judged(change) is None


def test_a_volunteer_takes_nothing_back(world, volunteer) -> None:
    change = hand_over(world, volunteer, "h1")
    fields = {"active": True, f"changes:{change.hash.hex()}": True}
    world.b.write("taking_back", "m1", "mona", volunteer, **fields)
    assert world.judged(change) is None


def test_malformed_safety_records_grant_nothing(world) -> None:
    world.a.write("grant", "x1", "nadia", world.coordinator, role="king", subject_type="user")
    world.a.write("grant", "x2", "nadia", world.coordinator, role=7)
    world.a.write("revocation", "x3", "nadia", world.coordinator, grant_hash="zz", cut_offs=5)
    world.a.write(
        "revocation",
        "x4",
        "nadia",
        world.coordinator,
        grant_hash="00" * 32,
        cut_offs=[{"seq": "1"}],
    )
    rights = world.rights()
    assert len(rights.grants) == 2
    assert rights.ends == {}


def test_the_order_of_arrival_changes_no_judgement(world, volunteer) -> None:
    changes = [hand_over(world, volunteer, f"h{n}") for n in range(4)]
    world.end(volunteer, changes[2])
    world.a.write("release", changes[3].hash.hex(), "nadia", world.coordinator, active=True)
    everything = list(world.changes.values())
    expected = {c.hash: world.judged(c) for c in everything}
    chance = random.Random(7)
    for _ in range(30):
        chance.shuffle(everything)
        rights = world.rights(everything)
        assert {c.hash: rights.judge(c) for c in everything} == expected


def test_the_table_reads_as_it_should() -> None:
    assert may(Role.SUPERVISOR, Role.SUPERVISOR, Action.VOID)
    assert not may(Role.SUPERVISOR, Role.VOLUNTEER, Action.VOID)
    assert ALLOWED[Role.COORDINATOR] == frozenset(Action)
    assert action_of("something newer", ()) is Action.GRANT
    assert action_of("stock_movement", ("void",)) is Action.VOID
