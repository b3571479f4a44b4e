"""One convoy beside the list: what it is, and the one thing to do next with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.services.campaigns import campaigns
from app.services.convoys import ConvoyDetails, convoy_details
from app.services.day import ConvoyDay, calendar_day, today
from app.services.organisations import organisations
from app.services.places import places
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.convoys.texts import days_text, listed
from app.ui.tokens import State
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.form import Field
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.state_badge import StateBadge
from app.words import dates
from app.words.numbers import in_digits
from app.words.places import place_name

_LONGEST: Final = 60


@dataclass(frozen=True)
class CardContent:
    """A convoy with the names of what it holds, in the reader's language."""

    details: ConvoyDetails
    villages: tuple[str, ...]
    organisations: tuple[str, ...]
    campaigns: tuple[str, ...]
    today: ConvoyDay | None
    calendar_day: date


def load_card(context: UiContext, convoy_id: str) -> CardContent:
    """Everything the card shows. Raises RecordNotFound."""
    store, said = context.store, context.words
    details = convoy_details(store, convoy_id)
    gazetteer = places(store).gazetteer
    named = {one.id: one.name(said.language) for one in organisations(store, unused=True)}
    titles = {one.id: one.name for one in campaigns(store, unused=True)}
    form = details.form
    return CardContent(
        details,
        villages=tuple(
            place_name(said, gazetteer.places[code]) if code in gazetteer.places else code
            for code in sorted(form.villages)
        ),
        organisations=tuple(sorted(named.get(one, one) for one in form.organisations)),
        campaigns=tuple(sorted(titles.get(one, one) for one in form.campaigns)),
        today=today(store),
        calendar_day=calendar_day(store),
    )


class ConvoyCard(QFrame):
    """Built anew for each convoy."""

    chosen = Signal(date, str)
    """Work on this convoy on this day, at a desk of this name."""
    desk_wanted = Signal()
    change_wanted = Signal()
    close_wanted = Signal()
    desks_wanted = Signal()
    returns_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, content: CardContent) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._content = content
        self._day: Choice[date] | None = None
        self._desk = QLineEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.BETWEEN, tokens.BETWEEN, tokens.BETWEEN, tokens.BETWEEN)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self._facts(), 1)
        for part in self._next_step():
            column.addWidget(part)
        column.addLayout(self._desk_steps())
        column.addLayout(self._other_steps())

    @property
    def is_today(self) -> bool:
        """Whether this laptop works on this convoy now."""
        chosen = self._content.today
        return chosen is not None and chosen.convoy_id == self._content.details.id

    def change(self) -> None:
        """Ask for the form, where the convoy can still be changed."""
        if self._content.details.closed_at is None:
            self.change_wanted.emit()

    def _facts(self) -> QScrollArea:
        details, form = self._content.details, self._content.details.form
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(label(form.name, "value", wrap=True))
        column.addWidget(label(days_text(form.starts_on, form.ends_on), "secondary", wrap=True))
        if details.closed_at is not None:
            column.addWidget(StateBadge(State.NOT_ELIGIBLE, tr("Convoys", "closed")))
        for title, names in (
            (tr("Convoys", "Villages"), self._content.villages),
            (tr("Convoys", "Campaigns"), self._content.campaigns),
            (tr("Convoys", "Organisations"), self._content.organisations),
        ):
            column.addWidget(_fact(title, listed(names, 8) or tr("Convoys", "none")))
        desks = tuple(in_digits(desk.name, words().digits) for desk in details.desks)
        column.addWidget(_fact(tr("Convoys", "Served"), self._served()))
        column.addWidget(_fact(tr("Convoys", "Desks"), listed(desks, 8) or tr("Convoys", "none")))
        if form.notes:
            column.addWidget(_fact(tr("Convoys", "Notes"), form.notes))
        if details.closing_note:
            column.addWidget(_fact(tr("Convoys", "Note at the closing"), details.closing_note))
        return scrolled(inside)

    def _served(self) -> str:
        details = self._content.details
        return tr(
            "Convoys",
            "{families}, {hand_overs}",
            families=tr("Convoys", "%n families", n=details.families),
            hand_overs=tr("Convoys", "%n hand-overs", n=details.hand_overs),
        )

    def _next_step(self) -> Sequence[QWidget]:
        """The primary action, and what it asks for."""
        details, chosen = self._content.details, self._content.today
        if details.closed_at is not None:
            return ()
        if chosen is not None and self.is_today:
            where = tr(
                "Convoys",
                "Today's convoy: {day}, desk {desk}",
                day=dates.day(words(), chosen.day),
                desk=in_digits(chosen.desk_name, words().digits),
            )
            return (
                StateBadge(State.MAY, where),
                *self._other_day(chosen),
                button(
                    tr("Convoys", "Open the desk"),
                    self.desk_wanted.emit,
                    kind="primary",
                    icon="desk",
                    keys="Ctrl+Return",
                ),
            )
        parts: list[QWidget] = [Field(tr("Convoys", "Day"), self._days())]
        if not any(desk.own for desk in details.desks):
            self._desk.setText(str(len(details.desks) + 1))
            self._desk.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._desk.setMaxLength(_LONGEST)
            parts.append(Field(tr("Convoys", "This laptop's desk"), self._desk))
        parts.append(
            button(
                tr("Convoys", "Work on this convoy today"),
                self._on_choose,
                kind="primary",
                icon="check",
                keys="Ctrl+Return",
            )
        )
        return parts

    def _other_day(self, chosen: ConvoyDay) -> Sequence[QWidget]:
        """The day goes on by choosing the next; nobody is left working on yesterday unaware."""
        now = self._content.calendar_day
        days = self._days(chosen.date)
        days.chosen.connect(lambda day: self.chosen.emit(day, ""))
        parts: list[QWidget] = [Field(tr("Convoys", "Day"), days)]
        if now != chosen.date:
            text = tr(
                "Convoys",
                "By this laptop's clock it is {day}",
                day=dates.day(words(), now.isoformat()),
            )
            parts.insert(0, StateBadge(State.SUPERVISOR, text))
        return parts

    def _days(self, wanted: date | None = None) -> Choice[date]:
        """The convoy's days, and today where it falls outside: convoys run late."""
        form, now = self._content.details.form, self._content.calendar_day
        first = date.fromisoformat(form.starts_on) if form.starts_on else now
        last = date.fromisoformat(form.ends_on) if form.ends_on else first
        count = min((last - first).days + 1, _LONGEST)
        days = {first + timedelta(days=step) for step in range(count)} | {now}
        options = [
            (day, dates.long_day(words(), day.isoformat()))
            for day in sorted(days | ({wanted} if wanted else set()))
        ]
        self._day = Choice(options, wanted or (now if first <= now <= last else first))
        return self._day

    def _desk_steps(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(tokens.WITHIN)
        if self._content.details.closed_at is None:
            row.addWidget(button(tr("Convoys", "Desks"), self.desks_wanted.emit, icon="desk"))
        row.addWidget(
            button(tr("Convoys", "Laptops and slips"), self.returns_wanted.emit, icon="check")
        )
        row.addStretch(1)
        return row

    def _other_steps(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(tokens.WITHIN)
        if self._content.details.closed_at is None:
            row.addWidget(
                button(tr("Convoys", "Change"), self.change_wanted.emit, icon="edit", keys="F4")
            )
            row.addWidget(
                button(tr("Convoys", "Count and close"), self.close_wanted.emit, icon="lock")
            )
        else:
            row.addWidget(
                button(tr("Convoys", "Reconciliation"), self.close_wanted.emit, icon="stock")
            )
            row.addWidget(button(tr("Convoys", "Open again"), self.reopen_wanted.emit, icon="undo"))
        row.addStretch(1)
        return row

    def _on_choose(self) -> None:
        if self._day is not None:
            self.chosen.emit(self._day.value, self._desk.text().strip())


def _fact(title: str, text: str) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(title, "caption"))
    column.addWidget(label(text, wrap=True))
    return part
