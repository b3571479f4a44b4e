"""Campaigns and their rules."""

from dataclasses import replace

import pytest

from app.db.store import Store
from app.db.tables import EntitlementRule
from app.domain.entitlement import Frequency, Per
from app.domain.quantity import Quantity
from app.errors import (
    AgesReversed,
    DatesReversed,
    DaysMissing,
    ItemMissing,
    LabelMissing,
    LabelTaken,
    QuantityMissing,
    RecordNotFound,
    SizesReversed,
    TimesMissing,
)
from app.services.campaigns import (
    CampaignForm,
    RuleForm,
    campaign,
    campaigns,
    check_rule,
    save_campaign,
)
from app.services.catalogue import Shelf, put_in_use

BOX = RuleForm(
    "food-box",
    villages=frozenset({"EG260903"}),
    categories=frozenset({"widow"}),
    min_size=2,
    max_size=9,
    excluded_by=frozenset({"cash"}),
)
MILK = RuleForm(
    "infant-milk",
    Quantity(2_000),
    Per.PERSON,
    Frequency.EVERY,
    days=30,
    times=6,
    max_age=2,
)
FORM = CampaignForm("إيد واحدة – شتاء", "eed-wahda", "2026-11-01", "2027-02-28", (BOX, MILK))


def without_ids(form: CampaignForm) -> CampaignForm:
    return replace(form, rules=tuple(replace(rule, id=None) for rule in form.rules))


def test_a_campaign_is_read_back_with_its_rules(store: Store) -> None:
    made = save_campaign(store, FORM)
    found = campaign(store, made)
    assert {rule.item_id: rule for rule in without_ids(found).rules} == {
        "food-box": BOX,
        "infant-milk": MILK,
    }
    assert replace(found, rules=()) == replace(FORM, rules=())
    line = next(line for line in campaigns(store) if line.id == made)
    assert (line.name, line.rules, line.active) == (FORM.name, 2, True)


def test_rules_are_changed_added_and_dropped_and_dropped_ones_stay_on_record(store: Store) -> None:
    made = save_campaign(store, FORM)
    saved = campaign(store, made)
    kept = next(rule for rule in saved.rules if rule.item_id == "food-box")
    meat = RuleForm("meat", Quantity(1_000))
    changed = replace(saved, rules=(replace(kept, quantity=Quantity(2_000)), meat))
    save_campaign(store, changed, made)
    after = {rule.item_id: rule for rule in campaign(store, made).rules}
    assert set(after) == {"food-box", "meat"}
    assert (after["food-box"].id, after["food-box"].quantity) == (kept.id, 2_000)
    with store.read() as session:
        milk = next(rule for rule in saved.rules if rule.item_id == "infant-milk")
        row = session.get(EntitlementRule, milk.id)
        assert row is not None
        assert not row.active


def test_a_rule_given_once_forgets_what_repeating_would_need(store: Store) -> None:
    made = save_campaign(store, replace(FORM, rules=(replace(BOX, days=30, times=4),)))
    (rule,) = campaign(store, made).rules
    assert (rule.days, rule.times) == (None, None)


@pytest.mark.parametrize(
    ("wrong", "cause"),
    [
        ({"name": " "}, LabelMissing),
        ({"ends_on": "2026-10-31"}, DatesReversed),
        ({"rules": (RuleForm(""),)}, ItemMissing),
    ],
)
def test_a_campaign_that_cannot_be_is_refused(store: Store, wrong, cause) -> None:
    with pytest.raises(cause):
        save_campaign(store, replace(FORM, **wrong))
    assert campaigns(store) == ()


def test_two_campaigns_do_not_share_a_name(store: Store) -> None:
    save_campaign(store, FORM)
    with pytest.raises(LabelTaken):
        save_campaign(store, replace(FORM, name="ايد واحده - شتاء"))


@pytest.mark.parametrize(
    ("wrong", "cause"),
    [
        ({"quantity": Quantity(0)}, QuantityMissing),
        ({"frequency": Frequency.EVERY}, DaysMissing),
        ({"frequency": Frequency.AT_MOST, "times": 0}, TimesMissing),
        ({"min_size": 5, "max_size": 4}, SizesReversed),
        ({"min_age": 6, "max_age": 5}, AgesReversed),
    ],
)
def test_a_rule_that_cannot_be_applied_is_refused(wrong, cause) -> None:
    with pytest.raises(cause):
        check_rule(replace(RuleForm("food-box"), **wrong))


def test_an_unknown_campaign_and_one_out_of_use(store: Store) -> None:
    with pytest.raises(RecordNotFound):
        campaign(store, "nothing")
    made = save_campaign(store, replace(FORM, starts_on=None, ends_on=None))
    put_in_use(store, Shelf.CAMPAIGNS, made, active=False)
    assert campaigns(store) == ()
    assert [line.active for line in campaigns(store, unused=True)] == [False]
