"""Announced against actual ration, and why they differ."""

from typing import Final

from sqlalchemy import case, func, null, select

from app.db.tables import aid_line
from app.documents.figures import Column, Kind, Row, TableKind
from app.services.reports import columns as shared
from app.services.reports.asking import Ask
from app.services.reports.scope import Scope, given, within
from app.words.catalog import Marked, marked
from app.words.override import override_text

_LINE: Final = aid_line.c

RATIONS: Final = TableKind(
    "rations",
    marked("Reports", "Announced and actual ration"),
    (
        shared.ITEM,
        shared.CAMPAIGN,
        Column(
            "ration",
            marked("Reports", "Ration"),
            marked("Reports", "What the rule announced for one turn; empty without a rule."),
            Kind.QUANTITY,
        ),
        shared.LINES,
        Column(
            "announced",
            marked("Reports", "Announced"),
            marked("Reports", "The ration times the lines, promised ones too."),
            Kind.QUANTITY,
        ),
        Column(
            "actual",
            marked("Reports", "Actual"),
            marked("Reports", "What was really handed over by those lines."),
            Kind.QUANTITY,
        ),
        Column(
            "difference",
            marked("Reports", "Difference"),
            marked("Reports", "Actual less announced."),
            Kind.QUANTITY,
        ),
        Column(
            "less",
            marked("Reports", "Less"),
            marked("Reports", "Lines by which less than the ration was handed over."),
            Kind.NUMBER,
            0.7,
        ),
        Column(
            "more",
            marked("Reports", "More"),
            marked("Reports", "Lines by which more than the ration was handed over."),
            Kind.NUMBER,
            0.7,
        ),
    ),
)
WHY: Final = TableKind(
    "why",
    marked("Reports", "Why rations differ"),
    (
        shared.ITEM,
        Column(
            "reason",
            marked("Reports", "Reason"),
            marked(
                "Reports",
                "The reason that the volunteer chose; where none was asked for, that the stock ran "
                "out, that a part was handed over, or that several rations were due.",
            ),
            share=3,
        ),
        shared.LINES,
        Column(
            "difference",
            marked("Reports", "Difference"),
            marked("Reports", "What those lines make of the difference."),
            Kind.QUANTITY,
        ),
    ),
)
OVERRIDES: Final = TableKind(
    "overrides",
    marked("Reports", "Overrides"),
    (
        shared.REASON,
        Column(
            "lines",
            marked("Reports", "Lines"),
            marked("Reports", "Lines by which more was handed over than the rules allowed."),
            Kind.NUMBER,
        ),
        shared.FAMILIES,
    ),
)

_OWED, _PART, _SEVERAL = "owed", "part", "several"
_CAUSES: Final[dict[str, Marked]] = {
    _OWED: marked("Reports", "The stock ran out"),
    _PART: marked("Reports", "A part of the ration was handed over"),
    _SEVERAL: marked("Reports", "Several rations were due"),
}


def ration_rows(ask: Ask, scope: Scope) -> list[Row]:
    """One row an item, campaign and ration."""
    ration = case((_LINE.rule_id.is_(None), null()), else_=_LINE.ration)
    query = (
        select(
            _LINE.item_id,
            _LINE.campaign_id,
            ration.label("ration"),
            func.count().label("lines"),
            func.sum(_LINE.ration).label("announced"),
            func.sum(_LINE.quantity).label("actual"),
            func.count().filter(_LINE.quantity < _LINE.ration).label("less"),
            func.count().filter(_LINE.quantity > _LINE.ration).label("more"),
        )
        .where(_LINE.voided == 0, *within(scope))
        .group_by(_LINE.item_id, _LINE.campaign_id, ration)
    )
    found = sorted(
        ask.rows(query),
        key=lambda row: (ask.item(row.item_id).code, row.campaign_id or "", row.ration or 0),
    )
    return [
        (
            ask.item_name(row.item_id),
            ask.campaigns.get(row.campaign_id or "", ""),
            row.ration,
            row.lines,
            row.announced,
            row.actual,
            row.actual - row.announced,
            row.less,
            row.more,
        )
        for row in found
    ]


def why_rows(ask: Ask, scope: Scope) -> list[Row]:
    """The lines that differ from their ration, by item and cause, the largest first."""
    cause = case(
        (_LINE.reason != "", _LINE.reason),
        (_LINE.owed == 1, _OWED),
        (_LINE.quantity < _LINE.ration, _PART),
        else_=_SEVERAL,
    )
    query = (
        select(
            _LINE.item_id,
            cause.label("cause"),
            func.count().label("lines"),
            func.sum(_LINE.quantity - _LINE.ration).label("difference"),
        )
        .where(_LINE.voided == 0, _LINE.quantity != _LINE.ration, *within(scope))
        .group_by(_LINE.item_id, cause)
    )
    found = sorted(ask.rows(query), key=lambda row: (ask.item(row.item_id).code, -row.lines))
    return [
        (ask.item_name(row.item_id), _cause_text(ask, row.cause), row.lines, row.difference)
        for row in found
    ]


def override_rows(ask: Ask, scope: Scope) -> list[Row]:
    """The reasons for which volunteers went against an answer."""
    query = (
        select(
            _LINE.reason,
            func.count().label("lines"),
            func.count(_LINE.household_id.distinct()).label("families"),
        )
        .where(given(scope), _LINE.reason != "")
        .group_by(_LINE.reason)
    )
    found = sorted(ask.rows(query), key=lambda row: (-row.lines, row.reason))
    return [(override_text(ask.words, row.reason), row.lines, row.families) for row in found]


def _cause_text(ask: Ask, cause: str) -> str:
    return ask.words.of(_CAUSES[cause]) if cause in _CAUSES else override_text(ask.words, cause)
