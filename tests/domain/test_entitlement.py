import datetime as dt
from dataclasses import replace

import pytest

from app.domain.dates import PartialDate, Precision
from app.domain.entitlement import (
    Answer,
    Family,
    Frequency,
    Listing,
    Member,
    Per,
    Reason,
    Received,
    Rule,
    RuleProblem,
    Source,
    State,
    answer,
    problems,
)
from app.domain.quantity import ONE, ZERO, Quantity

DAY = dt.date(2026, 11, 22)
KNOWN = dt.date(2026, 11, 20)
TWO = Quantity(2 * ONE)

BOX = Rule("r1", "winter", "food-box", ration=TWO)
MONTHLY = replace(BOX, frequency=Frequency.EVERY, days=30)
THRICE = replace(BOX, frequency=Frequency.AT_MOST, times=3)
EACH = replace(BOX, per=Per.PERSON)

SON = Member("son", PartialDate(dt.date(2010, 5, 1)))
MOTHER = Member("mother", PartialDate(dt.date(1960, 5, 1)), frozenset({"widow"}))
FAMILY = Family("h1", "EG260101", (MOTHER, SON))


def got(days_ago: int, quantity: int = TWO, **more: object) -> Received:
    day = DAY - dt.timedelta(days=days_ago)
    fact = Received("food-box", "h1", day, Quantity(quantity), campaign_id="winter")
    return replace(fact, **more)  # type: ignore[arg-type]


def says(
    rule: Rule, *received: Received, family: Family = FAMILY, day: dt.date = DAY
) -> tuple[State, Reason, int]:
    found = answer(rule, family, received, day, KNOWN)
    assert found.as_known_on == KNOWN
    return found.state, found.reason, found.quantity


def ask(rule: Rule, *received: Received, family: Family = FAMILY, day: dt.date = DAY) -> Answer:
    return answer(rule, family, received, day)


# --- once ----------------------------------------------------------------------------------------


def test_a_family_that_received_nothing_may_receive_the_ration() -> None:
    assert says(BOX) == (State.MAY_RECEIVE, Reason.FIRST, TWO)


def test_once_received_is_received_for_good() -> None:
    fact = got(400, organisation="جمعية الأورمان", desk="مكتب 2", source=Source.DESK)
    found = ask(BOX, fact)
    assert (found.state, found.reason) == (State.ALREADY_RECEIVED, Reason.RECEIVED_ONCE)
    assert (found.quantity, found.left, found.next_on) == (ZERO, ZERO, None)
    assert found.receipts == (fact,)
    assert found.receipts[0].organisation == "جمعية الأورمان"


def test_a_part_leaves_a_remainder() -> None:
    assert says(BOX, got(3, ONE)) == (State.MAY_RECEIVE, Reason.REMAINDER, ONE)
    assert says(BOX, got(3, ONE), got(1, ONE))[0] is State.ALREADY_RECEIVED


def test_a_stock_out_is_owed() -> None:
    assert says(BOX, got(3, ZERO, owed=True)) == (State.MAY_RECEIVE, Reason.OWED, TWO)
    found = ask(BOX, got(3, ONE, owed=True))
    assert (found.reason, found.quantity, found.owed) == (Reason.OWED, ONE, ONE)
    settled = ask(BOX, got(3, ONE, owed=True), got(1, ONE))
    assert (settled.state, settled.owed) == (State.ALREADY_RECEIVED, ZERO)


def test_only_a_stock_out_leaves_a_debt() -> None:
    assert ask(BOX, got(3, ONE)).owed == ZERO
    old = ask(MONTHLY, got(30, ONE, owed=True))
    assert (old.reason, old.owed, old.receipts) == (Reason.AGAIN, ZERO, ())


def test_who_got_more_than_the_ration_has_no_debt() -> None:
    assert says(BOX, got(3, 5 * ONE)) == (State.ALREADY_RECEIVED, Reason.RECEIVED_ONCE, ZERO)


def test_all_of_a_ration_lowered_for_the_day_is_a_whole_ration() -> None:
    assert says(BOX, got(1, ONE, ration=ONE))[0] is State.ALREADY_RECEIVED
    half_of_it = got(1, 500, ration=ONE)
    assert says(BOX, half_of_it) == (State.MAY_RECEIVE, Reason.REMAINDER, ONE)
    raised = replace(BOX, ration=ONE)
    assert says(raised, got(1, ONE, ration=TWO))[0] is State.ALREADY_RECEIVED


# --- whose receipt it is -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        got(1, household_id="h2"),
        got(1, campaign_id="ramadan"),
        got(1, item_id="blanket"),
    ],
)
def test_other_households_campaigns_and_items_do_not_count(other: Received) -> None:
    assert says(BOX, other) == (State.MAY_RECEIVE, Reason.FIRST, TWO)


def test_a_receipt_in_a_members_name_is_the_households() -> None:
    assert says(BOX, got(1, person_id="son"))[0] is State.ALREADY_RECEIVED


def test_a_paper_list_without_a_campaign_counts_within_the_period() -> None:
    rule = replace(BOX, starts_on=DAY - dt.timedelta(days=10))
    assert says(rule, got(5, campaign_id=None))[0] is State.ALREADY_RECEIVED
    assert says(rule, got(11, campaign_id=None))[0] is State.MAY_RECEIVE


# --- every N days --------------------------------------------------------------------------------


def test_a_ration_in_thirty_days() -> None:
    found = ask(MONTHLY, got(29))
    assert (found.state, found.reason) == (State.ALREADY_RECEIVED, Reason.RECEIVED_RECENTLY)
    assert found.next_on == DAY + dt.timedelta(days=1)
    assert says(MONTHLY, got(30)) == (State.MAY_RECEIVE, Reason.AGAIN, TWO)


def test_a_remainder_within_thirty_days_and_the_next_in_parts() -> None:
    assert says(MONTHLY, got(29, ONE)) == (State.MAY_RECEIVE, Reason.REMAINDER, ONE)
    found = ask(MONTHLY, got(29, ONE), got(10, ONE))
    assert found.next_on == DAY + dt.timedelta(days=1)
    assert ask(MONTHLY, got(29, ONE), got(10, ONE), day=DAY + dt.timedelta(days=1)).quantity == ONE


def test_a_day_before_a_receipt_is_judged_with_it() -> None:
    later = got(-10)
    found = ask(MONTHLY, later)
    assert found.state is State.ALREADY_RECEIVED
    assert found.receipts == (later,)
    assert found.next_on == DAY + dt.timedelta(days=40)


def test_the_next_day_is_not_promised_after_the_campaign() -> None:
    rule = replace(MONTHLY, ends_on=DAY + dt.timedelta(days=5))
    assert ask(rule, got(1)).next_on is None
    assert ask(rule, got(26)).next_on == DAY + dt.timedelta(days=4)


def test_every_thirty_days_but_at_most_twice() -> None:
    rule = replace(MONTHLY, times=2)
    assert says(rule, got(40))[0] is State.MAY_RECEIVE
    found = ask(rule, got(80), got(40))
    assert (found.state, found.reason) == (State.ALREADY_RECEIVED, Reason.RECEIVED_ALL)
    assert [fact.day for fact in found.receipts] == [
        DAY - dt.timedelta(days=40),
        DAY - dt.timedelta(days=80),
    ]
    assert found.next_on is None


def test_an_absurd_number_of_days_still_answers() -> None:
    found = ask(replace(MONTHLY, days=10**12), got(1))
    assert (found.state, found.next_on) == (State.ALREADY_RECEIVED, None)


# --- at most N -----------------------------------------------------------------------------------


def test_three_in_the_campaign_one_a_day() -> None:
    assert says(THRICE, got(2), got(1)) == (State.MAY_RECEIVE, Reason.AGAIN, TWO)
    today = ask(THRICE, got(0))
    assert (today.state, today.reason) == (State.ALREADY_RECEIVED, Reason.RECEIVED_RECENTLY)
    assert today.next_on == DAY + dt.timedelta(days=1)
    assert says(THRICE, got(3), got(2), got(1))[1] is Reason.RECEIVED_ALL


def test_what_was_too_much_is_taken_off_the_last() -> None:
    assert says(THRICE, got(3, 5 * ONE)) == (State.MAY_RECEIVE, Reason.REMAINDER, ONE)


# --- conditions ----------------------------------------------------------------------------------


def test_villages() -> None:
    here = replace(BOX, villages=frozenset({"EG260101"}))
    there = replace(BOX, villages=frozenset({"EG260102"}))
    assert says(here)[0] is State.MAY_RECEIVE
    assert says(there) == (State.NOT_ELIGIBLE, Reason.OTHER_VILLAGE, ZERO)
    nowhere = replace(FAMILY, village_id=None)
    assert says(here, family=nowhere)[:2] == (State.NEEDS_SUPERVISOR, Reason.VILLAGE_UNKNOWN)
    assert says(BOX, family=nowhere)[0] is State.MAY_RECEIVE
    hamlet = replace(FAMILY, village_id="hamlet", within=frozenset({"EG260101", "EG26"}))
    assert says(here, family=hamlet)[0] is State.MAY_RECEIVE


def test_categories_of_the_household_or_of_any_member() -> None:
    rule = replace(BOX, categories=frozenset({"widow", "orphan"}))
    assert says(rule)[0] is State.MAY_RECEIVE
    without = replace(FAMILY, members=(SON,))
    assert says(rule, family=without)[:2] == (State.NOT_ELIGIBLE, Reason.CATEGORY_MISSING)
    whole = replace(without, categories=frozenset({"orphan"}))
    assert says(rule, family=whole)[0] is State.MAY_RECEIVE


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        (None, Reason.FAMILY_TOO_SMALL),
        (2, Reason.FAMILY_TOO_SMALL),
        (3, Reason.FIRST),
        (5, Reason.FIRST),
        (6, Reason.FAMILY_TOO_LARGE),
    ],
)
def test_sizes(declared: int | None, expected: Reason) -> None:
    rule = replace(BOX, min_size=3, max_size=5)
    assert says(rule, family=replace(FAMILY, declared_size=declared))[1] is expected


def test_a_household_of_unknown_size_needs_a_supervisor() -> None:
    nobody = Family("h1", "EG260101")
    assert says(replace(BOX, max_size=9), family=nobody)[1] is Reason.SIZE_UNKNOWN
    assert says(BOX, family=nobody)[0] is State.MAY_RECEIVE


def aged(*births: PartialDate | None, declared: int | None = None) -> Family:
    members = tuple(Member(f"m{n}", birth) for n, birth in enumerate(births))
    return Family("h1", "v", members, declared_size=declared)


OLD = PartialDate(dt.date(1960, 1, 1))
YOUNG = PartialDate(dt.date(2000, 1, 1))
SIXTY_THIS_YEAR = PartialDate(dt.date(1966, 1, 1), Precision.YEAR)


@pytest.mark.parametrize(
    ("family", "expected"),
    [
        (aged(OLD), Reason.FIRST),
        (aged(YOUNG, OLD), Reason.FIRST),
        (aged(YOUNG), Reason.TOO_YOUNG),
        (aged(SIXTY_THIS_YEAR), Reason.AGE_UNKNOWN),
        (aged(YOUNG, None), Reason.AGE_UNKNOWN),
        (aged(YOUNG, declared=4), Reason.AGE_UNKNOWN),
        (aged(), Reason.AGE_UNKNOWN),
        (aged(SIXTY_THIS_YEAR, OLD), Reason.FIRST),
    ],
)
def test_one_member_of_the_age_is_enough(family: Family, expected: Reason) -> None:
    assert says(replace(BOX, min_age=60), family=family)[1] is expected


def test_an_upper_age() -> None:
    rule = replace(BOX, max_age=17)
    assert says(rule, family=aged(OLD))[:2] == (State.NOT_ELIGIBLE, Reason.TOO_OLD)
    assert says(rule, family=aged(SON.birth))[0] is State.MAY_RECEIVE
    birthday = PartialDate(DAY.replace(year=DAY.year - 18))
    assert says(rule, family=aged(birthday))[1] is Reason.TOO_OLD
    assert says(rule, family=aged(birthday), day=DAY - dt.timedelta(days=1))[1] is Reason.FIRST


def test_the_campaigns_period() -> None:
    rule = replace(BOX, starts_on=DAY, ends_on=DAY)
    assert says(rule)[0] is State.MAY_RECEIVE
    before, after = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)
    assert says(rule, day=before)[1] is Reason.CAMPAIGN_NOT_BEGUN
    assert says(rule, day=after)[:2] == (State.NOT_ELIGIBLE, Reason.CAMPAIGN_ENDED)


def test_what_is_owed_after_the_end_is_the_supervisors_to_decide() -> None:
    rule = replace(BOX, ends_on=DAY - dt.timedelta(days=1))
    found = ask(rule, got(3, ONE, owed=True))
    assert (found.state, found.reason) == (State.NEEDS_SUPERVISOR, Reason.OWED_AFTER_END)
    assert (found.quantity, found.left, found.owed) == (ZERO, ONE, ONE)
    assert says(rule, got(3, ONE))[1] is Reason.CAMPAIGN_ENDED


def test_another_item_rules_this_one_out() -> None:
    rule = replace(BOX, excluded_by=frozenset({"cash"}), starts_on=DAY - dt.timedelta(days=30))
    cash = got(5, item_id="cash", campaign_id="ramadan")
    found = ask(rule, cash)
    assert (found.state, found.reason) == (State.NOT_ELIGIBLE, Reason.EXCLUDED_BY_ITEM)
    assert found.receipts == (cash,)
    assert says(rule, replace(cash, quantity=ZERO, owed=True))[0] is State.MAY_RECEIVE
    assert says(rule, replace(cash, household_id="h2"))[0] is State.MAY_RECEIVE
    assert says(rule, got(31, item_id="cash"))[0] is State.MAY_RECEIVE


def test_the_same_item_of_another_campaign_may_exclude_but_its_own_does_not() -> None:
    rule = replace(BOX, excluded_by=frozenset({"food-box"}))
    assert says(rule, got(5, campaign_id="ramadan"))[1] is Reason.EXCLUDED_BY_ITEM
    assert says(rule, got(5, ONE)) == (State.MAY_RECEIVE, Reason.REMAINDER, ONE)


def test_what_is_certain_is_said_before_what_is_not() -> None:
    rule = replace(BOX, min_age=60, categories=frozenset({"orphan"}))
    assert says(rule, family=aged(None))[:2] == (State.NOT_ELIGIBLE, Reason.CATEGORY_MISSING)
    assert says(rule, got(1), family=aged(None))[0] is State.ALREADY_RECEIVED


# --- per person ----------------------------------------------------------------------------------


def test_each_person_has_an_answer() -> None:
    found = ask(EACH, got(1, person_id="son"))
    assert [(one.person_id, one.state, one.quantity) for one in found.people] == [
        ("mother", State.MAY_RECEIVE, TWO),
        ("son", State.ALREADY_RECEIVED, ZERO),
    ]
    assert (found.state, found.quantity, found.person_id) == (State.MAY_RECEIVE, TWO, None)
    assert ask(EACH).quantity == 2 * TWO


def test_all_served_says_when() -> None:
    rule = replace(EACH, frequency=Frequency.EVERY, days=7)
    found = ask(rule, got(1, person_id="son"), got(3, person_id="mother"))
    assert (found.state, found.reason) == (State.ALREADY_RECEIVED, Reason.RECEIVED_RECENTLY)
    assert found.next_on == DAY + dt.timedelta(days=4)
    assert [fact.person_id for fact in found.receipts] == ["son", "mother"]


def test_a_person_keeps_receipts_from_another_household() -> None:
    moved = got(1, person_id="son", household_id="h2")
    assert ask(EACH, moved).quantity == TWO


def test_conditions_are_each_persons_own() -> None:
    grown = replace(EACH, min_age=18)
    assert [one.reason for one in ask(grown).people] == [Reason.FIRST, Reason.TOO_YOUNG]
    widows = replace(EACH, categories=frozenset({"widow"}))
    assert [one.reason for one in ask(widows).people] == [Reason.FIRST, Reason.CATEGORY_MISSING]
    poor = replace(FAMILY, categories=frozenset({"widow"}))
    assert ask(widows, family=poor).quantity == 2 * TWO


def test_a_ration_for_nobody_named_needs_a_supervisor() -> None:
    unnamed = got(1, ONE)
    found = ask(EACH, unnamed)
    assert (found.state, found.reason) == (State.NEEDS_SUPERVISOR, Reason.FOR_WHOM_UNKNOWN)
    assert found.receipts == (unnamed,)
    assert (found.quantity, found.left) == (ZERO, 2 * TWO)
    weekly = replace(EACH, frequency=Frequency.EVERY, days=7)
    assert says(weekly, got(8, ONE))[0] is State.MAY_RECEIVE
    assert says(replace(weekly, times=2), got(8, ONE))[0] is State.NEEDS_SUPERVISOR


def test_a_household_without_people_has_nobody_to_give_to() -> None:
    empty = Family("h1", "v")
    assert says(EACH, family=empty) == (State.NOT_ELIGIBLE, Reason.NO_MEMBERS, ZERO)


def test_exclusion_of_a_person() -> None:
    rule = replace(EACH, excluded_by=frozenset({"cash"}))
    of_son = ask(rule, got(1, item_id="cash", person_id="son"))
    assert [one.reason for one in of_son.people] == [Reason.FIRST, Reason.EXCLUDED_BY_ITEM]
    of_all = ask(rule, got(1, item_id="cash"))
    assert [one.reason for one in of_all.people] == [Reason.EXCLUDED_BY_ITEM] * 2


# --- rules that cannot be applied ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        (replace(BOX, ration=ZERO), RuleProblem.NO_RATION),
        (replace(MONTHLY, days=None), RuleProblem.NO_DAYS),
        (replace(MONTHLY, days=0), RuleProblem.NO_DAYS),
        (replace(THRICE, times=None), RuleProblem.NO_TIMES),
        (replace(BOX, starts_on=DAY, ends_on=KNOWN), RuleProblem.PERIOD_REVERSED),
        (replace(BOX, min_size=5, max_size=4), RuleProblem.SIZES_REVERSED),
        (replace(BOX, min_age=5, max_age=4), RuleProblem.AGES_REVERSED),
    ],
)
def test_a_rule_that_cannot_be_applied_is_the_supervisors(rule: Rule, problem: RuleProblem) -> None:
    assert problems(rule) == (problem,)
    assert says(rule) == (State.NEEDS_SUPERVISOR, Reason.RULE_INCOMPLETE, ZERO)


def test_good_rules_have_no_problems() -> None:
    for rule in (BOX, MONTHLY, THRICE, EACH, replace(BOX, min_size=4, max_size=4)):
        assert problems(rule) == ()


def test_a_campaign_with_a_list_serves_who_stands_on_it() -> None:
    rule = replace(BOX, by_list=True)
    approved = replace(FAMILY, listings={rule.campaign_id: Listing.APPROVED})
    reserve = replace(FAMILY, listings={rule.campaign_id: Listing.RESERVE})
    elsewhere = replace(FAMILY, listings={"another": Listing.APPROVED})
    assert ask(rule, family=approved).state is State.MAY_RECEIVE
    waiting = ask(rule, family=reserve)
    assert (waiting.state, waiting.reason) == (State.NEEDS_SUPERVISOR, Reason.ON_RESERVE)
    for family in (FAMILY, elsewhere):
        refused = ask(rule, family=family)
        assert (refused.state, refused.reason) == (State.NOT_ELIGIBLE, Reason.NOT_LISTED)
    assert ask(BOX, family=FAMILY).state is State.MAY_RECEIVE
