"""Plan a convoy: its name, days, villages, organisations and campaigns, in one column."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app import errors
from app.domain.dates import PartialDate, Precision
from app.services.campaigns import CampaignLine, campaigns
from app.services.convoys import ConvoyForm, change_convoy, create_convoy
from app.services.organisations import OrganisationLine, organisations
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.tr import tr
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.form import Field, Form
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.text_area import TextArea
from app.ui.widgets.village_set import VillageSet


@dataclass(frozen=True)
class _Offered:
    organisations: tuple[OrganisationLine, ...]
    campaigns: tuple[CampaignLine, ...]


class ConvoyEditor(QWidget):
    """A new convoy, or one to change; the ids and words to choose from are loaded here."""

    saved = Signal(str)
    left = Signal()

    def __init__(
        self,
        context: UiContext,
        day: PartialDate | None,
        convoy_id: str | None = None,
        form: ConvoyForm | None = None,
    ) -> None:
        super().__init__()
        self._context = context
        self._convoy_id = convoy_id
        self.message = InlineMessage()
        self.name = QLineEdit()
        self.starts_on = DateEdit()
        self.ends_on = DateEdit()
        self.villages = VillageSet(context)
        self.organisations = CheckList(3)
        self.campaigns = CheckList(3)
        self.notes = TextArea()
        self._fields: dict[type[Exception], Field] = {}
        self._lay_out()
        self.starts_on.value_changed.connect(self._on_first_day)
        self.starts_on.set_value(day)
        if form is not None:
            self._fill(form)
        self._load()

    def begin(self) -> None:
        """Put the cursor where typing starts."""
        self.name.setFocus()

    def form(self) -> ConvoyForm:
        """The convoy as typed."""
        return ConvoyForm(
            name=self.name.text(),
            starts_on=_iso(self.starts_on.value),
            ends_on=_iso(self.ends_on.value),
            villages=self.villages.values,
            organisations=self.organisations.values,
            campaigns=self.campaigns.values,
            notes=self.notes.toPlainText(),
        )

    def _lay_out(self) -> None:
        form = Form()
        name = form.add(tr("Convoys", "Name"), self.name)
        days = QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(Field(tr("Convoys", "First day"), self.starts_on))
        last = Field(tr("Convoys", "Last day"), self.ends_on)
        row.addWidget(last)
        form.add_row(days)
        villages = form.add(tr("Convoys", "Villages"), self.villages)
        form.add(
            tr("Convoys", "Campaigns"),
            self.campaigns,
            tr("Convoys", "They say who may receive what. New ones are made in the catalogue."),
        )
        form.add(tr("Convoys", "Organisations"), self.organisations)
        form.add(tr("Convoys", "Notes"), self.notes)
        self._fields = {
            errors.LabelMissing: name,
            errors.DatesMissing: last,
            errors.DatesReversed: last,
            errors.VillagesMissing: villages,
        }
        scroll = scrolled(form)
        scroll.setMaximumWidth(tokens.FORM_WIDTH + 2 * tokens.PAGE_EDGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        title = (
            tr("Convoys", "Change the convoy") if self._convoy_id else tr("Convoys", "New convoy")
        )
        column.addWidget(label(title, "title"))
        column.addWidget(self.message)
        column.addWidget(scroll, 1)
        column.addLayout(self._actions())

    def _actions(self) -> QHBoxLayout:
        self._save_button = button(
            tr("Convoys", "Save the convoy"), self._save, kind="primary", keys="Ctrl+Return"
        )
        shortcut(self, "Escape", tr("Convoys", "Back to the convoys"), self.left.emit)
        row = QHBoxLayout()
        row.addWidget(button(tr("Convoys", "Back"), self.left.emit))
        row.addWidget(self._save_button)
        row.addStretch(1)
        return row

    def _fill(self, form: ConvoyForm) -> None:
        self.name.setText(form.name)
        self.starts_on.set_value(_partial(form.starts_on))
        self.ends_on.set_value(_partial(form.ends_on))
        self.villages.set_values(form.villages)
        self.organisations.set_values(form.organisations)
        self.campaigns.set_values(form.campaigns)
        self.notes.setPlainText(form.notes)

    def _load(self) -> None:
        store = self._context.store
        self._context.tasks.run(
            lambda: _Offered(organisations(store), campaigns(store)),
            self._on_loaded,
            self._on_error,
        )

    def _on_loaded(self, offered: _Offered) -> None:
        language = self._context.words.language
        self.organisations.set_options(
            (one.id, one.name(language)) for one in offered.organisations
        )
        self.campaigns.set_options((one.id, one.name) for one in offered.campaigns)

    def _on_first_day(self) -> None:
        """Most convoys last a day."""
        first, last = self.starts_on.value, self.ends_on.value
        if first is None or first.precision is not Precision.DAY:
            return
        if last is None or last.day < first.day:
            self.ends_on.set_value(first)

    def _save(self) -> None:
        for field in self.findChildren(Field):
            field.clear_wrong()
        self.message.clear()
        store, form, convoy_id = self._context.store, self.form(), self._convoy_id

        def save() -> str:
            if convoy_id is None:
                return create_convoy(store, form)
            change_convoy(store, convoy_id, form)
            return convoy_id

        self._save_button.setEnabled(False)
        self._context.tasks.run(save, self._on_saved, self._on_error, kind="write")

    def _on_saved(self, convoy_id: str) -> None:
        self._context.bus.said.emit(tr("Convoys", "The convoy is saved"))
        self.saved.emit(convoy_id)

    def _on_error(self, error: Exception) -> None:
        self._save_button.setEnabled(True)
        field = self._fields.get(type(error))
        if field is None:
            self.message.say("error", text_of(error))
        else:
            field.show_wrong(text_of(error))


def _iso(value: PartialDate | None) -> str:
    return value.day.isoformat() if value and value.precision is Precision.DAY else ""


def _partial(iso: str) -> PartialDate | None:
    return PartialDate(date.fromisoformat(iso)) if iso else None
