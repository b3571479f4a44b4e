"""How laptops and their state read on the page."""

from datetime import UTC, datetime
from typing import Final

from app.services.team.laptops import Laptop, LaptopState
from app.ui.tokens import State
from app.ui.tr import of, tr, words
from app.words import dates
from app.words.catalog import Marked, marked
from app.words.joined import joined
from app.words.numbers import in_digits, isolated

STATES: Final[dict[LaptopState, Marked]] = {
    LaptopState.PREPARED: marked("Laptops", "prepared"),
    LaptopState.JOINED: marked("Laptops", "joined"),
    LaptopState.EXPORTED: marked("Laptops", "files came"),
    LaptopState.CLOSED: marked("Laptops", "desk closed"),
    LaptopState.ENDED: marked("Laptops", "ended"),
}
_EXPLAINED: Final[dict[LaptopState, Marked]] = {
    LaptopState.PREPARED: marked("Laptops", "Its pack was written. Nothing came from it yet."),
    LaptopState.JOINED: marked("Laptops", "A file of its came and held nothing new."),
    LaptopState.EXPORTED: marked("Laptops", "What it did came here with its files."),
    LaptopState.CLOSED: marked("Laptops", "Its desk was counted, and two people signed."),
    LaptopState.ENDED: marked("Laptops", "What it did after that waits in quarantine."),
}
LOOKS: Final[dict[LaptopState, State | None]] = {
    LaptopState.PREPARED: State.RECEIVED,
    LaptopState.JOINED: State.RECEIVED,
    LaptopState.EXPORTED: None,
    LaptopState.CLOSED: State.MAY,
    LaptopState.ENDED: State.NOT_ELIGIBLE,
}


def state_text(one: Laptop) -> str:
    """How far it has come, in two words."""
    return tr("Laptops", "this laptop") if one.own else of(STATES[one.state])


def state_explained(one: Laptop) -> str:
    """The same in a sentence."""
    return of(_EXPLAINED[one.state])


def place_of(one: Laptop) -> str:
    """Its desk and convoy."""
    if not one.desk:
        return ""
    desk = tr("Laptops", "desk {name}", name=isolated(in_digits(one.desk, words().digits)))
    return joined(words(), (desk, isolated(one.convoy)))


def heard_day(one: Laptop) -> str:
    """The day of the last file, for a narrow column."""
    if one.last_heard is None:
        return "" if one.own else tr("Laptops", "not yet")
    day = datetime.fromtimestamp(one.last_heard / 1000, tz=UTC).astimezone().date()
    return dates.day(words(), day.isoformat())


def heard_text(one: Laptop) -> str:
    """When a file of its was last merged here."""
    if one.last_heard is None:
        return tr("Laptops", "not yet")
    return dates.moment(words(), one.last_heard)


def known_text(one: Laptop) -> str:
    """Which of its changes are known here, and whether any are missing before the last."""
    if not one.last_seq:
        return tr("Laptops", "none")
    said = words().number(one.last_seq)
    if one.missing:
        return tr("Laptops", "up to {number}, %n missing before it", n=one.missing, number=said)
    return tr("Laptops", "up to {number}, none missing", number=said)


def acknowledged_text(one: Laptop) -> str:
    """Up to where its next update tells it that its changes are kept."""
    if one.own or not one.whole:
        return ""
    return tr("Laptops", "up to {number}", number=words().number(one.whole))
