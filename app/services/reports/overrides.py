"""Double aid with what was decided, and each desk's overrides and voids."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import and_, func, select

from app.db.tables import (
    AidRecord,
    DoubleAidDecision,
    EntitlementRule,
    Household,
    Person,
    aid_line,
    double_aid,
    search_household,
    table_of,
)
from app.documents.figures import Column, Kind, ReportKind, Row, Table, TableKind
from app.services.reports import columns as shared
from app.services.reports.asking import Ask
from app.services.reports.scope import Scope, within
from app.services.reports.where import whereabouts
from app.words.aid import void_reason_text
from app.words.catalog import marked
from app.words.findings import finding_text
from app.words.override import override_text

_RECORD: Final = table_of(AidRecord)
_RULE: Final = table_of(EntitlementRule)
_HOME: Final = table_of(Household)
_PERSON: Final = table_of(Person)
_DECISION: Final = table_of(DoubleAidDecision)
_CASE: Final = double_aid.c

CASES: Final = TableKind(
    "cases",
    marked("Reports", "Double aid"),
    (
        shared.NUMBER,
        Column(
            "head",
            marked("Reports", "Family or person"),
            marked("Reports", "The head's name, or the person's where the rule is per person."),
            share=2.6,
        ),
        shared.VILLAGE,
        shared.ITEM,
        shared.CAMPAIGN,
        Column(
            "hand_overs",
            marked("Reports", "Hand-overs"),
            marked("Reports", "Hand-overs that together are more than the rule ever allowed."),
            Kind.NUMBER,
        ),
        shared.QUANTITY,
        Column(
            "first_day",
            marked("Reports", "First day"),
            marked("Reports", "The convoy day of the first of them."),
            Kind.DATE,
            1.2,
        ),
        Column(
            "last_day",
            marked("Reports", "Last day"),
            marked("Reports", "The convoy day of the last of them."),
            Kind.DATE,
            1.2,
        ),
        Column(
            "organisations",
            marked("Reports", "Organisations"),
            marked("Reports", "How many different organisations gave."),
            Kind.NUMBER,
        ),
        Column(
            "decision",
            marked("Reports", "Decision"),
            marked("Reports", "What somebody found it to be; empty while nobody decided."),
            share=1.8,
        ),
    ),
)
DESKS: Final = TableKind(
    "desks",
    marked("Reports", "Overrides and voids by desk"),
    (
        shared.CONVOY,
        shared.DESK,
        Column(
            "hand_overs",
            marked("Reports", "Hand-overs"),
            marked("Reports", "Hand-overs recorded at the desk, voided ones too."),
            Kind.NUMBER,
        ),
        Column(
            "overridden",
            marked("Reports", "Overridden"),
            marked("Reports", "Those that stand by which somebody went against an answer."),
            Kind.NUMBER,
        ),
        Column(
            "overridden_share",
            marked("Reports", "Overridden %"),
            marked("Reports", "Overridden of all that the desk recorded."),
            Kind.PERCENT,
        ),
        Column(
            "voided",
            marked("Reports", "Voided"),
            marked("Reports", "Hand-overs of the desk that were voided."),
            Kind.NUMBER,
        ),
        Column(
            "voided_share",
            marked("Reports", "Voided %"),
            marked("Reports", "Voided of all that the desk recorded."),
            Kind.PERCENT,
        ),
    ),
)
REASONS: Final = TableKind(
    "reasons",
    marked("Reports", "Reasons by desk"),
    (
        shared.CONVOY,
        shared.DESK,
        Column(
            "what",
            marked("Reports", "What"),
            marked("Reports", "An override or a void."),
            share=1.4,
        ),
        shared.REASON,
        Column(
            "count",
            marked("Reports", "Count"),
            marked("Reports", "Lines overridden, or hand-overs voided, for that reason."),
            Kind.NUMBER,
        ),
    ),
)
REPORT: Final = ReportKind(
    "double-aid",
    marked("Reports", "Double aid, overrides and voids"),
    marked(
        "Reports",
        "Families and people who received more than their rule ever allowed, with what was decided "
        "about it; and how often each desk went against an answer or voided. Nothing was refused: "
        "all of these hand-overs stand unless they were voided.",
    ),
    (CASES, DESKS, REASONS),
    landscape=True,
    personal=True,
)


def double_aid_report(ask: Ask, scope: Scope) -> Iterator[Table]:
    """The tables in order."""
    yield Table(CASES, _cases(ask, scope))
    counts = _counted(ask, scope)
    yield Table(DESKS, _desks(counts))
    yield Table(REASONS, [(*key, count) for key, count in sorted(counts.reasons.items())])


def _cases(ask: Ask, scope: Scope) -> list[Row]:
    """One row a case and rule; one that has a hand-over in the scope."""
    found = ask.rows(_case_query(scope))
    names = _names(ask, found)
    places = whereabouts(ask, {name.village_id for name in names.values()})
    decisions = {
        row.id: row.decision for row in ask.rows(select(_DECISION.c.id, _DECISION.c.decision))
    }
    rows: list[Row] = []
    for row in found:
        name = names.get(row.person_id or row.household_id)
        rows.append(
            (
                name.number if name else "",
                (name.name or "") if name else "",
                places[name.village_id].village if name else "",
                ask.item_name(row.item_id),
                ask.campaigns.get(row.campaign_id or "", ""),
                row.hand_overs,
                row.quantity,
                row.first_day,
                row.last_day,
                row.organisations,
                finding_text(ask.words, decisions.get(row.case_id, "")),
            )
        )
    return rows


def _case_query(scope: Scope) -> Any:
    # In the order in which the lines stand, each page of which is then read once; the limit keeps
    # the database from leaving the order out.
    cases = select(double_aid).order_by(_CASE.aid_record_id).limit(-1).subquery("ordered")
    case = cases.c
    one = and_(aid_line.c.aid_record_id == case.aid_record_id, aid_line.c.rule_id == case.rule_id)
    key = (case.case_id, case.rule_id, case.household_id, case.person_id)
    query = (
        select(
            *key,
            _RULE.c.item_id,
            _RULE.c.campaign_id,
            func.count(case.aid_record_id.distinct()).label("hand_overs"),
            func.sum(aid_line.c.quantity).label("quantity"),
            func.min(aid_line.c.day).label("first_day"),
            func.max(aid_line.c.day).label("last_day"),
            func.count(aid_line.c.organisation_id.distinct()).label("organisations"),
        )
        .select_from(cases)
        .join(_RULE, _RULE.c.id == case.rule_id)
        .join(aid_line, one)
        .group_by(*key)
        .order_by(func.max(aid_line.c.day).desc(), *key)
    )
    narrow = within(scope)
    if narrow:
        inside = select(aid_line.c.aid_record_id).where(*narrow)
        query = query.where(
            case.case_id.in_(select(_CASE.case_id).where(_CASE.aid_record_id.in_(inside)))
        )
    return query


def _names(ask: Ask, cases: Any) -> dict[str, Any]:
    """Number, name and village of the families and people that cases are of, by their ids."""
    if not cases:
        return {}
    of_families = select(_CASE.household_id).where(_CASE.household_id != "")
    of_people = select(_CASE.person_id).where(_CASE.person_id != "")
    head = _PERSON.alias("head")
    index = search_household
    families = (
        select(_HOME.c.id, _HOME.c.number, _HOME.c.village_id, head.c.name)
        .outerjoin(index, index.c.household_id == _HOME.c.id)
        .outerjoin(head, head.c.id == index.c.head_id)
        .where(_HOME.c.id.in_(of_families))
    )
    people = (
        select(_PERSON.c.id, _HOME.c.number, _HOME.c.village_id, _PERSON.c.name)
        .join(_HOME, _HOME.c.id == _PERSON.c.household_id)
        .where(_PERSON.c.id.in_(of_people))
    )
    return {row.id: row for row in (*ask.rows(families), *ask.rows(people))}


_Desk = tuple[str, str]
"""The names of a convoy and of a desk."""


@dataclass
class _Counts:
    """What the desks did; counted from one look at the lines and one at the hand-overs."""

    recorded: Counter[_Desk] = field(default_factory=Counter)
    voided: Counter[_Desk] = field(default_factory=Counter)
    overridden: dict[_Desk, set[str]] = field(default_factory=lambda: defaultdict(set))
    reasons: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)


def _counted(ask: Ask, scope: Scope) -> _Counts:
    counts, words = _Counts(), ask.words
    override = words.translate("Reports", "Override")
    void = words.translate("Reports", "Void")
    line, record = aid_line.c, _RECORD.c
    lines = select(line.convoy_id, line.desk_id, line.aid_record_id, line.reason)
    lines = lines.where(line.voided == 0, line.reason != "", *within(scope))
    for row in ask.rows(lines):
        desk = _named(ask, row.convoy_id, row.desk_id)
        counts.overridden[desk].add(row.aid_record_id)
        counts.reasons[*desk, override, override_text(words, row.reason)] += 1
    key = (record.convoy_id, record.desk_id, record.voided, record.void_reason)
    records = select(*key, func.count().label("count")).where(*within(scope, _RECORD))
    for row in ask.rows(records.group_by(*key)):
        desk = _named(ask, row.convoy_id, row.desk_id)
        counts.recorded[desk] += row[-1]
        if row.voided:
            counts.voided[desk] += row[-1]
            counts.reasons[*desk, void, void_reason_text(words, row.void_reason)] += row[-1]
    return counts


def _desks(counts: _Counts) -> list[Row]:
    rows: list[Row] = []
    for desk, recorded in sorted(counts.recorded.items()):
        against, voided = len(counts.overridden.get(desk, ())), counts.voided[desk]
        shares = (round(10_000 * against / recorded), round(10_000 * voided / recorded))
        rows.append((*desk, recorded, against, shares[0], voided, shares[1]))
    return rows


def _named(ask: Ask, convoy_id: str, desk_id: str | None) -> tuple[str, str]:
    return ask.convoys.get(convoy_id, ""), ask.desks.get(desk_id or "", "")
