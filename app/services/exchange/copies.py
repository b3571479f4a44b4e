"""Files copied off their stick before anything is done with them."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from app.errors import DiskFailed, FileMissing, QafilaError
from app.files import disk_errors

STEP = 1 << 20


@dataclass(frozen=True)
class Copy:
    """A file off its stick, or why it could not be read."""

    path: Path
    file: BinaryIO | None
    size: int = 0
    digest: str = ""
    error: QafilaError | None = None


@contextmanager
def copied(folder: Path, path: Path) -> Iterator[Copy]:
    """The file copied next to the store, where no stick can be pulled; encrypted as it is."""
    with tempfile.TemporaryFile(dir=folder) as file:
        digest, size = sha256(), 0
        try:
            with path.open("rb") as source:
                while data := source.read(STEP):
                    digest.update(data)
                    size += len(data)
                    with disk_errors(folder):
                        file.write(data)
        except (FileNotFoundError, IsADirectoryError):
            yield Copy(path, None, error=FileMissing(path=str(path)))
            return
        except OSError:
            yield Copy(path, None, error=DiskFailed(path=str(path)))
            return
        file.seek(0)
        yield Copy(path, file, size, digest.hexdigest())
