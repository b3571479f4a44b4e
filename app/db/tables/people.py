"""Households and their people; local villages; those who collect for others."""

from collections.abc import Mapping
from typing import ClassVar

from sqlalchemy import Index
from sqlmodel import Field

from app.db.tables.replicated import Replicated, elements


class Village(Replicated, table=True):
    """A place that the official list lacks: a hamlet (عزبة/نجع) inside a village, or a new village.
    Official villages come with the app and are not in the journal; `place` joins both."""

    __tablename__ = "village"

    name_ar: str = ""
    name_en: str = ""
    district_id: str = Field(default="", index=True)
    parent_id: str | None = None


class Household(Replicated, table=True):
    """A family that lives together. `number` is what people call it by; `declared_size` is what a
    list said when its members are not all registered; `source` is desk, list, sheet or paper."""

    __tablename__ = "household"
    composites: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "consent": ("consent", "consent_on", "consent_by", "consent_purpose", "consent_sharing"),
    }

    number: str = Field(default="", index=True)
    village_id: str = Field(default="", index=True)
    address: str = ""
    phone: str = Field(default="", index=True)
    declared_size: int | None = None
    categories: frozenset[str] = elements()
    notes: str = ""
    source: str = "desk"
    consent: str = ""
    consent_on: str | None = None
    consent_by: str = ""
    consent_purpose: str = ""
    consent_sharing: bool = False
    registered_on: str | None = None


class Person(Replicated, table=True):
    """A member of a household. `birth_precision` is day, month, year or age; `document_type` is
    national_id, another kind, or none with its reason in `document_no`."""

    __tablename__ = "person"
    __table_args__ = (
        Index(
            "ix_person_household",
            "household_id",
            "active",
            "sex",
            "birth_date",
            "birth_precision",
        ),
    )
    composites: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "birth": ("birth_date", "birth_precision"),
        "document": ("document_type", "document_no"),
    }

    household_id: str = ""
    name: str = ""
    sex: str = ""
    birth_date: str | None = None
    birth_precision: str = ""
    document_type: str = ""
    document_no: str = ""
    document_verified: bool = False
    phone: str = ""
    relationship: str = ""
    guardian_id: str | None = None
    categories: frozenset[str] = elements()
    notes: str = ""
    active: bool = True


class Proxy(Replicated, table=True):
    """Someone outside the household who collects for it; `stands` until the authorisation ends."""

    __tablename__ = "proxy"
    composites: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "document": ("document_type", "document_no"),
    }

    name: str = ""
    document_type: str = ""
    document_no: str = Field(default="", index=True)
    phone: str = ""
    relation: str = ""
    authorisation: str = ""
    stands: bool = True
