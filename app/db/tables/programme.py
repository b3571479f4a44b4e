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
    """An initiative over a period; its rules say who may receive what, how often."""

    __tablename__ = "campaign"

    initiative_id: str | None = None
    name: str = ""
    starts_on: str | None = None
    ends_on: str | None = None
    active: bool = True


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
