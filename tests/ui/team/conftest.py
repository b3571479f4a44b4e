"""A laptop with a team."""

import pytest

from app.domain.permissions import Role
from app.services.team.unlocking import set_pin
from app.services.users import UserForm, add_user
from tests.support.stores import cheap_derivation

PINS = {"سامية": "4821", "نادية": "2468"}


@pytest.fixture
def team(store):
    """Two volunteers with PINs, by name, beside the coordinator who opened the store."""
    made = {}
    with cheap_derivation():
        for name, pin in PINS.items():
            made[name] = add_user(store, UserForm(name, Role.VOLUNTEER))
            set_pin(store, made[name], pin)
    return made
