"""Which files there are to take in where a person points at files, folders or a whole stick."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

SUFFIX: Final = ".qafila"
_DEEPEST: Final = 8


def files_in(chosen: Sequence[Path]) -> tuple[Path, ...]:
    """The files themselves, whatever they are called, and every `.qafila` file in the folders, each
    once, by path. Hidden folders and links are left alone, as is what cannot be looked into."""
    found: dict[Path, None] = {}
    for path in chosen:
        for file in sorted(_below(path)) if path.is_dir() else [path]:
            found.setdefault(file.absolute())
    return tuple(found)


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        here = Path(place)
        too_deep = len(here.parts) - len(folder.parts) >= _DEEPEST
        folders[:] = [] if too_deep else [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(SUFFIX) and not name.startswith("."):
                yield here / name
