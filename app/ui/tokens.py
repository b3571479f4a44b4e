"""Every colour and size of the window, for the light and the dark theme.

Pages write none of these themselves. Text keeps a contrast of at least 4.5:1 to what it stands
on, icons and the edges of fields 3:1 (WCAG 2.2, 1.4.3 and 1.4.11; a test computes them).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

ThemeName = Literal["light", "dark"]

# Points; the family has two weights.
FONT_FAMILY: Final = "IBM Plex Sans Arabic"
BODY: Final = 11
CARD_VALUE: Final = 13
PAGE_TITLE: Final = 16
ANSWER: Final = 22
CAPTION: Final = 10

# Pixels, on a grid of eight.
WITHIN: Final = 8
BETWEEN: Final = 16
PAGE_EDGE: Final = 24
TOUCH: Final = 36
FORM_WIDTH: Final = 640
SHEET_WIDTH: Final = 400
NAVIGATION_WIDTH: Final = 168
ICON: Final = 20
RADIUS: Final = 6


class State(StrEnum):
    """The states that have a colour of their own; each also has an icon and a word."""

    MAY = "may"
    RECEIVED = "received"
    NOT_ELIGIBLE = "not_eligible"
    SUPERVISOR = "supervisor"
    VOIDED = "voided"


@dataclass(frozen=True)
class Tint:
    """The text and icon colour of a state, and the soft ground behind it."""

    text: str
    ground: str


@dataclass(frozen=True)
class Theme:
    """One set of colours."""

    name: ThemeName
    surface: str
    raised: str
    sunken: str
    line: str
    edge: str
    text: str
    secondary: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    states: dict[State, Tint]


LIGHT: Final = Theme(
    name="light",
    surface="#F5F7F7",
    raised="#FFFFFF",
    sunken="#E9EDED",
    line="#D3D9D9",
    edge="#7C8887",
    text="#182322",
    secondary="#4D5B5A",
    accent="#0B5F5A",
    on_accent="#FFFFFF",
    accent_hover="#0A4F4B",
    accent_text="#0B5F5A",
    accent_soft="#D8EBE9",
    states={
        State.MAY: Tint("#176236", "#DDF1E4"),
        State.RECEIVED: Tint("#7D4A00", "#FCEBD0"),
        State.NOT_ELIGIBLE: Tint("#505C5B", "#E9ECEC"),
        State.SUPERVISOR: Tint("#5E33A3", "#ECE4F8"),
        State.VOIDED: Tint("#A12028", "#FBE2E2"),
    },
)

DARK: Final = Theme(
    name="dark",
    surface="#131919",
    raised="#1C2424",
    sunken="#263131",
    line="#354141",
    edge="#7A8887",
    text="#EBF1F0",
    secondary="#A8B5B3",
    accent="#5CC2B7",
    on_accent="#06201E",
    accent_hover="#7BD3C9",
    accent_text="#7FD6CC",
    accent_soft="#17403C",
    states={
        State.MAY: Tint("#7BD69A", "#17351F"),
        State.RECEIVED: Tint("#F2BE6B", "#3A2A0E"),
        State.NOT_ELIGIBLE: Tint("#B4BFBD", "#2A3434"),
        State.SUPERVISOR: Tint("#CBB1F7", "#33254B"),
        State.VOIDED: Tint("#F7A3A3", "#452022"),
    },
)

THEMES: Final[dict[ThemeName, Theme]] = {"light": LIGHT, "dark": DARK}
