"""Which hand-overs of one entitlement are more, together, than its rule ever allowed."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from app.domain.entitlement_types import Received, Rule
from app.domain.rations import counted, stretch_of


def case_id(aid_records: Iterable[str]) -> str:
    """What a case is known by: the set of its hand-overs, so that a further one opens it again."""
    return sha256("\n".join(sorted(set(aid_records))).encode()).hexdigest()


def overfull(rule: Rule, facts: Iterable[Received]) -> tuple[frozenset[str], ...]:
    """The hand-overs (their record ids) that exceed a rule without problems, those that share an
    overfull stretch together. One hand-over alone is never a case, however much it gave."""
    given = sorted(
        (fact for fact in facts if counted(fact, rule.ration) > 0),
        key=lambda fact: (fact.day, fact.record_id),
    )
    groups = [frozenset(fact.record_id for fact in group) for group in _groups(rule, given)]
    return tuple(group for group in groups if len(group) > 1)


def _groups(rule: Rule, given: Sequence[Received]) -> list[Sequence[Received]]:
    limits = stretch_of(rule)
    amounts = [counted(fact, rule.ration) for fact in given]
    total = rule.ration if limits.days is None else limits.total
    if total is not None and sum(amounts) > total:
        return [given]
    if limits.days is None:
        return []
    spans: list[tuple[int, int]] = []
    end, inside = 0, 0
    for start, fact in enumerate(given):
        while end < len(given) and (given[end].day - fact.day).days < limits.days:
            inside += amounts[end]
            end += 1
        if inside > rule.ration:
            if spans and start < spans[-1][1]:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        inside -= amounts[start]
    return [given[start:end] for start, end in spans]
