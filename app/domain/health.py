"""What can be wrong with a store, and what was found."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """One kind of thing that a thorough look can find; the words stand in `app.words.doctor`."""

    PAGES_DAMAGED = "pages_damaged"
    """Pages of the file that do not decrypt to what was written."""
    DATABASE_INCONSISTENT = "database_inconsistent"
    """SQLite's own check found its structures at odds."""
    FOREIGN_KEYS_BROKEN = "foreign_keys_broken"
    JOURNAL_MALFORMED = "journal_malformed"
    """Rows of the journal that cannot be changes at all."""
    CHANGES_ALTERED = "changes_altered"
    """Changes of a device whose content is no longer what their hash stands for."""
    CHAIN_UNLINKED = "chain_unlinked"
    """Changes that do not follow the one before them."""
    CHAIN_FORKED = "chain_forked"
    """Numbers that a device used twice: a cloned disk or a restored backup."""
    CHAIN_BROKEN = "chain_broken"
    """Numbers that are missing from this laptop's own chain."""
    CHANGES_AWAITED = "changes_awaited"
    """Numbers of another laptop that have not arrived here yet."""
    CHANGES_HELD = "changes_held"
    """Changes that wait for another that they build on."""
    DEVICE_UNKNOWN = "device_unknown"
    """A device wrote changes and no record introduces it."""
    DEVICE_FALSE = "device_false"
    """A device's id is not the fingerprint of its key."""
    OWN_KEY_FALSE = "own_key_false"
    """The private key kept here is not that of the device that writes here."""
    WORKSPACE_UNCLEAR = "workspace_unclear"
    """There is not exactly one workspace."""
    CERTIFICATE_FALSE = "certificate_false"
    """A coordinator's certificate that the workspace key did not sign."""
    JUDGEMENTS_WRONG = "judgements_wrong"
    """Changes that are noted to count and have no right to, or the other way round."""
    VERSIONS_WRONG = "versions_wrong"
    """Changes whose noted version is not the derived one."""
    TABLE_DIFFERS = "table_differs"
    """Rows that are not what the journal says."""
    DERIVED_DIFFERS = "derived_differs"
    """Rows of a derived table that are not what the records say."""


NOTICES = frozenset({Fault.CHANGES_AWAITED, Fault.CHANGES_HELD})
"""What is normal between exchanges and harms nothing."""

MENDED_BY_REBUILD = frozenset(
    {
        Fault.JUDGEMENTS_WRONG,
        Fault.VERSIONS_WRONG,
        Fault.TABLE_DIFFERS,
        Fault.DERIVED_DIFFERS,
    }
)


@dataclass(frozen=True)
class Finding:
    """One fault, how often, and where: a table's name or a device's id; never a person's data."""

    fault: Fault
    count: int = 1
    where: str = ""


@dataclass(frozen=True)
class Diagnosis:
    """What a thorough look found, and how much it looked at. `complete` is False where damage kept
    the rest from being looked at."""

    findings: tuple[Finding, ...]
    changes: int
    devices: int
    complete: bool = True

    @property
    def healthy(self) -> bool:
        """Whether nothing is wrong; notices are not faults."""
        return self.complete and all(finding.fault in NOTICES for finding in self.findings)

    @property
    def rebuild_helps(self) -> bool:
        """Whether all that is wrong is mended by folding the journal into the tables again."""
        return self.complete and all(
            finding.fault in NOTICES | MENDED_BY_REBUILD for finding in self.findings
        )
