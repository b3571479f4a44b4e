"""The spooler, played by programs called `lp` and `lpstat`, and by a library like winspool.drv."""

import ctypes
import os
from pathlib import Path
from typing import Any

import pytest

from app.errors import PrinterMissing, PrinterRefused
from app.ui.printers.spooler import send
from app.ui.printers.windows import send_raw

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no lp")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty PATH but for the shell's own tools, to put `lp` on."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}")
    return folder


def script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


@posix
def test_the_bytes_arrive_as_they_are(programs: Path, tmp_path: Path) -> None:
    script(programs / "lp", f'/bin/cat > "{tmp_path}/page"; echo "$@" > "{tmp_path}/words"')
    send("Thermal 80; rm -rf /", [b"\x1b@", bytes(range(256))], "417-0128-6")
    assert (tmp_path / "page").read_bytes() == b"\x1b@" + bytes(range(256))
    said = (tmp_path / "words").read_text(encoding="utf-8").strip()
    assert said == "-d Thermal 80; rm -rf / -o raw -t 417-0128-6"


@posix
@pytest.mark.parametrize(
    ("lp", "error"),
    [
        ('echo "lp: The printer or class does not exist." >&2; exit 1', PrinterMissing),
        ('echo "lp: Unable to connect to server" >&2; exit 1', PrinterRefused),
    ],
)
def test_what_the_spooler_says_is_told_apart(
    programs: Path, lp: str, error: type[Exception]
) -> None:
    script(programs / "lp", lp)
    with pytest.raises(error):
        send("Thermal", [b"page"], "1")


@posix
def test_a_stopped_printer_is_said_at_once(programs: Path, tmp_path: Path) -> None:
    script(programs / "lp", f'/bin/cat > "{tmp_path}/page"')
    script(programs / "lpstat", 'echo "printer Thermal disabled since Sun 22 Nov 2026 -"')
    with pytest.raises(PrinterRefused):
        send("Thermal", [b"page"], "1")
    assert not (tmp_path / "page").exists()


@posix
def test_without_a_spooler_there_is_no_printer(programs: Path) -> None:
    with pytest.raises(PrinterMissing):
        send("Thermal", [b"page"], "1")


class Spooler:
    """winspool.drv as far as it is called."""

    def __init__(self, *, opens: bool = True, starts: bool = True, takes: int = 1 << 30) -> None:
        self.opens, self.starts, self.takes = opens, starts, takes
        self.calls: list[str] = []
        self.received = b""
        self.datatype = ""

    def OpenPrinterW(self, _name: str, _handle: Any, _defaults: None) -> bool:
        self.calls.append("open")
        return self.opens

    def StartDocPrinterW(self, _handle: Any, level: int, document: Any) -> bool:
        assert level == 1
        self.datatype = document._obj.datatype
        self.calls.append("start")
        return self.starts

    def StartPagePrinter(self, _handle: Any) -> bool:
        return True

    def WritePrinter(self, _handle: Any, data: bytes, size: int, written: Any) -> bool:
        self.received += data[: min(size, self.takes)]
        written._obj.value = len(self.received)
        return True

    def EndPagePrinter(self, _handle: Any) -> bool:
        return True

    def EndDocPrinter(self, _handle: Any) -> bool:
        self.calls.append("end")
        return True

    def ClosePrinter(self, handle: Any) -> bool:
        assert isinstance(handle, ctypes.c_void_p)
        self.calls.append("close")
        return True


def test_windows_takes_raw_bytes() -> None:
    spooler = Spooler()
    send_raw("Thermal", b"page", "1", spooler)
    assert (spooler.received, spooler.datatype) == (b"page", "RAW")
    assert spooler.calls == ["open", "start", "end", "close"]


@pytest.mark.parametrize(
    ("spooler", "error", "calls"),
    [
        (Spooler(opens=False), PrinterMissing, ["open"]),
        (Spooler(starts=False), PrinterRefused, ["open", "start", "close"]),
        (Spooler(takes=2), PrinterRefused, ["open", "start", "end", "close"]),
    ],
)
def test_windows_says_what_went_wrong(
    spooler: Spooler, error: type[Exception], calls: list[str]
) -> None:
    with pytest.raises(error):
        send_raw("Thermal", b"page", "1", spooler)
    assert spooler.calls == calls
