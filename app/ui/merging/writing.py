"""Files written for others, one after the other, each read back; off the main thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import QafilaError
from app.services.exchange.readers import Reader
from app.services.exchange.update import update_coordinator, update_laptop
from app.services.exchange.writing import Written
from app.services.progress import Report

if TYPE_CHECKING:
    from app.db.store import Store

_KEPT = " -_."


@dataclass(frozen=True)
class Update:
    """What came of one laptop's update: the file, or why there is none."""

    reader: Reader
    written: Written | None
    error: QafilaError | None = None


def write_updates(
    store: "Store", readers: Sequence[Reader], folder: Path, title: str, report: Report
) -> tuple[Update, ...]:
    """Writes `title name.qafila` for each laptop; one that fails never blocks the others."""
    done = []
    for at, reader in enumerate(readers):
        report(at, len(readers))
        path = folder / file_name(title, reader.name)
        write = update_coordinator if reader.coordinator else update_laptop
        try:
            done.append(Update(reader, write(store, path, reader.name)))
        except QafilaError as error:
            done.append(Update(reader, None, error))
    report(len(readers), len(readers))
    return tuple(done)


def file_name(*parts: str) -> str:
    """A name that every file system takes, made of these words."""
    text = " ".join(part for part in parts if part)
    safe = "".join(sign if sign.isalnum() or sign in _KEPT else "_" for sign in text)
    return f"{safe.strip(' .') or '_'}.qafila"
