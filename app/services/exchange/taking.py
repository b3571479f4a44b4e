"""One file on its way into the journal: read ahead while the one before it is still written.

Reading touches nothing in the store, and most files that are refused are refused by then. Where one
is refused after some of it was written, all files are taken in again, each behind a savepoint of
its own: a savepoint keeps every page as it was before, in memory that grows with the file.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import NestedTransaction

from app.db.arrivals import last_position
from app.db.pending_rows import PendingRows
from app.errors import QafilaError
from app.services.exchange.copies import Copy
from app.services.exchange.reading import Intake, read_into
from app.services.exchange.results import REFUSED
from app.services.exchange.taken_before import TakenBefore, taken_before

_REFUSALS: Final = tuple(REFUSED)


class WrittenInVain(Exception):
    """A file was refused too late: the transaction holds a part of it."""


@dataclass
class Taking:
    """`before` completes the file before this one, `accepted` takes over the rows that still wait
    when this one is, and with `careful` there is a savepoint. Once complete, what came lies between
    the journal's ends `after` and `until`, `error` says why the file was refused, and `known` what
    is said of one that was taken in before."""

    copy: Copy
    intake: Intake
    before: Callable[[], None]
    accepted: PendingRows
    careful: bool
    error: QafilaError | None = None
    known: TakenBefore | None = None
    after: int = 0
    until: int = 0
    _savepoint: NestedTransaction | None = None
    _begun: bool = False
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
        except _REFUSALS as refusal:
            self.error = refusal

    def complete(self) -> None:
        """Writes the rest, or undoes all of a file that is refused. Raises WrittenInVain."""
        if self._done:
            return
        untouched = not self._begun and self.error is not None
        self._begin()
        self._done = True
        if self.error is None and self.known is None:
            try:
                self.intake.finish()
            except _REFUSALS as refusal:
                self.error = refusal
        if self.error is None:
            if self._savepoint is not None:
                self._savepoint.commit()
            self.accepted.take(self.intake.pending)
        elif self._savepoint is not None:
            self._savepoint.rollback()
        elif not untouched:
            raise WrittenInVain
        self.intake.give_up()
        self.until = last_position(self.intake.connection)

    def _begin(self) -> None:
        """Before anything of the file is written."""
        if not self._begun:
            self.before()
            self._begun = True
            self.after = last_position(self.intake.connection)
            if self.careful:
                self._savepoint = self.intake.connection.begin_nested()
