"""A dump: everything in the store as plain files that any program reads. No lock-in.

The same content gives the same bytes on every store. So records that plain files were made
(disclosures) are left out while nothing follows them on their laptop: else each dump would differ
from the one before by the record of that one.
"""

import csv
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TextIO

from sqlalchemy import Connection, and_, func, not_, or_, select

from app.db.journal import device_ids
from app.db.store import Store
from app.db.tables import journal
from app.files import new_folder
from app.services.disclosures import journal_disclosure
from app.services.dump_columns import FILES, JOURNAL_FILE, JOURNAL_KEYS, DumpFile
from app.services.progress import Report, unheard

_CHUNK: Final = 2_000
_HASH: Final = 32
_DISCLOSURE: Final = "disclosure"
_ONE_LINE: Final = {10: " ", 13: " "}
_NAMES: Final = frozenset({file.name for file in FILES} | {JOURNAL_FILE})


@dataclass(frozen=True)
class Dumped:
    """What was written: rows by file name, and one digest over all files."""

    folder: Path
    rows: dict[str, int]
    digest: str

    @property
    def total(self) -> int:
        """Rows in all files."""
        return sum(self.rows.values())


def dump(store: Store, folder: Path, report: Report = unheard) -> Dumped:
    """Writes the files of `docs/dump.md` into `folder`, which is new, empty, or an earlier dump.

    The folder appears when all is written; that it was made is journalled. Raises FolderTaken,
    DiskFull, StoreReadOnly, DiskFailed; then nothing changed.
    """
    with new_folder(folder, _NAMES) as temporary:
        with store.read() as session:
            rows = _write_all(session.connection(), temporary, report)
        digest = _digest(temporary)
        journal_disclosure(store, "dump", sum(rows.values()), digest)
    return Dumped(folder, rows, digest)


def _write_all(connection: Connection, folder: Path, report: Report) -> dict[str, int]:
    last_word = _latest_disclosures(connection)
    left_out = _left_out(connection, last_word)
    total = connection.scalar(select(func.count()).select_from(journal)) or 0
    done = 0

    def count(written: int) -> None:
        # Records are fewer than changes: both stages together are a little under twice as many.
        nonlocal done
        done += written
        report(min(done, 2 * total), 2 * total)

    rows = {}
    for file in FILES:
        skip = left_out if file.record_type == _DISCLOSURE else frozenset()
        rows[file.name] = _write_csv(connection, folder / file.name, file, skip, count)
    rows[JOURNAL_FILE] = _write_journal(connection, folder / JOURNAL_FILE, last_word, count)
    report(2 * total, 2 * total)
    return rows


def _write_csv(
    connection: Connection,
    path: Path,
    file: DumpFile,
    skip: frozenset[str],
    count: Callable[[int], None],
) -> int:
    rows = 0
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(_UnixLines(target))
        writer.writerow(file.columns)
        for chunk in _chunks(connection, file.query):
            written = [_cells(file, row) for row in chunk if row[0] not in skip]
            writer.writerows(written)
            rows += len(written)
            count(len(written))
    return rows


class _UnixLines:
    """Ends each row with a line feed alone. Python's writer quotes a lone carriage return inside a
    cell, which would else look like the end of a row, only when rows end in one."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, row: str) -> None:
        """Called once a row."""
        self._file.write(row.removesuffix("\r\n") + "\n")


def _cells(file: DumpFile, row: Any) -> list[Any]:
    return [
        value if form is None or value is None else form(value)
        for form, value in zip(file.forms, row, strict=True)
    ]


def _write_journal(
    connection: Connection,
    path: Path,
    last_word: dict[str, int],
    count: Callable[[int], None],
) -> int:
    query = (
        select(*(journal.c[name] for name in JOURNAL_KEYS))
        .where(not_(_trailing(last_word)))
        .order_by(journal.c.device_id, journal.c.seq, journal.c.hash)
    )
    rows = 0
    with path.open("w", encoding="utf-8", newline="\n") as target:
        for chunk in _chunks(connection, query):
            target.writelines(_journal_line(row) for row in chunk)
            rows += len(chunk)
            count(len(chunk))
    return rows


def _journal_line(row: Any) -> str:
    """Ids and names in the journal are plain ASCII without quotes, so they need no escaping;
    the fields are JSON already and stand as they were first written."""
    base = ",".join(f'"{row.base[at : at + _HASH].hex()}"' for at in range(0, len(row.base), _HASH))
    salt = "null" if row.salt is None else f'"{row.salt.hex()}"'
    fields = "null" if row.fields is None else row.fields.decode().translate(_ONE_LINE)
    version = "null" if row.version is None else row.version
    return (
        f'{{"device_id":"{row.device_id}","seq":{row.seq},"prev_hash":"{row.prev_hash.hex()}",'
        f'"record_type":"{row.record_type}","record_id":"{row.record_id}","base":[{base}],'
        f'"payload_hash":"{row.payload_hash.hex()}","salt":{salt},"fields":{fields},'
        f'"actor":"{row.actor}","grant":"{row.grant.hex()}","recorded_at":{row.recorded_at},'
        f'"hash":"{row.hash.hex()}","version":{version},"skipped":{row.skipped}}}\n'
    )


def _chunks(connection: Connection, query: Any) -> Iterator[Any]:
    result = connection.execute(query, execution_options={"yield_per": _CHUNK})
    return result.partitions()


def _latest_disclosures(connection: Connection) -> dict[str, int]:
    """Per device that ends in disclosures, the number of its last change that is none."""
    found = {}
    for device in device_ids(connection):
        seqs = select(journal.c.seq).where(journal.c.device_id == device)
        newest_first = seqs.order_by(journal.c.seq.desc()).limit(1)
        last = connection.scalar(newest_first)
        content = connection.scalar(newest_first.where(journal.c.record_type != _DISCLOSURE))
        if last != content:
            found[device] = content or 0
    return found


def _left_out(connection: Connection, last_word: dict[str, int]) -> frozenset[str]:
    query = select(journal.c.record_id).where(_trailing(last_word))
    return frozenset(connection.scalars(query)) if last_word else frozenset()


def _trailing(last_word: dict[str, int]) -> Any:
    return or_(
        False,
        *(
            and_(journal.c.device_id == device, journal.c.seq > seq)
            for device, seq in last_word.items()
        ),
    )


def _digest(folder: Path) -> str:
    """SHA-256 over the lines that `sha256sum *` would print."""
    lines = []
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    return hashlib.sha256("".join(lines).encode()).hexdigest()
