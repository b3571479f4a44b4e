import threading

import pytest
from PySide6.QtCore import QObject, QThread

from app.ui.tasks import Cancelled, Tasks


class Owner(QObject):
    def __init__(self):
        super().__init__()
        self.results = []
        self.threads = []

    def take(self, result):
        self.results.append(result)
        self.threads.append(QThread.currentThread())


@pytest.fixture
def pool(qapp):
    made = Tasks()
    yield made
    made.close()


def test_work_leaves_the_main_thread_and_its_outcome_comes_back(pool, qtbot):
    owner = Owner()
    pool.run(threading.get_ident, owner.take)
    qtbot.waitUntil(lambda: owner.results != [])
    assert owner.results[0] != threading.get_ident()
    assert owner.threads[0] is owner.thread()


def test_a_read_does_not_wait_for_a_write(pool, qtbot):
    owner, gate = Owner(), threading.Event()
    pool.run(lambda: gate.wait(10) and "write", owner.take, kind="write")
    pool.run(lambda: "read", owner.take)
    qtbot.waitUntil(lambda: owner.results == ["read"])
    gate.set()
    qtbot.waitUntil(lambda: owner.results == ["read", "write"])


def test_writes_keep_their_order(pool, qtbot):
    owner = Owner()
    for number in range(50):
        pool.run(lambda number=number: number, owner.take, kind="write")
    qtbot.waitUntil(lambda: len(owner.results) == 50)
    assert owner.results == list(range(50))


def test_errors_go_to_their_callback_or_to_the_signal(pool, qtbot):
    owner, errors = Owner(), []
    pool.run(lambda: 1 / 0, owner.take, errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    with qtbot.waitSignal(pool.failed) as failed:
        pool.run(lambda: {}["key"], owner.take)
    assert isinstance(errors[0], ZeroDivisionError)
    assert isinstance(failed.args[0], KeyError)
    assert owner.results == []


def test_nobody_is_called_after_the_owner_is_gone(pool, qtbot):
    gone, stays, gate = Owner(), Owner(), threading.Event()
    results = gone.results
    pool.run(lambda: gate.wait(10), gone.take)
    gone.deleteLater()
    with qtbot.waitSignal(gone.destroyed):
        pass
    gate.set()
    pool.run(lambda: "after", stays.take)
    qtbot.waitUntil(lambda: stays.results == ["after"])
    assert results == []


def test_a_cancelled_task_says_nothing(pool, qtbot):
    owner, gate = Owner(), threading.Event()
    task = pool.run(lambda: gate.wait(10), owner.take)
    task.cancel()
    gate.set()
    pool.run(lambda: "after", owner.take)
    qtbot.waitUntil(lambda: owner.results == ["after"])


def test_long_work_reports_and_stops_when_it_is_cancelled(pool, qtbot):
    owner, seen, stopped = Owner(), [], threading.Event()

    def work(report):
        report(1, 2)
        try:
            while True:
                report(2, 2)
        except Cancelled:
            stopped.set()
            raise

    task = pool.run_long(work, owner.take, lambda done, total: seen.append((done, total)))
    qtbot.waitUntil(lambda: (2, 2) in seen)
    task.cancel()
    qtbot.waitUntil(stopped.is_set)
    count = len(seen)
    pool.run(lambda: "after", owner.take, kind="write")
    qtbot.waitUntil(lambda: owner.results == ["after"])
    assert len(seen) == count


def test_a_callback_without_an_object_needs_an_owner(pool):
    with pytest.raises(TypeError):
        pool.run(lambda: 1, lambda result: None)


def endless(stopped):
    """Work that goes on until it is told to stop."""

    def work(report):
        try:
            while True:
                report(1, 2)
        except Cancelled:
            stopped.set()
            raise

    return work


def test_work_in_the_background_is_given_up_with_its_owner(pool, qtbot):
    owner, stopped = Owner(), threading.Event()
    pool.run_long(endless(stopped), owner.take, lambda *_: None, kind="background")
    assert not stopped.wait(0.05)
    owner.deleteLater()
    qtbot.waitUntil(stopped.is_set)


def test_work_in_the_background_is_given_up_when_the_app_closes(pool):
    owner, stopped = Owner(), threading.Event()
    pool.run_long(endless(stopped), owner.take, lambda *_: None, kind="background")
    assert not stopped.wait(0.05)
    pool.close()
    assert stopped.is_set()
    assert owner.results == []
