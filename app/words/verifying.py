"""What a scanned receipt turned out to be, in words. Never an accusation."""

from collections.abc import Iterable
from typing import Final, Protocol

from app.domain.quantity import Quantity
from app.words import dates
from app.words.aid import void_reason_text
from app.words.catalog import Marked, Words, marked
from app.words.named import HasNames, name_of
from app.words.numbers import in_digits, isolated, ltr
from app.words.stock import amount

STATES: Final[dict[str, Marked]] = {
    "merged": marked("Verify", "Genuine, and on file here"),
    "unmerged": marked("Verify", "Genuine, not yet merged here"),
    "voided": marked("Verify", "Genuine, and voided"),
    "genuine": marked("Verify", "Genuine"),
    "unknown": marked("Verify", "The laptop that signed it is not known here"),
    "false": marked("Verify", "False: this is not what the laptop signed"),
}
"""One line for each state."""

ADVICE: Final[dict[str, Marked]] = {
    "unmerged": marked("Verify", "It comes with the next file of its laptop."),
    "unknown": marked(
        "Verify", "It may be a new laptop of ours: merge the latest files, then scan it again."
    ),
    "false": marked(
        "Verify", "Keep the paper and show it to the supervisor; do not hand anything over for it."
    ),
}
"""What to do next, where there is something to do."""

KINDS: Final[dict[str, Marked]] = {
    "receipt": marked("Verify", "receipt"),
    "household_card": marked("Verify", "household card"),
    "blank_slip": marked("Verify", "paper slip"),
}
"""What each kind of code stands for."""


class Named(HasNames, Protocol):
    """An item of the catalogue; without a name where its code is not known here."""

    @property
    def code(self) -> int: ...


class GivenLine(Protocol):
    """One item on a receipt."""

    @property
    def item(self) -> Named: ...
    @property
    def quantity(self) -> Quantity: ...


class Voided(Protocol):
    """When, by whom and why something was voided."""

    @property
    def voided_at(self) -> int | None: ...
    @property
    def voided_by(self) -> str: ...
    @property
    def void_reason(self) -> str: ...


def state_text(words: Words, state: str) -> str:
    """The one answer."""
    return words.of(STATES[state])


def advice_text(words: Words, state: str) -> str:
    """What to do next; nothing where all is well."""
    return words.of(ADVICE[state]) if state in ADVICE else ""


def void_text(words: Words, voided: Voided) -> str:
    """When, by whom and why."""
    reason = void_reason_text(words, voided.void_reason)
    if voided.voided_at is None:
        return words.translate("Verify", "Voided: {reason}", reason=reason)
    moment = ltr(dates.moment(words, voided.voided_at))
    if not voided.voided_by:
        return words.translate(
            "Verify", "Voided on {moment}: {reason}", moment=moment, reason=reason
        )
    return words.translate(
        "Verify",
        "Voided on {moment} by {name}: {reason}",
        moment=moment,
        name=isolated(voided.voided_by),
        reason=reason,
    )


def lines_text(words: Words, lines: Iterable[GivenLine]) -> str:
    """What stands on a receipt: 1 box of food, 2 blankets."""
    return words.translate("Receipts", ", ").join(_line(words, line) for line in lines)


def _line(words: Words, line: GivenLine) -> str:
    quantity = amount(words, line.quantity)
    if not line.item.name_ar:
        code = ltr(in_digits(f"#{line.item.code}", words.digits))
        return words.translate("Receipts", "{quantity} {item}", quantity=quantity, item=code)
    item = name_of(words, line.item)
    return words.translate("Receipts", "{quantity} {item}", quantity=quantity, item=item)


def ended_text(words: Words) -> str:
    """Of a laptop whose access was ended."""
    return words.translate(
        "Verify", "The laptop's access was ended; a supervisor decides about what it did later."
    )


def missing_text(words: Words, missing: int) -> str:
    """Of a receipt with several codes of which some were not scanned."""
    return words.translate("Verify", "%n codes of this receipt were not scanned", n=missing)
