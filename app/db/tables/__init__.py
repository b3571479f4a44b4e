"""The tables, one file an area. `RECORDS` names every replicated one."""

from app.db.tables.alliance import Device, Disclosure, Grant, Organisation, User, Workspace
from app.db.tables.convoy import AidRecord, Convoy, Desk, ParkedCase, StockMovement
from app.db.tables.derived import aid_line, place
from app.db.tables.desk_day import Card, ConvoyKey, DeskClosing, ServedElsewhere
from app.db.tables.exchange import (
    acknowledged,
    given_by_others,
    import_log,
    kept_head,
    signed_head,
    told_skipped,
    trusted_workspace,
)
from app.db.tables.journal import journal, metadata, own_device
from app.db.tables.local import Draft, ImportedFile, PrintJob, Setting, UserPin
from app.db.tables.people import Household, Person, Proxy, Village
from app.db.tables.programme import AidItem, Campaign, Category, EntitlementRule, Initiative
from app.db.tables.replicated import RecordSpec, Replicated, spec_of, table_of
from app.db.tables.review import (
    DoubleAidDecision,
    HouseholdVerdict,
    PersonVerdict,
    double_aid,
    likely_pair,
    open_conflict,
    same_household,
    same_person,
)
from app.db.tables.safety import Erasure, Release, Revocation, TakingBack
from app.db.tables.search import (
    SEARCH_NAME_DDL,
    VILLAGE_SHIFT,
    search_household,
    search_person,
    search_village,
)

RECORDS: dict[str, RecordSpec] = {
    spec.record_type: spec
    for spec in map(
        spec_of,
        (
            Workspace,
            Organisation,
            Device,
            User,
            Grant,
            Revocation,
            Release,
            TakingBack,
            Erasure,
            Disclosure,
            Initiative,
            AidItem,
            Category,
            Campaign,
            EntitlementRule,
            Village,
            Household,
            Person,
            Proxy,
            Convoy,
            Desk,
            StockMovement,
            AidRecord,
            ParkedCase,
            DeskClosing,
            ConvoyKey,
            Card,
            PersonVerdict,
            HouseholdVerdict,
            DoubleAidDecision,
        ),
    )
}

__all__ = [
    "RECORDS",
    "SEARCH_NAME_DDL",
    "VILLAGE_SHIFT",
    "AidItem",
    "AidRecord",
    "Campaign",
    "Card",
    "Category",
    "Convoy",
    "ConvoyKey",
    "Desk",
    "DeskClosing",
    "Device",
    "Disclosure",
    "DoubleAidDecision",
    "Draft",
    "EntitlementRule",
    "Erasure",
    "Grant",
    "Household",
    "HouseholdVerdict",
    "ImportedFile",
    "Initiative",
    "Organisation",
    "ParkedCase",
    "Person",
    "PersonVerdict",
    "PrintJob",
    "Proxy",
    "RecordSpec",
    "Release",
    "Replicated",
    "Revocation",
    "ServedElsewhere",
    "Setting",
    "StockMovement",
    "TakingBack",
    "User",
    "UserPin",
    "Village",
    "Workspace",
    "acknowledged",
    "aid_line",
    "double_aid",
    "given_by_others",
    "import_log",
    "journal",
    "kept_head",
    "likely_pair",
    "metadata",
    "open_conflict",
    "own_device",
    "place",
    "same_household",
    "same_person",
    "search_household",
    "search_person",
    "search_village",
    "signed_head",
    "spec_of",
    "table_of",
    "told_skipped",
    "trusted_workspace",
]
