"""What laptops that do not know of each other bring to the review page."""

from datetime import date

from app.db.tables import Household
from app.services.day import choose_day
from tests.support.laptops import give_box, merged


def working(fleet, name):
    """A laptop of the convoy, with its day chosen."""
    laptop = fleet.laptop(name)
    choose_day(laptop, fleet.convoy.today.convoy_id, date(2025, 11, 22))
    return laptop


def call(store, household_id, phone):
    """Corrects the phone of a household."""
    with store.write() as session:
        session.get(Household, household_id).phone = phone


def phone_of(store, household_id):
    with store.read() as session:
        return session.get(Household, household_id).phone


def edited_apart(fleet, *phones):
    """The convoy's family with another phone on each laptop; all of them merged."""
    laptops = [working(fleet, f"مكتب {number}") for number in range(2, 2 + len(phones))]
    for laptop, phone in zip(laptops, phones, strict=True):
        call(laptop, fleet.convoy.household_id, phone)
    for laptop in laptops:
        merged(fleet.coordinator, fleet.export(laptop))
    return laptops


def given_twice(fleet):
    """The convoy's family given its box on two laptops; both merged."""
    laptops = [working(fleet, name) for name in ("مكتب 2", "مكتب 3")]
    given = [give_box(laptop, fleet.convoy.household_id) for laptop in laptops]
    for laptop in laptops:
        merged(fleet.coordinator, fleet.export(laptop))
    return given
