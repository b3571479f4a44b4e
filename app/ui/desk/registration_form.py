"""A new household and its people, in one form of one screen."""

import json
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.digits import only_digits
from app.services.catalogue import CategoryLine, categories
from app.services.day import ConvoyDay, calendar_day
from app.services.drafts import keep_draft, kept_draft
from app.services.likely_duplicates import Likely, likely_duplicates
from app.services.registration import Consent, NewHousehold, Registered, register_household
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.desk.duplicates_hint import DuplicatesHint
from app.ui.desk.member_edit import MemberDraft, MemberEdit
from app.ui.messages import text_of
from app.ui.tr import tr
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.choice_chips import ChoiceChips
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.form import Form
from app.ui.widgets.hamlet_edit import HamletEdit
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.village_picker import VillagePicker

DRAFT = "registration"
_PAUSE_MS = 250
_COMMON = (
    "widow",
    "divorced",
    "woman-provider",
    "disability",
    "chronic-illness",
    "orphan",
    "elderly",
    "no-income",
    "hardship",
)
"""The categories that most households of a list are in; the others are one key away."""


class RegistrationForm(QWidget):
    """A name, a village, the members and one tick are enough; everything typed is kept."""

    registered = Signal(str)
    opened_instead = Signal(str)
    left = Signal()

    def __init__(self, context: UiContext, typed: str, today: ConvoyDay | None) -> None:
        super().__init__()
        self._context = context
        self._today = today
        self._on = today.date if today else calendar_day(context.store)
        self.message = InlineMessage()
        self.village = VillagePicker(context)
        self.village.add_hamlets()
        self.hamlet = HamletEdit(context)
        self.phone = DigitsLineEdit(longest=20, also="+")
        self.address = QLineEdit()
        self.categories: ChoiceChips[str] = ChoiceChips()
        self.consent = QCheckBox(
            tr("Register", "The household agrees to be registered, to receive aid")
        )
        self.sharing = QCheckBox(
            tr("Register", "and to share it with the alliance's organisations")
        )
        self.hint = DuplicatesHint()
        self.members: list[MemberEdit] = []
        self._people = QVBoxLayout()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self._lay_out()
        self._wire()
        self._begin_with(typed)

    def begin(self) -> None:
        """Load the lists, bring back a draft, and put the cursor at the first name."""
        store = self._context.store
        self._context.tasks.run(
            lambda: (categories(store), kept_draft(store, DRAFT)), self._on_loaded, self._on_error
        )
        self.members[0].focus_name()

    # --- what it is made of ------------------------------------------------------------------

    def _lay_out(self) -> None:
        household = Form()
        household.add(tr("Register", "Village"), self.village)
        household.add_row(self.hamlet)
        household.add(tr("Register", "Phone"), self.phone)
        household.add(tr("Register", "Address or landmark"), self.address)
        household.add(tr("Register", "Priority"), self.categories)
        household.add_row(self.consent)
        household.add_row(self.sharing)
        leading = QVBoxLayout()
        leading.addWidget(label(tr("Register", "The household"), "value"))
        leading.addWidget(household)
        leading.addWidget(self.hint)
        leading.addStretch(1)
        trailing = QVBoxLayout()
        trailing.addWidget(
            label(tr("Register", "Its people; the head of household first"), "value")
        )
        trailing.addWidget(self._people_area(), 1)
        trailing.addWidget(
            button(tr("Register", "Another person"), self._add_member, icon="add", keys="Ctrl+M"),
            0,
            Qt.AlignmentFlag.AlignLeading,
        )
        columns = QHBoxLayout()
        columns.setSpacing(tokens.PAGE_EDGE)
        columns.addWidget(_scrolled(leading), 2)
        columns.addLayout(trailing, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(label(tr("Register", "New household"), "title"))
        column.addWidget(self.message)
        column.addLayout(columns, 1)
        column.addLayout(self._actions())

    def _people_area(self) -> QScrollArea:
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._people)
        outer.addStretch(1)
        self._people.setSpacing(tokens.WITHIN)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        return self._scroll

    def _actions(self) -> QHBoxLayout:
        self.save = button(
            tr("Register", "Save household"), self._save, kind="primary", keys="Ctrl+Return"
        )
        row = QHBoxLayout()
        row.addWidget(button(tr("Register", "Back to the desk"), self.left.emit))
        row.addStretch(1)
        row.addWidget(self.save)
        return row

    def _wire(self) -> None:
        shortcut(self, "Escape", tr("Register", "Back to the desk"), self.left.emit)
        self.phone.textChanged.connect(lambda _: self._pause.start())
        self.address.textChanged.connect(lambda _: self._pause.start())
        self.village.chosen.connect(lambda _: self._pause.start())
        self.village.hamlet_wanted.connect(self.hamlet.ask)
        self.hamlet.added.connect(self.village.set_value)
        self.consent.toggled.connect(lambda _: self._pause.start())
        self.hint.open_wanted.connect(self._open_instead)
        shortcut(self, "F3", tr("Register", "Open the household on file"), self.hint.open_first)

    def _begin_with(self, typed: str) -> None:
        """What was typed at the desk is the head's number, phone or name."""
        head = self._add_member()
        digits = only_digits(typed)
        if len(digits) == 14:
            head.number.setText(digits)
        elif digits and len(digits) == len("".join(typed.split())):
            self.phone.setText(digits)
        else:
            head.name.setText(typed)

    def _add_member(self) -> MemberEdit:
        member = MemberEdit(self._on, "wife" if self.members else "head")
        member.changed.connect(self._pause.start)
        member.removed.connect(self._remove)
        self.members.append(member)
        self._people.addWidget(member)
        for one in self.members:
            one.remove_button.setVisible(len(self.members) > 1)
        member.focus_name()
        QTimer.singleShot(0, member, lambda: self._scroll.ensureWidgetVisible(member))
        return member

    def _remove(self, member: MemberEdit) -> None:
        self.members.remove(member)
        self._people.removeWidget(member)
        member.deleteLater()
        for one in self.members:
            one.remove_button.setVisible(len(self.members) > 1)
        self._pause.start()

    # --- saving ------------------------------------------------------------------------------

    def command(self) -> NewHousehold:
        """The household as typed; rows without a word are left out."""
        people = [one.member() for one in self.members if not one.is_empty]
        return NewHousehold(
            village_id=self.village.value or "",
            members=tuple(people),
            consent=Consent(sharing=self.sharing.isChecked()) if self.consent.isChecked() else None,
            address=self.address.text().strip(),
            phone=self.phone.text(),
            categories=frozenset(self.categories.values),
            registered_on=self._on.isoformat(),
        )

    def _save(self) -> None:
        store, command = self._context.store, self.command()
        self.save.setEnabled(False)
        self._context.tasks.run(
            lambda: register_household(store, command), self._on_saved, self._on_error, kind="write"
        )

    def _on_saved(self, saved: Registered) -> None:
        self._forget_draft()
        self._context.bus.said.emit(tr("Register", "Household {number} saved", number=saved.number))
        self.registered.emit(saved.household_id)

    def _on_error(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.message.say("error", text_of(error))

    # --- who this may be ---------------------------------------------------------------------

    def _on_pause(self) -> None:
        self._keep_draft()
        store, command = self._context.store, self.command()
        self._context.tasks.run(
            lambda: likely_duplicates(store, command), self._on_likely, self._on_error
        )

    def _on_likely(self, found: tuple[Likely, ...]) -> None:
        self.hint.show_likely(found)

    def _open_instead(self, household_id: str) -> None:
        self._forget_draft()
        self.opened_instead.emit(household_id)

    # --- what is typed, kept -----------------------------------------------------------------

    def _keep_draft(self) -> None:
        content = {
            "village": self.village.value or "",
            "phone": self.phone.text(),
            "address": self.address.text(),
            "categories": sorted(self.categories.values),
            "consent": self.consent.isChecked(),
            "sharing": self.sharing.isChecked(),
            "members": [asdict(one.draft()) for one in self.members],
        }
        text = "" if all(one.is_empty for one in self.members) else json.dumps(content)
        self._put_draft(text)

    def _forget_draft(self) -> None:
        self._pause.stop()
        self._put_draft("")

    def _put_draft(self, text: str) -> None:
        store = self._context.store
        self._context.tasks.run(
            lambda: keep_draft(store, DRAFT, text),
            lambda _: None,
            self._on_error,
            kind="write",
            owner=self,
        )

    def _on_loaded(self, loaded: tuple[tuple[CategoryLine, ...], str]) -> None:
        known, draft = loaded
        language = self._context.words.language
        self.categories.set_options(
            [(one.id, one.name(language)) for one in _common_first(known)], first=len(_COMMON)
        )
        self.categories.changed.connect(self._pause.start)
        if draft and all(one.is_empty for one in self.members):
            self._restore(json.loads(draft))

    def _restore(self, content: dict[str, Any]) -> None:
        if content["village"]:
            self.village.set_value(content["village"])
        self.phone.setText(content["phone"])
        self.address.setText(content["address"])
        self.categories.set_values(content["categories"])
        self.consent.setChecked(content["consent"])
        self.sharing.setChecked(content["sharing"])
        for number, kept in enumerate(content["members"]):
            row = self.members[number] if number < len(self.members) else self._add_member()
            row.restore(MemberDraft(**kept))
        self.message.say("info", tr("Register", "What was typed before is here again."))


def _common_first(known: tuple[CategoryLine, ...]) -> list[CategoryLine]:
    order = {category_id: at for at, category_id in enumerate(_COMMON)}
    return sorted(known, key=lambda one: order.get(one.id, len(order)))


def _scrolled(column: QVBoxLayout) -> QScrollArea:
    """For a laptop of 768 lines and a household that warns of many others."""
    inside = QWidget()
    column.setContentsMargins(0, 0, tokens.WITHIN, 0)
    inside.setLayout(column)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
