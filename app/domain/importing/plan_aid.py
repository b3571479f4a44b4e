"""What a hand-over sheet would record: whose each row is, which rows are on file already.

Rows of one person, day, convoy and receipt number become one hand-over with several lines: the
person stood at the table once, and signed for each item. A row is on file when its household has
that item in that quantity on that day already, from whatever source; of n equal rows, n times.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from app.domain.importing.aid_row import AidRow, Given
from app.domain.importing.known import (
    Identity,
    KnownPeople,
    Match,
    contradicts,
    differences,
    nearly_equal,
)
from app.domain.importing.list_row import ListRow, Where
from app.domain.importing.plan_list import Outcome, State
from app.domain.importing.remarks import Code, Remark

SHEET = "sheet"
"""The source of records that come from a hand-over sheet."""

_PARTS = 4
"""Parts of a name that alone tell who somebody is, where nobody else on file has it."""
_PARTS_NEARBY = 3
"""The same among the people of the convoy's own villages."""

Line = tuple[str, str, int, str]
"""A line on file: household, item, quantity in thousandths, day."""


@dataclass
class LinesOnFile:
    """What was recorded before: how often each line, and which lines came from which rows of this
    very file (by their marks)."""

    lines: Counter[Line] = field(default_factory=Counter)
    of_rows: dict[str, list[Line]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Handed:
    """An item of a hand-over with the mark of its row."""

    given: Given
    mark: str


@dataclass(frozen=True, slots=True)
class HandOverKey:
    """What rows must have in common to be one hand-over; `household` and `person` are ids on file,
    or those of the plan's `new` people."""

    household: str
    person: str | None
    day: dt.date
    convoy: str
    organisation: str
    receipt_no: str


@dataclass
class AidPlan:
    """What to write, and what became of each row."""

    new: dict[str, ListRow] = field(default_factory=dict)
    """People to register, each in a household of their own, by the household's id in the plan."""
    hand_overs: dict[HandOverKey, list[Handed]] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)


@dataclass(frozen=True)
class Setting:
    """What rows are read against: the convoy and day of rows that name none, the convoy's
    villages, how the words for convoys and organisations are understood (None: not at all)."""

    convoy: str
    day: dt.date
    villages: frozenset[str]
    convoy_named: Callable[[str], str | None]
    organisation_named: Callable[[str], str | None]
    identify: Callable[[ListRow], Identity]
    mark: Callable[[Where], str]
    """What names a row of this very file, and tells nothing of who it is about."""


class AidPlanner:
    """Plans the rows of a sheet in their order."""

    def __init__(self, known: KnownPeople, on_file: LinesOnFile, setting: Setting) -> None:
        self._known = known
        self._lines = Counter(on_file.lines)
        self._rows_on_file = on_file.of_rows
        self._setting = setting
        self.plan = AidPlan()

    def add(self, rows: Sequence[AidRow]) -> None:
        """Decides on each row. Lines that came from rows of this very file are these rows' own."""
        for row in rows:
            for line in self._rows_on_file.get(self._setting.mark(row.person.where), ()):
                self._lines[line] -= 1
        for row in rows:
            self.plan.outcomes.append(self._decide(row))

    def _decide(self, row: AidRow) -> Outcome:
        where = row.person.where
        if row.refusal is not None:
            return Outcome(where, State.REFUSED, row.remarks)
        mark = self._setting.mark(where)
        if mark in self._rows_on_file:
            return Outcome(where, State.KNOWN, (Remark(Code.AID_ON_FILE),))
        day = row.day or self._setting.day
        sought = self._setting.identify(row.person)
        whose, remarks = self._whose(row, sought, day)
        if whose is None:
            return Outcome(where, State.REFUSED, (Remark(Code.NO_PERSON), *row.remarks))
        new = self._not_on_file(row, whose.household, day)
        if not new:
            return Outcome(where, State.KNOWN, (Remark(Code.AID_ON_FILE),))
        key = self._key(row, whose, day, remarks)
        self.plan.hand_overs.setdefault(key, []).extend(Handed(given, mark) for given in new)
        return Outcome(where, State.TAKEN, (*remarks, *row.remarks))

    def _key(
        self, row: AidRow, whose: Identity, day: dt.date, remarks: list[Remark]
    ) -> HandOverKey:
        setting = self._setting
        convoy = setting.convoy_named(row.convoy) if row.convoy else setting.convoy
        if convoy is None:
            remarks.append(Remark(Code.CONVOY_UNKNOWN, row.convoy))
        organisation = setting.organisation_named(row.organisation) if row.organisation else ""
        if organisation is None:
            remarks.append(Remark(Code.ORGANISATION_UNKNOWN, row.organisation))
        return HandOverKey(
            household=whose.household,
            person=whose.person or None,
            day=day,
            convoy=convoy or setting.convoy,
            organisation=organisation or "",
            receipt_no=row.receipt_no,
        )

    def _not_on_file(self, row: AidRow, household: str, day: dt.date) -> list[Given]:
        new: list[Given] = []
        for given in row.given:
            line = _line(household, given, day)
            if self._lines[line] > 0:
                self._lines[line] -= 1
            else:
                new.append(given)
        return new

    def _whose(
        self, row: AidRow, sought: Identity, day: dt.date
    ) -> tuple[Identity | None, list[Remark]]:
        match = (
            self._known.by_document(sought)
            or self._by_number(sought)
            or self._known.by_phone(sought)
            or (self._known.by_family(sought) if sought.place else None)
            or self._by_slip(sought)
        )
        if match is not None:
            self._known.learn(match, sought)
            return match.found, differences(match, sought)
        if not sought.name:
            return None, []
        several: list[Remark] = []
        found = self._by_name(row, sought, day, several)
        if found is None:
            return self._registered(row.person, sought), [
                Remark(Code.REGISTERED_FROM_SHEET),
                *several,
            ]
        by_name = Match(found, Code.MATCHED_BY_NAME)
        self._known.learn(by_name, sought)
        if found.where is not None:
            return found, []
        return found, [Remark(Code.MATCHED_BY_NAME), *differences(by_name, sought)]

    def _by_number(self, sought: Identity) -> Match | None:
        """By the family's number: the one of that name in it, or the family itself where the row
        gives no name and only one family has the number."""
        people = self._known.numbered(sought.household_no)
        if sought.name:
            named = [
                one for one in people if one.name == sought.name and not contradicts(one, sought)
            ]
            return Match(named[0], Code.SAME_NAME_AND_FAMILY) if named else None
        if len({one.household for one in people}) != 1:
            return None
        return Match(replace(people[0], person="", name=""), Code.SAME_NAME_AND_FAMILY)

    def _by_slip(self, sought: Identity) -> Match | None:
        """By the name and a number that differs by one slip of the pen."""
        number = sought.document.number
        found = [
            one
            for one in self._known.named(sought.name)
            if number and one.document.number and nearly_equal(one.document.number, number)
        ]
        return Match(found[0], Code.MATCHED_BY_NAME) if found else None

    def _by_name(
        self, row: AidRow, sought: Identity, day: dt.date, several: list[Remark]
    ) -> Identity | None:
        """By the name alone: of those who took just this that day, or were registered from this
        sheet, the first; else whoever is the only one of a name that is long enough."""
        named = [one for one in self._known.named(sought.name) if not contradicts(one, sought)]
        for one in named:
            if any(self._lines[_line(one.household, given, day)] > 0 for given in row.given):
                return one
        from_sheet = [one for one in named if one.source == SHEET]
        if any(one.where is not None for one in from_sheet):
            return next(one for one in from_sheet if one.where is not None)
        nearby = [one for one in named if one.place in self._setting.villages]
        parts = len(sought.name.split())
        for candidates, needed in ((nearby, _PARTS_NEARBY), (named, _PARTS), (from_sheet, 1)):
            if parts >= needed and len({one.household for one in candidates}) == 1:
                return candidates[0]
        if named:
            several.append(Remark(Code.SEVERAL_OF_NAME))
        return None

    def _registered(self, person: ListRow, sought: Identity) -> Identity:
        household = f"new:{len(self.plan.new)}"
        self.plan.new[household] = person
        one = replace(
            sought, household=household, person=household, source=SHEET, where=person.where
        )
        self._known.add(one)
        return one


def _line(household: str, given: Given, day: dt.date) -> Line:
    return household, given.item_id, int(given.quantity), day.isoformat()
