"""Double aid with what was decided, and each desk's overrides and voids."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import and_, case, func, select

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
    yield Table(DESKS, _desks(ask, scope))
    yield Table(REASONS, _reasons(ask, scope))


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
    one = and_(aid_line.c.aid_record_id == _CASE.aid_record_id, aid_line.c.rule_id == _CASE.rule_id)
    key = (_CASE.case_id, _CASE.rule_id, _CASE.household_id, _CASE.person_id)
    query = (
        select(
            *key,
            _RULE.c.item_id,
            _RULE.c.campaign_id,
            func.count(_CASE.aid_record_id.distinct()).label("hand_overs"),
            func.sum(aid_line.c.quantity).label("quantity"),
            func.min(aid_line.c.day).label("first_day"),
            func.max(aid_line.c.day).label("last_day"),
            func.count(aid_line.c.organisation_id.distinct()).label("organisations"),
        )
        .select_from(double_aid)
        .join(_RULE, _RULE.c.id == _CASE.rule_id)
        .join(aid_line, one)
        .group_by(*key)
        .order_by(func.max(aid_line.c.day).desc(), *key)
    )
    narrow = within(scope)
    if narrow:
        inside = select(aid_line.c.aid_record_id).where(*narrow)
        query = query.where(
            _CASE.case_id.in_(select(_CASE.case_id).where(_CASE.aid_record_id.in_(inside)))
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


def _desks(ask: Ask, scope: Scope) -> list[Row]:
    desk = (_RECORD.c.convoy_id, _RECORD.c.desk_id)
    query = select(
        *desk,
        func.count().label("hand_overs"),
        func.sum(case((_RECORD.c.voided.is_(True), 1), else_=0)).label("voided"),
    ).where(*within(scope, _RECORD))
    overridden = (
        select(
            aid_line.c.convoy_id,
            aid_line.c.desk_id,
            func.count(aid_line.c.aid_record_id.distinct()),
        )
        .where(aid_line.c.voided == 0, aid_line.c.reason != "", *within(scope))
        .group_by(aid_line.c.convoy_id, aid_line.c.desk_id)
    )
    against = {(row[0], row[1]): row[2] for row in ask.rows(overridden)}
    rows: list[Row] = []
    for row in ask.rows(query.group_by(*desk)):
        count = against.get((row.convoy_id, row.desk_id), 0)
        rows.append(
            (
                *_named(ask, row.convoy_id, row.desk_id),
                row.hand_overs,
                count,
                round(10_000 * count / row.hand_overs),
                row.voided,
                round(10_000 * row.voided / row.hand_overs),
            )
        )
    return sorted(rows, key=str)


def _reasons(ask: Ask, scope: Scope) -> list[Row]:
    counts: dict[tuple[str, str, str, str], int] = defaultdict(int)
    words = ask.words
    line = (aid_line.c.convoy_id, aid_line.c.desk_id, aid_line.c.reason)
    overrides = select(*line, func.count()).where(
        aid_line.c.voided == 0, aid_line.c.reason != "", *within(scope)
    )
    override = words.translate("Reports", "Override")
    for convoy_id, desk_id, reason, count in ask.rows(overrides.group_by(*line)):
        text = override_text(words, reason)
        counts[*_named(ask, convoy_id, desk_id), override, text] += count
    record = (_RECORD.c.convoy_id, _RECORD.c.desk_id, _RECORD.c.void_reason)
    voids = select(*record, func.count()).where(_RECORD.c.voided.is_(True), *within(scope, _RECORD))
    void = words.translate("Reports", "Void")
    for convoy_id, desk_id, reason, count in ask.rows(voids.group_by(*record)):
        text = void_reason_text(words, reason)
        counts[*_named(ask, convoy_id, desk_id), void, text] += count
    return [(*key, counts[key]) for key in sorted(counts)]


def _named(ask: Ask, convoy_id: str, desk_id: str | None) -> tuple[str, str]:
    return ask.convoys.get(convoy_id, ""), ask.desks.get(desk_id or "", "")
