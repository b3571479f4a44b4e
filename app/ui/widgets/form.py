"""Forms in one column: the label above its field, what is wrong beside it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.ui import tokens
from app.ui.widgets.labels import label


class Field(QWidget):
    """A label, its field, and one line below for a hint or for what is wrong."""

    def __init__(self, name: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self._hint = hint
        self._name = label(name, "strong")
        self._name.setBuddy(field)
        field.setAccessibleName(name)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(self.clear_wrong)
        self._below = label(hint, "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN // 2)
        column.addWidget(self._name)
        column.addWidget(field)
        column.addWidget(self._below)
        # Only now that it has a parent: shown without one it would be a window of its own, and
        # take the keyboard away from ours.
        self._below.setVisible(bool(hint))

    @property
    def wrong(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return self._below.text() if self._below.property("wrong") else ""

    def rename(self, name: str) -> None:
        """Ask for something else."""
        self._name.setText(name)
        self.field.setAccessibleName(name)

    def show_hint(self, text: str) -> None:
        """Say something helpful below the field, in place of anything said before."""
        self._hint = text
        self._say(text, wrong=False)

    def show_wrong(self, text: str) -> None:
        """Say what is wrong, mark the field, and put the cursor there."""
        self._say(text, wrong=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._come_into_view)

    def clear_wrong(self) -> None:
        """Back to the hint; typing does the same."""
        if self.wrong:
            self._say(self._hint, wrong=False)

    def _come_into_view(self) -> None:
        """Scroll to where the field stands, once its words have found their room."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self)

    def _say(self, text: str, *, wrong: bool) -> None:
        self._below.setText(text)
        self._below.setVisible(bool(text))
        for part in (self._below, self.field):
            part.setProperty("wrong", wrong)
            part.style().unpolish(part)
            part.style().polish(part)


class Form(QWidget):
    """Fields under each other, never wider than people read with ease."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumWidth(tokens.FORM_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.BETWEEN)

    def add(self, name: str, field: QWidget, hint: str = "") -> Field:
        """A field with its label above it."""
        made = Field(name, field, hint)
        self._column.addWidget(made)
        return made

    def add_row(self, row: QWidget) -> None:
        """Anything else: a message, a row of buttons."""
        self._column.addWidget(row)

    def add_heading(self, text: str) -> QLabel:
        """The name of a group of fields."""
        made = label(text, "value")
        self._column.addWidget(made)
        return made

    def clear_wrong(self) -> None:
        """Forget what was wrong in every field."""
        for field in self.findChildren(Field):
            field.clear_wrong()
