"""One file on its way into the journal: read ahead while the one before it is still written.

Reading touches nothing in the store. What was read is written behind a savepoint of the file's own,
opened only when the file before is done with, so that a file that is refused takes all of its own
with it and nothing else.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import NestedTransaction

from app.db.arrivals import last_position
from app.db.pending_rows import PendingRows
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
from app.services.exchange.copies import Copy
from app.services.exchange.reading import Intake, read_into
from app.services.exchange.taken_before import TakenBefore, taken_before

REFUSALS: Final[tuple[type[QafilaError], ...]] = (
    FileDamaged,
    FileForOthers,
    FileOfAnotherWorkspace,
    FileNewer,
    OriginUntrusted,
    FileMissing,
    DiskFailed,
)
"""Why a file is left out, while the others are taken in."""


@dataclass
class Taking:
    """`before` completes the file before this one, and `accepted` takes over the rows that still
    wait when this one is. Once complete, what came lies between the
    journal's ends `after` and `until`, `error` says why the file was refused, and `known` what
    is said of one that was taken in before."""

    copy: Copy
    intake: Intake
    before: Callable[[], None]
    accepted: PendingRows
    error: QafilaError | None = None
    known: TakenBefore | None = None
    after: int = 0
    until: int = 0
    _savepoint: NestedTransaction | None = None
    _done: bool = False

    def read(self, identities: Sequence[str]) -> None:
        """Reads all of it, and writes only what is too much to be held."""
        self.error = self.copy.error
        if self.copy.file is None:
            return
        self.known = taken_before(self.intake.connection, self.copy.digest)
        if self.known is not None:
            self.intake.devices.add(self.known.origin)
            return
        self.intake.begin = self._begin
        try:
            read_into(self.copy.file, list(identities), self.intake)
        except REFUSALS as refusal:
            self.error = refusal

    def complete(self) -> None:
        """Writes the rest, or undoes all of a file that is refused."""
        if self._done:
            return
        self._begin()
        self._done = True
        if self.error is None and self.known is None:
            try:
                self.intake.finish()
            except REFUSALS as refusal:
                self.error = refusal
        if self._savepoint is not None:
            if self.error is None:
                self._savepoint.commit()
                self.accepted.take(self.intake.pending)
            else:
                self._savepoint.rollback()
        self.intake.give_up()
        self.until = last_position(self.intake.connection)

    def _begin(self) -> None:
        """Before anything of the file is written."""
        if self._savepoint is None:
            self.before()
            self.after = last_position(self.intake.connection)
            self._savepoint = self.intake.connection.begin_nested()
