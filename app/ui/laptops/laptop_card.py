"""One laptop beside the list: where it is, who works at it, and what came from it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.permissions import Role
from app.services.team.laptops import Laptop, LaptopState
from app.ui import tokens
from app.ui.convoys.texts import listed
from app.ui.laptops.ending import Ending
from app.ui.laptops.texts import (
    acknowledged_text,
    heard_text,
    known_text,
    place_of,
    state_explained,
)
from app.ui.tr import of, tr, words
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.words.named import name_of
from app.words.places import place_name
from app.words.roles import MAY, ROLES

_MOST_NAMES = 8


class LaptopCard(QFrame):
    """Built anew for each laptop."""

    end_wanted = Signal(str)
    """With the recovery key, for a coordinator's."""

    def __init__(self, one: Laptop, *, may_end: bool) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        column = QVBoxLayout(self)
        edge = tokens.BETWEEN
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(scrolled(_facts(one)), 1)
        self.ending = Ending(
            tr("Laptops", "End this laptop"),
            tr(
                "Laptops",
                "What it did up to the last file that came here stays. Whatever comes from it "
                "later waits in quarantine, and it gets no more updates. Families stay on it "
                "until it is wiped. This cannot be taken back: it would be prepared anew.",
            ),
            needs_key=one.role is Role.COORDINATOR,
        )
        self.ending.confirmed.connect(self.end_wanted)
        column.addWidget(self.ending)
        self.ending.setVisible(may_end and not one.own and one.state is not LaptopState.ENDED)


def _facts(one: Laptop) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(tokens.WITHIN)
    column.addWidget(label(one.name, "value", wrap=True))
    if not one.own:
        column.addWidget(label(state_explained(one), "secondary", wrap=True))
    role = f"{of(ROLES[one.role])}: {of(MAY[one.role])}" if one.role else ""
    villages = tuple(place_name(words(), place) for place in one.villages)
    for title, text in (
        (tr("Laptops", "Desk and convoy"), place_of(one)),
        (tr("Laptops", "May do at most"), role),
        (tr("Laptops", "Team"), listed(one.team, _MOST_NAMES)),
        (
            tr("Laptops", "Organisation"),
            name_of(words(), one.organisation) if one.organisation else "",
        ),
        (tr("Laptops", "People of"), listed(villages, _MOST_NAMES)),
        (tr("Laptops", "Last file"), "" if one.own else heard_text(one)),
        (tr("Laptops", "Changes known here"), known_text(one)),
        (tr("Laptops", "Acknowledged by its next update"), acknowledged_text(one)),
    ):
        if text:
            column.addWidget(_fact(title, text))
    return inside


def _fact(title: str, text: str) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(title, "caption"))
    column.addWidget(label(text, wrap=True))
    return both
