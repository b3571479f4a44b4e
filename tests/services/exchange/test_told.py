"""A laptop sees parts of chains, and takes a coordinator's word for what counts of them."""

from datetime import date
from pathlib import Path

import pytest

from app.db.store import Store
from app.db.tables import AidRecord, Household, Release, TakingBack
from app.domain.permissions import Role
from app.domain.void_reason import VoidReason
from app.services.day import choose_day
from app.services.disclosures import journal_disclosure
from app.services.doctor import examine
from app.services.exchange.update import update_laptop
from app.services.void import void_hand_over
from tests.support.laptops import Fleet, give_box, merged, register
from tests.support.raw import changes


@pytest.fixture
def writing(fleet: Fleet) -> Store:
    """A laptop of whose chain others see parts: what it disclosed concerns nobody else."""
    laptop = fleet.laptop("أ")
    choose_day(laptop, fleet.convoy.today.convoy_id, date(2025, 11, 22))
    journal_disclosure(laptop, "dump", 1, "")
    return laptop


def update(fleet: Fleet, name: str) -> Path:
    return update_laptop(fleet.coordinator, fleet.path(), name).path


def has(store: Store, household_id: str) -> bool:
    with store.read() as session:
        return session.get(Household, household_id) is not None


def take_back(store: Store, laptop: Store, *, active: bool) -> None:
    """All that a laptop did, as the piece of its chain that is known."""
    chain = [one for one in changes(store) if one.device_id == laptop.device_id]
    last = max(chain, key=lambda one: one.seq)
    piece = {
        "device": laptop.device_id,
        "first": 1,
        "last": last.seq,
        "hash": last.hash.hex(),
    }
    with store.write() as session:
        found = session.get(TakingBack, "undo") or TakingBack(id="undo", ranges=(piece,))
        found.active = active
        session.add(found)


def test_an_undone_merge_is_undone_where_the_chain_cannot_be_followed(
    fleet: Fleet, writing: Store
) -> None:
    reading = fleet.laptop("ب")
    family = register(writing, "هدى سعيد حسن")
    journal_disclosure(writing, "dump", 1, "")
    register(writing, "سلمى علي محمود")
    merged(fleet.coordinator, fleet.export(writing))
    first = update(fleet, "ب")
    merged(reading, first)
    assert has(reading, family)
    take_back(fleet.coordinator, writing, active=True)
    second = update(fleet, "ب")
    merged(reading, second)
    assert not has(reading, family)
    merged(reading, first)  # which covers less
    assert not has(reading, family)
    assert examine(reading).healthy
    take_back(fleet.coordinator, writing, active=False)
    merged(reading, update(fleet, "ب"))
    assert has(reading, family)
    merged(reading, second)
    assert has(reading, family)
    assert examine(reading).healthy


def test_a_pack_brings_the_list_too(fleet: Fleet, writing: Store) -> None:
    family = register(writing, "هدى سعيد حسن")
    journal_disclosure(writing, "dump", 1, "")
    register(writing, "سلمى علي محمود")
    merged(fleet.coordinator, fleet.export(writing))
    take_back(fleet.coordinator, writing, active=True)
    reading = fleet.laptop("ب")
    assert not has(reading, family)
    assert examine(reading).healthy


def test_what_a_laptop_releases_itself_is_not_told_away(fleet: Fleet, writing: Store) -> None:
    """A volunteer's void waits; a supervisor lets it count before the coordinator hears of it."""
    supervisor = fleet.laptop("ب", Role.SUPERVISOR)
    given = give_box(fleet.coordinator, fleet.convoy.household_id)
    merged(writing, update(fleet, "أ"))
    assert void_hand_over(writing, given, VoidReason.WRONG_HOUSEHOLD).waits
    waiting = next(one for one in changes(writing, "aid_record") if "void" in one.values)
    merged(fleet.coordinator, fleet.export(writing))
    merged(supervisor, update(fleet, "ب"))

    def voided() -> bool:
        with supervisor.read() as session:
            return session.get(AidRecord, given).voided

    assert not voided()
    with supervisor.write() as session:
        session.add(Release(id=waiting.hash.hex(), active=True))
    assert voided()
    assert examine(supervisor).healthy
    merged(supervisor, update(fleet, "ب"))
    assert voided()
    assert examine(supervisor).healthy
