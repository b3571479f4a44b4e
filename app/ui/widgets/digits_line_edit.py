"""A field for IDs, phones and codes: any digits go in, 0-9 come out, left to right."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QValidator
from PySide6.QtWidgets import QLineEdit

from app.domain.digits import to_ascii_digits


class DigitsLineEdit(QLineEdit):
    """Takes ٠-٩ as 0-9 and refuses everything else but `also` (e.g. "+" for phones).

    Blanks and dashes between digits, as in a pasted number, are dropped.
    """

    def __init__(self, *, longest: int = 40, also: str = "") -> None:
        super().__init__()
        self.setValidator(_Digits(longest, also, self))
        run_left_to_right(self)


def run_left_to_right(field: QLineEdit) -> None:
    """Let a field's text run left to right, from the side where the page's reader begins."""
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    # Absolute: the field itself is left to right, the page around it may not be.
    field.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class _Digits(QValidator):
    def __init__(self, longest: int, also: str, parent: QObject) -> None:
        super().__init__(parent)
        self._longest = longest
        self._allowed = frozenset("0123456789" + also)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Accept what consists of digits once it is folded, and keep the cursor at its digit."""
        kept = "".join(sign for sign in to_ascii_digits(text) if sign not in " -\u00a0\u202f")
        if len(kept) > self._longest or not self._allowed.issuperset(kept):
            return QValidator.State.Invalid, text, position
        before = text[:position]
        moved = position - sum(before.count(sign) for sign in " -\u00a0\u202f")
        return QValidator.State.Acceptable, kept, moved
