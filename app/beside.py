"""Pure work done ahead in other processes, or here: whoever asks for it cannot tell which.

Where many changes are merged, one core parses and computes while the other writes; where all people
are compared, every core compares. What is asked for is a function of this app with an argument and
an answer of plain values (numbers, texts, bytes, tuples, lists); it reads no file and keeps
nothing, so that a process that cannot start or dies is made up for by computing here.
"""

import marshal
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_context, parent_process
from typing import Any, Protocol, TypeVar

_Argument = TypeVar("_Argument")
_Answer = TypeVar("_Answer")

AHEAD = 3
"""Pieces of work asked for before the first answer is needed: the other never waits for more."""


class Helper(Protocol):
    """Does what it is asked for, at the latest when the answer is called for."""

    def ask(
        self, function: Callable[[_Argument], _Answer], argument: _Argument
    ) -> Callable[[], _Answer]:
        """What gives the answer."""


class _Here:
    """Computes in this process, when the answer is called for."""

    def ask(
        self, function: Callable[[_Argument], _Answer], argument: _Argument
    ) -> Callable[[], _Answer]:
        """What gives the answer."""
        return partial(function, argument)


HERE = _Here()


class Beside:
    """Computes in processes of its own, once they have started; until then, here."""

    def __init__(self, functions: tuple[Callable[[Any], Any], ...], processes: int = 1) -> None:
        # "spawn" everywhere: a copy of a process with Qt's threads in it may hang.
        self._pool = ProcessPoolExecutor(
            processes, mp_context=get_context("spawn"), initializer=live_and_die_with_the_parent
        )
        self._ready: Future[None] = Future()
        with suppress(OSError):  # no process more: then all is computed here
            self._ready = self._pool.submit(_know, functions)

    def ask(
        self, function: Callable[[_Argument], _Answer], argument: _Argument
    ) -> Callable[[], _Answer]:
        """What gives the answer."""
        if not self._ready.done():
            return partial(function, argument)
        plain: Any = argument
        try:
            future = self._pool.submit(_run, function, marshal.dumps(plain))
        except (BrokenExecutor, RuntimeError):  # it died, or was ended
            return partial(function, argument)
        return partial(_answer, future, function, argument)

    def end(self) -> None:
        """Lets the processes finish the pieces that they are at, and end."""
        self._pool.shutdown(cancel_futures=True)


def _answer(
    future: Future[bytes], function: Callable[[_Argument], _Answer], argument: _Argument
) -> _Answer:
    try:
        answer: _Answer = marshal.loads(future.result())  # noqa: S302  # our own process wrote it
    except BrokenExecutor:
        return function(argument)
    return answer


@contextmanager
def helper(
    *functions: Callable[[Any], Any], worth_it: bool, processes: int = 1
) -> Iterator[Helper]:
    """Who computes these functions: other processes where that is worth their start and there is a
    core for them."""
    if not worth_it or (os.cpu_count() or 1) < 2:
        yield HERE
        return
    beside = Beside(functions, processes)
    try:
        yield beside
    finally:
        beside.end()


def each(
    who: Helper,
    function: Callable[[_Argument], _Answer],
    arguments: Iterable[_Argument],
    ahead: int = AHEAD,
) -> Iterator[_Answer]:
    """The answers in the order of the arguments, a few of which are asked for ahead."""
    asked: deque[Callable[[], _Answer]] = deque()
    for argument in arguments:
        asked.append(who.ask(function, argument))
        if len(asked) > ahead:
            yield asked.popleft()()
    while asked:
        yield asked.popleft()()


def _run(function: Callable[[Any], Any], argument: bytes) -> bytes:
    return marshal.dumps(function(marshal.loads(argument)))  # noqa: S302  # our own process wrote it


def _know(_functions: tuple[Callable[[Any], Any], ...]) -> None:
    """Being told of functions, the process has imported them."""


def live_and_die_with_the_parent() -> None:
    """A killed app must leave no process behind, and an interrupted one stops this by itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
