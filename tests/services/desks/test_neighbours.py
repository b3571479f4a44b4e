"""One stick that goes from desk to desk."""

from pathlib import Path

import pytest

from app.domain.entitlement import State
from app.errors import (
    FileDamaged,
    FileForOthers,
    FileOfAnotherKind,
    NoConvoyToday,
    StoreReadOnly,
)
from app.keys.age_identity import convoy_identity, public_half
from app.services.day import forget_day
from app.services.desks.convoy_key import convoy_key_of
from app.services.desks.neighbours import exchange_notes
from app.services.exchange import export
from app.services.exchange.export import export_changes
from app.services.household_card import household_card
from tests.support.convoys import BOX
from tests.support.laptops import Fleet, give_box
from tests.support.raw import changes


def state_of(store, household_id: str) -> State:
    card = household_card(store, household_id)
    return next(one.answer.state for one in card.items if one.item.id == BOX)


def test_a_stick_that_goes_round_brings_every_desk_the_others(fleet: Fleet, stick: Path) -> None:
    first, second = (fleet.laptop(name) for name in ("مكتب 1", "مكتب 2"))
    family = fleet.convoy.household_id
    give_box(first, family)
    one = exchange_notes(first, stick)
    assert (one.read, one.new, one.told, one.refused) == (0, 0, 1, ())
    assert state_of(second, family) is State.MAY_RECEIVE
    two = exchange_notes(second, stick)
    assert (two.read, two.new, two.told) == (1, 1, 0)
    assert state_of(second, family) is State.ALREADY_RECEIVED
    again = exchange_notes(second, stick)
    assert (again.read, again.new) == (1, 0)
    assert len(list(stick.iterdir())) == 2
    back = exchange_notes(first, stick)
    assert (back.read, back.new, back.told) == (1, 0, 1)


def test_whoever_listens_hears_of_new_notes_alone(fleet: Fleet, stick: Path) -> None:
    first, second = (fleet.laptop(name) for name in ("مكتب 1", "مكتب 2"))
    give_box(first, fleet.convoy.household_id)
    exchange_notes(first, stick)
    heard: list[frozenset[str]] = []
    second.on_commit(heard.append)
    for _ in range(2):
        exchange_notes(second, stick)
    assert [one for one in heard if "served_elsewhere" in one] == [frozenset({"served_elsewhere"})]


def test_what_is_no_note_is_named_and_left_alone(
    fleet: Fleet, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (fleet.laptop(name) for name in ("مكتب 1", "مكتب 2"))
    give_box(first, fleet.convoy.household_id)
    exchange_notes(first, stick)
    (stick / "served-broken.qafila").write_bytes(b"nothing of ours")
    export_changes(first, stick / "served-export.qafila")
    with first.write() as session:
        key = convoy_key_of(session, first, fleet.convoy.today.convoy_id)
    with monkeypatch.context() as patch:  # an export that the convoy's key opens is still no note
        patch.setattr(export, "recipients", lambda *_: [public_half(convoy_identity(key))])
        export_changes(first, stick / "served-false.qafila")
    before = changes(second)
    outcome = exchange_notes(second, stick)
    assert (outcome.read, outcome.new) == (1, 1)
    assert {one.name: type(one.error) for one in outcome.refused} == {
        "served-broken.qafila": FileDamaged,
        "served-export.qafila": FileForOthers,
        "served-false.qafila": FileOfAnotherKind,
    }
    assert changes(second) == before


def test_a_stick_that_cannot_be_written_and_a_day_that_was_not_chosen(
    fleet: Fleet, stick: Path, store
) -> None:
    laptop = fleet.laptop("مكتب 1")
    with pytest.raises(StoreReadOnly):
        exchange_notes(laptop, stick / "gone")
    with laptop.write() as session:
        forget_day(session)
    with pytest.raises(NoConvoyToday):
        exchange_notes(laptop, stick)
    assert list(stick.iterdir()) == []
