"""The approved and reserve lists of campaigns: which households stand on them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, func, select
from sqlmodel import Session, col

from app.db.store import Store
from app.db.tables import Campaign, CampaignListing, table_of
from app.domain.entitlement import Listing
from app.domain.names import normalise
from app.domain.permissions import Action
from app.errors import CampaignNotFound
from app.services.rights import require_right

_ROW: Final = table_of(CampaignListing)
_OF_HOUSEHOLD: Final = select(_ROW.c.campaign_id, _ROW.c.listing).where(
    _ROW.c.household_id == bindparam("household"), _ROW.c.listing != ""
)


@dataclass(frozen=True)
class ListTarget:
    """The list of a campaign that households are put on."""

    campaign_id: str
    listing: Listing


@dataclass(frozen=True)
class ListCounts:
    """How many households stand on a campaign's lists."""

    approved: int
    reserve: int


def listings_of(session: Session, household_id: str) -> dict[str, Listing]:
    """By campaign, the list on which a household stands; one that a newer app knows is left out."""
    rows = session.connection().execute(_OF_HOUSEHOLD, {"household": household_id})
    return {row.campaign_id: Listing(row.listing) for row in rows if row.listing in set(Listing)}


def list_counts(store: Store, campaign_id: str) -> ListCounts:
    """How many households stand on the lists of a campaign."""
    query = (
        select(_ROW.c.listing, func.count())
        .where(_ROW.c.campaign_id == campaign_id)
        .group_by(_ROW.c.listing)
    )
    with store.read() as session:
        found: dict[str, int] = {row[0]: row[1] for row in session.connection().execute(query)}
    return ListCounts(found.get(Listing.APPROVED, 0), found.get(Listing.RESERVE, 0))


@dataclass(frozen=True)
class HouseholdListing:
    """Where a household stands on the lists of a campaign that goes by lists."""

    campaign_id: str
    campaign: str
    listing: Listing | None


def household_lists(store: Store, household_id: str) -> tuple[HouseholdListing, ...]:
    """For every campaign in use that goes by lists, the latest first."""
    with store.read() as session:
        found = listings_of(session, household_id)
        query = (
            select(col(Campaign.id), col(Campaign.name))
            .where(col(Campaign.by_list).is_(True), col(Campaign.active).is_(True))
            .order_by(func.coalesce(col(Campaign.starts_on), "").desc(), col(Campaign.name))
        )
        return tuple(
            HouseholdListing(row.id, row.name, found.get(row.id))
            for row in session.connection().execute(query)
        )


def set_listing(store: Store, campaign_id: str, household_id: str, listing: Listing | None) -> None:
    """Puts one household on a list of a campaign, or takes it off. Raises RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.PLAN)
        _put(session, campaign_id, household_id, listing.value if listing else "")


def put_on_list(session: Session, target: ListTarget, households: Iterable[str]) -> None:
    """Puts households on a list, in the transaction of the session."""
    for household_id in households:
        _put(session, target.campaign_id, household_id, target.listing.value)


def campaign_called(store: Store, name: str) -> str:
    """The id of a campaign by its name or id, the latest of that name. Raises CampaignNotFound."""
    wanted = normalise(name)
    with store.read() as session:
        query = select(col(Campaign.id), col(Campaign.name)).order_by(col(Campaign.id).desc())
        for row in session.connection().execute(query):
            if name == row.id or (wanted and normalise(row.name) == wanted):
                return str(row.id)
    raise CampaignNotFound(name=name)


def _put(session: Session, campaign_id: str, household_id: str, listing: str) -> None:
    row_id = f"{campaign_id}.{household_id}"
    row = session.get(CampaignListing, row_id)
    if row is None:
        row = CampaignListing(id=row_id, campaign_id=campaign_id, household_id=household_id)
        session.add(row)
    row.listing = listing
