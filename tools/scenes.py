"""What the pictures show: a sample workspace, and the states of pages worth a look."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.bootstrap import create_demo
from app.ui.context import StartContext
from app.ui.main_window import MainView
from app.ui.shell import Shell
from app.ui.start.create import CreateStep
from app.ui.start.flow import StartFlow
from app.ui.start.recovery_key import ProveKeyStep, ShowKeyStep
from app.ui.start.step import Step
from app.ui.start.unlock import RecoverStep, UnlockStep
from app.ui.start.welcome import WelcomeStep
from tests.ui.keyboard import type_text

Scene = tuple[str, Callable[[MainView], object]]

_WORKSPACE: Final = "التحالف الوطني للعمل الأهلي التنموي"
_HOUSEHOLDS: Final = 60
_SEED: Final = 1
_PASSPHRASE: Final = "four words are enough"
_KEY: Final = "0953 0243 8310 1057 4443 9052 0138 3170 9960 1569"
_FOLDER: Final = Path("/home/mona/.local/share/Qafila/store")


@dataclass(frozen=True)
class Sample:
    """A closed store and what opens it."""

    folder: Path
    passphrase: str


def make_sample(folder: Path) -> Sample:
    """A convoy day to show; the same one every time."""
    create_demo(folder, _HOUSEHOLDS, _SEED, _PASSPHRASE)
    return Sample(folder, _PASSPHRASE)


def unlock(shell: Shell, sample: Sample) -> None:
    """Type the passphrase, as a person would."""
    assert isinstance(shell.view, StartFlow)
    edit = shell.view.step.findChild(QLineEdit)
    QTest.keyClicks(edit, sample.passphrase)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def start_steps(context: StartContext) -> Iterator[tuple[str, Step]]:
    """The screens before a store is open."""
    yield "welcome", WelcomeStep(context)
    yield "create", CreateStep(context, _FOLDER)
    yield "key", ShowKeyStep(context, _WORKSPACE, _KEY)
    yield "prove", ProveKeyStep(context, _KEY)
    yield "unlock", UnlockStep(context, _FOLDER)
    yield "recover", RecoverStep(context, _FOLDER)


def press(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> Callable[[MainView], None]:
    """Press a key wherever the focus is."""

    def pressed(view: MainView) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(QApplication.focusWidget() or view, key, held)

    return pressed


def typed(text: str) -> Callable[[MainView], None]:
    """Type in place of what stands where the focus is."""

    def type_it(view: MainView) -> None:
        focused = QApplication.focusWidget() or view
        QTest.keyClick(focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        type_text(focused, text)

    return type_it


# In this order, each from where the one before has left the page.
SCENES: Final[dict[str, tuple[Scene, ...]]] = {
    "desk": (
        ("results", typed("محمد")),
        ("household", press(Qt.Key.Key_Return)),
        ("next", press(Qt.Key.Key_Escape)),
        ("register", press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)),
        ("keys", press(Qt.Key.Key_F1)),
    ),
    "people": (
        ("family", typed("محمد")),
        ("history", press(Qt.Key.Key_F9)),
        ("edit", press(Qt.Key.Key_F4)),
    ),
    "settings": (("keys", press(Qt.Key.Key_F1)),),
}
