"""Exchanging notes with the other desks over one stick: theirs are read, this desk's is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from app.db.store import Store
from app.db.tables import ServedElsewhere
from app.db.trust import trust_of
from app.errors import (
    FileDamaged,
    FileForOthers,
    FileNewer,
    FileOfAnotherKind,
    FileOfAnotherWorkspace,
    OriginUntrusted,
    QafilaError,
)
from app.files import disk_errors
from app.services.exchange.reading import Intake, take_in
from app.services.exchange.served import note_identities, write_served
from app.sync.manifest import Kind

PREFIX: Final = "served-"
SUFFIX: Final = ".qafila"
_SHOWN: Final = 8
_MOST_BYTES: Final = 32_000_000
"""A day's note has some hundred kilobytes; what is larger than any manifest is none."""

_REFUSALS: Final = (
    FileDamaged,
    FileForOthers,
    FileNewer,
    FileOfAnotherKind,
    FileOfAnotherWorkspace,
    OriginUntrusted,
)


@dataclass(frozen=True)
class Refused:
    """A note that was left alone, and why."""

    name: str
    error: QafilaError


@dataclass(frozen=True)
class Exchanged:
    """What came of it: notes of other desks that were read, lines in them that were new here, and
    the hand-overs that this desk's own note tells of."""

    path: Path
    read: int
    new: int
    told: int
    refused: tuple[Refused, ...] = ()


def exchange_notes(store: Store, folder: Path) -> Exchanged:
    """Reads the notes that lie in `folder` and writes this desk's own there.

    Raises NoConvoyToday, ConvoyKeyMissing, DiskFull, StoreReadOnly, DiskFailed; a note that cannot
    be read is only told of.
    """
    own = folder / f"{PREFIX}{store.device_id[:_SHOWN]}{SUFFIX}"
    noted = write_served(store, own)
    read = new = 0
    refused: list[Refused] = []
    notes = list(_notes(folder, own))
    with store.write() as session:
        connection = session.connection()
        for name, data in notes:
            try:
                new += _take(connection, data)
            except _REFUSALS as error:
                refused.append(Refused(name, error))
            else:
                read += 1
        if new:
            session.touched[ServedElsewhere.__tablename__] = set()
    return Exchanged(own, read, new, noted.hand_overs, tuple(refused))


def _notes(folder: Path, own: Path) -> Iterator[tuple[str, bytes]]:
    with disk_errors(folder):
        for path in sorted(folder.glob(f"{PREFIX}*{SUFFIX}")):
            if path != own and path.is_file() and path.stat().st_size <= _MOST_BYTES:
                yield path.name, path.read_bytes()


def _take(connection: Connection, data: bytes) -> int:
    """How many lines were new; nothing is kept of a note that is refused."""
    savepoint = connection.begin_nested()
    intake = Intake(connection, trust_of(connection), takes_parts=False)
    try:
        manifest = take_in(BytesIO(data), note_identities(connection), intake)
        if manifest.kind is not Kind.SERVED:
            raise FileOfAnotherKind
    except BaseException:
        savepoint.rollback()
        raise
    savepoint.commit()
    return intake.new
