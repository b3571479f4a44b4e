"""Making a report: its figures as of one moment, and a file of them."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import replace
from io import BufferedRandom
from pathlib import Path
from typing import BinaryIO, Final, cast

from sqlmodel import Session, col, select

from app.db.store import Store
from app.db.tables import Convoy, Household, Organisation, Person, User, Workspace
from app.documents.figures import Figures, Table
from app.documents.figures_csv import write_csv
from app.documents.figures_pdf import figures_pdf
from app.documents.figures_xlsx import write_xlsx
from app.errors import HouseholdNotFound, NoConvoyYet, ReportFormatUnknown
from app.files import new_file
from app.services.convoys import any_convoy
from app.services.day import day_in
from app.services.disclosures import journal_disclosure
from app.services.progress import Report, unheard
from app.services.reports.asking import Ask
from app.services.reports.registry import Offer, offer_called
from app.services.reports.scope import Scope
from app.services.uncollected import uncollected
from app.words import dates
from app.words.catalog import Words
from app.words.joined import joined
from app.words.named import name_of

FORMATS: Final = ("pdf", "xlsx", "csv")
_OF_WALK: Final = 0.9
"""How much of the work is done once all families are counted, where a report counts them."""


def make_figures(
    store: Store, name: str, scope: Scope, words: Words, report: Report = unheard
) -> Figures:
    """The report's figures as of the last commit; `report` hears hundredths, and may stop it at any
    time by raising.

    Raises ReportNotFound, NoConvoyYet (it is of a convoy and there is none), RecordNotFound (no
    such convoy), HouseholdNotFound (it is of a family and none is named, or none such).
    """
    offer = offer_called(name)
    with store.read() as session, uncollected():
        scope = _complete(session, offer, scope)
        tables: list[Table] = []
        share = 0.0

        def look() -> None:
            made = len(tables) / len(offer.kind.tables)
            report(round(100 * max(made, _OF_WALK * share)), 100)

        def walked(so_far: float) -> None:
            nonlocal share
            share = max(share, so_far)
            look()

        look()
        ask = Ask(session, words, look, walked, store.streamed_beside)
        for table in offer.tables(ask, scope):
            tables.append(table)
            look()
        giver, logo = _giver(session, scope, words)
        made_by = session.get(User, store.actor)
        return Figures(
            kind=offer.kind,
            subtitle=_subtitle(session, scope, words),
            giver=giver,
            made_at=store.sources.now(),
            made_by=made_by.name if made_by else "",
            tables=tuple(tables),
            logo=logo,
        )


def write_report(
    store: Store, name: str, scope: Scope, words: Words, path: Path, report: Report = unheard
) -> Figures:
    """Makes a report and writes it to `path`, whose ending says as what; that it was made is
    journalled.

    Raises ReportFormatUnknown, what `make_figures` raises, DiskFull, StoreReadOnly, DiskFailed,
    and whatever `report` raises; then there is no file.
    """
    format_of(path)
    figures = make_figures(store, name, scope, words, report)
    save_figures(store, figures, words, path)
    return figures


def save_figures(store: Store, figures: Figures, words: Words, path: Path) -> None:
    """Writes figures that were made before. Raises as `write_report`."""
    kind = format_of(path)
    with new_file(path) as file:
        _write(kind, figures, words, file)
        file.flush()
        file.seek(0)
        digest = hashlib.file_digest(cast("BufferedRandom", file), "sha256").hexdigest()
        journal_disclosure(store, f"report {figures.kind.name}", figures.rows, digest)


def print_figures(
    store: Store, figures: Figures, words: Words, send: Callable[[bytes], object]
) -> None:
    """Gives `send` the paper of figures that were made before. That it leaves the store is
    journalled first, so that no paper is without its record.

    Raises RightMissing and whatever `send` raises.
    """
    pdf = figures_pdf(figures, words)
    digest = hashlib.sha256(pdf).hexdigest()
    journal_disclosure(store, f"report {figures.kind.name}", figures.rows, digest)
    send(pdf)


def format_of(path: Path) -> str:
    """pdf, xlsx or csv. Raises ReportFormatUnknown."""
    ending = path.suffix.lower().lstrip(".")
    if ending not in FORMATS:
        raise ReportFormatUnknown(file=path.name)
    return ending


def _write(kind: str, figures: Figures, words: Words, file: BinaryIO) -> None:
    match kind:
        case "pdf":
            file.write(figures_pdf(figures, words))
        case "xlsx":
            write_xlsx(figures, words, file)
        case _:
            write_csv(figures, words, file)


def _complete(session: Session, offer: Offer, scope: Scope) -> Scope:
    """The scope with what the report cannot do without, and without what it takes no notice of."""
    if not offer.of_who:
        scope = replace(scope, household_id=None, person_id=None)
    elif session.get(Household, scope.household_id or "") is None:
        raise HouseholdNotFound
    if not offer.by_giver:
        scope = replace(scope, organisation_id=None)
    if scope.convoy_id is not None:
        any_convoy(session, scope.convoy_id)
    elif offer.of_convoy:
        scope = replace(scope, convoy_id=_convoy_meant(session))
    return scope


def _convoy_meant(session: Session) -> str:
    """The one that this desk works on, else the latest. Raises NoConvoyYet."""
    today = day_in(session)
    if today is not None:
        return today.convoy_id
    latest = select(Convoy.id).order_by(col(Convoy.starts_on).desc(), col(Convoy.id).desc())
    found = session.exec(latest).first()
    if found is None:
        raise NoConvoyYet
    return found


def _giver(session: Session, scope: Scope, words: Words) -> tuple[str, bytes | None]:
    """Whose paper it is: the organisation's whose aid it is about, else the workspace's."""
    convoy = session.get(Convoy, scope.convoy_id or "")
    known = scope.organisation_id
    if known is None and convoy is not None and len(convoy.organisations) == 1:
        (known,) = convoy.organisations
    organisation = session.get(Organisation, known or "")
    if organisation is not None:
        logo = base64.b64decode(organisation.logo) if organisation.logo else None
        return name_of(words, organisation), logo
    workspace = session.exec(select(Workspace)).first()
    return (workspace.name if workspace else ""), None


def _subtitle(session: Session, scope: Scope, words: Words) -> str:
    convoy = session.get(Convoy, scope.convoy_id or "")
    family = session.get(Household, scope.household_id or "")
    person = session.get(Person, scope.person_id or "")
    return joined(
        words,
        (
            convoy.name if convoy else "",
            family.number if family else "",
            person.name if person else "",
            _days(scope, convoy, words),
        ),
    )


def _days(scope: Scope, convoy: Convoy | None, words: Words) -> str:
    first = scope.first or (convoy.starts_on if convoy else None)
    last = scope.last or (convoy.ends_on or convoy.starts_on if convoy else None)
    if first and last:
        if first == last:
            return dates.long_day(words, first)
        return words.translate(
            "Reports",
            "{first} to {last}",
            first=dates.day(words, first),
            last=dates.day(words, last),
        )
    if first:
        return words.translate("Reports", "from {day}", day=dates.day(words, first))
    if last:
        return words.translate("Reports", "up to {day}", day=dates.day(words, last))
    return ""
