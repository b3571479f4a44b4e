"""The course of every import: plan, write, report, all in one transaction; or plan alone."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import Session, select

from app.db.store import Store
from app.db.tables import Disclosure, ImportedFile
from app.domain.importing.plan_list import Outcome
from app.domain.permissions import Action
from app.files import new_file
from app.services.importing.report import rejects_path, write_report
from app.services.importing.result import ImportResult, result_of
from app.services.importing.source import Source
from app.services.listings import ListTarget
from app.services.progress import Report, unheard
from app.services.rights import require_right
from app.words.catalog import Words

REJECTS = "rejects"


@dataclass(frozen=True)
class Options:
    """How an import is to be done: as a trial, reporting where, in whose words, heard by whom.
    `listing`: every household of the list is put on that list of a campaign."""

    dry_run: bool = False
    rejects: Path | None = None
    words: Words | None = None
    progress: Report = unheard
    listing: ListTarget | None = None


@dataclass(frozen=True)
class Plan:
    """What becomes of each row, and how to write it. `convoy` is the name of the convoy that
    hand-overs belong to, `actions` what writing it takes the right for."""

    outcomes: Sequence[Outcome]
    write: Callable[[Session], None]
    convoy: str = ""
    actions: tuple[Action, ...] = (Action.REGISTER,)


def run(
    store: Store, source: Source, options: Options, plan: Callable[[Session], Plan]
) -> ImportResult:
    """Plans, and unless it is a dry run writes the plan and its report; then all is committed.

    The report takes its name after the commit: there is none of an import that failed.
    """
    if options.dry_run:
        with store.read() as session:
            return result_of(source, plan(session), seen_before=was_taken(session, source))
    with ExitStack() as files, store.write() as session:
        planned = plan(session)
        result = result_of(source, planned, seen_before=was_taken(session, source))
        needed = planned.actions if result.taken else ()
        if options.listing is not None:
            needed += (Action.PLAN,)
        for action in needed:
            require_right(store, session, action)
        if needed:
            planned.write(session)
        if result.taken:
            _remember(store, session, source, result)
        if not result.worth_a_report:
            return result
        path = options.rejects or rejects_path(source.path)
        _disclose(store, session, source, result)
        session.flush()
        write_report(files.enter_context(new_file(path)), source, result, options.words or Words())
        return replace(result, rejects=path)


def was_taken(session: Session, source: Source) -> bool:
    """Whether this laptop took in this very file before, understood in the same way."""
    return session.get(ImportedFile, source.digest) is not None


def _remember(store: Store, session: Session, source: Source, result: ImportResult) -> None:
    session.merge(
        ImportedFile(
            digest=source.digest,
            kind=source.kind.value,
            rows=result.rows,
            taken=result.taken,
            known=result.known,
            refused=result.refused,
            at=store.sources.now(),
        )
    )


def _disclose(store: Store, session: Session, source: Source, result: ImportResult) -> None:
    """Journals once for each list, by its digest, that rows of it were written out again."""
    query = select(Disclosure).where(Disclosure.kind == REJECTS, Disclosure.digest == source.digest)
    if session.exec(query).first() is None:
        session.add(
            Disclosure(
                id=store.new_id(),
                kind=REJECTS,
                rows=sum(len(sheet.rows) for sheet in result.reports),
                digest=source.digest,
                at=store.sources.now(),
            )
        )
