"""What the entitlement answers, in a sentence that a volunteer can read out."""

from collections.abc import Callable
from typing import Final

from app.domain.entitlement import Answer, Frequency, Per, Reason, Received, Rule, Source
from app.words import dates
from app.words.catalog import Marked, Words, marked
from app.words.numbers import in_digits, isolated

_PLAIN: Final[dict[Reason, Marked]] = {
    Reason.CAMPAIGN_NOT_BEGUN: marked("Answer", "The campaign has not begun"),
    Reason.CAMPAIGN_ENDED: marked("Answer", "The campaign has ended"),
    Reason.OTHER_VILLAGE: marked("Answer", "The village is not one of the campaign's"),
    Reason.CATEGORY_MISSING: marked("Answer", "Only for categories that the household is not in"),
    Reason.TOO_YOUNG: marked("Answer", "Nobody is old enough"),
    Reason.TOO_OLD: marked("Answer", "Nobody is young enough"),
    Reason.NO_MEMBERS: marked("Answer", "Nobody of the household is registered"),
    Reason.RULE_INCOMPLETE: marked("Answer", "The campaign's rule is incomplete"),
    Reason.VILLAGE_UNKNOWN: marked("Answer", "The household's village is not known"),
    Reason.SIZE_UNKNOWN: marked("Answer", "The size of the household is not known"),
    Reason.AGE_UNKNOWN: marked("Answer", "An age is not known"),
    Reason.FOR_WHOM_UNKNOWN: marked("Answer", "Received before, and not known for whom"),
    Reason.OWED_AFTER_END: marked("Answer", "Owed from before the campaign ended"),
    Reason.NOT_LISTED: marked("Answer", "Not on the campaign's approved list"),
    Reason.ON_RESERVE: marked("Answer", "On the campaign's reserve list"),
}


def why(words: Words, answer: Answer) -> str:
    """The one line under an answer: the rule where it allows, else what stands against it."""
    reason = answer.reason
    if reason in _PLAIN:
        return words.of(_PLAIN[reason])
    return _SENTENCES[reason](words, answer)


def rule_text(words: Words, rule: Rule) -> str:
    """How often the rule gives, and to whom."""
    household = rule.per is Per.HOUSEHOLD
    if rule.frequency is Frequency.ONCE:
        if household:
            return words.translate("Answer", "Once per household in the campaign")
        return words.translate("Answer", "Once per person in the campaign")
    if rule.frequency is Frequency.EVERY:
        if household:
            return words.translate("Answer", "Once in %n days per household", n=rule.days or 0)
        return words.translate("Answer", "Once in %n days per person", n=rule.days or 0)
    if household:
        return words.translate("Answer", "Up to %n times per household", n=rule.times or 0)
    return words.translate("Answer", "Up to %n times per person", n=rule.times or 0)


def received_text(words: Words, received: Received) -> str:
    """When, where and from whom something was received."""
    if received.source is Source.DESK:
        return _noted(words, received)
    day = dates.day(words, received.day.isoformat())
    giver = isolated(received.organisation or received.place)
    if giver and received.desk:
        return words.translate(
            "Answer",
            "Received {day} from {giver}, desk {desk}",
            day=day,
            giver=giver,
            desk=isolated(received.desk),
        )
    if giver:
        return words.translate("Answer", "Received {day} from {giver}", day=day, giver=giver)
    return words.translate("Answer", "Received {day}", day=day)


def other_desk_text(words: Words, desk: str) -> str:
    """That another desk serves the household."""
    return words.translate("Answer", "Desk {desk} serves this family", desk=_desk(words, desk))


def _noted(words: Words, received: Received) -> str:
    """What another desk's note says, without the convoy that both work on. The day is the convoy's,
    since that laptop's clock may stand in another year."""
    return words.translate(
        "Answer",
        "Received {day} at {time}, at desk {desk}",
        day=dates.day(words, received.day.isoformat()),
        time=dates.time(words, received.at or 0),
        desk=_desk(words, received.desk),
    )


def _desk(words: Words, name: str) -> str:
    return isolated(in_digits(name, words.digits))


def _received(words: Words, answer: Answer) -> str:
    said = received_text(words, answer.receipts[0]) if answer.receipts else ""
    if answer.next_on is None:
        return said
    day = dates.day(words, answer.next_on.isoformat())
    return words.translate("Answer", "{received}; next on {day}", received=said, day=day)


def _again(words: Words, answer: Answer) -> str:
    return words.translate(
        "Answer", "{rule}; the earlier one counts no more", rule=rule_text(words, answer.rule)
    )


def _remainder(words: Words, answer: Answer) -> str:
    said = received_text(words, answer.receipts[0]) if answer.receipts else ""
    return words.translate("Answer", "The rest of the ration. {received}", received=said)


def _owed(words: Words, answer: Answer) -> str:
    if not answer.receipts:
        return words.translate("Answer", "Owed: it was not in stock")
    day = dates.day(words, answer.receipts[0].day.isoformat())
    return words.translate("Answer", "Owed since {day}: it was not in stock", day=day)


def _other_desk(words: Words, answer: Answer) -> str:
    return other_desk_text(words, answer.desk)


def _too_small(words: Words, answer: Answer) -> str:
    return words.translate(
        "Answer", "Only for households of %n people or more", n=answer.rule.min_size or 0
    )


def _too_large(words: Words, answer: Answer) -> str:
    return words.translate(
        "Answer", "Only for households of up to %n people", n=answer.rule.max_size or 0
    )


def _excluded(words: Words, answer: Answer) -> str:
    said = received_text(words, answer.receipts[0]) if answer.receipts else ""
    return words.translate("Answer", "Not beside another item. {received}", received=said)


_SENTENCES: Final[dict[Reason, Callable[[Words, Answer], str]]] = {
    Reason.FIRST: lambda words, answer: rule_text(words, answer.rule),
    Reason.AGAIN: _again,
    Reason.REMAINDER: _remainder,
    Reason.OWED: _owed,
    Reason.OTHER_DESK: _other_desk,
    Reason.RECEIVED_ONCE: _received,
    Reason.RECEIVED_RECENTLY: _received,
    Reason.RECEIVED_ALL: _received,
    Reason.FAMILY_TOO_SMALL: _too_small,
    Reason.FAMILY_TOO_LARGE: _too_large,
    Reason.EXCLUDED_BY_ITEM: _excluded,
}
