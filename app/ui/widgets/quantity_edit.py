"""How many: a number with a finger-sized minus and plus."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from app.domain.quantity import ONE, ZERO, Quantity, format_quantity, parse_quantity
from app.ui import tokens
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.words.numbers import decimal

_FIELD_WIDTH = 72


class QuantityEdit(QWidget):
    """Between `least` and `most`; Up and Down, and the buttons, step by one unit."""

    value_changed = Signal()

    def __init__(self, value: Quantity, *, least: Quantity = ZERO, most: Quantity) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.field = QLineEdit()
        self.field.setFixedWidth(_FIELD_WIDTH)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_edited)
        self.field.editingFinished.connect(self._on_left)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fewer = button("", lambda: self._step(-ONE), icon="minus")
        self._more = button("", lambda: self._step(ONE), icon="add")
        self._fewer.setAccessibleName(tr("Quantity", "One fewer"))
        self._more.setAccessibleName(tr("Quantity", "One more"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.WITHIN // 2)
        for part in (self._fewer, self.field, self._more):
            row.addWidget(part)
        for step in (self._fewer, self._more):
            step.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            step.setFixedWidth(tokens.TOUCH + 8)
        self._value: Quantity | None = None
        self.set_value(value)

    @property
    def value(self) -> Quantity | None:
        """The quantity; None while what is typed is none, or out of bounds."""
        return self._value

    def set_value(self, value: Quantity) -> None:
        """Show a quantity, moved within the bounds."""
        self._take(Quantity(max(self._least, min(self._most, value))))
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down step."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: ONE, Qt.Key.Key_Down: -ONE}.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
        return False

    def _step(self, by: int) -> None:
        self.set_value(Quantity((self._value or ZERO) + by))

    def _on_edited(self, text: str) -> None:
        parsed = parse_quantity(text)
        within = parsed is not None and self._least <= parsed.quantity <= self._most
        self._take(parsed.quantity if parsed is not None and within else None)

    def _on_left(self) -> None:
        if self._value is not None:
            self._show()

    def _take(self, value: Quantity | None) -> None:
        changed = value != self._value
        self._value = value
        self.field.setProperty("wrong", value is None)
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        self._fewer.setEnabled(value is None or value > self._least)
        self._more.setEnabled(value is None or value < self._most)
        if changed:
            self.value_changed.emit()

    def _show(self) -> None:
        if self._value is not None:
            self.field.setText(decimal(format_quantity(self._value), words().digits))
