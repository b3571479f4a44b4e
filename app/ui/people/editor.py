"""What the forms of this page have in common: a title, fields that scroll, Save and Back."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from app.services.catalogue import CategoryLine, categories
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.tr import tr
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.choice_chips import ChoiceChips
from app.ui.widgets.form import Field, Form
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label

_NOTES_HEIGHT: Final = 72
_CHIPS: Final = 6
_WIDTH: Final = 800


class Editor(QWidget):
    """Subclasses fill `form`, and `above` it what is wider, and say what Save does; `left` comes
    also after saving."""

    saved = Signal()
    left = Signal()

    def __init__(self, context: UiContext, title: str) -> None:
        super().__init__()
        self._context = context
        self.message = InlineMessage()
        self.form = Form()
        self.above = QVBoxLayout()
        self.categories: ChoiceChips[str] = ChoiceChips()
        self.notes = QPlainTextEdit()
        self.notes.setFixedHeight(_NOTES_HEIGHT)
        self.notes.setTabChangesFocus(True)
        self.wrong_at: dict[type[Exception], Field] = {}
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, tokens.WITHIN, 0)
        inner.setSpacing(tokens.BETWEEN)
        inner.addLayout(self.above)
        inner.addWidget(self.form)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(label(title, "title"))
        column.addWidget(self.message)
        column.addWidget(scroll, 1)
        column.addLayout(self._actions())

    def begin(self) -> None:
        """Load what there is to choose from, and put the cursor where typing starts."""
        store = self._context.store
        self._context.tasks.run(
            lambda: categories(store, unused=True), self._on_categories, self.show_error
        )
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        raise NotImplementedError

    def chosen_categories(self) -> frozenset[str]:
        """The categories that the record has now."""
        raise NotImplementedError

    def work(self) -> Callable[[], object]:
        """What Save does, on the writing thread, with what is typed now."""
        raise NotImplementedError

    def ready(self) -> None:
        """Called once everything can be chosen."""

    def _actions(self) -> QHBoxLayout:
        self._save = button(tr("People", "Save"), self._on_save, kind="primary", keys="Ctrl+Return")
        self._save.setEnabled(False)
        shortcut(self, "Escape", tr("People", "Back without saving"), self.left.emit)
        row = QHBoxLayout()
        row.addWidget(button(tr("People", "Back"), self.left.emit))
        row.addWidget(self._save)
        row.addStretch(1)
        return row

    def _on_categories(self, known: tuple[CategoryLine, ...]) -> None:
        """Those in use, and those that the record has, which come first."""
        language, has = self._context.words.language, self.chosen_categories()
        names = {one.id: one.name(language) for one in known if one.active or one.id in has}
        names |= {one: one for one in has - names.keys()}
        first = sorted(names, key=lambda one: one not in has)
        self.categories.set_options([(one, names[one]) for one in first], first=_CHIPS)
        self.categories.set_values(sorted(has))
        self._save.setEnabled(True)
        self.ready()

    def _on_save(self) -> None:
        for field in self.findChildren(Field):
            field.clear_wrong()
        self.message.clear()
        self._save.setEnabled(False)
        self._context.tasks.run(self.work(), self._on_saved, self.show_error, kind="write")

    def _on_saved(self, _: object) -> None:
        self._context.bus.said.emit(tr("People", "Saved"))
        self.saved.emit()
        self.left.emit()

    def show_error(self, error: Exception) -> None:
        """Say what went wrong, at its field where there is one."""
        self._save.setEnabled(True)
        field = self.wrong_at.get(type(error))
        if field is None:
            self.message.say("error", text_of(error))
        else:
            field.show_wrong(text_of(error))
