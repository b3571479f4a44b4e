"""Choosing a passphrase: typed twice, with its strength in words while it is typed."""

from typing import Final

from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.domain.passphrase import Strength, strength
from app.ui.tokens import State
from app.ui.tr import of, tr
from app.ui.widgets.form import Form
from app.ui.widgets.state_badge import StateBadge
from app.words.catalog import Marked, marked

_WORDS: Final[dict[Strength, tuple[State, Marked]]] = {
    Strength.WEAK: (State.VOIDED, marked("Passphrase", "easy to guess: make it longer")),
    Strength.FAIR: (State.RECEIVED, marked("Passphrase", "fair: one more word makes it strong")),
    Strength.STRONG: (State.MAY, marked("Passphrase", "strong")),
}


class PassphraseFields:
    """Two fields, the strength, and "show" in a form; not a widget of its own."""

    def __init__(self, form: Form, name: str) -> None:
        self._first = QLineEdit()
        self._second = QLineEdit()
        self.first = form.add(
            name, self._first, tr("Passphrase", "Four words or more are easy to keep in mind.")
        )
        self._badge = StateBadge(State.NOT_ELIGIBLE)
        self._badge.hide()
        form.add_row(self._badge)
        self.second = form.add(tr("Passphrase", "The same once more"), self._second)
        self._reveal = reveal_box(self._first, self._second)
        form.add_row(self._reveal)
        self._first.textChanged.connect(self._on_typed)

    @property
    def last(self) -> QLineEdit:
        """The field after which Enter means "go on"."""
        return self._second

    def accepted(self) -> str | None:
        """The passphrase; None, and said beside the fields, when the two differ or are empty."""
        self.first.clear_wrong()
        self.second.clear_wrong()
        if not self._first.text():
            self.first.show_wrong(tr("Passphrase", "A passphrase is needed."))
            return None
        if self._first.text() != self._second.text():
            self.second.show_wrong(tr("Passphrase", "The two passphrases differ."))
            return None
        return self._first.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._second.clear()

    def _on_typed(self, text: str) -> None:
        state, words = _WORDS[strength(text)]
        self._badge.show_state(state, of(words))
        self._badge.setVisible(bool(text))


def reveal_box(*fields: QLineEdit) -> QCheckBox:
    """Hides what is typed in `fields`, and a box that shows it: a wrong keyboard is common."""
    box = QCheckBox(tr("Passphrase", "Show what is typed"))

    def reveal(shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in fields:
            field.setEchoMode(mode)

    reveal(shown=False)
    box.toggled.connect(reveal)
    return box
