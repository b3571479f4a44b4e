"""What somebody perhaps received elsewhere, in words. Never a certainty."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from app.domain.dates import PartialDate, Precision
from app.words import dates
from app.words.catalog import Words
from app.words.catalogue import item_kind_text
from app.words.joined import joined
from app.words.numbers import isolated


class Told(Protocol):
    """Aid of a kind, in a month (`YYYY-MM`), from an organisation (empty: not known which)."""

    @property
    def kind(self) -> str: ...
    @property
    def month(self) -> str: ...
    @property
    def organisation(self) -> str: ...


def perhaps_text(words: Words, told: Iterable[Told]) -> str:
    """One line of all that was told; empty where nothing was."""
    said = [_one(words, one) for one in told]
    if not said:
        return ""
    return words.translate("Sharing", "Perhaps received: {what}", what=joined(words, said))


def _one(words: Words, told: Told) -> str:
    kind = item_kind_text(words, told.kind)
    month = month_text(words, told.month)
    if not told.organisation:
        return words.translate("Sharing", "{kind} in {month}", kind=kind, month=month)
    return words.translate(
        "Sharing",
        "{kind} in {month} from {organisation}",
        kind=kind,
        month=month,
        organisation=isolated(told.organisation),
    )


class LearnedFile(Protocol):
    """What another organisation's file told."""

    @property
    def organisation(self) -> str: ...
    @property
    def ours(self) -> int: ...
    @property
    def first_month(self) -> str: ...
    @property
    def last_month(self) -> str: ...


def learned_text(words: Words, learned: LearnedFile) -> str:
    """Whose file it was, of which months, and how many people on file here it names."""
    return words.translate(
        "Sharing",
        "{organisation}, {months}: it perhaps served %n people who are on file here",
        n=learned.ours,
        organisation=isolated(learned.organisation),
        months=months_text(words, learned.first_month, learned.last_month),
    )


def months_text(words: Words, first: str, last: str) -> str:
    """From a month to a month, or the one month; empty for none."""
    if not first:
        return ""
    if first == last:
        return month_text(words, first)
    return words.translate(
        "Sharing",
        "{first} to {last}",
        first=month_text(words, first),
        last=month_text(words, last),
    )


def month_text(words: Words, month: str) -> str:
    """A month (`YYYY-MM`) as people say it."""
    first = date.fromisoformat(f"{month}-01")
    return dates.partial_day(words, PartialDate(first, Precision.MONTH))
