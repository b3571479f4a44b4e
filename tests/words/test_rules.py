"""A rule is said as a sentence, with all that it asks and nothing else."""

from dataclasses import replace

import pytest

from app.domain.entitlement import Frequency, Rule
from app.domain.quantity import ONE, Quantity
from app.words.catalog import Words
from app.words.rules import RuleNames, rule_sentence

RULE = Rule("rule", "campaign", "blanket", Quantity(2_000))
NAMES = RuleNames("Blanket", "piece")
MARKS = dict.fromkeys(map(ord, "\u2066\u2068\u2069\u200e"))


def said(rule: Rule, names: RuleNames = NAMES) -> str:
    return rule_sentence(Words("en"), rule, names).translate(MARKS)


def test_what_and_how_often() -> None:
    assert said(RULE) == "Blanket, 2 piece. Once per household in the campaign."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"min_size": 3}, "Families of 3 or more."),
        ({"max_size": 5}, "Families of 5 at most."),
        ({"min_size": 3, "max_size": 5}, "Families of 3 to 5."),
        ({"min_age": 60}, "From the age of 60."),
        ({"max_age": 2}, "Up to the age of 2."),
        ({"min_age": 6, "max_age": 18}, "Ages 6 to 18."),
        ({"frequency": Frequency.EVERY, "days": 30, "times": 6}, "At most 6 times in all."),
        ({"frequency": Frequency.AT_MOST, "times": 2, "days": 7}, "At least 7 days apart."),
    ],
)
def test_each_condition_is_said(change, words) -> None:
    assert said(replace(RULE, **change)).endswith(words)


def test_places_reasons_and_other_items_are_named_and_many_are_counted() -> None:
    names = RuleNames(
        "Box", "box", ("A", "B"), ("widow", "orphan", "elderly", "refugee", "debtor"), ("Cash",)
    )
    text = said(replace(RULE, ration=ONE), names)
    assert "Only in A, B." in text
    assert "Only for widow, orphan, elderly, refugee and 1 more." in text
    assert text.endswith("Not with Cash.")


def test_arabic_says_the_same() -> None:
    text = rule_sentence(Words("ar"), replace(RULE, min_size=3), RuleNames("بطانية", "piece"))
    assert text.translate(MARKS) == (
        "بطانية، 2 قطعة. مرة واحدة لكل أسرة في الحملة. للأسر من 3 أفراد فأكثر."
    )
