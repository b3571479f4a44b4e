"""Receipt printers on the network: ESC/POS to TCP port 9100, with the printer's own status.

Status is asked by `DLE EOT n` (Epson's ESC/POS command reference, "Transmit real-time status"): one
byte, in which bits 1 and 4 are set and bits 0 and 7 are not. n = 2 says why the printer is offline
(bit 2 cover open, bit 5 out of paper, bit 6 error), n = 4 what the paper sensors see (bits 5 and 6:
no paper). Cheap printers answer nothing; then only the connection speaks.
"""

import socket
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from app.errors import PrinterMissing, PrinterOutOfPaper, PrinterRefused

PORT: Final = 9100

_ASK_OFFLINE: Final = b"\x10\x04\x02"
_ASK_PAPER: Final = b"\x10\x04\x04"
_FIXED, _FIXED_SET = 0x93, 0x12
_COVER_OPEN, _STOPPED_FOR_PAPER, _ERROR, _NO_PAPER = 0x04, 0x20, 0x40, 0x60


@dataclass(frozen=True)
class Patience:
    """Seconds: to connect, to be answered about the status, and for the printer to take more."""

    connect: float = 3.0
    status: float = 1.0
    send: float = 15.0


def address(text: str) -> tuple[str, int] | None:
    """Host and port of `192.168.1.50` or `printer.local:9100`; None for what is neither."""
    host, _, port = text.strip().partition(":")
    if not host or any(sign.isspace() for sign in host):
        return None
    if not port:
        return host, PORT
    if not (port.isascii() and port.isdigit()) or not 0 < int(port) < 65_536:
        return None
    return host, int(port)


def send(text: str, commands: Iterable[bytes], patience: Patience = Patience()) -> None:
    """Prints on the printer at an address.

    Raises PrinterMissing (nobody there), PrinterOutOfPaper (also when it ran out on the way) and
    PrinterRefused (an error, its cover, or it stopped taking what was sent).
    """
    where = address(text)
    if where is None:
        raise PrinterMissing
    try:
        link = socket.create_connection(where, patience.connect)
    except OSError as error:
        raise PrinterMissing from error
    with link:
        try:
            _print(link, commands, patience)
        except OSError as error:
            raise PrinterRefused from error


def _print(link: socket.socket, commands: Iterable[bytes], patience: Patience) -> None:
    answers = _look(link, patience.status)
    link.settimeout(patience.send)
    for command in commands:
        link.sendall(command)
    if answers:
        # Real-time commands are answered in the midst of printing; one that answered before and
        # does not now has lost its power or its cable.
        if not _look(link, patience.send):
            raise PrinterRefused
        return
    link.shutdown(socket.SHUT_WR)
    link.settimeout(patience.status)
    with suppress(TimeoutError):
        while link.recv(64):
            pass


def _look(link: socket.socket, seconds: float) -> bool:
    """Whether the printer says how it is; raises where it is not well."""
    link.settimeout(seconds)
    offline = _ask(link, _ASK_OFFLINE)
    if offline is None:
        return False
    paper = _ask(link, _ASK_PAPER) or 0
    if offline & _STOPPED_FOR_PAPER or paper & _NO_PAPER == _NO_PAPER:
        raise PrinterOutOfPaper
    if offline & (_COVER_OPEN | _ERROR):
        raise PrinterRefused
    return True


def _ask(link: socket.socket, question: bytes) -> int | None:
    """The status byte; None where nothing comes, or what comes is no status."""
    link.sendall(question)
    try:
        answer = link.recv(1)
    except TimeoutError:
        return None
    if not answer or answer[0] & _FIXED != _FIXED_SET:
        return None
    return answer[0]
