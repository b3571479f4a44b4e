"""The Qt application: font, direction, translations, colours."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from app.config import APP_NAME, resource_path
from app.ui import tokens, tr
from app.ui.settings_file import Settings
from app.ui.style import apply_theme
from app.words.plurals import Language

# Languages written from right to left; Qt does not turn its layout by itself.
_RIGHT_TO_LEFT = frozenset({"ar"})
_FONTS = ("fonts/IBMPlexSansArabic-Regular.ttf", "fonts/IBMPlexSansArabic-Bold.ttf")


class Application(QApplication):
    """Our QApplication; `apply` puts settings into force for what is built afterwards."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self.setApplicationName(APP_NAME)
        self.setApplicationDisplayName("")
        self.setStyle("Fusion")
        self.setWindowIcon(QIcon(str(resource_path("icons/app.svg"))))
        for font in _FONTS:
            QFontDatabase.addApplicationFont(str(resource_path(font)))
        self.setFont(QFont(tokens.FONT_FAMILY, tokens.BODY))
        # Digits follow the settings and values are kept in ASCII, whatever the system speaks.
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self._qt_words: QTranslator | None = None
        tr.install(self)

    def apply(self, settings: Settings) -> None:
        """Speak the language and wear the colours of `settings`."""
        tr.use(settings.words())
        self._speak(settings.language)
        apply_theme(self, settings.theme)

    def _speak(self, language: Language) -> None:
        if self._qt_words is not None:
            self.removeTranslator(self._qt_words)
            self._qt_words = None
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QTranslator(self)
        if language != "en":
            if translator.load(f"qtbase_{language}", folder):
                self.installTranslator(translator)
                self._qt_words = translator
            else:
                logging.getLogger("qafila").warning("Qt's own words are missing: %s", language)
        right_to_left = language in _RIGHT_TO_LEFT
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
