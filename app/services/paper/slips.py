"""Blank slips of a convoy: numbered once and for all, printed, counted as they come back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from app.db.journal_session import JournalSession
from app.db.store import Store
from app.db.tables import (
    AidItem,
    AidRecord,
    Convoy,
    EntitlementRule,
    Organisation,
    SlipRange,
    Workspace,
    journal,
)
from app.documents.slips import Slip, SlipSheet, slips_pdf
from app.domain.permissions import Action
from app.domain.slip_code import SlipCode, printed_number, write_slip
from app.domain.slip_numbers import PrintedNumbers, next_numbers
from app.errors import ConvoyNotFound
from app.files import write_file
from app.services.review.authors import Authors
from app.services.rights import require_right
from app.words.catalog import Words
from app.words.places import place_name

PER_SHEET: Final = 4
MOST_SHEETS: Final = 500
PAPER: Final = "paper"
"""The `source` of a hand-over that was typed in from a slip."""


@dataclass(frozen=True)
class Printing:
    """Slips that were printed together, by which laptop; `printed_at` in milliseconds UTC."""

    id: str
    first: str
    last: str
    count: int
    printed_at: int
    device: str
    here: bool


@dataclass(frozen=True)
class SlipCount:
    """How many slips of a convoy were printed, on any laptop known here, and how many of them are
    in; `missing` are numbers of the others, the first `MOST_MISSING` of them."""

    printings: tuple[Printing, ...]
    printed: int
    entered: int
    missing: tuple[str, ...]


MOST_MISSING: Final = 200


def number_slips(store: Store, convoy_id: str, sheets: int) -> str:
    """Takes the numbers of the next sheets for this laptop and returns the printing's id.

    They are taken before anything is printed: a number may be lost, but is never printed twice.
    Raises ConvoyNotFound, SlipNumbersUsedUp, RightMissing; ValueError for a count out of bounds.
    """
    if not 1 <= sheets <= MOST_SHEETS:
        raise ValueError("sheets")
    with store.write() as session:
        require_right(store, session, Action.HAND_OVER)
        _convoy(session, convoy_id)
        numbers = next_numbers(
            sheets * PER_SHEET,
            store.device_id,
            _printed(session, convoy_id),
            planned_here=_planned_by(session, convoy_id) == store.device_id,
        )
        made = SlipRange(
            id=store.new_id(),
            convoy_id=convoy_id,
            device_id=store.device_id,
            first_no=numbers.first,
            last_no=numbers.last,
            printed_at=store.sources.now(),
            printed_by=store.actor,
        )
        session.add(made)
        return made.id


def slips_of(store: Store, printing_id: str, words: Words) -> bytes:
    """The slips of one printing as a PDF: the same again each time. Raises ConvoyNotFound."""
    with store.read() as session:
        printing = session.get(SlipRange, printing_id)
        if printing is None:
            raise ConvoyNotFound(name=printing_id)
        convoy = _convoy(session, printing.convoy_id)
        sheet = _sheet(session, convoy, words)
        numbers = _by_the_pile(range(printing.first_no, printing.last_no + 1))
    slips = (
        Slip(printed_number(number), write_slip(SlipCode(convoy.id, number))) for number in numbers
    )
    return slips_pdf(sheet, slips, words)


def write_slips(store: Store, printing_id: str, words: Words, path: Path) -> None:
    """The same as a file. Raises ConvoyNotFound, DiskFull, StoreReadOnly, DiskFailed."""
    write_file(path, slips_of(store, printing_id, words))


def slip_count(store: Store, convoy_id: str) -> SlipCount:
    """What was printed for a convoy and what came back, as of the last commit."""
    with store.read() as session:
        rows = session.exec(
            select_rows(SlipRange)
            .where(SlipRange.convoy_id == convoy_id)
            .order_by(col(SlipRange.printed_at).desc(), col(SlipRange.id).desc())
        ).all()
        names = Authors(session).laptops
        numbers = sorted({no for row in rows for no in range(row.first_no, row.last_no + 1)})
        entered = set(
            session.connection().scalars(
                select(col(AidRecord.paper_no)).where(
                    col(AidRecord.convoy_id) == convoy_id,
                    col(AidRecord.source) == PAPER,
                    col(AidRecord.voided).is_(False),
                )
            )
        )
        missing = [one for one in map(printed_number, numbers) if one not in entered]
        return SlipCount(
            tuple(_printing(row, names, store.device_id) for row in rows),
            len(numbers),
            len(numbers) - len(missing),
            tuple(missing[:MOST_MISSING]),
        )


def _printing(row: SlipRange, names: Mapping[str, str], own: str) -> Printing:
    return Printing(
        row.id,
        printed_number(row.first_no),
        printed_number(row.last_no),
        row.last_no - row.first_no + 1,
        row.printed_at,
        names.get(row.device_id, ""),
        row.device_id == own,
    )


def _convoy(session: Session, convoy_id: str) -> Convoy:
    convoy = session.get(Convoy, convoy_id)
    if convoy is None:
        raise ConvoyNotFound(name=convoy_id)
    return convoy


def _printed(session: Session, convoy_id: str) -> Iterable[PrintedNumbers]:
    rows = session.exec(select_rows(SlipRange).where(SlipRange.convoy_id == convoy_id))
    return [PrintedNumbers(row.device_id, row.first_no, row.last_no) for row in rows]


def _planned_by(session: JournalSession, convoy_id: str) -> str | None:
    """The laptop that wrote the convoy's first change: the same one for every laptop."""
    query = (
        select(journal.c.device_id)
        .where(
            journal.c.record_type == "convoy",
            journal.c.record_id == convoy_id,
            journal.c.base == b"",
        )
        .order_by(journal.c.device_id)
    )
    return session.connection().scalar(query)


def _sheet(session: Session, convoy: Convoy, words: Words) -> SlipSheet:
    return SlipSheet(
        organisation=_organisation(session, convoy, words),
        convoy=convoy.name,
        day=convoy.starts_on or "",
        items=_items(session, convoy, words),
    )


def _organisation(session: Session, convoy: Convoy, words: Words) -> str:
    if len(convoy.organisations) == 1:
        row = session.get(Organisation, next(iter(convoy.organisations)))
        if row is not None:
            return place_name(words, row)
    workspace = session.exec(select_rows(Workspace)).first()
    return workspace.name if workspace else ""


def _items(session: Session, convoy: Convoy, words: Words) -> Sequence[str]:
    """What the convoy's campaigns give, by the items' numbers."""
    query = (
        select_rows(AidItem)
        .join(EntitlementRule, col(EntitlementRule.item_id) == col(AidItem.id))
        .where(
            col(EntitlementRule.campaign_id).in_(sorted(convoy.campaigns)),
            col(EntitlementRule.active),
        )
        .order_by(col(AidItem.code))
        .distinct()
    )
    return [place_name(words, row) for row in session.exec(query)]


def _by_the_pile(numbers: Sequence[int]) -> Iterable[int]:
    """In the order in which they are drawn, so that the sheets, cut through as one pile, give four
    piles whose numbers run on."""
    sheets = len(numbers) // PER_SHEET
    return [
        numbers[place * sheets + sheet] for sheet in range(sheets) for place in range(PER_SHEET)
    ]
