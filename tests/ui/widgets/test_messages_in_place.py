import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.ui.style import theme
from app.ui.tokens import State
from app.ui.tr import of
from app.ui.widgets.buttons import button
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.progress_panel import ProgressPanel
from app.ui.widgets.state_badge import WORDS, StateBadge


@pytest.mark.parametrize("state", State)
def test_a_state_has_a_word_an_icon_and_a_colour(state, settings, qtbot):
    badge = StateBadge(state)
    qtbot.addWidget(badge)
    badge.show()
    icon, text = badge.findChildren(QLabel)
    assert text.text() == of(WORDS[state]) == badge.accessibleName()
    assert not icon.pixmap().isNull()
    assert badge.grab().toImage().pixelColor(badge.width() // 2, 2).name() == (
        theme().states[state].ground.lower()
    )


def test_a_message_stands_in_place_with_one_action(settings, qtbot):
    message, pressed = InlineMessage(), []
    qtbot.addWidget(message)
    assert message.text == ""
    message.say("warning", "Known already", "Open", lambda: pressed.append(1))
    message.show()
    (action,) = message.findChildren(QPushButton)
    qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    assert (message.text, pressed) == ("Known already", [1])
    message.clear()
    assert message.isHidden()


def test_an_empty_page_teaches_and_starts(settings, qtbot):
    started = []
    page = EmptyPage("people", "No household yet", "Register one.", button("New", started.append))
    qtbot.addWidget(page)
    assert {"No household yet", "Register one."} <= {
        label.text() for label in page.findChildren(QLabel)
    }


def test_quick_work_shows_no_progress(settings, qtbot):
    panel = ProgressPanel()
    qtbot.addWidget(panel)
    panel.start("Importing")
    panel.finish()
    assert not panel._timer.isActive()
    assert panel.isHidden()


def test_slow_work_shows_words_a_count_and_cancel(settings, qtbot):
    panel, cancelled = ProgressPanel(), []
    qtbot.addWidget(panel)
    panel._timer.setInterval(0)
    panel.start("Importing", lambda: cancelled.append(1))
    qtbot.waitUntil(panel.isVisible)
    panel.advance(1200, 5000)
    words = settings.words()
    assert words.number(1200) in panel._count.text()
    panel.advance(0, 0)
    assert (panel._bar.value(), panel._bar.maximum()) == (1200, 5000)
    qtbot.mouseClick(panel._cancel, Qt.MouseButton.LeftButton)
    assert (cancelled, panel.isHidden()) == ([1], True)
