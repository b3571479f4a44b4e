"""Files and folders that appear whole or not at all.

What is written stands under a temporary name on the target's own disk until its bytes have reached
the disk, and takes its name only then: a full stick, a pulled plug or a crash leaves what was there
before. New files can be read by their owner alone, since most of them hold people's data.
"""

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.errors import DiskFailed, DiskFull, FolderTaken, StoreReadOnly

_PREFIX = ".qafila-"
_SUFFIX = ".part"

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_BROKEN = frozenset({errno.EIO, errno.ENXIO, errno.ENODEV})


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write (and read back); it replaces `path` when the block ends without an exception.

    Raises DiskFull, StoreReadOnly (no such folder, or nothing may be written there), DiskFailed;
    then, and after any exception in the block, `path` is as it was.
    """
    path = path.absolute()
    with disk_errors(path.parent):
        descriptor, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        sync_folder(path.parent)


def write_file(path: Path, data: bytes) -> None:
    """Writes `data` to `path`, whole or not at all. Raises what `new_file` raises."""
    with new_file(path) as file:
        file.write(data)


@contextmanager
def new_folder(path: Path, replaceable: frozenset[str] = frozenset()) -> Iterator[Path]:
    """A folder to fill with files; it becomes `path` when the block ends without an exception.

    `path` may exist if it is empty or holds nothing but names in `replaceable`, which are then
    replaced. Raises FolderTaken if it holds anything else, and what `new_file` raises.
    """
    path = path.absolute()
    check_replaceable(path, replaceable)
    with disk_errors(path.parent):
        temporary = Path(tempfile.mkdtemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent))
        try:
            yield temporary
            for file in temporary.rglob("*"):
                if file.is_file():
                    _sync_file(file)
            sync_folder(temporary)
            _swap(temporary, path)
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise
        sync_folder(path.parent)


def clear_parts(folder: Path) -> None:
    """Removes files that interrupted writes left in `folder`; nobody may be writing there."""
    for part in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        part.unlink(missing_ok=True)


def check_replaceable(path: Path, replaceable: frozenset[str] = frozenset()) -> None:
    """Raises FolderTaken if `new_folder` could not put a folder at `path`."""
    with disk_errors(path.parent):
        if not os.path.lexists(path):
            return
        if not path.is_dir() or path.is_symlink() or os.path.ismount(path):
            raise FolderTaken(path=str(path))
        if any(entry.name not in replaceable for entry in path.iterdir()):
            raise FolderTaken(path=str(path))


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Turns what the system says about writing in `folder` into a cause a person can act on."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(path=str(folder)) from error
        if error.errno in _BROKEN:
            raise DiskFailed(path=str(folder)) from error
        raise StoreReadOnly(path=str(folder)) from error


def sync_folder(folder: Path) -> None:
    """Makes a rename in `folder` itself durable, where the system lets a folder be synced."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _swap(new: Path, path: Path) -> None:
    """Puts `new` at `path`; what stood there (checked before) goes once `new` is in its place."""
    if not path.exists():
        new.rename(path)
        return
    old = new.with_name(new.name + ".old")
    path.rename(old)
    try:
        new.rename(path)
    except OSError:
        old.rename(path)
        raise
    shutil.rmtree(old, ignore_errors=True)
