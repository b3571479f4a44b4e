"""How Qafila looks and prints on this laptop, the passphrase, and what it is made of."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui import tokens
from app.ui.context import UiContext
from app.ui.page import Page
from app.ui.settings.about import About
from app.ui.settings.change_passphrase import ChangePassphrase
from app.ui.settings.hand_in import HandIn
from app.ui.settings.printing import PrintingForm
from app.ui.settings.taking_turns import TakingTurns
from app.ui.settings_file import Settings
from app.ui.tr import tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.form import Form
from app.words.catalog import marked


class SettingsPage(Page):
    """Every choice takes effect at once; only a new passphrase or PIN has a button."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, marked("Navigation", "Settings"))
        self._language = Choice([("ar", "العربية"), ("en", "English")], context.settings.language)
        self.printing = PrintingForm(context, self._choose, self)
        self.turns = TakingTurns(context, self._choose)
        self.passphrase = ChangePassphrase(context)
        self.hand_in = HandIn(context)
        columns = QWidget()
        row = QHBoxLayout(columns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.PAGE_EDGE * 2)
        row.addLayout(_column(self._appearance(), self.printing, self.hand_in), 1)
        row.addLayout(_column(self.turns, self.passphrase, About()), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(columns)
        self.body.addWidget(scroll)

    def opened(self, argument: object) -> None:
        """Start at the first choice."""
        self._language.setFocus()
        self.printing.look_for_printers()

    def _appearance(self) -> Form:
        settings = self.context.settings
        form = Form()
        form.add_heading(tr("Settings", "Appearance"))
        self._language.chosen.connect(lambda value: self._choose(replace(settings, language=value)))
        form.add(tr("Settings", "Language"), self._language)
        theme = Choice(
            [("light", tr("Settings", "Light")), ("dark", tr("Settings", "Dark"))], settings.theme
        )
        theme.chosen.connect(lambda value: self._choose(replace(settings, theme=value)))
        form.add(tr("Settings", "Colours"), theme)
        digits = Choice([("arab", "٠١٢٣٤٥٦٧٨٩"), ("latn", "0123456789")], settings.digits)
        digits.chosen.connect(lambda value: self._choose(replace(settings, digits=value)))
        form.add(
            tr("Settings", "Digits"), digits, tr("Settings", "English always takes 0123456789.")
        )
        return form

    def _choose(self, settings: Settings) -> None:
        if settings != self.context.settings:
            self.context.bus.settings_chosen.emit(settings)


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(tokens.PAGE_EDGE)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column
