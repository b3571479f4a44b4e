"""Merging files: each copied off and verified, all in one transaction, none blocking the others."""

import contextlib
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, func, insert, select, text
from sqlmodel import Session

from app.db.arrivals import Stage, last_position, settle
from app.db.coverage import gaps
from app.db.identity import signing_keys
from app.db.store import Store
from app.db.tables import ServedElsewhere, import_log, journal
from app.db.trust import trust_of
from app.domain.journal.rights import Rights
from app.errors import (
    DiskFailed,
    FileDamaged,
    FileForOthers,
    FileMissing,
    FileNewer,
    FileOfAnotherWorkspace,
    OriginUntrusted,
    QafilaError,
)
from app.keys.age_identity import device_identity
from app.services.exchange.copies import Copy, copied
from app.services.exchange.reading import Intake, take_in
from app.services.exchange.rights_here import certified_by, coordinators, rights_here
from app.services.exchange.served import note_identities
from app.services.exchange.taken_before import taken_before
from app.services.exchange.totals import Totals, totals
from app.services.progress import Report, unheard
from app.sync.manifest import Kind


class Status(StrEnum):
    """What came of one file; of several that hold, the first."""

    DAMAGED = "damaged"
    FOR_OTHERS = "for_others"
    OTHER_WORKSPACE = "other_workspace"
    NEWER = "newer"
    UNTRUSTED = "untrusted"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    """The stick failed while the file was read."""
    KNOWN = "known"
    """Everything in it was here already."""
    UNKNOWN_DEVICE = "unknown_device"
    """Made by a laptop that nobody here has let in: all of it waits in quarantine."""
    GAPS = "gaps"
    """Taken in, and earlier changes of its laptops are missing."""
    QUARANTINED = "quarantined"
    HELD = "held"
    NEW = "new"


_REFUSED: dict[type[QafilaError], Status] = {
    FileDamaged: Status.DAMAGED,
    FileForOthers: Status.FOR_OTHERS,
    FileOfAnotherWorkspace: Status.OTHER_WORKSPACE,
    FileNewer: Status.NEWER,
    OriginUntrusted: Status.UNTRUSTED,
    FileMissing: Status.MISSING,
    DiskFailed: Status.UNREADABLE,
}


@dataclass(frozen=True)
class Gap:
    """Changes `first` to `last` of a device that are not here."""

    device_id: str
    first: int
    last: int


@dataclass(frozen=True)
class FileResult:
    """What came of one file: changes that were new, known, held and quarantined. `error` says why
    a file was refused."""

    path: Path
    status: Status
    new: int = 0
    known: int = 0
    held: int = 0
    quarantined: int = 0
    gaps: tuple[Gap, ...] = ()
    kind: str = ""
    origin: str = ""
    made_at: int = 0
    error: QafilaError | None = None


@dataclass(frozen=True)
class Merged:
    """A merge, or with `preview` what it would have done."""

    files: tuple[FileResult, ...]
    totals: Totals
    preview: bool


class _Undone(Exception):
    """Ends a preview's transaction."""


AtStage = Callable[[Stage], None]
"""Told each stage of a merge as it begins; it stops the merge by raising."""


def merge_files(
    store: Store,
    paths: Sequence[Path],
    *,
    preview: bool = False,
    report: Report = unheard,
    at: AtStage = lambda _: None,
) -> Merged:
    """Takes files in: all of them in one transaction, a bad one left out. `report` is told the
    bytes done of all, and `at` the stages; either stops the merge by raising, and nothing changed.

    Raises DiskFull, StoreReadOnly and what else befalls the store itself.
    """
    with ExitStack() as copies:
        at(Stage.COPY)
        sources = [copies.enter_context(copied(store.folder, path)) for path in paths]
        merge = _Merge(store, report, at, sum(copy.size for copy in sources))
        outcome: Merged | None = None
        with contextlib.suppress(_Undone), store.write() as session:
            outcome, touched = merge.run(session, sources, preview=preview)
            if preview:
                raise _Undone
            session.touched.update({name: set() for name in touched})
            at(Stage.SAVE)
    if outcome is None:
        raise AssertionError
    return outcome


@dataclass
class _Merge:
    """One run over all files, inside one transaction."""

    store: Store
    report: Report
    at: AtStage
    total: int
    done: int = 0
    gaps: dict[str, tuple[Gap, ...]] = field(default_factory=dict)

    def _say(self) -> None:
        self.report(self.done, self.total)

    def run(
        self, session: Session, copies: Sequence[Copy], *, preview: bool
    ) -> tuple[Merged, frozenset[str]]:
        connection = session.connection()
        start = last_position(connection)
        trust = trust_of(connection)
        before = rights_here(connection)
        takes_parts = self.store.device_id not in coordinators(before)
        identities = [device_identity(key) for key in signing_keys(connection)]
        identities += note_identities(connection)
        taken: list[tuple[FileResult, Intake | None, int, int]] = []
        self.at(Stage.READ)
        for copy in copies:
            intake = Intake(connection, trust, takes_parts, self._say)
            after = last_position(connection)
            known = taken_before(connection, copy.digest)
            if known is not None:
                intake.devices.add(known.origin)
                result = FileResult(copy.path, Status.KNOWN, known=known.changes)
                result = replace(
                    result, kind=known.kind, origin=known.origin, made_at=known.made_at
                )
            else:
                result = self._file(connection, copy, identities, intake)
            accepted = intake if result.error is None else None
            taken.append((result, accepted, after, last_position(connection)))
            self.done += copy.size
            self._say()
        told = any(intake is not None and intake.told for _, intake, *_ in taken)
        arrival = settle(connection, start, certified_by(trust), before, self.at, anew=told)
        self.at(Stage.COUNT)
        rights = rights_here(connection)
        results = [self._told(connection, rights, *one) for one in taken]
        _log(connection, self.store.sources.now(), taken, results, copies)
        merged = Merged(tuple(results), totals(session, start), preview)
        noted = {ServedElsewhere.__tablename__} if any(map(_is_note, results)) else set()
        return merged, arrival.record_types | noted

    def _file(
        self, connection: Connection, copy: Copy, identities: list[str], intake: Intake
    ) -> FileResult:
        """One file, undone to its savepoint where it is refused."""
        error = copy.error
        if copy.file is not None:
            savepoint = connection.begin_nested()
            try:
                take_in(copy.file, identities, intake)
            except tuple(_REFUSED) as refusal:
                savepoint.rollback()
                error = refusal
            else:
                savepoint.commit()
        read = intake.read
        result = FileResult(copy.path, Status.NEW, intake.new, intake.known, error=error)
        if read is not None:
            result = replace(result, kind=read.kind.value, origin=read.origin, made_at=read.made_at)
        if error is not None:
            return replace(result, status=_REFUSED[type(error)], new=0, known=0)
        return result

    def _told(
        self,
        connection: Connection,
        rights: Rights,
        result: FileResult,
        intake: Intake | None,
        before: int,
        after: int,
    ) -> FileResult:
        """With what is known only when all files are in and judged."""
        if intake is None:
            return result
        mine = (journal.c.position > before, journal.c.position <= after)
        count = select(func.count()).select_from(journal).where(*mine)
        partial = intake.read is not None and intake.read.more.get("partial") is True
        found = replace(
            result,
            held=int(connection.scalar(count.where(text("version IS NULL"))) or 0),
            quarantined=int(connection.scalar(count.where(text("skipped <> 0"))) or 0),
            gaps=()
            if partial
            else tuple(
                gap
                for device_id in sorted(intake.devices)
                for gap in self._gaps_of(connection, device_id)
            ),
        )
        return replace(found, status=_status(found, rights))

    def _gaps_of(self, connection: Connection, device_id: str) -> tuple[Gap, ...]:
        """Once all files are in: many of them are of the same few laptops."""
        if device_id not in self.gaps:
            missing = gaps(connection, device_id)
            self.gaps[device_id] = tuple(Gap(device_id, first, last) for first, last in missing)
        return self.gaps[device_id]


def _is_note(result: FileResult) -> bool:
    return result.kind == Kind.SERVED and result.status is Status.NEW


def _status(result: FileResult, rights: Rights) -> Status:
    if not result.new:
        return Status.KNOWN
    if result.kind == Kind.SERVED:
        return Status.NEW
    if result.origin not in rights.ceilings:
        return Status.UNKNOWN_DEVICE
    if result.gaps:
        return Status.GAPS
    if result.quarantined:
        return Status.QUARANTINED
    return Status.HELD if result.held else Status.NEW


def _log(
    connection: Connection,
    now: int,
    taken: Sequence[tuple[FileResult, Intake | None, int, int]],
    results: Sequence[FileResult],
    copies: Sequence[Copy],
) -> None:
    """The files of one merge have its number; between which ends of the journal each came."""
    merge_no = int(connection.scalar(select(func.max(import_log.c.merge_no))) or 0) + 1
    rows = [
        {
            "digest": copy.digest,
            "file": copy.path.name,
            "kind": result.kind,
            "origin": result.origin,
            "made_at": result.made_at,
            "status": result.status.value,
            "new": result.new,
            "known": result.known,
            "held": result.held,
            "quarantined": result.quarantined,
            "at": now,
            "merge_no": merge_no,
            "after": after,
            "until": until,
        }
        for result, copy, (_, _, after, until) in zip(results, copies, taken, strict=True)
    ]
    if rows:
        connection.execute(insert(import_log), rows)
