"""Merging files: each copied off and verified, all in one transaction, none blocking the others."""

import contextlib
from collections.abc import Callable, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection, func, insert, select
from sqlmodel import Session

from app.beside import Helper, helper
from app.db.arrivals import Stage, aside_between, last_position, settle
from app.db.coverage import gaps
from app.db.engine import large_cache
from app.db.identity import signing_keys
from app.db.pending_rows import PendingRows
from app.db.search_fill import index_rows
from app.db.store import Store
from app.db.tables import ServedElsewhere, import_log
from app.db.trust import Trust, trust_of
from app.domain.journal.rights import Rights
from app.keys.age_identity import device_identity
from app.services.exchange.copies import Copy, copied
from app.services.exchange.preparing import prepare
from app.services.exchange.reading import Intake
from app.services.exchange.results import REFUSED, FileResult, Gap, Merged, Status
from app.services.exchange.rights_here import certified_by, coordinators, rights_here
from app.services.exchange.served import note_identities
from app.services.exchange.taking import Taking, WrittenInVain
from app.services.exchange.totals import totals
from app.services.progress import Report, unheard
from app.sync.manifest import Kind

_WORTH_A_PROCESS = 1 << 20
"""Bytes of files, some ten thousand changes: fewer are in before a second process has started."""


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
        size = sum(copy.size for copy in sources)
        large = size >= _WORTH_A_PROCESS
        beside = helper(prepare, index_rows, worth_it=large)
        who = copies.enter_context(beside)
        merge = _Merge(store, report, at, size, who)
        try:
            return _written(merge, sources, large=large, preview=preview)
        except WrittenInVain:
            merge = _Merge(store, report, at, size, who, careful=True)
            return _written(merge, sources, large=large, preview=preview)


def _written(merge: "_Merge", sources: Sequence[Copy], *, large: bool, preview: bool) -> Merged:
    """The merge as one transaction. Raises WrittenInVain unless it is careful."""
    outcome: Merged | None = None
    with contextlib.suppress(_Undone), merge.store.write() as session:
        with large_cache(session.connection()) if large else nullcontext():
            outcome, touched = merge.run(session, sources, preview=preview)
        if preview:
            raise _Undone
        session.touched.update({name: set() for name in touched})
        merge.at(Stage.SAVE)
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
    helper: Helper
    careful: bool = False
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
        self.at(Stage.READ)
        taken = self._take(connection, copies, trust, before)
        told = any(one.error is None and one.intake.told for one in taken)
        certified = certified_by(trust)
        arrival = settle(
            connection, start, certified, before, self.at, anew=told, helper=self.helper
        )
        self.at(Stage.COUNT)
        rights = rights_here(connection)
        results = [self._told(connection, rights, one) for one in taken]
        _log(connection, self.store.sources.now(), taken, results)
        found = totals(session, start, arrival.convoys, lambda *_: self._say())
        merged = Merged(tuple(results), found, preview)
        noted = {ServedElsewhere.__tablename__} if any(map(_is_note, results)) else set()
        return merged, arrival.record_types | noted

    def _take(
        self, connection: Connection, copies: Sequence[Copy], trust: Trust, before: Rights
    ) -> list[Taking]:
        """Every file, each read while the one before is written."""
        takes_parts = self.store.device_id not in coordinators(before)
        identities = [device_identity(key) for key in signing_keys(connection)]
        identities += note_identities(connection)
        taken: list[Taking] = []
        accepted = PendingRows(connection)
        for copy in copies:
            if copy.file is not None:
                copy.file.seek(0)
            complete = taken[-1].complete if taken else _nothing
            intake = Intake(connection, trust, takes_parts, self._say, self.helper)
            taken.append(Taking(copy, intake, complete, accepted, self.careful))
            taken[-1].read(identities)
            complete()
            self.done += copy.size
            self._say()
        if taken:
            taken[-1].complete()
        accepted.write()
        return taken

    def _told(self, connection: Connection, rights: Rights, taking: Taking) -> FileResult:
        """What came of a file, as it is known only when all files are in and judged."""
        path, error, intake = taking.copy.path, taking.error, taking.intake
        if error is not None:
            result = FileResult(path, REFUSED[type(error)], error=error)
        elif taking.known is not None:
            result = FileResult(path, Status.KNOWN, known=taking.known.changes)
        else:
            result = FileResult(path, Status.NEW, intake.new, intake.known)
        said = taking.known or intake.read
        if said is not None:
            kind = str(said.kind)
            result = replace(result, kind=kind, origin=said.origin, made_at=said.made_at)
        if error is not None:
            return result
        held, quarantined = aside_between(connection, taking.after, taking.until)
        partial = intake.read is not None and intake.read.more.get("partial") is True
        found = replace(
            result,
            held=held,
            quarantined=quarantined,
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


def _nothing() -> None:
    """Before the first file there is none."""


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
    taken: Sequence[Taking],
    results: Sequence[FileResult],
) -> None:
    """The files of one merge have its number; between which ends of the journal each came."""
    merge_no = int(connection.scalar(select(func.max(import_log.c.merge_no))) or 0) + 1
    rows = [
        {
            "digest": taking.copy.digest,
            "file": taking.copy.path.name,
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
            "after": taking.after,
            "until": taking.until,
        }
        for result, taking in zip(results, taken, strict=True)
    ]
    if rows:
        connection.execute(insert(import_log), rows)
