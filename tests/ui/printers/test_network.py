"""Receipt printers on the network, played by a server on this computer."""

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import pytest

from app.errors import PrinterMissing, PrinterOutOfPaper, PrinterRefused
from app.ui.printers.network import PORT, Patience, address, send

HASTY = Patience(connect=2.0, status=0.3, send=1.0)
WELL, NO_PAPER, STOPPED_FOR_PAPER, COVER_OPEN = 0x12, 0x72, 0x32, 0x16
PAGE = [b"\x1b@", b"\x1dv0\x00" + bytes(9_000), b"\x1dVB\x00"]
ASK_OFFLINE, ASK_PAPER = b"\x10\x04\x02", b"\x10\x04\x04"


class Printer:
    """Answers status requests in turn and keeps what else arrives; silent without answers."""

    def __init__(self, answers: Iterable[int] = ()) -> None:
        self.answers = iter(answers)
        self.received = b""

    def serve(self, link: socket.socket) -> None:
        while got := link.recv(65_536):
            self.received += got
            while any(ask in got for ask in (ASK_OFFLINE, ASK_PAPER)):
                ask = min((a for a in (ASK_OFFLINE, ASK_PAPER) if a in got), key=got.index)
                got = got.replace(ask, b"", 1)
                self.received = self.received.replace(ask, b"", 1)
                answer = next(self.answers, None)
                if answer is not None:
                    link.sendall(bytes([answer]))


@contextmanager
def listening(serve: Callable[[socket.socket], None]) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(5)

        def run() -> None:
            try:
                link, _ = server.accept()
                with link:
                    serve(link)
            except OSError:
                return

        thread = threading.Thread(target=run)
        thread.start()
        yield f"127.0.0.1:{server.getsockname()[1]}"
        thread.join(10)
        assert not thread.is_alive()


def test_a_printer_that_is_well_gets_every_byte() -> None:
    printer = Printer([WELL] * 4)
    with listening(printer.serve) as where:
        send(where, PAGE, HASTY)
    assert printer.received == b"".join(PAGE)


def test_a_printer_that_says_nothing_is_trusted() -> None:
    printer = Printer()
    with listening(printer.serve) as where:
        send(where, PAGE, HASTY)
    assert printer.received == b"".join(PAGE)


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ([WELL, NO_PAPER], PrinterOutOfPaper),
        ([STOPPED_FOR_PAPER, WELL], PrinterOutOfPaper),
        ([COVER_OPEN, WELL], PrinterRefused),
    ],
)
def test_a_printer_that_is_not_well_is_sent_nothing(
    answers: list[int], error: type[Exception]
) -> None:
    printer = Printer(answers)
    with listening(printer.serve) as where, pytest.raises(error):
        send(where, PAGE, HASTY)
    assert printer.received == b""


def test_paper_that_ends_on_the_way_is_noticed() -> None:
    printer = Printer([WELL, WELL, STOPPED_FOR_PAPER, NO_PAPER])
    with listening(printer.serve) as where, pytest.raises(PrinterOutOfPaper):
        send(where, PAGE, HASTY)


def test_a_printer_that_falls_silent_has_refused() -> None:
    printer = Printer([WELL, WELL])
    with listening(printer.serve) as where, pytest.raises(PrinterRefused):
        send(where, PAGE, HASTY)


@pytest.mark.parametrize("answers", [[WELL, WELL], []])
def test_a_line_that_breaks_half_way_is_noticed(answers: list[int]) -> None:
    def hang_up(link: socket.socket) -> None:
        link.settimeout(1)
        for answer in answers:
            link.recv(3)
            link.sendall(bytes([answer]))
        link.recv(4_000)
        # What is left unread makes the system reset the line, as a plug that is pulled does.

    with listening(hang_up) as where, pytest.raises(PrinterRefused):
        send(where, [bytes(4_000_000)], HASTY)


def test_a_printer_that_takes_no_more_is_not_waited_for_for_ever() -> None:
    done = threading.Event()
    with listening(lambda _link: done.wait(8) and None) as where:
        with pytest.raises(PrinterRefused):
            send(where, [bytes(50_000_000)], HASTY)
        done.set()


def test_nobody_there_is_said_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    with pytest.raises(PrinterMissing):
        send(f"127.0.0.1:{free}", PAGE, HASTY)
    with pytest.raises(PrinterMissing):
        send("", PAGE, HASTY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("192.168.1.50", ("192.168.1.50", PORT)),
        (" printer.local:9101 ", ("printer.local", 9101)),
        ("", None),
        ("printer:", ("printer", PORT)),
        ("printer:x", None),
        ("printer:70000", None),
        ("two words", None),
        (":9100", None),
    ],
)
def test_addresses(typed: str, meant: tuple[str, int] | None) -> None:
    assert address(typed) == meant
