"""A thorough look at a store, and mending what follows from the journal.

The journal is the truth: the look asks whether it is whole and genuine, and whether everything else
in the store is what follows from it. Rebuilding folds it into the tables anew.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlmodel import Session, col

from app.db import fold_tables, projections, search_index
from app.db.arrivals import judge_again, judgements
from app.db.identity import signing_key
from app.db.integrity import inspect_file, malformed_rows
from app.db.journal import device_changes, device_ids
from app.db.kept_heads import astray, kept_until
from app.db.store import Store
from app.db.tables import RECORDS, Device, Grant, Workspace, journal
from app.db.trust import trust_of
from app.domain.health import Diagnosis, Fault, Finding
from app.domain.journal.chain import inspect_chain
from app.domain.journal.change import Change, MalformedChange, check_shape, is_authentic
from app.domain.journal.fields import MalformedFields, decode_fields
from app.errors import JournalDamaged, StoreDamaged
from app.keys import signing
from app.services.exchange.rights_here import certified_by
from app.services.progress import Report, unheard
from app.services.workspace import COORDINATOR, certificate_text


@dataclass(frozen=True)
class Rebuilt:
    """How many records were folded anew, and where the backup from before is."""

    records: int
    backup: Path


def examine(store: Store, report: Report = unheard) -> Diagnosis:
    """Looks at the file, the journal, the keys, the tables and what derives from them; changes
    nothing. Reports changes done of all (each is looked at twice)."""
    look = _Look(store, report)
    try:
        complete = all(step() for step in (look.at_file, look.at_journal, look.at_tables))
    except StoreDamaged:
        look.find(Fault.DATABASE_INCONSISTENT)
        complete = False
    return Diagnosis(tuple(look.findings), look.changes, look.devices, complete)


def rebuild(store: Store, report: Report = unheard) -> Rebuilt:
    """Folds the journal into the tables anew, in one transaction, after a verified backup.

    Raises JournalDamaged (tables would be made worse by it: restore a backup), BackupFailed,
    DiskFull …; then nothing changed.
    """
    if not _Look(store, report).at_journal():
        raise JournalDamaged
    moment = datetime.fromtimestamp(store.sources.now() / 1000, UTC)
    backup = store.back_up(f"before-rebuild-{moment:%Y%m%dT%H%M%S}.db")
    with store.write() as session:
        connection = session.connection()
        judge_again(connection, certified_by(trust_of(connection)))
        records = fold_tables.rebuild(connection)
        session.touched.update({name: set() for name in RECORDS})
    return Rebuilt(records, backup)


@dataclass
class _Look:
    """One examination: each step adds its findings and says whether the next makes sense."""

    store: Store
    report: Report
    findings: list[Finding] = field(default_factory=list)
    changes: int = 0
    devices: int = 0
    _seen: int = field(default=0, init=False)

    def find(self, fault: Fault, count: int = 1, where: str = "") -> None:
        if count:
            self.findings.append(Finding(fault, count, where))

    def at_file(self) -> bool:
        with self.store.write() as session:  # which keeps everybody else from writing
            found = inspect_file(session.connection())
        self.find(Fault.PAGES_DAMAGED, found.damaged_pages)
        self.find(Fault.DATABASE_INCONSISTENT, found.complaints)
        self.find(Fault.FOREIGN_KEYS_BROKEN, found.broken_keys)
        return not found.damaged_pages and not found.complaints

    def at_journal(self) -> bool:
        with self.store.read() as session:
            connection = session.connection()
            self.changes = connection.scalar(select(func.count()).select_from(journal)) or 0
            malformed = malformed_rows(connection)
            self.find(Fault.JOURNAL_MALFORMED, malformed)
            if malformed:
                return False
            wrote = device_ids(connection)
            self.devices = len(wrote)
            for device_id in wrote:
                self._at_chain(connection, device_id)
            self._at_keys(session, wrote)
        return all(finding.fault is not Fault.CHANGES_ALTERED for finding in self.findings)

    def _at_chain(self, connection: Connection, device_id: str) -> None:
        altered = 0

        def genuine() -> Iterator[Change]:
            nonlocal altered
            for change in device_changes(connection, device_id):
                altered += not _is_genuine(change)
                self._step()
                yield change

        chain = inspect_chain(device_id, genuine())
        kept = kept_until(connection, device_id)
        missing = sum(max(0, last - max(first, kept + 1) + 1) for first, last in chain.gaps)
        unlinked = len(chain.unlinked) + astray(connection, device_id)
        own = device_id == self.store.device_id
        self.find(Fault.CHANGES_ALTERED, altered, device_id)
        self.find(Fault.CHAIN_BROKEN if own else Fault.CHANGES_AWAITED, missing, device_id)
        self.find(Fault.CHAIN_FORKED, len(chain.forked), device_id)
        self.find(Fault.CHAIN_UNLINKED, unlinked, device_id)

    def _at_keys(self, session: Session, wrote: list[str]) -> None:
        devices = {device.id: device.public_key for device in session.scalars(select(Device))}
        for device_id in sorted(set(wrote) - set(devices)):
            self.find(Fault.DEVICE_UNKNOWN, where=device_id)
        for device_id, public_key in sorted(devices.items()):
            if signing.device_id(_bytes(public_key)) != device_id:
                self.find(Fault.DEVICE_FALSE, where=device_id)
        own = signing_key(session.connection(), self.store.device_id)
        if signing.device_id(signing.public_key(own)) != self.store.device_id:
            self.find(Fault.OWN_KEY_FALSE, where=self.store.device_id)
        workspaces = session.scalars(select(Workspace)).all()
        if len(workspaces) != 1:
            self.find(Fault.WORKSPACE_UNCLEAR, count=len(workspaces) or 1)
            return
        (workspace,) = workspaces
        key = _bytes(workspace.public_key)
        grants = session.scalars(select(Grant).where(col(Grant.role) == COORDINATOR))
        false = 0
        for grant in grants:
            text = certificate_text(workspace.id, grant.subject_type, grant.subject_id, grant.role)
            false += not signing.verify(key, text, _bytes(grant.certificate))
        self.find(Fault.CERTIFICATE_FALSE, false)

    def at_tables(self) -> bool:
        with self.store.read() as session:
            connection = session.connection()
            held = select(func.count()).where(journal.c.version.is_(None))
            self.find(Fault.CHANGES_HELD, connection.scalar(held) or 0)
            judged = judgements(connection, certified_by(trust_of(connection)))
            wrong = sum(not right for _, right in judged)
            self.find(Fault.JUDGEMENTS_WRONG, wrong)
            versions, conflicts, rows = 0, 0, Counter[str]()
            found = fold_tables.differences(connection, self._step)
            for (record_type, _), columns in groupby(found, key=lambda one: one.record):
                names = {difference.column for difference in columns}
                versions += fold_tables.VERSION in names
                conflicts += fold_tables.CONFLICTS in names
                rows[record_type] += bool(names - {fold_tables.VERSION, fold_tables.CONFLICTS})
            self.find(Fault.VERSIONS_WRONG, versions)
            for name, count in sorted(rows.items()):
                self.find(Fault.TABLE_DIFFERS, count, name)
            if rows.total():
                return True  # what derives from wrong rows is neither right nor wrong
            derived = Counter(name for name, _ in projections.differences(connection))
            derived[fold_tables.CONFLICTS] += conflicts
        with self.store.write() as session:
            if not search_index.names_agree(session.connection()):
                derived[projections.SEARCH] += 1
        for name, count in sorted(derived.items()):
            self.find(Fault.DERIVED_DIFFERS, count, name)
        return True

    def _step(self) -> None:
        self._seen += 1
        if self._seen % _STEP == 0:
            self.report(self._seen, 2 * self.changes)


_STEP = 1_000
"""Changes between two reports."""


def _is_genuine(change: Change) -> bool:
    try:
        check_shape(change)
        decode_fields(change.fields or b"{}")
    except (MalformedChange, MalformedFields):
        return False
    return is_authentic(change)


def _bytes(text: str) -> bytes:
    """The bytes behind hex digits; none where they are not such."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
