"""The table of double aid: hand-overs that together are more than their rule ever allowed.

Lines of a rule per person are judged by the person, wherever they collected, all others by the
household; both as verdicts join them. Recomputed for whoever was touched, never accumulated.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    Text,
    column,
    delete,
    func,
    insert,
    literal_column,
    select,
    table,
    union,
)

from app.db.clusters import HOUSEHOLDS, PEOPLE, Clusters
from app.db.queries.rules import rules_of_items
from app.db.tables import (
    DoubleAidDecision,
    aid_line,
    double_aid,
    same_household,
    same_person,
    table_of,
)
from app.domain.double_aid import case_id, overfull
from app.domain.entitlement import problems
from app.domain.entitlement_types import Received, Rule
from app.domain.quantity import Quantity
from app.domain.rations import counts_for

_CHUNK = 500

_AID_TOUCHED: Final[Select[Any]] = (
    select(column("record_id", Text))
    .select_from(table("touched", schema="temp"))
    .where(column("record_type", Text) == "aid_record")
)

_ROW: Final[ColumnElement[int]] = literal_column("aid_line.rowid", Integer)


@dataclass(frozen=True)
class _Chosen:
    """Some hand-overs: conditions on their lines (any of them), and on the rows of their cases."""

    lines: tuple[ColumnElement[bool], ...]
    cases: ColumnElement[bool]


def _of_records(records: Select[Any] | Sequence[str]) -> _Chosen:
    return _Chosen(
        (aid_line.c.aid_record_id.in_(records),), double_aid.c.aid_record_id.in_(records)
    )


@dataclass(frozen=True)
class _Subject:
    """Whose hand-overs are counted together: households, or people; `lines` are those counted."""

    column: str
    lines: ColumnElement[bool]
    groups: Table
    member: str

    def candidates(self, connection: Connection, chosen: _Chosen | None) -> set[str]:
        """Those named by some hand-overs (None: by any) who may be in a case, or were in one."""
        subject, member = aid_line.c[self.column], self.groups.c[self.member]
        case = double_aid.c[self.column]
        # By the index alone: that one item was received in several lines is rare enough.
        several = (
            select(subject)
            .where(self.lines)
            .group_by(subject, aid_line.c.item_id)
            .having(func.count() > 1)
        )
        queries = [several, select(member), select(case).where(case != "")]
        if chosen is not None:
            named = union(
                *(select(subject).where(one, subject.is_not(None)) for one in chosen.lines)
            )
            limits = (subject.in_(named), member.in_(named), chosen.cases)
            queries = [query.where(limit) for query, limit in zip(queries, limits, strict=True)]
        return {one for query in queries for one in connection.scalars(query)}

    def canonical(self, connection: Connection, ids: set[str]) -> tuple[dict[str, str], set[str]]:
        """Of everybody in the groups of these the canonical id, and all canonical ids."""
        member, table = self.groups.c[self.member], self.groups
        least: dict[str, str] = {}
        for chosen in _chunks(ids):
            own = select(table.c.canonical_id).where(member.in_(chosen))
            query = select(member, table.c.canonical_id).where(table.c.canonical_id.in_(own))
            least.update((row[0], row[1]) for row in connection.execute(query))
        return least, {least.get(one, one) for one in ids}

    def write(self, connection: Connection, ids: set[str]) -> None:
        """Makes the cases of these subjects what their hand-overs say."""
        least, canonical = self.canonical(connection, ids)
        owner = double_aid.c[self.column]
        for chosen in _chunks(ids | canonical):
            connection.execute(delete(double_aid).where(owner.in_(chosen)))
        for chosen in _chunks(canonical):
            rows = list(self.rows(connection, chosen, least))
            if rows:
                connection.execute(insert(double_aid), rows)

    def rows(
        self, connection: Connection, canonical: Sequence[str], least: Mapping[str, str]
    ) -> Iterator[dict[str, str]]:
        """The rows of these canonical subjects."""
        members = {*canonical, *(one for one, first in least.items() if first in set(canonical))}
        owner = aid_line.c[self.column]
        query = select(
            owner.label("subject"),
            aid_line.c.aid_record_id,
            aid_line.c.item_id,
            aid_line.c.campaign_id,
            aid_line.c.rule_id,
            aid_line.c.quantity,
            aid_line.c.ration,
            aid_line.c.day,
        ).where(owner.in_(sorted(members)), aid_line.c.voided == 0, self.lines)
        lines = [(least.get(row.subject, row.subject), row) for row in connection.execute(query)]
        lines.sort(key=_subject_and_item)
        rules = _by_item(rules_of_items(connection, {row.item_id for _, row in lines}))
        other = "person_id" if self.column == "household_id" else "household_id"
        for (subject, item_id), group in groupby(
            lines, key=lambda line: (line[0], line[1].item_id)
        ):
            found = [row for _, row in group]
            for rule in rules.get(item_id, ()):
                for records in overfull(rule, _facts(rule, found, rules[item_id])):
                    case = case_id(records)
                    for record in sorted(records):
                        yield {
                            "case_id": case,
                            "rule_id": rule.id,
                            self.column: subject,
                            other: "",
                            "aid_record_id": record,
                        }


_SUBJECTS: Final = (
    _Subject("household_id", aid_line.c.person_id.is_(None), same_household, "household_id"),
    _Subject("person_id", aid_line.c.person_id.is_not(None), same_person, "person_id"),
)


def refresh(connection: Connection, touched: Mapping[str, Iterable[str]]) -> None:
    """Brings up to date the cases that records written here may have changed."""
    if _RULES & {name for name, ids in touched.items() if ids}:
        rebuild(connection)
        return
    for subject, found in zip(_SUBJECTS, _joined(connection, touched), strict=True):
        for chosen in _chunks(touched.get("aid_record", ())):
            found |= subject.candidates(connection, _of_records(chosen))
        if found:
            subject.write(connection, found)


def refresh_touched(
    connection: Connection, touched: Mapping[str, Iterable[str]], since: int | None
) -> None:
    """The same for the aid records of the temporary table `touched`, and those whose lines came
    after row `since`; rules and verdicts, of which there are few, are given."""
    joined = _joined(connection, touched)
    lines = () if since is None else (since < _ROW,)
    some = _of_records(_AID_TOUCHED)
    rules = any(touched.get(name) for name in _RULES)
    chosen = None if rules else replace(some, lines=(*some.lines, *lines))
    for subject, found in zip(_SUBJECTS, joined, strict=True):
        found |= subject.candidates(connection, chosen)
        if found:
            subject.write(connection, found)


def rebuild(connection: Connection) -> None:
    """Recomputes all groups of people and households, and all cases."""
    for clusters in _CLUSTERS:
        clusters.rebuild(connection)
    connection.execute(delete(double_aid))
    for subject in _SUBJECTS:
        subject.write(connection, subject.candidates(connection, None))


def differences(connection: Connection) -> Iterator[tuple[str, str]]:
    """By table, who is not in the groups or cases that they belong to; nothing is changed."""
    for clusters in _CLUSTERS:
        for one in clusters.differences(connection):
            yield clusters.table.name, one
    kept = {tuple(row) for row in connection.execute(select(double_aid))}
    fresh: set[tuple[Any, ...]] = set()
    for subject in _SUBJECTS:
        ids = subject.candidates(connection, None)
        least, canonical = subject.canonical(connection, ids)
        for chosen in _chunks(canonical):
            for row in subject.rows(connection, chosen, least):
                fresh.add(tuple(row[column.name] for column in double_aid.c))
    for case in sorted({row[0] for row in kept ^ fresh}):
        yield double_aid.name, case


def open_cases(connection: Connection) -> int:
    """How many cases nobody has decided."""
    return int(
        connection.scalar(select(func.count(double_aid.c.case_id.distinct())).where(UNDECIDED)) or 0
    )


_DECISION: Final = table_of(DoubleAidDecision)
UNDECIDED: Final = ~(
    select(_DECISION.c.id)
    .where(_DECISION.c.id == double_aid.c.case_id, _DECISION.c.decision != "")
    .exists()
)
"""Of a row of `double_aid`: no decision stands about its case."""

_RULES = frozenset({"entitlement_rule", "campaign"})
_CLUSTERS: tuple[Clusters, ...] = (HOUSEHOLDS, PEOPLE)


def _joined(connection: Connection, touched: Mapping[str, Iterable[str]]) -> list[set[str]]:
    """The households, and the people, whom touched verdicts join or part."""
    return [
        clusters.refresh(connection, ids) if (ids := touched.get(clusters.verdict.name)) else set()
        for clusters in _CLUSTERS
    ]


def _subject_and_item(line: tuple[str, Any]) -> tuple[str, str]:
    return line[0], line[1].item_id


def _by_item(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        if not problems(rule):
            found.setdefault(rule.item_id, []).append(rule)
    return found


def _facts(rule: Rule, rows: Iterable[Any], rules: Sequence[Rule]) -> list[Received]:
    """The lines that a rule counts: its own, and those of no rule (a sheet's) that can only be
    meant for it."""
    found = []
    for row in rows:
        fact = _fact(row)
        if row.rule_id == rule.id or (row.rule_id is None and _only_one(fact, rules) is rule):
            found.append(fact)
    return found


def _only_one(fact: Received, rules: Sequence[Rule]) -> Rule | None:
    meant = [rule for rule in rules if counts_for(fact, rule)]
    return meant[0] if len(meant) == 1 else None


def _fact(row: Any) -> Received:
    """A line as rules count it."""
    return Received(
        item_id=row.item_id,
        household_id="",
        day=date.fromisoformat(row.day),
        quantity=Quantity(row.quantity),
        campaign_id=row.campaign_id,
        ration=Quantity(row.ration) if row.rule_id else None,
        record_id=row.aid_record_id,
    )


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
