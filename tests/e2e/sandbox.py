"""Runs a function in a process of its own, with less than the usual rights or room."""

import ctypes
import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.kill import context

Probe = Callable[[Path], Any]
"""A module-level function; what it returns is handed back."""

_NOBODY = 65_534
_CLONE_NEWNS = 0x0002_0000
_MS_RDONLY, _MS_REMOUNT, _MS_BIND, _MS_REC, _MS_PRIVATE = 1, 32, 4096, 16384, 1 << 18


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that any user of the machine can reach."""
    folder = Path(tempfile.mkdtemp(prefix="qafila-test-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def as_nobody(probe: Probe, folder: Path) -> Any:
    """The probe's answer as a user who owns nothing (root is refused nothing)."""
    return _in_process(_nobody, probe, folder)


def with_room(probe: Probe, folder: Path, size: int) -> Any:
    """The probe's answer where no file may grow beyond `size` bytes."""
    return _in_process(_limited, probe, folder, size)


def on_small_disk(probe: Probe, folder: Path, size: int) -> Any:
    """The probe's answer where `folder` is a disk of `size` bytes of its own. Skips the test where
    this machine lets nobody mount."""
    return _in_process(_on_tmpfs, probe, folder, size)


def on_read_only_disk(probe: Probe, folder: Path) -> Any:
    """The probe's answer where `folder` lies on a disk that cannot be written."""
    return _in_process(_read_only, probe, folder)


def _in_process(run: Callable[..., Any], *arguments: Any) -> Any:
    listening, telling = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(telling, run, arguments), daemon=True)
    process.start()
    telling.close()
    kind, answer = listening.recv()
    process.join()
    listening.close()
    if kind == "skip":
        pytest.skip(answer)
    if kind == "raised":
        pytest.fail(answer)
    return answer


def _answer(telling: Any, run: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    try:
        telling.send(("answer", run(*arguments)))
    except _CannotMount:
        telling.send(("skip", "no right to mount here"))
    except BaseException as error:
        telling.send(("raised", repr(error)))
        raise


class _CannotMount(Exception):
    """The machine lets this user mount nothing."""


def _nobody(probe: Probe, folder: Path) -> Any:
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    return probe(folder)


def _limited(probe: Probe, folder: Path, size: int) -> Any:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return probe(folder)


def _on_tmpfs(probe: Probe, folder: Path, size: int) -> Any:
    _own_mounts()
    _mount(b"none", folder, b"tmpfs", 0, f"size={size}".encode())
    return probe(folder)


def _read_only(probe: Probe, folder: Path) -> Any:
    _own_mounts()
    _mount(os.fsencode(folder), folder, b"", _MS_BIND, b"")
    _mount(b"none", folder, b"", _MS_BIND | _MS_REMOUNT | _MS_RDONLY, b"")
    return probe(folder)


_libc = ctypes.CDLL(None, use_errno=True)


def _own_mounts() -> None:
    """Leaves the machine's mounts alone: what is mounted from here on ends with the process."""
    if _libc.unshare(_CLONE_NEWNS):
        raise _CannotMount
    _mount(b"none", Path("/"), b"", _MS_REC | _MS_PRIVATE, b"")


def _mount(source: bytes, target: Path, kind: bytes, flags: int, options: bytes) -> None:
    if _libc.mount(source, os.fsencode(target), kind, flags, options):
        raise _CannotMount
