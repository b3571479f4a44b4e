"""What is given, under which initiative, and who may receive it how often."""

from sqlmodel import Field

from app.db.tables.replicated import Replicated, elements
from app.domain.quantity import ONE


class Initiative(Replicated, table=True):
    """A programme of the alliance, such as كتف في كتف."""

    __tablename__ = "initiative"

    name_ar: str = ""
    name_en: str = ""
    active: bool = True


class AidItem(Replicated, table=True):
    """Something handed over. `code` stands on receipts; `value` is in piastres per unit."""

    __tablename__ = "aid_item"

    code: int = Field(default=0, index=True)
    name_ar: str = ""
    name_en: str = ""
    kind: str = ""
    unit: str = ""
    value: int | None = None
    synonyms: frozenset[str] = elements()
    active: bool = True


class Category(Replicated, table=True):
    """A reason for priority, such as أرملة."""

    __tablename__ = "category"

    name_ar: str = ""
    name_en: str = ""
    synonyms: frozenset[str] = elements()
    active: bool = True


class Campaign(Replicated, table=True):
    """An initiative over a period; its rules say who may receive what, how often. `by_list`: only
    households on its approved list, or on its reserve list when a supervisor says so."""

    __tablename__ = "campaign"

    initiative_id: str | None = None
    name: str = ""
    starts_on: str | None = None
    ends_on: str | None = None
    active: bool = True
    by_list: bool = False


class CampaignListing(Replicated, table=True):
    """A household on a list of a campaign: approved or reserve, or empty once it was taken off.
    The id is made of both ids, so that a list taken in twice says the same."""

    __tablename__ = "campaign_listing"

    campaign_id: str = Field(default="", index=True)
    household_id: str = Field(default="", index=True)
    listing: str = ""


class EntitlementRule(Replicated, table=True):
    """One item of a campaign: for whom, how much, how often. Quantities are thousandths.

    `per` is household or person; `frequency` is once, every_days (of `days`) or at_most (`times`
    in the campaign); an empty set of villages or categories means any.
    """

    __tablename__ = "entitlement_rule"

    campaign_id: str = Field(default="", index=True)
    item_id: str = ""
    per: str = "household"
    frequency: str = "once"
    days: int | None = None
    times: int | None = None
    quantity: int = int(ONE)
    villages: frozenset[str] = elements()
    categories: frozenset[str] = elements()
    min_size: int | None = None
    max_size: int | None = None
    min_age: int | None = None
    max_age: int | None = None
    excluded_by: frozenset[str] = elements()
    active: bool = True
