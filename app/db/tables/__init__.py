"""The tables, one file an area. `RECORDS` names every replicated one."""

from app.db.tables.alliance import Device, Disclosure, Grant, Organisation, User, Workspace
from app.db.tables.convoy import AidRecord, Convoy, Desk, ParkedCase, StockMovement
from app.db.tables.derived import aid_line, place
from app.db.tables.exchange import acknowledged, import_log, signed_head, trusted_workspace
from app.db.tables.journal import journal, metadata, own_device
from app.db.tables.local import Draft, ImportedFile, PrintJob, Setting
from app.db.tables.people import Household, Person, Proxy, Village
from app.db.tables.programme import AidItem, Campaign, Category, EntitlementRule, Initiative
from app.db.tables.replicated import RecordSpec, Replicated, spec_of, table_of
from app.db.tables.safety import Release, Revocation, TakingBack
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
    "Category",
    "Convoy",
    "Desk",
    "Device",
    "Disclosure",
    "Draft",
    "EntitlementRule",
    "Grant",
    "Household",
    "ImportedFile",
    "Initiative",
    "Organisation",
    "ParkedCase",
    "Person",
    "PrintJob",
    "Proxy",
    "RecordSpec",
    "Release",
    "Replicated",
    "Revocation",
    "Setting",
    "StockMovement",
    "TakingBack",
    "User",
    "Village",
    "Workspace",
    "acknowledged",
    "aid_line",
    "import_log",
    "journal",
    "metadata",
    "own_device",
    "place",
    "search_household",
    "search_person",
    "search_village",
    "signed_head",
    "spec_of",
    "table_of",
    "trusted_workspace",
]
