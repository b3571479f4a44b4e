"""What every page is, and how the window learns of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.tr import of
from app.ui.widgets.buttons import shortcut
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.words.catalog import Marked

if TYPE_CHECKING:
    from app.db.store import Store


@dataclass(frozen=True)
class Badge:
    """A number beside a page's name: how to count it, and which record types change it (None: any
    may)."""

    count: Callable[["Store"], int]
    record_types: frozenset[str] | None

    def is_due(self, changed: frozenset[str] | None) -> bool:
        """Whether to count anew after these record types have changed (None: at the beginning)."""
        return changed is None or self.record_types is None or bool(changed & self.record_types)


@dataclass(frozen=True)
class PageSpec:
    """A page of the navigation. `factory` imports and builds it when it is first opened."""

    id: str
    title: Marked
    icon: str
    factory: Callable[[UiContext], "Page"]
    badge: Badge | None = None
    at_end: bool = False


class Page(QWidget):
    """A page: its title, a line for messages, and a body that subclasses fill.

    `header` is the row of the title, for a few quiet buttons; `body` is the column below.
    A page that has its own head (the desk) passes no title.
    """

    def __init__(self, context: UiContext, title: Marked | None = None) -> None:
        super().__init__()
        self.context = context
        self.message = InlineMessage()
        self.header = QHBoxLayout()
        self.header.setSpacing(tokens.WITHIN)
        self.body = QVBoxLayout()
        self.body.setSpacing(tokens.BETWEEN)
        column = QVBoxLayout(self)
        edge = tokens.PAGE_EDGE
        column.setContentsMargins(edge, tokens.BETWEEN, edge, tokens.BETWEEN)
        column.setSpacing(tokens.BETWEEN)
        if title is not None:
            self.header.addWidget(label(of(title), "title"))
            self.header.addStretch(1)
            column.addLayout(self.header)
        column.addWidget(self.message)
        column.addLayout(self.body, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def opened(self, argument: object) -> None:
        """Called each time the page comes to the front; `argument` is what `page_wanted` carried.

        Subclasses put the focus where typing should go.
        """

    def show_error(self, error: BaseException) -> None:
        """Say in place what went wrong; fits `on_error` of a task."""
        self.message.say("error", text_of(error))

    def add_shortcut(self, keys: str, words: str, on_press: Callable[[], object]) -> QShortcut:
        """A key of this page, listed on the F1 sheet as `words`."""
        return shortcut(self, keys, words, on_press)
