"""A campaign's rule as a sentence, so that whoever writes it sees what it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.entitlement import Frequency, Rule
from app.words.aid import unit_text
from app.words.answers import rule_text
from app.words.catalog import Words
from app.words.numbers import isolated
from app.words.stock import amount

_NAMED: Final = 4
"""So many names are said of each condition; the rest are counted."""


@dataclass(frozen=True)
class RuleNames:
    """What the ids of a rule are called in the reader's language; `unit` is the item's code."""

    item: str
    unit: str
    villages: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    excluded_by: tuple[str, ...] = ()


def rule_sentence(words: Words, rule: Rule, names: RuleNames) -> str:
    """What is given, how often, to whom: "Blanket, 2 pieces. Once per household in the campaign.
    Only in … Only for widow, orphan. Families of 4 or more."""
    gift = words.translate(
        "Rule",
        "{item}, {quantity} {unit}",
        item=isolated(names.item),
        quantity=amount(words, rule.ration),
        unit=unit_text(words, names.unit),
    )
    parts = [gift, rule_text(words, rule), *_conditions(words, rule, names)]
    return " ".join(words.translate("Rule", "{part}.", part=part) for part in parts)


def _conditions(words: Words, rule: Rule, names: RuleNames) -> list[str]:
    said = []
    if rule.frequency is Frequency.EVERY and rule.times:
        said.append(words.translate("Rule", "At most %n times in all", n=rule.times))
    if rule.frequency is Frequency.AT_MOST and rule.days:
        said.append(words.translate("Rule", "At least %n days apart", n=rule.days))
    if names.villages:
        places = _listed(words, names.villages)
        said.append(words.translate("Rule", "Only in {villages}", villages=places))
    if names.categories:
        reasons = _listed(words, names.categories)
        said.append(words.translate("Rule", "Only for {categories}", categories=reasons))
    said += _bounds(words, rule)
    if names.excluded_by:
        items = _listed(words, names.excluded_by)
        said.append(words.translate("Rule", "Not with {items}", items=items))
    return said


def _bounds(words: Words, rule: Rule) -> list[str]:
    said = []
    least, most = rule.min_size, rule.max_size
    if least is not None and most is not None:
        said.append(
            words.translate("Rule", "Families of {least} to {most}", least=least, most=most)
        )
    elif least is not None:
        said.append(words.translate("Rule", "Families of {least} or more", least=least))
    elif most is not None:
        said.append(words.translate("Rule", "Families of {most} at most", most=most))
    least, most = rule.min_age, rule.max_age
    if least is not None and most is not None:
        said.append(words.translate("Rule", "Ages {least} to {most}", least=least, most=most))
    elif least is not None:
        said.append(words.translate("Rule", "From the age of {least}", least=least))
    elif most is not None:
        said.append(words.translate("Rule", "Up to the age of {most}", most=most))
    return said


def _listed(words: Words, names: Sequence[str]) -> str:
    shown = words.translate("Rule", ", ").join(isolated(name) for name in names[:_NAMED])
    left = len(names) - _NAMED
    return (
        shown if left <= 0 else words.translate("Rule", "{names} and %n more", n=left, names=shown)
    )
