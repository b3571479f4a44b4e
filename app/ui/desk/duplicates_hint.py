"""Who this may be, beside the form, before anything is saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.services.likely_duplicates import Likely
from app.ui import tokens
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words.matching import agreeing, differing, same_phone
from app.words.numbers import isolated

_MOST = 3


class DuplicatesHint(QFrame):
    """Hidden while nobody on file is like the people on the form."""

    open_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("state", "received")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(tokens.WITHIN // 2)
        self._found: tuple[Likely, ...] = ()
        self.hide()

    @property
    def found(self) -> tuple[Likely, ...]:
        """Who is shown."""
        return self._found[:_MOST]

    def show_likely(self, found: tuple[Likely, ...]) -> None:
        """New candidates, the likeliest first."""
        if found == self._found:
            return
        self._found = found
        while (item := self._column.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        if found:
            self._column.addWidget(label(tr("Register", "This may be somebody on file"), "strong"))
        for one in self.found:
            self._column.addWidget(self._row(one))
        self.setVisible(bool(found))

    def open_first(self) -> None:
        """Open the likeliest household instead of a new one."""
        if self._found:
            self.open_wanted.emit(self._found[0].household_id)

    def _row(self, one: Likely) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(
            button(
                tr("Register", "Open {name}", name=isolated(one.name)),
                lambda: self.open_wanted.emit(one.household_id),
                kind="plain",
            )
        )
        column.addWidget(label(_alike(one), "caption", wrap=True))
        against = differing(words(), one.levels) if one.levels else ""
        if against:
            text = tr("Register", "Against it: {reasons}", reasons=against)
            column.addWidget(label(text, "caption", wrap=True))
        return row


def _alike(one: Likely) -> str:
    """How the two agree; of a household with the same phone, that."""
    return same_phone(words()) if one.levels is None else agreeing(words(), one.levels, one.kin)
