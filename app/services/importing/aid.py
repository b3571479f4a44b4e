"""Hand-overs from a sheet kept by hand: one transaction, or nothing."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlmodel import Session
from sqlmodel import select as select_rows

from app.db.store import Store
from app.db.tables import AidRecord, Convoy, Organisation
from app.domain.importing.aid_row import AidReader, AidRow
from app.domain.importing.columns import Column, Kind
from app.domain.importing.dictionary import Dictionary
from app.domain.importing.known import Identity
from app.domain.importing.list_row import ListRow, Where
from app.domain.importing.plan_aid import (
    SHEET,
    AidPlan,
    AidPlanner,
    Handed,
    HandOverKey,
    Setting,
)
from app.domain.names import normalise
from app.domain.permissions import Action
from app.errors import ConvoyClosed
from app.services.convoy_lookup import convoy_called
from app.services.day import calendar_day
from app.services.importing.aid_on_file import MARK, aid_on_file
from app.services.importing.convoy_of_sheet import NEW, SheetConvoy, convoy_of_sheet
from app.services.importing.people_on_file import identity_of, people_on_file
from app.services.importing.registering import new_household
from app.services.importing.result import ImportResult
from app.services.importing.running import Options, Plan, run
from app.services.importing.source import Source, SourceSheet, open_source
from app.services.importing.village_of import VillageFinder
from app.services.importing.words_of_store import dictionary
from app.services.places import places
from app.services.progress import Report, unheard
from app.services.registration import add_household
from app.words.catalog import Words

NOT_ASKED: Final = "not_asked"
"""The answer of a line from a sheet: nobody asked the rules before it was handed over."""

_NOON: Final = dt.time(10, tzinfo=dt.UTC)
"""Midday in Egypt, since a sheet tells the day and not the hour."""
_REPORT_EVERY: Final = 50
_DIGEST_LETTERS: Final = 16


def import_aid(
    store: Store,
    path: Path,
    *,
    convoy: str | None = None,
    mapping: Mapping[str, Column] | None = None,
    dry_run: bool = False,
    rejects: Path | None = None,
    words: Words | None = None,
    progress: Report = unheard,
) -> ImportResult:
    """Records the hand-overs of a sheet that are not on file, in one transaction.

    `convoy` is a name or id; without it they belong to today's convoy, or else to the one of the
    sheet's day, which is made where there is none. People who are not on file are registered from
    their rows, with the source `sheet`. All else is as in `import_list`.

    Raises ConvoyNotFound, ConvoyNameShared, ConvoyClosed, ConvoyUndated, and what `import_list`
    raises; then nothing was changed.
    """
    chosen = None if convoy is None else convoy_called(store, convoy)
    source = open_source(path, Kind.AID, mapping)
    return take_aid(store, source, Options(dry_run, rejects, words, progress), chosen)


def take_aid(
    store: Store, source: Source, options: Options, convoy_id: str | None = None
) -> ImportResult:
    """`import_aid` of a sheet that is open already, for the convoy of that id."""
    finder = VillageFinder(places(store).gazetteer)
    work = _AidImport(store, source, finder, convoy_id, options.progress)
    return run(store, source, options, work.plan)


@dataclass(frozen=True)
class _AidImport:
    """One sheet on its way in. Progress counts each row twice: read, then dealt with."""

    store: Store
    source: Source
    finder: VillageFinder
    convoy_id: str | None
    progress: Report

    def plan(self, session: Session) -> Plan:
        words = dictionary(session, self._judged_on())
        rows = [row for sheet in self.source.sheets for row in self._read(sheet, words)]
        days = {row.day for row in rows if row.day is not None}
        convoy = convoy_of_sheet(session, self.convoy_id, self._title(), days)
        known = people_on_file(session, (row.person for row in rows))
        setting = Setting(
            convoy=convoy.id,
            day=self._titled_day() or convoy.today or convoy.starts_on,
            villages=convoy.villages,
            convoy_named=_convoys(session).get,
            organisation_named=_organisations(session).get,
            identify=self._identify,
            mark=self._mark,
        )
        on_file = aid_on_file(
            session, known.households(), days | {setting.day}, convoy.id, self._short_digest
        )
        planner = AidPlanner(known, on_file, setting)
        planner.add(rows)
        if planner.plan.hand_overs and convoy.closed:
            raise ConvoyClosed(convoy=convoy.name)
        write = partial(self._write, planner.plan, convoy)
        planning = (Action.PLAN,) if convoy.id == NEW else ()
        actions = (Action.REGISTER, Action.HAND_OVER, *planning)
        return Plan(planner.plan.outcomes, write, convoy.name, actions)

    @property
    def _short_digest(self) -> str:
        return self.source.digest[:_DIGEST_LETTERS]

    def _mark(self, where: Where) -> str:
        """The sheet's digest and the row's place: the same for the same file on every laptop."""
        sheets = [sheet.name for sheet in self.source.sheets]
        return f"{self._short_digest}/{sheets.index(where.sheet)}/{where.row}"

    def _judged_on(self) -> dt.date:
        """The day by which ages are told: the sheet's, or today where it tells none."""
        return self._titled_day() or calendar_day(self.store)

    def _titled_day(self) -> dt.date | None:
        days = (sheet.titles.day for sheet in self.source.sheets)
        return next((day for day in days if day is not None), None)

    def _title(self) -> str:
        titles = (sheet.titles.convoy for sheet in self.source.sheets)
        return next(filter(None, titles), self.source.path.stem)

    def _read(self, sheet: SourceSheet, words: Dictionary) -> Iterator[AidRow]:
        reader = AidReader(sheet.layout, words, sheet.titles, sheet.name)
        total = 2 * self.source.row_count
        for done, row in enumerate(sheet.rows):
            if done % _REPORT_EVERY == 0:
                self.progress(done, total)
            yield reader.read(row)

    def _identify(self, row: ListRow) -> Identity:
        """Where no village is known, the place says nothing of who somebody is."""
        place = self.finder.find(row.place)
        identity = identity_of(row, place)
        return identity if place.village_id else replace(identity, place="")

    def _write(self, plan: AidPlan, convoy: SheetConvoy, session: Session) -> None:
        convoy_id = self._convoy(session, convoy)
        people = self._register(plan, session, convoy)
        total = 2 * self.source.row_count
        done = total - len(plan.hand_overs)
        for number, (key, handed) in enumerate(plan.hand_overs.items()):
            if number % _REPORT_EVERY == 0:
                session.flush()
                self.progress(done + number, total)
            household, person = people.get(key.household, (key.household, key.person))
            session.add(self._record(key, handed, household, person, convoy, convoy_id))
        session.flush()
        self.progress(total, total)

    def _convoy(self, session: Session, convoy: SheetConvoy) -> str:
        if convoy.id != NEW:
            return convoy.id
        row = Convoy(
            id=self.store.new_id(),
            name=convoy.name,
            starts_on=convoy.starts_on.isoformat(),
            ends_on=convoy.ends_on.isoformat(),
        )
        session.add(row)
        return row.id

    def _register(
        self, plan: AidPlan, session: Session, convoy: SheetConvoy
    ) -> dict[str, tuple[str, str | None]]:
        """Household and person of each new one of the plan."""
        people: dict[str, tuple[str, str | None]] = {}
        for new_id, row in plan.new.items():
            place = self.finder.find(row.place)
            day = (self._titled_day() or convoy.starts_on).isoformat()
            command = new_household((row,), place, source=SHEET, registered_on=day)
            made = add_household(self.store, session, command)
            people[new_id] = made.household_id, made.person_ids[0]
        return people

    def _record(
        self,
        key: HandOverKey,
        handed: Iterable[Handed],
        household: str,
        person: str | None,
        convoy: SheetConvoy,
        convoy_id: str,
    ) -> AidRecord:
        return AidRecord(
            id=self.store.new_id(),
            convoy_id=convoy_id if key.convoy == convoy.id else key.convoy,
            organisation_id=key.organisation or convoy.organisation or None,
            household_id=household,
            person_id=person,
            lines=tuple(map(_line, handed)),
            paper_no=key.receipt_no,
            day=key.day.isoformat(),
            handed_at=int(dt.datetime.combine(key.day, _NOON).timestamp()) * 1000,
            source=SHEET,
            device_id=self.store.device_id,
            handed_by=self.store.actor,
        )


def _line(handed: Handed) -> dict[str, Any]:
    quantity = int(handed.given.quantity)
    return {
        "item": handed.given.item_id,
        "quantity": quantity,
        "ration": quantity,
        "answer": NOT_ASKED,
        MARK: handed.mark,
    }


@dataclass(frozen=True)
class _Named:
    """Ids by folded names; a name that several have means nobody."""

    ids: Mapping[str, str]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> "_Named":
        """From pairs of a name and an id."""
        found: dict[str, set[str]] = {}
        for name, record_id in pairs:
            found.setdefault(normalise(name), set()).add(record_id)
        return cls({name: min(ids) for name, ids in found.items() if name and len(ids) == 1})

    def get(self, words: str) -> str | None:
        """Who is called so."""
        return self.ids.get(normalise(words))


def _convoys(session: Session) -> _Named:
    return _Named.of((row.name, row.id) for row in session.exec(select_rows(Convoy)))


def _organisations(session: Session) -> _Named:
    rows = session.exec(select_rows(Organisation)).all()
    return _Named.of((name, row.id) for row in rows for name in (row.name_ar, row.name_en))
