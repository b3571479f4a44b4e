"""Find text that does not fit where it stands."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget


def misfits(root: QWidget) -> list[str]:
    """One line for each visible label or button whose text is cut off."""
    return [*_labels(root), *_buttons(root)]


def _labels(root: QWidget) -> Iterator[str]:
    for shown in root.findChildren(QLabel):
        if not shown.isVisible() or not shown.text():
            continue
        if shown.wordWrap():
            missing = shown.heightForWidth(shown.width()) - shown.height()
            if missing > 1:
                yield f"{missing} px too low: {shown.text()!r}"
        elif shown.sizeHint().width() - shown.width() > 1:
            yield f"{shown.sizeHint().width() - shown.width()} px too narrow: {shown.text()!r}"


def _buttons(root: QWidget) -> Iterator[str]:
    found: list[QAbstractButton] = [*root.findChildren(QPushButton)]
    for made in found:
        missing = made.sizeHint().width() - made.width()
        if made.isVisible() and missing > 1:
            yield f"{missing} px too narrow: {made.text()!r}"
