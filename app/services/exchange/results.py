"""What came of a merge and of each of its files."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from app.errors import (
    DiskFailed,
    FileDamaged,
    FileForOthers,
    FileMissing,
    FileNewer,
    FileOfAnotherWorkspace,
    OriginUntrusted,
    QafilaError,
)
from app.services.exchange.totals import Totals


class Status(StrEnum):
    """What came of one file; of several that hold, the first."""

    DAMAGED = "damaged"
    FOR_OTHERS = "for_others"
    OTHER_WORKSPACE = "other_workspace"
    NEWER = "newer"
    UNTRUSTED = "untrusted"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    """The stick failed while the file was read."""
    KNOWN = "known"
    """Everything in it was here already."""
    UNKNOWN_DEVICE = "unknown_device"
    """Made by a laptop that nobody here has let in: all of it waits in quarantine."""
    GAPS = "gaps"
    """Taken in, and earlier changes of its laptops are missing."""
    QUARANTINED = "quarantined"
    HELD = "held"
    NEW = "new"


REFUSED: Final[dict[type[QafilaError], Status]] = {
    FileDamaged: Status.DAMAGED,
    FileForOthers: Status.FOR_OTHERS,
    FileOfAnotherWorkspace: Status.OTHER_WORKSPACE,
    FileNewer: Status.NEWER,
    OriginUntrusted: Status.UNTRUSTED,
    FileMissing: Status.MISSING,
    DiskFailed: Status.UNREADABLE,
}
"""Why a file is left out, while the others are taken in."""


@dataclass(frozen=True)
class Gap:
    """Changes `first` to `last` of a device that are not here."""

    device_id: str
    first: int
    last: int


@dataclass(frozen=True)
class FileResult:
    """What came of one file: changes that were new, known, held and quarantined. `error` says why
    a file was refused."""

    path: Path
    status: Status
    new: int = 0
    known: int = 0
    held: int = 0
    quarantined: int = 0
    gaps: tuple[Gap, ...] = ()
    kind: str = ""
    origin: str = ""
    made_at: int = 0
    error: QafilaError | None = None


@dataclass(frozen=True)
class Merged:
    """A merge, or with `preview` what it would have done."""

    files: tuple[FileResult, ...]
    totals: Totals
    preview: bool
