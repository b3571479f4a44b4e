"""Work off the main thread, its outcome back on it.

Four queues, each with one thread: reads stay quick while a long write runs, writes never meet
each other, and neither drawing documents nor what goes on behind everything holds them up.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, Literal, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from app.services.progress import Report

Kind = Literal["read", "write", "document", "background"]
"""Nobody waits for work in the background: it is given up with whoever asked for it, and when the
app is closed."""

_T = TypeVar("_T")
_REPORT_EVERY: Final = 0.05  # seconds: twenty updates a second are as many as eyes follow


class Cancelled(Exception):
    """The person asked to stop: raised by the report; the work undoes itself by letting it out."""


class Task:
    """One piece of work that was asked for."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._cancelled = False

    def cancel(self) -> None:
        """Drop the outcome; long work stops at its next report. `on_error` is not called."""
        self._cancelled = True

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled

    @property
    def is_wanted(self) -> bool:
        """Whether somebody still waits: not cancelled, and the owner still exists."""
        return not self._cancelled and shiboken6.isValid(self._owner)


class Tasks(QObject):
    """Runs functions on worker threads. Lives on the main thread."""

    failed = Signal(object)
    """An exception whose task named no `on_error`."""

    _deliver = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools: dict[Kind, ThreadPoolExecutor] = {}
        self._closing = False
        self._deliver.connect(self._on_delivered)

    def run(
        self,
        function: Callable[[], _T],
        on_done: Callable[[_T], object],
        on_error: Callable[[Exception], object] | None = None,
        *,
        kind: Kind = "read",
        owner: QObject | None = None,
    ) -> Task:
        """Call `function` on the thread of its kind, then `on_done` with what it returned.

        Callbacks run on the main thread and only while `owner` exists: the object whose method
        `on_done` is, or the one named when it is a plain function (else TypeError). Exceptions go
        to `on_error`, or to the signal `failed`.
        """
        task = Task(_owner(on_done, owner))
        self._start(task, function, on_done, on_error, kind)
        return task

    def run_long(
        self,
        function: Callable[[Report], _T],
        on_done: Callable[[_T], object],
        on_progress: Callable[[int, int], object],
        on_error: Callable[[Exception], object] | None = None,
        *,
        kind: Kind = "write",
        owner: QObject | None = None,
    ) -> Task:
        """Like `run` for work that reports how far it is, and can be cancelled while it runs."""
        task = Task(_owner(on_done, owner))
        last = 0.0

        def report(done: int, total: int) -> None:
            nonlocal last
            if task.is_cancelled or (kind == "background" and self._gives_up(task)):
                raise Cancelled
            now = time.monotonic()
            if 0 < total <= done or now - last >= _REPORT_EVERY:
                last = now
                self._send(task, lambda: on_progress(done, total))

        self._start(task, lambda: function(report), on_done, on_error, kind)
        return task

    def close(self) -> None:
        """Finish every write that was asked for, drop reads that wait; the store closes after."""
        self._closing = True
        for kind, pool in self._pools.items():
            pool.shutdown(wait=True, cancel_futures=kind != "write")
        self._pools.clear()
        self._closing = False

    def _gives_up(self, task: Task) -> bool:
        return self._closing or not task.is_wanted

    def _start(
        self,
        task: Task,
        function: Callable[[], _T],
        on_done: Callable[[_T], object],
        on_error: Callable[[Exception], object] | None,
        kind: Kind,
    ) -> None:
        def work() -> None:
            if task.is_cancelled:
                return
            try:
                result = function()
            except Cancelled:
                return
            except Exception as error:
                # Bound to a name of its own: `error` is gone when the lambda runs.
                caught = error
                self._send(task, lambda: (on_error or self.failed.emit)(caught))
            else:
                self._send(task, lambda: on_done(result))

        self._submit(kind, work)

    def _submit(self, kind: Kind, work: Callable[[], None]) -> None:
        if kind not in self._pools:
            self._pools[kind] = ThreadPoolExecutor(1, thread_name_prefix=kind)
        self._pools[kind].submit(work)

    def _send(self, task: Task, callback: Callable[[], object]) -> None:
        self._deliver.emit((task, callback))

    @Slot(object)
    def _on_delivered(self, parcel: tuple[Task, Callable[[], object]]) -> None:
        task, callback = parcel
        if task.is_wanted:
            callback()


def _owner(on_done: object, named: QObject | None) -> QObject:
    owner = named if named is not None else getattr(on_done, "__self__", None)
    if not isinstance(owner, QObject):
        raise TypeError("a callback that is no method of a QObject needs an owner")
    return owner
