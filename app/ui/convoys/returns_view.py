"""What came back from the convoy's laptops, and what has not."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.short_digest import short_digest
from app.services.desks.returns import Back, LaptopReturn, ReturnedDay, returns
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.tokens import State
from app.ui.tr import of, tr, words
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.state_badge import StateBadge
from app.words import dates
from app.words.catalog import Marked, marked
from app.words.numbers import in_digits, isolated, ltr

_BACK: Final[dict[Back, tuple[State, Marked]]] = {
    Back.WHOLE: (State.MAY, marked("Returns", "all of it is here")),
    Back.PARTLY: (State.RECEIVED, marked("Returns", "something is missing")),
    Back.NOTHING: (State.VOIDED, marked("Returns", "nothing came yet")),
    Back.OWN: (State.NOT_ELIGIBLE, marked("Returns", "this laptop")),
    Back.NO_LAPTOP: (State.NOT_ELIGIBLE, marked("Returns", "no laptop was prepared")),
}
_CHANGED_BY: Final = frozenset({"aid_record", "desk_closing", "desk", "device"})


class ReturnsView(QWidget):
    """One card a desk, read again when a file was taken in."""

    left = Signal()

    def __init__(self, context: UiContext, convoy_id: str, convoy_name: str) -> None:
        super().__init__()
        self._context = context
        self._convoy_id = convoy_id
        self.message = InlineMessage()
        self.cards = QVBoxLayout()
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.cards.setSpacing(tokens.BETWEEN)
        inside = QWidget()
        inside.setLayout(self.cards)
        self.back = button(tr("Convoys", "Back"), self.left.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        title = tr("Returns", "Laptops and slips: {convoy}", convoy=isolated(convoy_name))
        column.addWidget(label(title, "title"))
        column.addWidget(
            label(
                tr(
                    "Returns",
                    "A laptop is ticked off once its last day is closed and every hand-over that "
                    "its slip names is here. Compare the digest with the one on the slip.",
                ),
                "secondary",
                wrap=True,
            )
        )
        column.addWidget(self.message)
        column.addWidget(scrolled(inside), 1)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        shortcut(self, "Escape", tr("Convoys", "Back to the convoys"), self.left.emit)
        context.bus.changed.connect(self._on_changed)
        self._load()

    def begin(self) -> None:
        """There is nothing to type."""
        self.back.setFocus()

    def _load(self) -> None:
        store, convoy_id = self._context.store, self._convoy_id
        self._context.tasks.run(lambda: returns(store, convoy_id), self._show, self._on_error)

    def _on_changed(self, changed: frozenset[str]) -> None:
        if changed & _CHANGED_BY:
            self._load()

    def _on_error(self, error: Exception) -> None:
        self.message.say("error", text_of(error))

    def _show(self, found: tuple[LaptopReturn, ...]) -> None:
        while (item := self.cards.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        self._say_what_is_missing(found)
        for one in found:
            self.cards.addWidget(_card(one))
        self.cards.addStretch(1)

    def _say_what_is_missing(self, found: tuple[LaptopReturn, ...]) -> None:
        missing = [one for one in found if one.back in {Back.PARTLY, Back.NOTHING}]
        if missing:
            names = tr("Convoys", ", ").join(isolated(one.laptop) for one in missing)
            self.message.say("warning", tr("Returns", "Not back yet: {names}", names=names))
        elif any(one.back is Back.WHOLE for one in found):
            self.message.say("done", tr("Returns", "Everything is back."))


def _card(one: LaptopReturn) -> QWidget:
    part = QFrame()
    part.setProperty("surface", "card")
    column = QVBoxLayout(part)
    column.setContentsMargins(tokens.BETWEEN, tokens.WITHIN, tokens.BETWEEN, tokens.WITHIN)
    column.setSpacing(tokens.WITHIN // 2)
    head = QHBoxLayout()
    head.setSpacing(tokens.BETWEEN)
    desk = isolated(in_digits(one.desk, words().digits))
    head.addWidget(label(tr("Returns", "Desk {desk}", desk=desk), "value"))
    head.addWidget(label(isolated(one.laptop), "secondary"), 1)
    state, text = _BACK[one.back]
    head.addWidget(StateBadge(state, of(text)))
    column.addLayout(head)
    for line in _lines(one):
        column.addWidget(label(line, wrap=True))
    if one.heard_at is not None:
        column.addWidget(label(_last_file(one, one.heard_at), "caption", wrap=True))
    return part


def _lines(one: LaptopReturn) -> list[str]:
    lines = [_day_text(day) for day in one.days if one.back is not Back.OWN or day.told is not None]
    lines += [
        tr(
            "Returns",
            "Changes {first} to {last} are missing: ask for a full export.",
            first=first,
            last=last,
        )
        for first, last in one.missing
    ]
    return lines


def _day_text(day: ReturnedDay) -> str:
    said = dates.day(words(), day.day)
    here = tr("Returns", "%n hand-overs are here", n=day.here)
    if day.told is None:
        return tr("Returns", "{day}: not closed; {here}", day=said, here=here)
    closed = tr(
        "Returns",
        "{day}: closed by {name} and {witness}, {told} on the slip; {here}",
        day=said,
        name=isolated(day.closed_by),
        witness=isolated(day.witness),
        told=tr("Returns", "%n hand-overs", n=day.told),
        here=here,
    )
    if not day.differences:
        return closed
    counted = tr("Returns", "%n items were counted differently", n=day.differences)
    return tr("Returns", "{said}; {counted}", said=closed, counted=counted)


def _last_file(one: LaptopReturn, heard_at: int) -> str:
    return tr(
        "Returns",
        "Last file {moment}: {file}, digest {digest}",
        moment=dates.moment(words(), heard_at),
        file=isolated(one.file),
        digest=ltr(short_digest(one.digest)),
    )
