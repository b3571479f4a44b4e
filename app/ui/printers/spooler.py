"""The system's spooler, past the driver: what is sent arrives at the printer as it is.

CUPS takes it by `lp -o raw` (Linux, macOS), Windows by winspool.drv with the datatype RAW. Qt's
QPrinter always goes through the driver, which would rasterise the page once more.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from typing import Final

from app.errors import PrinterMissing, PrinterRefused

_SECONDS: Final = 20
_ENGLISH: Final = {"LC_ALL": "C"}


def send(printer: str, commands: Iterable[bytes], title: str) -> None:
    """Hands the commands to the printer of this name as one job, which the spooler then prints.

    Raises PrinterMissing (no such printer, or no spooler) and PrinterRefused (it is stopped, or
    the spooler did not take the job).
    """
    data = b"".join(commands)
    if sys.platform == "win32":
        from app.ui.printers.windows import send_raw

        send_raw(printer, data, title)
    else:
        _lp(printer, data, title)


def _lp(printer: str, data: bytes, title: str) -> None:
    program = shutil.which("lp")
    if program is None or not printer:
        raise PrinterMissing
    if _is_stopped(printer):
        raise PrinterRefused
    done = _run([program, "-d", printer, "-o", "raw", "-t", title], data)
    if done.returncode:
        unknown = b"does not exist" in done.stderr or b"unknown destination" in done.stderr.lower()
        raise PrinterMissing if unknown else PrinterRefused


def _is_stopped(printer: str) -> bool:
    """CUPS takes jobs for a printer that it has stopped (no paper, no cable) and keeps them."""
    program = shutil.which("lpstat")
    return program is not None and b"disabled since" in _run([program, "-p", printer], b"").stdout


def _run(command: list[str], data: bytes) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(  # noqa: S603 - the printer's name is an argument, never a shell's
            command,
            input=data,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env={**os.environ, **_ENGLISH},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PrinterRefused from error
