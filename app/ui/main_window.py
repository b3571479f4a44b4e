"""The view of an open store: navigation on the leading side, one page, a quiet status line."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.page import Page, PageSpec
from app.ui.shortcut_sheet import ShortcutSheet
from app.ui.tr import of, tr
from app.ui.widgets.buttons import key_name, press_by
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.navigation import NavigationButton

_STATUS_MS: Final = 6_000
# Ctrl+1 to Ctrl+9, and Ctrl+0 for the tenth page.
_KEYS: Final = 10


class MainView(QWidget):
    """Navigates between the pages of `specs`, building each when it is first opened."""

    def __init__(
        self, context: UiContext, specs: tuple[PageSpec, ...], name: str, person: str = ""
    ) -> None:
        """`person` is the name of whoever is at work."""
        super().__init__()
        self.context = context
        self._specs = {spec.id: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._buttons: dict[str, NavigationButton] = {}
        self._stack = QStackedWidget()
        self._message = InlineMessage()
        self._status = label(role="caption")
        self._status_timer = QTimer(self, singleShot=True, interval=_STATUS_MS)
        self._status_timer.timeout.connect(self._status.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._navigation = self._make_navigation(name, person)
        row.addWidget(self._navigation)
        row.addWidget(_line())
        row.addWidget(self._content(), 1)
        self._sheet = ShortcutSheet(self._stack)
        QShortcut(QKeySequence("F1"), self).activated.connect(self._toggle_sheet)
        bus = context.bus
        bus.said.connect(self._on_said)
        bus.page_wanted.connect(self.open_page)
        bus.changed.connect(self._on_changed)
        self._on_changed(None)

    @property
    def current(self) -> str:
        """The id of the page in front."""
        return next(page_id for page_id, button in self._buttons.items() if button.isChecked())

    def badge(self, page_id: str) -> str:
        """The count beside a page's name, as it is shown; empty for none."""
        return self._buttons[page_id].badge

    def open_page(self, page_id: str, argument: object = None) -> None:
        """Bring a page to the front. Raises KeyError for an id that is not registered."""
        page = self._pages.get(page_id)
        if page is None:
            page = self._pages[page_id] = self._specs[page_id].factory(self.context)
            self._stack.addWidget(page)
        self._message.clear()
        self._sheet.dismiss()
        self._buttons[page_id].setChecked(True)
        self._stack.setCurrentWidget(page)
        page.opened(argument)

    def show_error(self, error: BaseException) -> None:
        """Say above the page what no page has taken care of."""
        self._message.say("error", text_of(error), tr("Sheet", "Close"), self._message.clear)

    def _make_navigation(self, name: str, person: str) -> QWidget:
        frame = QFrame()
        frame.setProperty("surface", "navigation")
        frame.setFixedWidth(tokens.NAVIGATION_WIDTH)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, tokens.BETWEEN, 0, tokens.WITHIN)
        column.setSpacing(0)
        head = label(name, "strong", wrap=True)
        head.setContentsMargins(tokens.BETWEEN, 0, tokens.WITHIN, tokens.WITHIN)
        column.addWidget(head)
        group = QButtonGroup(self)
        at_end = [spec for spec in self._specs.values() if spec.at_end]
        for spec in [spec for spec in self._specs.values() if not spec.at_end]:
            column.addWidget(self._navigation_button(spec, group))
        column.addStretch(1)
        for spec in at_end:
            column.addWidget(self._navigation_button(spec, group))
        if person:
            switch = NavigationButton("person", person)
            switch.setCheckable(False)
            press_by(switch, "Ctrl+Shift+U", tr("Navigation", "Let somebody else take over"))
            switch.clicked.connect(self.context.bus.switch_wanted)
            column.addWidget(switch)
        lock = NavigationButton("lock", tr("Navigation", "Lock"))
        lock.setCheckable(False)
        press_by(lock, "Ctrl+L")
        lock.clicked.connect(self.context.bus.lock_wanted)
        column.addWidget(lock)
        return frame

    def _navigation_button(self, spec: PageSpec, group: QButtonGroup) -> NavigationButton:
        made = NavigationButton(spec.icon, of(spec.title))
        number = len(self._buttons) + 1
        if number <= _KEYS:
            press_by(made, f"Ctrl+{number % _KEYS}")
        made.clicked.connect(lambda: self.open_page(spec.id))
        group.addButton(made)
        self._buttons[spec.id] = made
        return made

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._message)
        column.addWidget(self._stack, 1)
        status = QHBoxLayout()
        status.setContentsMargins(tokens.PAGE_EDGE, 2, tokens.PAGE_EDGE, 6)
        status.addWidget(self._status, 1)
        status.addWidget(label(tr("Navigation", "{key} shortcuts", key=key_name("F1")), "caption"))
        column.addLayout(status)
        return content

    def _toggle_sheet(self) -> None:
        page = self._stack.currentWidget()
        if self._sheet.isHidden() and page is not None:
            self._sheet.show_keys(page, self._navigation)
        else:
            self._sheet.dismiss()

    def _on_said(self, text: str) -> None:
        self._status.setText(text)
        self._status_timer.start()

    def _on_changed(self, record_types: frozenset[str] | None) -> None:
        for spec in self._specs.values():
            if spec.badge and spec.badge.is_due(record_types):
                self._count(spec)

    def _count(self, spec: PageSpec) -> None:
        badge, store = spec.badge, self.context.store
        button, words = self._buttons[spec.id], self.context.words
        if badge is not None:
            self.context.tasks.run(
                lambda: badge.count(store),
                lambda count: button.set_badge(words.number(count) if count else ""),
                owner=self,
            )


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("surface", "line")
    line.setFixedWidth(1)
    return line
