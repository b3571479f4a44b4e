"""Planning, the catalogue and stock ask for a right before anything is written."""

import pytest

from app.db.store import Store
from app.domain.quantity import ONE
from app.domain.stock import MovementKind
from app.errors import RightMissing
from app.services.campaigns import CampaignForm, save_campaign
from app.services.catalogue import (
    ItemForm,
    Shelf,
    put_in_use,
    save_category,
    save_initiative,
    save_item,
)
from app.services.closing import Closing, close_convoy
from app.services.convoys import ConvoyForm, change_convoy, create_convoy
from app.services.organisations import OrganisationForm, save_organisation
from app.services.places import HamletForm, add_hamlet
from app.services.stock import NewMovement, movements, record_movement, void_movement
from tests.support.convoys import BOX, VILLAGE, small_convoy

FORM = ConvoyForm("قافلة", "2025-11-22", "2025-11-22", frozenset({VILLAGE}))


def changes(store: Store) -> int:
    with store.read() as session:
        counted = session.connection().exec_driver_sql("SELECT COUNT(*) FROM journal")
        return counted.scalar_one()


def test_nobody_without_a_grant_writes_any_of_it(store: Store) -> None:
    convoy = small_convoy(store).today
    load = movements(store, convoy.convoy_id)[0].id
    loading = NewMovement(convoy.convoy_id, BOX, MovementKind.LOADED, ONE, convoy.day)
    store.act_as("somebody", bytes(32))
    before = changes(store)
    for attempt in (
        lambda: create_convoy(store, FORM),
        lambda: change_convoy(store, convoy.convoy_id, FORM),
        lambda: close_convoy(store, Closing(convoy.convoy_id, {})),
        lambda: save_item(store, ItemForm("تمر", "kg")),
        lambda: save_category(store, "طالب"),
        lambda: save_initiative(store, "دفء"),
        lambda: save_organisation(store, OrganisationForm("جمعية")),
        lambda: save_campaign(store, CampaignForm("حملة")),
        lambda: put_in_use(store, Shelf.ITEMS, BOX, active=False),
        lambda: add_hamlet(store, HamletForm("نجع", VILLAGE)),
        lambda: record_movement(store, loading),
        lambda: void_movement(store, load, "mistyped"),
    ):
        with pytest.raises(RightMissing):
            attempt()
    assert changes(store) == before
