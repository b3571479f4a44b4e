"""What a thorough look at a store found, in words."""

from typing import Final

from app.domain.health import Diagnosis, Fault, Finding
from app.words.catalog import Marked, Words, marked
from app.words.numbers import ltr

_DEVICE_SHOWN: Final = 8
"""So many signs of a device's id tell laptops apart for people."""

_OF_TABLES: Final = frozenset({Fault.TABLE_DIFFERS, Fault.DERIVED_DIFFERS})

FAULTS: Final[dict[Fault, Marked]] = {
    Fault.PAGES_DAMAGED: marked("Doctor", "Damaged pages of the file: {count}"),
    Fault.DATABASE_INCONSISTENT: marked("Doctor", "The database contradicts itself: {count}"),
    Fault.FOREIGN_KEYS_BROKEN: marked("Doctor", "Rows that point to nothing: {count}"),
    Fault.JOURNAL_MALFORMED: marked("Doctor", "Unreadable entries of the journal: {count}"),
    Fault.CHANGES_ALTERED: marked(
        "Doctor", "Laptop {where}: changes that were altered after they were written: {count}"
    ),
    Fault.CHAIN_UNLINKED: marked(
        "Doctor", "Laptop {where}: changes that do not follow the one before them: {count}"
    ),
    Fault.CHAIN_FORKED: marked(
        "Doctor",
        "Laptop {where}: numbers used twice, by a copied disk or a restored backup: {count}",
    ),
    Fault.CHAIN_BROKEN: marked("Doctor", "This laptop's own changes are missing: {count}"),
    Fault.CHANGES_AWAITED: marked(
        "Doctor", "Laptop {where}: changes that have not arrived here yet: {count}"
    ),
    Fault.CHANGES_HELD: marked("Doctor", "Changes that wait for others to arrive: {count}"),
    Fault.DEVICE_UNKNOWN: marked("Doctor", "Laptop {where} wrote changes and is not known here"),
    Fault.DEVICE_FALSE: marked("Doctor", "The name of laptop {where} is not that of its key"),
    Fault.OWN_KEY_FALSE: marked("Doctor", "The signing key kept here is not this laptop's"),
    Fault.WORKSPACE_UNCLEAR: marked("Doctor", "There is not exactly one workspace here"),
    Fault.CERTIFICATE_FALSE: marked(
        "Doctor", "Coordinators' certificates that the workspace did not sign: {count}"
    ),
    Fault.JUDGEMENTS_WRONG: marked(
        "Doctor", "Changes whose right to count is noted wrongly: {count}"
    ),
    Fault.VERSIONS_WRONG: marked(
        "Doctor", "Records whose order of changes is noted wrongly: {count}"
    ),
    Fault.TABLE_DIFFERS: marked(
        "Doctor", "Table {where}: rows that are not what the journal says: {count}"
    ),
    Fault.DERIVED_DIFFERS: marked(
        "Doctor", "Table {where}: derived rows that are not right: {count}"
    ),
}


def finding_text(words: Words, finding: Finding) -> str:
    """One finding in words."""
    where = finding.where if finding.fault in _OF_TABLES else finding.where[:_DEVICE_SHOWN]
    return words.of(FAULTS[finding.fault], count=finding.count, where=ltr(where))


def verdict_text(words: Words, diagnosis: Diagnosis) -> str:
    """What it all means, and what to do."""
    if diagnosis.healthy:
        return words.translate("Doctor", "The workspace is healthy.")
    if diagnosis.rebuild_helps:
        return words.translate(
            "Doctor", "The journal is whole; rebuild the tables from it (doctor --rebuild)."
        )
    return words.translate("Doctor", "Keep this folder as it is, and restore a backup.")
