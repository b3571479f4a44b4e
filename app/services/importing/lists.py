"""Beneficiaries from an association's list: one transaction, or nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from sqlmodel import Session

from app.db.store import Store
from app.domain.importing.columns import Column, Kind
from app.domain.importing.dictionary import Dictionary
from app.domain.importing.families import Family, group_families
from app.domain.importing.known import Identity
from app.domain.importing.list_row import ListRow
from app.domain.importing.plan_list import FamilyPlan, plan_families, refused, taken_before
from app.domain.importing.row_reader import RowReader
from app.services.day import calendar_day
from app.services.importing.people_on_file import identity_of, people_on_file
from app.services.importing.registering import new_household, new_member
from app.services.importing.result import ImportResult
from app.services.importing.running import Options, Plan, run, was_taken
from app.services.importing.source import Source, SourceSheet, open_source
from app.services.importing.village_of import VillageFinder
from app.services.importing.words_of_store import dictionary
from app.services.listings import ListTarget, put_on_list
from app.services.places import places
from app.services.progress import Report, unheard
from app.services.registration import add_household, add_people
from app.words.catalog import Words

LIST = "list"
"""The source of households that come from a list."""

_REPORT_EVERY = 50


def import_list(
    store: Store,
    path: Path,
    *,
    mapping: Mapping[str, Column] | None = None,
    dry_run: bool = False,
    rejects: Path | None = None,
    words: Words | None = None,
    progress: Report = unheard,
    listing: ListTarget | None = None,
) -> ImportResult:
    """Takes in the people of a list who are not on file, in one transaction.

    `mapping` names columns by their headers, over the guess. Rows that were not taken or have to
    be looked at are reported in `rejects` (default: beside the list) in the language of `words`.
    A dry run says what would be done and writes nothing. With `listing`, every household of the
    list, known before or not, is put on that list of a campaign.

    Raises HeaderNotFound, the Spreadsheet… errors, what `Store.write` and `files.new_file` raise,
    and whatever `progress` raises to stop it; then nothing was changed.
    """
    source = open_source(path, Kind.LIST, mapping)
    return take_list(store, source, Options(dry_run, rejects, words, progress, listing))


def take_list(store: Store, source: Source, options: Options) -> ImportResult:
    """`import_list` of a list that is open already."""
    finder = VillageFinder(places(store).gazetteer)
    return run(store, source, options, _ListImport(store, source, finder, options).plan)


@dataclass(frozen=True)
class _ListImport:
    """One list on its way in. Progress counts each row twice: read, then dealt with."""

    store: Store
    source: Source
    finder: VillageFinder
    options: Options

    def plan(self, session: Session) -> Plan:
        today = calendar_day(self.store)
        words = dictionary(session, today)
        rows = [list(self._read(sheet, words)) for sheet in self.source.sheets]
        families = [
            self._placed(family)
            for sheet, read in zip(self.source.sheets, rows, strict=True)
            for family in group_families(
                read,
                numbered=sheet.layout.has(Column.HOUSEHOLD_NO),
                related=sheet.layout.has(Column.RELATIONSHIP),
            )
        ]
        known = people_on_file(session, chain.from_iterable(rows))
        plans = list(plan_families(families, known, self._identify))
        outcomes = [refused(row) for row in chain.from_iterable(rows) if row.refusal]
        decided = [outcome for plan in plans for outcome in plan.outcomes]
        if was_taken(session, self.source):
            # Names and phones may have been corrected since, so that nothing says who they were.
            decided = [taken_before(outcome) for outcome in decided]
            plans = [replace(plan, new=()) for plan in plans]
        return Plan(outcomes + decided, partial(self._write, plans, today.isoformat()))

    def _read(self, sheet: SourceSheet, words: Dictionary) -> Iterator[ListRow]:
        reader = RowReader(sheet.layout, words, sheet.titles, sheet.name)
        total = 2 * self.source.row_count
        for done, row in enumerate(sheet.rows):
            if done % _REPORT_EVERY == 0:
                self.options.progress(done, total)
            yield reader.read(row)

    def _placed(self, family: Family) -> Family:
        """The family with what there is to say about its village, said once."""
        head, *others = family.rows
        remarks = (*head.remarks, *self.finder.find(head.place).remarks)
        return Family((replace(head, remarks=remarks), *others))

    def _identify(self, row: ListRow) -> Identity:
        return identity_of(row, self.finder.find(row.place))

    def _write(self, plans: Sequence[FamilyPlan], today: str, session: Session) -> None:
        total = 2 * self.source.row_count
        done = self.source.row_count
        households: dict[str, str] = {}
        for number, plan in enumerate(plans):
            if number % _REPORT_EVERY == 0:
                session.flush()
                self.options.progress(done, total)
            done += len(plan.outcomes)
            if plan.new and plan.household is None:
                command = new_household(
                    plan.new,
                    self.finder.find(plan.new[0].place),
                    source=LIST,
                    registered_on=today,
                )
                households[plan.id] = add_household(self.store, session, command).household_id
            elif plan.new and plan.household is not None:
                home = households.get(plan.household, plan.household)
                add_people(self.store, session, home, map(new_member, plan.new))
        if self.options.listing is not None:
            planned = {plan.id for plan in plans}
            homes = {plan.household or plan.id for plan in plans}
            named = {households.get(home, home) for home in homes} - planned
            put_on_list(session, self.options.listing, sorted(named))
        session.flush()
        self.options.progress(total, total)
