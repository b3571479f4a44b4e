"""The first screen: the language, and four ways to begin."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui import tokens
from app.ui.context import StartContext
from app.ui.start.step import Step
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words.plurals import Language


class WelcomeStep(Step):
    """Everything starts here when no store is known."""

    create_chosen = Signal()
    join_chosen = Signal()
    demonstration_chosen = Signal()
    open_chosen = Signal()

    def __init__(self, context: StartContext) -> None:
        super().__init__(
            context,
            tr("Start", "Welcome to Qafila"),
            tr(
                "Start",
                "The desk of an aid convoy, on this laptop and without a network. "
                "All data stay here, encrypted.",
            ),
        )
        self._create = button(
            tr("Start", "Create a workspace"), self.create_chosen.emit, kind="primary", icon="add"
        )
        self.form.add_row(self._languages())
        for choice, explanation in (
            (self._create, tr("Start", "For the first coordinator of an alliance or association.")),
            (
                button(tr("Start", "I have a pack"), self.join_chosen.emit, icon="laptop"),
                tr("Start", "For a laptop of a convoy: the coordinator's file and its code."),
            ),
            (
                button(
                    tr("Start", "Open the demonstration"),
                    self.demonstration_chosen.emit,
                    icon="scan",
                ),
                tr("Start", "A convoy day with made-up families, to look around and to practise."),
            ),
            (
                button(tr("Start", "Open a workspace"), self.open_chosen.emit, icon="folder"),
                tr("Start", "One that is already on this laptop or on a disk."),
            ),
        ):
            self.form.add_row(_choice(choice, explanation))

    def entered(self) -> None:
        """Begin with the first choice."""
        self._create.setFocus()

    def _languages(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(tokens.WITHIN)
        names: tuple[tuple[Language, str], ...] = (("ar", "العربية"), ("en", "English"))
        for language, name in names:
            choice = button(name, partial(self._speak, language))
            choice.setCheckable(True)
            choice.setChecked(language == self.context.settings.language)
            line.addWidget(choice, 1)
        return row

    def _speak(self, language: Language) -> None:
        self.context.bus.settings_chosen.emit(replace(self.context.settings, language=language))


def _choice(choice: QWidget, explanation: str) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(tokens.WITHIN // 2)
    column.addWidget(choice)
    column.addWidget(label(explanation, "caption", wrap=True))
    return both
