"""Notes between desks: what another desk served is known here before any merge, and never twice."""

import json
import random
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyrage
import pytest
import zstandard
from sqlmodel import select

from app.db.store import Store
from app.db.tables import ServedElsewhere
from app.domain.entitlement import Source, State
from app.domain.permissions import Role
from app.domain.quantity import ONE, Quantity
from app.domain.void_reason import VoidReason
from app.errors import NoConvoyToday
from app.keys.age_identity import convoy_identity, public_half
from app.keys.convoy_proof import convoy_proof
from app.services.day import choose_day
from app.services.desks.convoy_key import convoy_key_of
from app.services.exchange.end_access import end_laptop
from app.services.exchange.merge import merge_files
from app.services.exchange.pack import Order, make_pack
from app.services.exchange.results import FileResult, Status
from app.services.exchange.served import write_served
from app.services.exchange.update import update_laptop
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.household_card import HouseholdCard, household_card
from app.services.void import void_hand_over
from app.words.answers import received_text
from app.words.catalog import Words
from tests.support.convoys import BLANKET, BLANKET_RULE, BOX, VILLAGE, small_convoy
from tests.support.laptops import Fleet, give_box, merged, register
from tests.support.stores import cheap_derivation, copy_store, new_store

DAY = date(2025, 11, 22)


@dataclass
class Desks:
    """Two laptops of one convoy, and the coordinator's."""

    fleet: Fleet
    first: Store
    second: Store

    def note(self, store: Store) -> Path:
        return write_served(store, self.fleet.path()).file.path


@pytest.fixture
def desks(fleet: Fleet) -> Desks:
    convoy = fleet.convoy.today.convoy_id
    laptops = []
    for name in ("مكتب 1", "مكتب 2"):
        laptop = fleet.laptop(name)
        choose_day(laptop, convoy, DAY)
        laptops.append(laptop)
    return Desks(fleet, *laptops)


def take(store: Store, *paths: Path) -> list[FileResult]:
    return list(merge_files(store, paths).files)


def of_no_convoy(fleet: Fleet) -> Store:
    """A laptop of the same village that has no desk on the convoy."""
    path = fleet.path()
    with cheap_derivation():
        packed = make_pack(fleet.coordinator, path, Order("بلا", Role.VOLUNTEER, (VILLAGE,)))
    return fleet.join(path, packed)


def answers(card: HouseholdCard) -> dict[str, tuple[State, int, int]]:
    return {
        one.item.id: (one.answer.state, one.answer.quantity, one.answer.left) for one in card.items
    }


def give_blankets(store: Store, household_id: str, count: int) -> str:
    line = GivenLine(BLANKET, Quantity(ONE * count), BLANKET_RULE, reason="stock_differs")
    return record_hand_over(store, HandOver(household_id, (line,))).aid_record_id


def give_some(store: Store, household_id: str, chance: random.Random) -> str:
    """Blankets by the rule or by hand, in parts, or owed."""
    count = chance.choice([0, 1, 1, 2])
    rule = chance.choice([BLANKET_RULE, BLANKET_RULE, None])
    line = GivenLine(
        BLANKET,
        Quantity(ONE * count),
        rule,
        owed=not count,
        reason="supervisor" if count else "",
    )
    return record_hand_over(store, HandOver(household_id, (line,))).aid_record_id


def test_what_another_desk_served_is_known_here_with_its_desk_and_time(desks: Desks) -> None:
    household = desks.fleet.convoy.household_id
    give_box(desks.first, household)
    (result,) = take(desks.second, desks.note(desks.first))
    assert (result.status, result.new, result.known) == (Status.NEW, 1, 0)
    assert (result.kind, result.origin) == ("served", desks.first.device_id)
    card = household_card(desks.second, household)
    box = next(one.answer for one in card.items if one.item.id == BOX)
    assert box.state is State.ALREADY_RECEIVED
    (past,) = [one.received for one in card.history]
    assert (past.source, past.desk, past.day) == (Source.DESK, "مكتب 1", DAY)
    said = received_text(Words("en"), past)
    assert "مكتب 1" in said
    assert ":" in said


def test_a_part_given_elsewhere_leaves_a_remainder_here(desks: Desks) -> None:
    household = desks.fleet.convoy.household_id
    give_blankets(desks.first, household, 1)
    take(desks.second, desks.note(desks.first))
    card = household_card(desks.second, household)
    assert answers(card)[BLANKET] == (State.MAY_RECEIVE, ONE, ONE)


def test_a_void_travels_with_the_next_note_and_an_old_note_brings_nothing_back(
    desks: Desks,
) -> None:
    household = desks.fleet.convoy.household_id
    given = give_box(desks.first, household)
    early = desks.note(desks.first)
    void_hand_over(desks.first, given, VoidReason.WRONG_HOUSEHOLD)
    late = desks.note(desks.first)
    for paths in ([early, late], [late, early]):
        results = take(desks.second, *paths)
        assert household_card(desks.second, household).history == ()
    assert [one.status for one in results] == [Status.KNOWN, Status.KNOWN]


def test_a_merged_hand_over_takes_its_notes_place(desks: Desks) -> None:
    household = desks.fleet.convoy.household_id
    give_box(desks.first, household)
    note = desks.note(desks.first)
    take(desks.second, note)
    before = answers(household_card(desks.second, household))
    merged(desks.fleet.coordinator, desks.fleet.export(desks.first))
    update = update_laptop(desks.fleet.coordinator, desks.fleet.path(), "مكتب 2").path
    take(desks.second, update, note)
    card = household_card(desks.second, household)
    assert answers(card) == before
    assert [one.received.source for one in card.history] == [Source.MERGED]


def test_a_note_holds_nobodys_data(desks: Desks) -> None:
    family = register(desks.first, "قرنفلة شمردل")
    give_box(desks.first, family)
    note = write_served(desks.first, desks.fleet.path())
    assert note.hand_overs == 1
    plain = opened(desks, note.file.path)
    assert family.encode() in plain
    assert "قرنفلة".encode() not in plain
    assert VILLAGE.encode() not in plain


def test_notes_of_another_convoy_or_workspace_are_for_others(desks: Desks, tmp_path: Path) -> None:
    stranger = new_store(tmp_path / "stranger").store
    family = small_convoy(stranger).household_id
    give_box(stranger, family)
    foreign = write_served(stranger, desks.fleet.path()).file.path
    stranger.close()
    (result,) = take(desks.second, foreign)
    assert result.status is Status.FOR_OTHERS
    (result,) = take(of_no_convoy(desks.fleet), desks.note(desks.first))
    assert result.status is Status.FOR_OTHERS


def test_a_laptop_whose_access_was_ended_is_not_believed(desks: Desks) -> None:
    give_box(desks.first, desks.fleet.convoy.household_id)
    end_laptop(desks.fleet.coordinator, "مكتب 1")
    (result,) = take(desks.fleet.coordinator, desks.note(desks.first))
    assert result.status is Status.UNTRUSTED
    assert noted(desks.fleet.coordinator) == []


def noted(store: Store) -> list[ServedElsewhere]:
    with store.read() as session:
        return list(session.exec(select(ServedElsewhere)))


def opened(desks: Desks, path: Path) -> bytes:
    identity = pyrage.x25519.Identity.from_str(convoy_identity(key_of(desks)))
    inside = pyrage.decrypt(path.read_bytes(), [identity])
    return zstandard.ZstdDecompressor().decompressobj().decompress(inside)


def key_of(desks: Desks) -> bytes:
    with desks.fleet.coordinator.write() as session:
        return convoy_key_of(session, desks.fleet.coordinator, desks.fleet.convoy.today.convoy_id)


def sealed(desks: Desks, plain: bytes) -> bytes:
    recipient = pyrage.x25519.Recipient.from_str(public_half(convoy_identity(key_of(desks))))
    return pyrage.encrypt(zstandard.compress(plain), [recipient])


def test_what_was_altered_inside_is_refused(desks: Desks) -> None:
    give_box(desks.first, desks.fleet.convoy.household_id)
    note = desks.note(desks.first)
    plain = opened(desks, note)
    head, end = plain.splitlines()
    manifest = json.loads(head)
    convoy = manifest["more"]["convoy"]
    elsewhere = manifest | {"more": manifest["more"] | {"convoy": "another"}}
    unproven = manifest | {"more": manifest["more"] | {"proof": "00" * 32}}
    other = convoy_proof(b"k" * 32, convoy, manifest["origin"]).hex()
    borrowed = manifest | {"more": manifest["more"] | {"proof": other}}
    for changed in (elsewhere, unproven, borrowed, manifest | {"more": {}}):
        body = json.dumps(changed).encode()
        note.write_bytes(sealed(desks, body + b"\n" + end + b"\n"))
        (result,) = take(desks.second, note)
        assert result.status is Status.DAMAGED
    assert noted(desks.second) == []


def test_cut_and_flipped_notes_are_refused(desks: Desks) -> None:
    give_box(desks.first, desks.fleet.convoy.household_id)
    note = desks.note(desks.first)
    whole, chance = note.read_bytes(), random.Random(1)
    for _ in range(40):
        data = bytearray(whole)
        if chance.random() < 0.5:
            data = data[: chance.randrange(len(data))]
        else:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        note.write_bytes(data)
        (result,) = take(desks.second, note)
        assert result.status in {Status.DAMAGED, Status.FOR_OTHERS}
    assert noted(desks.second) == []


def test_a_note_needs_a_convoy(desks: Desks) -> None:
    idle = of_no_convoy(desks.fleet)
    with pytest.raises(NoConvoyToday):
        write_served(idle, desks.fleet.path())


def test_a_coordinator_makes_the_key_where_there_is_none(fleet: Fleet) -> None:
    give_box(fleet.coordinator, fleet.convoy.household_id)
    assert write_served(fleet.coordinator, fleet.path()).hand_overs == 1


def test_any_order_of_notes_and_merges_gives_the_answers_of_the_truth(desks: Desks) -> None:
    """The truth is a coordinator who took in whole exports alone."""
    chance = random.Random(7)
    fleet = desks.fleet
    families = [register(fleet.coordinator, f"أسرة {number} حسن") for number in range(4)]
    update = [
        update_laptop(fleet.coordinator, fleet.path(), name).path for name in ("مكتب 1", "مكتب 2")
    ]
    for laptop, path in zip((desks.first, desks.second), update, strict=True):
        take(laptop, path)
    notes, exports = [], []
    for laptop in (desks.first, desks.second):
        given: list[str] = []
        for step in range(4):
            given += [give_some(laptop, family, chance) for family in families[:3]]
            if step % 2:
                void_hand_over(laptop, given.pop(chance.randrange(len(given))), VoidReason.TRIAL)
            notes.append(desks.note(laptop))
            exports.append(fleet.export(laptop, full=True))
    fleet.coordinator.close()
    seen = []
    for number in range(12):
        observer = copy_store(fleet.coordinator.folder, fleet.folder / f"observer-{number}")
        files = [*exports, *(notes if number else [])]
        files += chance.choices(files, k=3)
        chance.shuffle(files)
        if number == 1:  # notes alone must do, as long as nothing else has come
            files = [*notes, *notes[:2]]
        while files:
            part = [files.pop() for _ in range(min(len(files), chance.randint(1, 5)))]
            take(observer, *part)
        seen.append([answers(household_card(observer, family)) for family in families])
        observer.close()
    assert all(one == seen[0] for one in seen)
    assert any(state is not State.MAY_RECEIVE for one in seen[0] for state, _, _ in one.values())
