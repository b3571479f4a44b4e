"""A convoy's daily report (التقرير اليومي للقافلة), after Sphere: ration, reach, stock, time."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Final

from sqlalchemy import func, select

from app.db.tables import AidRecord, ParkedCase, aid_line, table_of
from app.documents.figures import Row, Table, Value
from app.services.reports.asking import Ask, added
from app.services.reports.daily_people import CATEGORIES, PEOPLE, category_rows, people_rows
from app.services.reports.daily_rations import (
    OVERRIDES,
    RATIONS,
    WHY,
    override_rows,
    ration_rows,
    why_rows,
)
from app.services.reports.daily_tables import CASES, HOURS, ITEMS, SUMMARY, VILLAGES, VOIDS
from app.services.reports.reached import Groups, Reached
from app.services.reports.scope import Scope, given, within
from app.services.reports.stock_card import OF_ONE_CONVOY, account_rows
from app.services.reports.walk import walk
from app.services.reports.where import whereabouts
from app.words.aid import unit_text, void_reason_text
from app.words.numbers import in_digits, ltr

_RECORD: Final = table_of(AidRecord)
_CASE: Final = table_of(ParkedCase)
_QUARTER_MS: Final = 900_000
"""Every time zone is a whole number of quarters of an hour away from UTC."""


def daily(ask: Ask, scope: Scope) -> Iterator[Table]:
    """The tables in order."""
    told = ("item", "quantity")
    groups = Groups(told, by_given={"item": lambda given: given.item})
    all_of = groups.fill(walk(ask, scope, told)).all_of
    hours = _hours(ask, scope)
    items = _item_table(ask, groups["item"], all_of)
    value = items.totals[-1] if items.totals else None
    yield Table(SUMMARY, (_summary(ask, scope, all_of, value, hours),))
    yield items
    yield Table(RATIONS, ration_rows(ask, scope))
    yield Table(WHY, why_rows(ask, scope))
    rows, sums = people_rows(ask, scope, _last_day(ask, scope), all_of.people)
    yield Table(PEOPLE, rows, sums)
    yield Table(CATEGORIES, category_rows(ask, scope))
    yield Table(VILLAGES, _village_rows(ask, groups["village"]), _sum_row(ask, all_of))
    yield Table(OVERRIDES, override_rows(ask, scope))
    yield Table(VOIDS, _void_rows(ask, scope))
    yield Table(HOURS, [(_hour_text(ask, hour), hours[hour]) for hour in sorted(hours)])
    yield Table(OF_ONE_CONVOY, [row[1:] for row in account_rows(ask, scope)])
    yield Table(CASES, _case_rows(ask, scope))


def _item_table(ask: Ask, found: Mapping[str, Reached], all_of: Reached) -> Table:
    rows: list[Row] = [
        (
            ask.item_name(item_id),
            unit_text(ask.words, ask.item(item_id).unit),
            one.families,
            one.people,
            one.hand_overs,
            one.quantity,
            ask.worth(item_id, one.quantity),
        )
        for item_id, one in sorted(found.items(), key=lambda pair: ask.item(pair[0]).code)
    ]
    total = ask.words.translate("Reports", "All together")
    value = added(row[-1] for row in rows)
    counts = (all_of.families, all_of.people, all_of.hand_overs)
    return Table(ITEMS, rows, (total, "", *counts, None, value))


def _summary(ask: Ask, scope: Scope, all_of: Reached, value: Value, hours: Counter[int]) -> Row:
    times = ask.one(
        select(func.min(_RECORD.c.handed_at), func.max(_RECORD.c.handed_at)).where(
            _RECORD.c.id.in_(select(aid_line.c.aid_record_id).where(given(scope)))
        )
    )
    promised = ask.one(
        select(func.count(aid_line.c.household_id.distinct())).where(
            aid_line.c.voided == 0, aid_line.c.owed == 1, *within(scope)
        )
    )[0]
    voided = ask.one(
        select(func.count()).where(_RECORD.c.voided.is_(True), *within(scope, _RECORD))
    )[0]
    busiest = max(hours, key=lambda hour: (hours[hour], -hour), default=None)
    return (
        all_of.families,
        all_of.people,
        all_of.hand_overs,
        value,
        voided,
        promised,
        times[0],
        times[1],
        "" if busiest is None else _hour_text(ask, busiest),
    )


def _hours(ask: Ask, scope: Scope) -> Counter[int]:
    """Hand-overs by the hour of the day, on this laptop's clock."""
    quarter = _RECORD.c.handed_at // _QUARTER_MS
    query = (
        select(quarter, func.count())
        .where(_RECORD.c.id.in_(select(aid_line.c.aid_record_id).where(given(scope))))
        .group_by(quarter)
    )
    found: Counter[int] = Counter()
    for number, count in ask.rows(query):
        local = datetime.fromtimestamp(number * _QUARTER_MS / 1000, UTC).astimezone()
        found[local.hour] += count
    return found


def _hour_text(ask: Ask, hour: int) -> str:
    return ltr(in_digits(f"{hour:02}:00-{(hour + 1) % 24:02}:00", ask.words.digits))


def _last_day(ask: Ask, scope: Scope) -> date:
    found = ask.one(select(func.max(aid_line.c.day)).where(given(scope)))[0]
    return date.fromisoformat(scope.last or found or "2000-01-01")


def _village_rows(ask: Ask, found: Mapping[str, Reached]) -> list[Row]:
    places = whereabouts(ask, found)
    return [
        (places[village].village, one.families, one.people, one.hand_overs)
        for village, one in sorted(found.items(), key=lambda pair: (-pair[1].families, pair[0]))
    ]


def _sum_row(ask: Ask, all_of: Reached) -> Row:
    total = ask.words.translate("Reports", "All together")
    return (total, all_of.families, all_of.people, all_of.hand_overs)


def _void_rows(ask: Ask, scope: Scope) -> list[Row]:
    query = (
        select(_RECORD.c.void_reason, func.count().label("count"))
        .where(_RECORD.c.voided.is_(True), *within(scope, _RECORD))
        .group_by(_RECORD.c.void_reason)
    )
    found = sorted(ask.rows(query), key=lambda row: (-row[1], row[0]))
    return [(void_reason_text(ask.words, reason), count) for reason, count in found]


def _case_rows(ask: Ask, scope: Scope) -> list[Row]:
    case = func.coalesce(func.nullif(_CASE.c.reason, ""), _CASE.c.note)
    query = select(
        case.label("what"),
        func.count().label("cases"),
        func.count().filter(_CASE.c.settled_at.is_(None)).label("waiting"),
    ).group_by(case)
    if scope.convoy_id is not None:
        query = query.where(_CASE.c.convoy_id == scope.convoy_id)
    found = sorted(ask.rows(query), key=lambda row: (-row.cases, row.what))
    unsaid = ask.words.translate("Reports", "reason not given")
    return [(row.what or unsaid, row.cases, row.waiting) for row in found]
