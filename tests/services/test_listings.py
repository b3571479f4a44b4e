"""The approved and reserve lists of campaigns: from a file, one by one, and at the desk."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.db.store import Store
from app.domain.entitlement import Listing, Reason, State
from app.domain.permissions import Role
from app.errors import CampaignNotFound, RightMissing
from app.services.campaigns import campaign, save_campaign
from app.services.household_card import household_card
from app.services.importing.lists import import_list
from app.services.listings import (
    ListCounts,
    ListTarget,
    campaign_called,
    household_lists,
    list_counts,
    set_listing,
)
from tests.domain.importing.tables import MAN, WOMAN
from tests.services.importing.spreadsheets import xlsx
from tests.support.convoys import SmallConvoy, small_convoy
from tests.support.laptops import Fleet, merged

HEADER = ("الاسم", "الرقم القومي", "القرية")
ROWS = (("سعاد محمود علي", WOMAN, "سليم"), ("حسن سيد عوض", MAN, "سليم"))


@pytest.fixture
def convoy(store: Store) -> SmallConvoy:
    return small_convoy(store)


@pytest.fixture
def by_list(store: Store, convoy: SmallConvoy) -> str:
    """The convoy's campaign serves only households on its list."""
    save_campaign(store, replace(campaign(store, "campaign"), by_list=True), "campaign")
    return "campaign"


def answer(store: Store, household_id: str) -> tuple[State, Reason]:
    (first, *_) = household_card(store, household_id).items
    return first.answer.state, first.answer.reason


def test_a_file_puts_its_households_on_the_list_new_or_known(
    store: Store, by_list: str, tmp_path: Path
) -> None:
    import_list(store, xlsx(tmp_path / "known.xlsx", HEADER, ROWS[0]))
    path = xlsx(tmp_path / "approved.xlsx", HEADER, *ROWS)
    trial = import_list(store, path, listing=ListTarget(by_list, Listing.APPROVED), dry_run=True)
    assert (trial.taken, trial.known) == (1, 1)
    assert list_counts(store, by_list) == ListCounts(0, 0)
    import_list(store, path, listing=ListTarget(by_list, Listing.APPROVED))
    assert list_counts(store, by_list) == ListCounts(2, 0)
    import_list(store, path, listing=ListTarget(by_list, Listing.RESERVE))
    assert list_counts(store, by_list) == ListCounts(0, 2)


def test_the_desk_answers_by_the_list(store: Store, convoy: SmallConvoy, by_list: str) -> None:
    family = convoy.household_id
    assert answer(store, family) == (State.NOT_ELIGIBLE, Reason.NOT_LISTED)
    set_listing(store, by_list, family, Listing.RESERVE)
    assert answer(store, family) == (State.NEEDS_SUPERVISOR, Reason.ON_RESERVE)
    set_listing(store, by_list, family, Listing.APPROVED)
    assert answer(store, family)[0] is State.MAY_RECEIVE
    assert [(one.campaign_id, one.listing) for one in household_lists(store, family)] == [
        (by_list, Listing.APPROVED)
    ]
    set_listing(store, by_list, family, None)
    assert answer(store, family) == (State.NOT_ELIGIBLE, Reason.NOT_LISTED)
    assert list_counts(store, by_list) == ListCounts(0, 0)


def test_a_pack_carries_the_list_of_its_villages(
    store: Store, convoy: SmallConvoy, by_list: str, tmp_path: Path
) -> None:
    set_listing(store, by_list, convoy.household_id, Listing.RESERVE)
    fleet = Fleet(tmp_path, store, convoy)
    laptop = fleet.laptop("أ", Role.VOLUNTEER)
    found = household_lists(laptop, convoy.household_id)
    assert [one.listing for one in found] == [Listing.RESERVE]
    with pytest.raises(RightMissing):
        set_listing(laptop, by_list, convoy.household_id, Listing.APPROVED)
    merged(store, fleet.export(laptop))
    laptop.close()


def test_a_campaign_is_found_by_its_name(store: Store, by_list: str) -> None:
    assert campaign_called(store, "ايد واحده") == by_list
    with pytest.raises(CampaignNotFound):
        campaign_called(store, "لا شيء")
