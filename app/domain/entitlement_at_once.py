"""The same rules asked about many families: what is asked again and again is found out once."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from app.domain.entitlement import Answer, answer
from app.domain.entitlement_types import Family, Per, Received, Rule


class Answers:
    """What rules answer about families on a day, exactly as `answer` does.

    Of all that a family received, a rule is only told what bears on it; and nearly all rules ask
    nothing about the family itself, so that their answer to all who received nothing of the kind
    is one.
    """

    def __init__(self, rules: Sequence[Rule], day: dt.date) -> None:
        self._day = day
        self._rules = [(rule, _asks_about_families(rule)) for rule in rules]
        self._of_nothing: dict[int, Answer] = {}

    def of(self, family: Family, received: Iterable[Received]) -> list[Answer]:
        """One answer a rule, in their order."""
        by_item: dict[str, list[Received]] = {}
        for fact in received:
            by_item.setdefault(fact.item_id, []).append(fact)
        answers = []
        for number, (rule, asks) in enumerate(self._rules):
            bearing = list(_bearing(rule, by_item))
            found = None if asks or bearing else self._of_nothing.get(number)
            if found is None:
                found = answer(rule, family, bearing, self._day)
            if not asks and not bearing:
                self._of_nothing[number] = found
            answers.append(found)
        return answers


def _bearing(rule: Rule, by_item: dict[str, list[Received]]) -> Iterator[Received]:
    """What was received of the rule's item in its campaign, or in none that is known, and of the
    items that rule it out."""
    for fact in by_item.get(rule.item_id, ()):
        if fact.campaign_id in {None, rule.campaign_id} or rule.item_id in rule.excluded_by:
            yield fact
    for item_id in rule.excluded_by - {rule.item_id}:
        yield from by_item.get(item_id, ())


def _asks_about_families(rule: Rule) -> bool:
    """Whether the answer depends on more than on what was received."""
    bounds = (rule.min_size, rule.max_size, rule.min_age, rule.max_age)
    return (
        rule.per is not Per.HOUSEHOLD
        or rule.by_list
        or bool(rule.villages or rule.categories)
        or any(bound is not None for bound in bounds)
    )
