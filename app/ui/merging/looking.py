"""What a look at files brings back, and what merging them does: both off the main thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.exchange.files_in import files_in
from app.services.exchange.merge import merge_files
from app.services.exchange.origins import Origin, origins
from app.services.exchange.results import Merged
from app.services.progress import Report

if TYPE_CHECKING:
    from app.db.store import Store


@dataclass(frozen=True)
class Looked:
    """The files there were (perhaps none), what merging them would do or did, and whose they
    are."""

    paths: tuple[Path, ...]
    merged: Merged | None = None
    origins: dict[str, Origin] | None = None


def look_at(store: "Store", chosen: Sequence[Path], report: Report) -> Looked:
    """Finds the files in what was chosen and says what would come of them; nothing changes."""
    paths = files_in(chosen)
    return _taken(store, paths, report, preview=True) if paths else Looked(())


def take_in(store: "Store", paths: Sequence[Path], report: Report) -> Looked:
    """Merges the files."""
    return _taken(store, tuple(paths), report, preview=False)


def _taken(store: "Store", paths: tuple[Path, ...], report: Report, *, preview: bool) -> Looked:
    merged = merge_files(store, paths, preview=preview, report=report)
    devices = {file.origin for file in merged.files}
    devices |= {gap.device_id for file in merged.files for gap in file.gaps}
    return Looked(paths, merged, origins(store, devices))
