"""The version, the licence, and whose work is in the app."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.config import VERSION
from app.ui import tokens
from app.ui.tr import tr
from app.ui.widgets.form import Form
from app.ui.widgets.labels import label
from app.words.numbers import ltr


class About(Form):
    """Attributions stand in the app itself, as their licences ask."""

    def __init__(self) -> None:
        super().__init__()
        self.add_heading(tr("Settings", "About Qafila"))
        sources = QWidget()
        lines = QVBoxLayout(sources)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(tokens.WITHIN // 2)
        for text in (
            tr(
                "Settings",
                "Version {version}. Free software under the {licence}; no warranty.",
                version=ltr(VERSION),
                licence=ltr("GNU GPL 3.0+"),
            ),
            tr(
                "Settings",
                "Places of Egypt: {source}, {licence}, changed.",
                source=ltr("CAPMAS / OCHA ROMENA via HDX, COD-AB Egypt"),
                licence=ltr("CC BY 3.0 IGO"),
            ),
            tr(
                "Settings",
                "Frequencies of names: {source}, {licence}.",
                source=ltr("egy-names © 2026 Abdullah Afify"),
                licence=ltr("MIT"),
            ),
            tr(
                "Settings",
                "Fonts: {fonts}, {licence}.",
                fonts=ltr("IBM Plex Sans Arabic, Noto Naskh Arabic"),
                licence=ltr("SIL OFL 1.1"),
            ),
            tr(
                "Settings",
                "Window: {library}, {licence}.",
                library=ltr("Qt, PySide6"),
                licence=ltr("LGPL 3"),
            ),
        ):
            lines.addWidget(label(text, "caption", wrap=True))
        self.add_row(sources)
