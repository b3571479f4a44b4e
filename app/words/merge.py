"""What came of files from other laptops, in words."""

from pathlib import Path
from typing import Final, Protocol

from app.words.catalog import Marked, Words, marked
from app.words.numbers import isolated, ltr

_DEVICE_SHOWN: Final = 8
_DIGEST_SHOWN: Final = 12

KINDS: Final[dict[str, Marked]] = {
    "pack": marked("Merge", "laptop's pack"),
    "export": marked("Merge", "laptop's work"),
    "update": marked("Merge", "coordinator's update"),
    "served": marked("Merge", "desk's note"),
}


class Told(Protocol):
    """What is said of one file."""

    @property
    def path(self) -> Path: ...
    @property
    def status(self) -> str: ...
    @property
    def new(self) -> int: ...
    @property
    def known(self) -> int: ...
    @property
    def held(self) -> int: ...
    @property
    def quarantined(self) -> int: ...


STATUSES: Final[dict[str, Marked]] = {
    "damaged": marked("Merge", "damaged"),
    "for_others": marked("Merge", "for others"),
    "other_workspace": marked("Merge", "of another workspace"),
    "newer": marked("Merge", "of a newer version"),
    "untrusted": marked("Merge", "not from a coordinator"),
    "missing": marked("Merge", "not found"),
    "unreadable": marked("Merge", "not readable"),
    "known": marked("Merge", "all of it known"),
    "unknown_device": marked("Merge", "from a laptop not known here; all of it waits"),
    "gaps": marked("Merge", "earlier changes are missing: ask for a full export"),
    "quarantined": marked("Merge", "some of it waits for a supervisor"),
    "held": marked("Merge", "some of it waits for other files"),
    "new": marked("Merge", "taken in"),
}


def status_text(words: Words, file: Told) -> str:
    """One line about one file."""
    return words.translate(
        "Merge",
        "{file}: {status} (new {new}, known {known}, held {held}, quarantined {quarantined})",
        file=ltr(file.path.name),
        status=words.of(STATUSES[str(file.status)]),
        new=file.new,
        known=file.known,
        held=file.held,
        quarantined=file.quarantined,
    )


def gap_text(words: Words, device: str, first: int, last: int) -> str:
    """Which changes of which laptop (by `laptop_text`) are missing."""
    return words.translate(
        "Merge",
        "Changes {first} to {last} of laptop {device} are missing: ask for a full export.",
        first=first,
        last=last,
        device=device,
    )


def laptop_text(device_id: str, name: str = "") -> str:
    """A laptop by its name, or by the beginning of its id where it has none here."""
    return isolated(name) if name else ltr(device_id[:_DEVICE_SHOWN])


def digest_text(digest: str) -> str:
    """The beginning of a file's digest, in groups, to compare with what stands on a slip."""
    short = digest[:_DIGEST_SHOWN]
    return ltr(" ".join(short[at : at + 4] for at in range(0, len(short), 4)))


def conservation_text(words: Words, *, holds: bool) -> str:
    """Whether nothing was lost or doubled."""
    if holds:
        return words.translate("Merge", "Nothing was lost and nothing was counted twice.")
    return words.translate(
        "Merge", "The counts do not agree: check the workspace (doctor) before going on."
    )
