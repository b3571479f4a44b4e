"""A laptop that nobody touches."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.ui.idle import IdleWatch

SOON = 0.005  # minutes: 300 ms


@pytest.fixture
def window(qtbot):
    edit = QLineEdit()
    qtbot.addWidget(edit)
    with qtbot.waitExposed(edit):
        edit.show()
    return edit


def test_nobody_at_the_keys_is_noticed(qapp, window, qtbot):
    watch = IdleWatch(qapp)
    with qtbot.waitSignal(watch.idle, timeout=5_000):
        watch.start(SOON)


@pytest.mark.parametrize("touch", ["key", "mouse"])
def test_a_key_or_the_mouse_counts_anew(qapp, window, touch):
    watch = IdleWatch(qapp)
    watch.watch(window.windowHandle())
    watch.start(10)
    timer = watch._timer
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.start(600_000)
    QTest.qWait(30)
    before = timer.remainingTime()
    if touch == "key":
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    else:
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    assert timer.remainingTime() > before


def test_what_is_not_locked_needs_no_count(qapp, window, qtbot):
    watch = IdleWatch(qapp)
    watch.start(10)
    watch.stop()
    watch.watch(window.windowHandle())
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert not watch._timer.isActive()
