"""Work done in a second process: the same answers, whatever becomes of that process."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import wait
from multiprocessing import parent_process
from pathlib import Path

import pytest

from app import beside
from app.beside import AHEAD, HERE, Beside, each, helper

ARGUMENTS = [(number, f"أ{number}", bytes([number])) for number in range(40)]


def told(given: tuple[int, str, bytes]) -> tuple[int, list[object]]:
    """Plain values in and out."""
    number, text, data = given
    return number * number, [text * 2, data, None, True]


def dies(given: tuple[int, str, bytes]) -> tuple[int, list[object]]:
    """What takes the other process down with it, some way on."""
    if given[0] == 17 and parent_process() is not None:
        os._exit(3)
    return told(given)


def process_of(_: int) -> int:
    """By whom it is computed."""
    return os.getpid()


def started(*functions) -> Beside:
    found = Beside(functions)
    wait([found._ready])
    return found


@pytest.mark.parametrize("function", [told, dies])
def test_the_answers_are_those_of_this_process_in_order(function) -> None:
    other = started(function)
    try:
        assert list(each(other, function, ARGUMENTS)) == list(each(HERE, function, ARGUMENTS))
        assert len(ARGUMENTS) > 17 + AHEAD
    finally:
        other.end()


def test_it_is_another_process_once_that_has_started() -> None:
    with helper(process_of, worth_it=True) as other:
        assert isinstance(other, Beside)
        wait([other._ready])
        assert other.ask(process_of, 0)() != os.getpid()
    assert other.ask(process_of, 0)() == os.getpid()  # it has ended


def test_where_no_process_can_be_started_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing:
        def __init__(self, *_: object, **__: object) -> None:
            pass

        def submit(self, *_: object) -> None:
            raise OSError

        def shutdown(self, **_: object) -> None:
            pass

    monkeypatch.setattr(beside, "ProcessPoolExecutor", Refusing)
    with helper(told, worth_it=True) as other:
        assert list(each(other, told, ARGUMENTS)) == [told(one) for one in ARGUMENTS]


def test_little_work_starts_no_process() -> None:
    with helper(told, worth_it=False) as other:
        assert other is HERE


def test_what_is_raised_at_work_ends_it_at_once() -> None:
    with pytest.raises(KeyError), helper(told, worth_it=True):
        raise KeyError


PARENT = """
import sys, time
from concurrent.futures import wait
from app.beside import Beside
from tests.test_beside import process_of
if __name__ == "__main__":
    other = Beside((process_of,))
    wait([other._ready])
    print(other.ask(process_of, 0)(), flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asks for processes as POSIX does")
def test_a_killed_app_leaves_no_process_behind(tmp_path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    parent = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
    )
    assert parent.stdout is not None
    other = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 60
    while _runs(other) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(other)


def _runs(process: int) -> bool:
    try:
        os.kill(process, signal.SIG_DFL)
        told = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
        return told.rsplit(")", 1)[1].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
