"""Convoys are planned, listed and changed; what cannot be is refused by name."""

from dataclasses import replace

import pytest

from app.db.store import Store
from app.db.tables import Convoy
from app.domain.quantity import ONE
from app.errors import (
    ConvoyClosed,
    DatesMissing,
    DatesReversed,
    LabelMissing,
    RecordNotFound,
    VillagesMissing,
)
from app.services.convoys import (
    ConvoyForm,
    change_convoy,
    convoy_details,
    convoys,
    create_convoy,
)
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.void import undo_hand_over
from tests.support.convoys import BOX, BOX_RULE, small_convoy

FORM = ConvoyForm(
    name="قافلة جزيرة أولاد حمزة",
    starts_on="2026-11-22",
    ends_on="2026-11-23",
    villages=frozenset({"EG260903"}),
    organisations=frozenset({"orman"}),
    notes="من الثامنة صباحًا",
)


def test_what_was_planned_is_read_back(store: Store) -> None:
    convoy_id = create_convoy(store, replace(FORM, name="  قافلة   جزيرة أولاد حمزة "))
    details = convoy_details(store, convoy_id)
    assert details.form == FORM
    assert (details.families, details.hand_overs, details.voided) == (0, 0, 0)
    assert details.closed_at is None


@pytest.mark.parametrize(
    ("wrong", "cause"),
    [
        ({"name": "  "}, LabelMissing),
        ({"starts_on": ""}, DatesMissing),
        ({"ends_on": "2026-13-01"}, DatesMissing),
        ({"ends_on": "2026-11-21"}, DatesReversed),
        ({"villages": frozenset()}, VillagesMissing),
    ],
)
def test_a_plan_that_cannot_be_is_refused(store: Store, wrong, cause) -> None:
    with pytest.raises(cause):
        create_convoy(store, replace(FORM, **wrong))
    assert convoys(store) == ()


def test_a_change_replaces_the_whole_plan(store: Store) -> None:
    convoy_id = create_convoy(store, FORM)
    other = replace(FORM, name="أخرى", villages=frozenset({"EG260904"}), organisations=frozenset())
    change_convoy(store, convoy_id, other)
    assert convoy_details(store, convoy_id).form == other
    with pytest.raises(RecordNotFound):
        change_convoy(store, "nothing", other)


def test_the_list_shows_open_convoys_first_and_the_latest_first(store: Store) -> None:
    old = create_convoy(store, replace(FORM, starts_on="2026-01-01", ends_on="2026-01-01"))
    new = create_convoy(store, FORM)
    closed = create_convoy(store, replace(FORM, starts_on="2026-12-01", ends_on="2026-12-01"))
    with store.write() as session:
        row = session.get(Convoy, closed)
        assert row is not None
        row.closed_at = 1
    assert [line.id for line in convoys(store)] == [new, old, closed]
    assert [line.closed for line in convoys(store)] == [False, False, True]
    with pytest.raises(ConvoyClosed):
        change_convoy(store, closed, FORM)


def test_families_are_counted_once_and_voided_hand_overs_not_at_all(store: Store) -> None:
    small = small_convoy(store)
    line = GivenLine(BOX, ONE, BOX_RULE, reason="supervisor")
    for _ in range(2):
        record_hand_over(store, HandOver(small.household_id, (line,)))
    undone = record_hand_over(store, HandOver(small.household_id, (line,)))
    undo_hand_over(store, undone.aid_record_id)
    details = convoy_details(store, small.today.convoy_id)
    assert (details.families, details.hand_overs, details.voided) == (1, 2, 1)
    assert [desk.own for desk in details.desks] == [True]
    assert [line.families for line in convoys(store)] == [1]
