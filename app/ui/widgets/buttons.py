"""Buttons, and the keys that press them."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from app.ui import tokens
from app.ui.icons import icon as draw_icon
from app.ui.style import theme
from app.words.numbers import ltr

Kind = Literal["primary", "quiet", "plain", "danger"]

# The property of a shortcut that holds its words for the F1 sheet.
SHORTCUT_WORDS: Final = "words"
_KEYPAD: Final = {"Ctrl+Return": "Ctrl+Enter", "Return": "Enter"}


def button(
    text: str,
    on_click: Callable[[], object],
    *,
    kind: Kind = "quiet",
    icon: str = "",
    keys: str = "",
) -> QPushButton:
    """A button; `keys` (e.g. "Ctrl+Return", "F5") press it while it is visible and enabled."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        made.setIcon(draw_icon(icon, _colour(kind)))
        made.setIconSize(QSize(tokens.ICON, tokens.ICON))
    made.clicked.connect(lambda _checked: on_click())
    if keys:
        press_by(made, keys)
    return made


def press_by(made: QAbstractButton, keys: str, words: str = "") -> None:
    """Let `keys` press the button while it is visible and enabled; its tooltip says so, with the
    button's own words or with `words`.

    A shortcut of Qt's own button waits a tenth of a second to look pressed; this one does not.
    """
    said = words or made.text()
    made.setToolTip(f"{said} ({key_name(keys)})")
    pressed = QShortcut(QKeySequence(keys), made)
    pressed.setProperty(SHORTCUT_WORDS, said)
    pressed.activated.connect(made.click)
    if keys in _KEYPAD:
        QShortcut(QKeySequence(_KEYPAD[keys]), made).activated.connect(made.click)


def shortcut(owner: QWidget, keys: str, words: str, on_press: Callable[[], object]) -> QShortcut:
    """A key without a button; the F1 sheet lists it under `words` while `owner` is shown."""
    made = QShortcut(QKeySequence(keys), owner)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.setProperty(SHORTCUT_WORDS, words)
    made.activated.connect(on_press)
    return made


def key_name(keys: str) -> str:
    """The keys as they stand on a keyboard, left to right."""
    return ltr(keys.replace("Return", "Enter"))


def _colour(kind: Kind) -> str:
    colours = theme()
    return {
        "primary": colours.on_accent,
        "quiet": colours.text,
        "plain": colours.accent_text,
        "danger": colours.states[tokens.State.VOIDED].text,
    }[kind]
