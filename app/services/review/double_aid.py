"""Families, or people, who received more than their rule ever allowed, over several hand-overs.

Nothing is refused and nothing corrected by itself: all hand-overs stand, stock stays right, and
somebody says what it was. A further hand-over makes it another case.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Row, func, select
from sqlmodel import Session

from app.db.double_aid import UNDECIDED
from app.db.store import Store
from app.db.tables import (
    AidRecord,
    Campaign,
    Convoy,
    Desk,
    DoubleAidDecision,
    EntitlementRule,
    Organisation,
    aid_line,
    double_aid,
    table_of,
)
from app.domain.permissions import Action
from app.domain.quantity import Quantity
from app.errors import CaseSettled
from app.services.household_card import ItemName, item_names, unknown_item
from app.services.review.authors import Author, Authors
from app.services.review.titles import Title, receipt_number, titles_of
from app.services.rights import require_right

PAGE = 100

_AID: Final = table_of(AidRecord)
_CASES: Final = double_aid.c


class Finding(StrEnum):
    """What a case was found to be."""

    MISTAKE = "mistake"
    """An honest mistake."""
    ALLOWED = "allowed"
    MISUSE = "misuse"
    ANOTHER_PERSON = "another_person"
    """Not the same family or person after all."""


@dataclass(frozen=True)
class Decision:
    """What somebody decided, and when (milliseconds, UTC)."""

    finding: Finding
    note: str
    at: int
    by: str


@dataclass(frozen=True)
class CaseHandOver:
    """One of the hand-overs of a case, with what it gave of the rule's item. `receipt` is its short
    or paper number; `author` who handed over, on which laptop, at what time."""

    aid_record_id: str
    receipt: str
    household: Title
    convoy: str
    desk: str
    organisation: str
    day: str
    author: Author
    quantities: Mapping[str, Quantity]
    """By item id."""


@dataclass(frozen=True)
class CaseRule:
    """An entitlement that was exceeded: so much of an item, in a campaign."""

    rule_id: str
    item: ItemName
    campaign: str
    ration: Quantity


@dataclass(frozen=True)
class DoubleAidCase:
    """Hand-overs in the order of their days; `subject` is the household, or the person of a rule
    per person (of several that are one: the first). `decision` is None while the case is open."""

    id: str
    subject: Title
    rules: tuple[CaseRule, ...]
    hand_overs: tuple[CaseHandOver, ...]
    decision: Decision | None


@dataclass(frozen=True)
class Cases:
    """Some of the cases; `total` counts all that were asked for."""

    total: int
    cases: tuple[DoubleAidCase, ...]


def double_aid_cases(
    store: Store, *, decided: bool = False, start: int = 0, count: int = PAGE
) -> Cases:
    """The open cases (or those that were decided) from number `start` on."""
    wanted = ~UNDECIDED if decided else UNDECIDED
    query = select(_CASES.case_id).where(wanted).distinct().order_by(_CASES.case_id)
    with store.read() as session:
        ids = list(session.connection().scalars(query))
        return Cases(len(ids), _told(session, ids[start : start + count]))


def decide_double_aid(store: Store, case_id: str, finding: Finding, note: str = "") -> None:
    """Says what a case was. Raises CaseSettled (it no longer stands), RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.DECIDE)
        records = _records(session, case_id)
        if not records:
            raise CaseSettled
        row = session.get(DoubleAidDecision, case_id)
        if row is None:
            row = DoubleAidDecision(id=case_id, aid_records=records)
            session.add(row)
        row.decision = finding.value
        row.note = note.strip()
        row.decided_at = store.sources.now()
        row.decided_by = store.actor


def take_back_decision(store: Store, case_id: str) -> None:
    """Opens a decided case again. Raises CaseSettled where nothing was decided, RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.DECIDE)
        row = session.get(DoubleAidDecision, case_id)
        if row is None or not row.decision:
            raise CaseSettled
        row.decision = row.note = ""
        row.decided_at = store.sources.now()
        row.decided_by = store.actor


def _records(session: Session, case_id: str) -> frozenset[str]:
    query = select(_CASES.aid_record_id).where(_CASES.case_id == case_id)
    return frozenset(session.connection().scalars(query))


def _told(session: Session, ids: Sequence[str]) -> tuple[DoubleAidCase, ...]:
    rows: dict[str, list[Row[Any]]] = {}
    query = select(double_aid).where(_CASES.case_id.in_(ids))
    for row in session.connection().execute(query):
        rows.setdefault(row.case_id, []).append(row)
    every = [row for found in rows.values() for row in found]
    rules = _rules(session, {row.rule_id for row in every})
    given = _hand_overs(session, {row.aid_record_id for row in every})
    titles = titles_of(session, map(_subject, every))
    decisions = _decisions(session, ids)
    return tuple(
        DoubleAidCase(
            id=case,
            subject=titles[_subject(rows[case][0])],
            rules=tuple(
                rules[one] for one in sorted({row.rule_id for row in rows[case]} & rules.keys())
            ),
            hand_overs=tuple(
                sorted(
                    (given[one] for one in {row.aid_record_id for row in rows[case]}),
                    key=lambda one: (one.day, one.author.at, one.aid_record_id),
                )
            ),
            decision=decisions.get(case),
        )
        for case in ids
        if case in rows
    )


def _subject(row: Row[Any]) -> tuple[str, str]:
    return ("person", row.person_id) if row.person_id else ("household", row.household_id)


def _rules(session: Session, ids: Iterable[str]) -> dict[str, CaseRule]:
    rule, campaign = table_of(EntitlementRule), table_of(Campaign)
    query = (
        select(rule.c.id, rule.c.item_id, rule.c.quantity, campaign.c.name)
        .outerjoin(campaign, campaign.c.id == rule.c.campaign_id)
        .where(rule.c.id.in_(sorted(ids)))
    )
    items = item_names(session)
    return {
        row.id: CaseRule(
            row.id,
            items.get(row.item_id) or unknown_item(row.item_id),
            row.name or "",
            Quantity(row.quantity),
        )
        for row in session.connection().execute(query)
    }


def _hand_overs(session: Session, ids: Iterable[str]) -> dict[str, CaseHandOver]:
    convoy, desk, organisation = table_of(Convoy), table_of(Desk), table_of(Organisation)
    query = (
        select(
            _AID,
            convoy.c.name.label("convoy"),
            desk.c.name.label("desk"),
            organisation.c.name_ar.label("organisation"),
        )
        .outerjoin(convoy, convoy.c.id == _AID.c.convoy_id)
        .outerjoin(desk, desk.c.id == _AID.c.desk_id)
        .outerjoin(organisation, organisation.c.id == _AID.c.organisation_id)
        .where(_AID.c.id.in_(sorted(ids)))
    )
    rows = session.connection().execute(query).all()
    authors = Authors(session)
    titles = titles_of(session, (("household", row.household_id) for row in rows))
    quantities = _quantities(session, ids)
    return {
        row.id: CaseHandOver(
            aid_record_id=row.id,
            receipt=receipt_number(row.device_id, row.receipt_no, row.paper_no),
            household=titles["household", row.household_id],
            convoy=row.convoy or "",
            desk=row.desk or "",
            organisation=row.organisation or "",
            day=row.day,
            author=authors.named(row.handed_by, row.device_id, row.handed_at),
            quantities=quantities.get(row.id, {}),
        )
        for row in rows
    }


def _quantities(session: Session, ids: Iterable[str]) -> dict[str, dict[str, Quantity]]:
    line = aid_line.c
    query = (
        select(line.aid_record_id, line.item_id, func.sum(line.quantity).label("given"))
        .where(line.aid_record_id.in_(sorted(ids)))
        .group_by(line.aid_record_id, line.item_id)
    )
    found: dict[str, dict[str, Quantity]] = {}
    for row in session.connection().execute(query):
        found.setdefault(row.aid_record_id, {})[row.item_id] = Quantity(row.given)
    return found


def _decisions(session: Session, ids: Iterable[str]) -> dict[str, Decision]:
    table = table_of(DoubleAidDecision)
    query = select(table).where(table.c.id.in_(list(ids)), table.c.decision.in_(list(Finding)))
    users = Authors(session).users
    return {
        row.id: Decision(
            Finding(row.decision), row.note, row.decided_at or 0, users.get(row.decided_by, "")
        )
        for row in session.connection().execute(query)
    }
