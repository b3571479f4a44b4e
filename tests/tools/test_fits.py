import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tools.fits import misfits


@pytest.fixture
def window(qtbot):
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def test_text_with_room_is_fine(window):
    window.layout().addWidget(QLabel("short"))
    window.layout().addWidget(QPushButton("press"))
    window.show()
    assert misfits(window) == []


def test_text_that_is_cut_off_is_found(window):
    label, button, wrapped = (
        QLabel("far too long"),
        QPushButton("far too long"),
        QLabel("far " * 40),
    )
    label.setFixedWidth(20)
    button.setFixedWidth(20)
    wrapped.setWordWrap(True)
    wrapped.setFixedSize(60, 20)
    hidden = QLabel("hidden and too long")
    hidden.setFixedWidth(10)
    for part in (label, button, wrapped, hidden):
        window.layout().addWidget(part)
    window.show()
    hidden.hide()
    assert [line.split(": ")[0].split(" ", 1)[1] for line in misfits(window)] == [
        "px too narrow",
        "px too low",
        "px too narrow",
    ]
