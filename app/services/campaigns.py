"""Campaigns: an initiative over a period, with the rules of who may receive what, how often."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from app.db.store import Store
from app.db.tables import Campaign, EntitlementRule
from app.domain.entitlement import Frequency, Per, Rule, RuleProblem, problems
from app.domain.names import normalise
from app.domain.permissions import Action
from app.domain.quantity import ONE, Quantity
from app.errors import (
    AgesReversed,
    DatesReversed,
    DaysMissing,
    ItemMissing,
    LabelMissing,
    LabelTaken,
    QafilaError,
    QuantityMissing,
    RecordNotFound,
    SizesReversed,
    TimesMissing,
)
from app.services.catalogue import row_to_save
from app.services.named import cleaned
from app.services.rights import require_right


@dataclass(frozen=True)
class RuleForm:
    """One rule as it is written and read: who may receive how much of an item, how often.

    `id` is None for a rule that is not saved yet. Empty sets and None do not restrict; `villages`
    may name villages, districts and governorates; sizes and ages include both bounds.
    """

    item_id: str
    quantity: Quantity = ONE
    per: Per = Per.HOUSEHOLD
    frequency: Frequency = Frequency.ONCE
    days: int | None = None
    times: int | None = None
    villages: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    min_size: int | None = None
    max_size: int | None = None
    min_age: int | None = None
    max_age: int | None = None
    excluded_by: frozenset[str] = frozenset()
    id: str | None = None


@dataclass(frozen=True)
class CampaignForm:
    """A campaign with its rules; a day (`YYYY-MM-DD`) that is None leaves that end open. `by_list`:
    only households on its approved list may receive."""

    name: str
    initiative_id: str | None = None
    starts_on: str | None = None
    ends_on: str | None = None
    rules: tuple[RuleForm, ...] = ()
    by_list: bool = False


@dataclass(frozen=True)
class CampaignLine:
    """A campaign in a list."""

    id: str
    name: str
    initiative_id: str | None
    starts_on: str | None
    ends_on: str | None
    rules: int
    active: bool
    by_list: bool = False


def campaigns(store: Store, *, unused: bool = False) -> tuple[CampaignLine, ...]:
    """The campaigns, the latest first; with `unused` also those out of use."""
    with store.read() as session:
        counted = session.connection().execute(
            select(col(EntitlementRule.campaign_id), func.count())
            .where(col(EntitlementRule.active).is_(True))
            .group_by(col(EntitlementRule.campaign_id))
        )
        counts = {row[0]: int(row[1]) for row in counted}
        query = select_rows(Campaign).order_by(
            func.coalesce(col(Campaign.starts_on), "").desc(), col(Campaign.name)
        )
        return tuple(
            CampaignLine(
                id=row.id,
                name=row.name,
                initiative_id=row.initiative_id,
                starts_on=row.starts_on,
                ends_on=row.ends_on,
                rules=counts.get(row.id, 0),
                active=row.active,
                by_list=row.by_list,
            )
            for row in session.exec(query)
            if row.active or unused
        )


def campaign(store: Store, campaign_id: str) -> CampaignForm:
    """One campaign with its rules. Raises RecordNotFound."""
    with store.read() as session:
        row = session.get(Campaign, campaign_id)
        if row is None:
            raise RecordNotFound
        return CampaignForm(
            name=row.name,
            initiative_id=row.initiative_id,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            rules=tuple(_form_of(rule) for rule in _rules(session, campaign_id)),
            by_list=row.by_list,
        )


def save_campaign(store: Store, form: CampaignForm, campaign_id: str | None = None) -> str:
    """Adds a campaign with its rules, or changes one; returns its id.

    A rule that the form no longer holds is put out of use: hand-overs still name it. Raises
    LabelMissing, LabelTaken, DatesReversed, RecordNotFound, RightMissing, and for a rule
    ItemMissing, QuantityMissing, DaysMissing, TimesMissing, SizesReversed, AgesReversed.
    """
    _check(form)
    with store.write() as session:
        require_right(store, session, Action.PLAN)
        others = [row for row in session.exec(select_rows(Campaign)) if row.id != campaign_id]
        key = normalise(form.name)
        if any(normalise(other.name) == key for other in others):
            raise LabelTaken(name=form.name)
        kept = {} if campaign_id is None else {r.id: r for r in _rules(session, campaign_id)}
        row = row_to_save(session, store, Campaign, campaign_id)
        row.name = cleaned(form.name)
        row.initiative_id = form.initiative_id
        row.starts_on, row.ends_on = form.starts_on or None, form.ends_on or None
        row.by_list = form.by_list
        for rule in form.rules:
            _save_rule(session, store, row.id, rule, kept.pop(rule.id or "", None))
        for dropped in kept.values():
            dropped.active = False
        return row.id


def check_rule(form: RuleForm) -> None:
    """What `save_campaign` asks of one rule, so that a form can ask it while it is written."""
    if not form.item_id:
        raise ItemMissing
    for problem in problems(rule_of(form)):
        raise _CAUSES[problem]


_CAUSES: dict[RuleProblem, type[QafilaError]] = {
    RuleProblem.NO_RATION: QuantityMissing,
    RuleProblem.NO_DAYS: DaysMissing,
    RuleProblem.NO_TIMES: TimesMissing,
    RuleProblem.PERIOD_REVERSED: DatesReversed,
    RuleProblem.SIZES_REVERSED: SizesReversed,
    RuleProblem.AGES_REVERSED: AgesReversed,
}


def _check(form: CampaignForm) -> None:
    if not normalise(form.name):
        raise LabelMissing
    first, last = form.starts_on, form.ends_on
    if first and last and date.fromisoformat(last) < date.fromisoformat(first):
        raise DatesReversed
    for rule in form.rules:
        check_rule(rule)


def rule_of(form: RuleForm) -> Rule:
    """The form as the rule that it will be."""
    return Rule(
        id=form.id or "",
        campaign_id="",
        item_id=form.item_id,
        ration=form.quantity,
        per=form.per,
        frequency=form.frequency,
        days=form.days,
        times=form.times,
        villages=form.villages,
        categories=form.categories,
        min_size=form.min_size,
        max_size=form.max_size,
        min_age=form.min_age,
        max_age=form.max_age,
        excluded_by=form.excluded_by,
    )


def _rules(session: Session, campaign_id: str) -> list[EntitlementRule]:
    query = select_rows(EntitlementRule).where(
        col(EntitlementRule.campaign_id) == campaign_id, col(EntitlementRule.active).is_(True)
    )
    return list(session.exec(query.order_by(col(EntitlementRule.id))))


def _form_of(row: EntitlementRule) -> RuleForm:
    return RuleForm(
        item_id=row.item_id,
        quantity=Quantity(row.quantity),
        per=Per(row.per),
        frequency=Frequency(row.frequency),
        days=row.days,
        times=row.times,
        villages=row.villages,
        categories=row.categories,
        min_size=row.min_size,
        max_size=row.max_size,
        min_age=row.min_age,
        max_age=row.max_age,
        excluded_by=row.excluded_by,
        id=row.id,
    )


def _save_rule(
    session: Session,
    store: Store,
    campaign_id: str,
    form: RuleForm,
    row: EntitlementRule | None,
) -> None:
    if row is None:
        row = EntitlementRule(id=store.new_id(), campaign_id=campaign_id)
        session.add(row)
    row.item_id, row.quantity = form.item_id, int(form.quantity)
    row.per, row.frequency = form.per.value, form.frequency.value
    row.days = form.days if form.frequency is not Frequency.ONCE else None
    row.times = form.times if form.frequency is not Frequency.ONCE else None
    row.villages, row.categories = form.villages, form.categories
    row.min_size, row.max_size = form.min_size, form.max_size
    row.min_age, row.max_age = form.min_age, form.max_age
    row.excluded_by = form.excluded_by
