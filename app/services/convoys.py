"""Convoys: planning one, changing it, and what a list or its form shows of it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from app.db.store import Store
from app.db.tables import AidRecord, Convoy, Desk
from app.domain.permissions import Action
from app.errors import (
    ConvoyClosed,
    DatesMissing,
    DatesReversed,
    LabelMissing,
    RecordNotFound,
    VillagesMissing,
)
from app.services.named import cleaned
from app.services.rights import require_right


@dataclass(frozen=True)
class ConvoyForm:
    """What is planned: days as `YYYY-MM-DD`, sets of ids."""

    name: str
    starts_on: str
    ends_on: str
    villages: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    campaigns: frozenset[str] = frozenset()
    notes: str = ""


@dataclass(frozen=True)
class ConvoySummary:
    """A convoy in a list. `families` were served at least once, by hand-overs that stand."""

    id: str
    name: str
    starts_on: str
    ends_on: str
    villages: frozenset[str]
    families: int
    closed: bool


@dataclass(frozen=True)
class DeskLine:
    """A desk of a convoy; `own` when it is this laptop's."""

    id: str
    name: str
    own: bool


@dataclass(frozen=True)
class ConvoyDetails:
    """One convoy whole; `closed_at` in milliseconds UTC, None while it is open."""

    id: str
    form: ConvoyForm
    desks: tuple[DeskLine, ...]
    families: int
    hand_overs: int
    voided: int
    closed_at: int | None
    closing_note: str


def create_convoy(store: Store, form: ConvoyForm) -> str:
    """Writes a new convoy and returns its id.

    Raises LabelMissing, DatesMissing, DatesReversed, VillagesMissing, RightMissing.
    """
    form = _checked(form)
    convoy = Convoy(id=store.new_id())
    _fill(convoy, form)
    with store.write() as session:
        require_right(store, session, Action.PLAN)
        session.add(convoy)
    return convoy.id


def change_convoy(store: Store, convoy_id: str, form: ConvoyForm) -> None:
    """Raises RecordNotFound, ConvoyClosed, and what `create_convoy` raises."""
    form = _checked(form)
    with store.write() as session:
        require_right(store, session, Action.PLAN)
        _fill(open_convoy(session, convoy_id), form)


def open_convoy(session: Session, convoy_id: str) -> Convoy:
    """The row of a convoy that may still be written to. Raises RecordNotFound, ConvoyClosed."""
    convoy = any_convoy(session, convoy_id)
    if convoy.closed_at is not None:
        raise ConvoyClosed(convoy=convoy.name)
    return convoy


def any_convoy(session: Session, convoy_id: str) -> Convoy:
    """The row of a convoy, open or closed. Raises RecordNotFound."""
    convoy = session.get(Convoy, convoy_id)
    if convoy is None:
        raise RecordNotFound
    return convoy


def convoys(store: Store) -> tuple[ConvoySummary, ...]:
    """All convoys, the open ones first, the latest first among each."""
    with store.read() as session:
        counted = session.connection().execute(
            select(
                col(AidRecord.convoy_id),
                func.count(func.distinct(col(AidRecord.household_id))),
            )
            .where(col(AidRecord.voided).is_(False))
            .group_by(col(AidRecord.convoy_id))
        )
        served = {row[0]: int(row[1]) for row in counted}
        rows = session.exec(
            select_rows(Convoy).order_by(
                col(Convoy.closed_at).is_not(None),
                col(Convoy.starts_on).desc(),
                col(Convoy.id).desc(),
            )
        )
        return tuple(
            ConvoySummary(
                id=row.id,
                name=row.name,
                starts_on=row.starts_on or "",
                ends_on=row.ends_on or row.starts_on or "",
                villages=row.villages,
                families=served.get(row.id, 0),
                closed=row.closed_at is not None,
            )
            for row in rows
        )


def convoy_details(store: Store, convoy_id: str) -> ConvoyDetails:
    """Raises RecordNotFound."""
    with store.read() as session:
        convoy = any_convoy(session, convoy_id)
        desks = session.exec(
            select_rows(Desk).where(Desk.convoy_id == convoy_id).order_by(col(Desk.name))
        )
        stands = col(AidRecord.voided).is_(False)
        families, hand_overs, total = (
            session.connection()
            .execute(
                select(
                    func.count(func.distinct(col(AidRecord.household_id))).filter(stands),
                    func.count().filter(stands),
                    func.count(),
                ).where(col(AidRecord.convoy_id) == convoy_id)
            )
            .one()
        )
        return ConvoyDetails(
            id=convoy.id,
            form=_form_of(convoy),
            desks=tuple(DeskLine(d.id, d.name, d.device_id == store.device_id) for d in desks),
            families=families,
            hand_overs=hand_overs,
            voided=total - hand_overs,
            closed_at=convoy.closed_at,
            closing_note=convoy.closing_note,
        )


def _checked(form: ConvoyForm) -> ConvoyForm:
    name = cleaned(form.name)
    if not name:
        raise LabelMissing
    try:
        first, last = date.fromisoformat(form.starts_on), date.fromisoformat(form.ends_on)
    except ValueError as error:
        raise DatesMissing from error
    if last < first:
        raise DatesReversed
    if not form.villages:
        raise VillagesMissing
    return ConvoyForm(
        name=name,
        starts_on=first.isoformat(),
        ends_on=last.isoformat(),
        villages=form.villages,
        organisations=form.organisations,
        campaigns=form.campaigns,
        notes=form.notes.strip(),
    )


def _fill(convoy: Convoy, form: ConvoyForm) -> None:
    convoy.name = form.name
    convoy.starts_on = form.starts_on
    convoy.ends_on = form.ends_on
    convoy.villages = form.villages
    convoy.organisations = form.organisations
    convoy.campaigns = form.campaigns
    convoy.notes = form.notes


def _form_of(convoy: Convoy) -> ConvoyForm:
    return ConvoyForm(
        name=convoy.name,
        starts_on=convoy.starts_on or "",
        ends_on=convoy.ends_on or convoy.starts_on or "",
        villages=convoy.villages,
        organisations=convoy.organisations,
        campaigns=convoy.campaigns,
        notes=convoy.notes,
    )
