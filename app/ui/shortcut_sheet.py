"""The F1 sheet: every key that works on the page in front, read from the page itself."""

from collections.abc import Iterator

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui import tokens
from app.ui.tr import tr
from app.ui.widgets.buttons import SHORTCUT_WORDS, key_name
from app.ui.widgets.labels import label
from app.ui.widgets.side_sheet import SideSheet


class ShortcutSheet(SideSheet):
    """Lists the page's keys first, then those of the navigation."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, tr("Shortcuts", "Keyboard shortcuts"))

    def show_keys(self, page: QWidget, navigation: QWidget) -> None:
        """Open the sheet for `page`."""
        rows = [*_keys(page), *_keys(navigation), ("F1", tr("Shortcuts", "This list"))]
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, tokens.WITHIN, 0, 0)
        grid.setHorizontalSpacing(tokens.BETWEEN)
        grid.setVerticalSpacing(tokens.WITHIN)
        grid.setColumnStretch(1, 1)
        for at, (keys, words) in enumerate(rows):
            grid.addWidget(label(key_name(keys), "strong"), at, 0)
            grid.addWidget(label(words, wrap=True), at, 1)
        grid.setRowStretch(len(rows), 1)
        self.present(content)


def _keys(part: QWidget) -> Iterator[tuple[str, str]]:
    for made in part.findChildren(QShortcut):
        words, owner = made.property(SHORTCUT_WORDS), made.parent()
        if words and isinstance(owner, QWidget) and owner.isVisible():
            yield made.key().toString(), words
