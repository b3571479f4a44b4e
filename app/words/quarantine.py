"""Why a change waits, and what it would set, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.journal.value import Fields, Value
from app.words.catalog import Marked, Words, marked
from app.words.history import Values
from app.words.merge import laptop_text
from app.words.named import HasNames
from app.words.numbers import isolated

CAUSES: Final[dict[str, Marked]] = {
    "no_grant": marked("Quarantine", "not let in"),
    "no_right": marked("Quarantine", "not allowed"),
    "past_cut_off": marked("Quarantine", "written after the end"),
}

_WHY: Final[dict[str, Marked]] = {
    "no_grant": marked(
        "Quarantine",
        "{user} on {laptop} names a right that nobody here has given, or that belongs to somebody "
        "else. Ask who works there before letting it count.",
    ),
    "no_right": marked(
        "Quarantine",
        "{user} on {laptop} may not do this. It counts as soon as somebody who may lets it.",
    ),
    "past_cut_off": marked(
        "Quarantine",
        "The right of {user} or of {laptop} was ended, and this was written after what was known "
        "here then. Let it count only if the work was done before the laptop was lost.",
    ),
}

FORKS: Final[dict[str, Marked]] = {
    "restored": marked("Quarantine", "A backup was put back"),
    "copied": marked("Quarantine", "The disk was copied"),
    "joined_twice": marked("Quarantine", "Two laptops from one pack"),
    "unknown": marked("Quarantine", "Nobody knows"),
}


@dataclass(frozen=True)
class _Set:
    """A field that a change sets."""

    field: str
    after: Value
    before: Value = None


def cause_text(words: Words, cause: str) -> str:
    """Why, in two or three words; a cause of a newer app stays a code."""
    return words.of(CAUSES[cause]) if cause in CAUSES else cause


def why_text(words: Words, cause: str, user: str, device_id: str, laptop: str) -> str:
    """Why, and what to think of before it counts."""
    if cause not in _WHY:
        return cause
    pair = _WHY[cause]
    who = isolated(user) or words.translate("Quarantine", "somebody")
    text = words.lookup(pair.context, pair.source, None) or pair.source
    return words.fill(text, None, {"user": who, "laptop": laptop_text(device_id, laptop)})


def set_lines(words: Words, fields: Fields, names: Mapping[str, HasNames]) -> Iterator[str]:
    """A line for each value that would be set and that means something to people."""
    speak = Values(words, names, reveal=False)
    for field, value in fields.items():
        yield from speak.lines(_Set(field, value))
