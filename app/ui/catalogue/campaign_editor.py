"""A campaign: its initiative, its period, and its rules as sentences."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.dates import PartialDate, Precision
from app.errors import DatesReversed, LabelMissing, LabelTaken
from app.services.campaigns import CampaignForm, CampaignLine, RuleForm, save_campaign
from app.services.catalogue import Shelf
from app.ui import tokens
from app.ui.catalogue.editor import Editor
from app.ui.catalogue.rule_editor import RuleEditor
from app.ui.catalogue.rule_names import Offered, sentence_of
from app.ui.context import UiContext
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.form import Field
from app.ui.widgets.labels import label
from app.words.named import name_of

if TYPE_CHECKING:
    from app.db.store import Store


@dataclass(frozen=True)
class CampaignRow:
    """A campaign in the list, with all that its form shows."""

    line: CampaignLine
    form: CampaignForm

    @property
    def id(self) -> str:
        """The campaign's id."""
        return self.line.id

    @property
    def active(self) -> bool:
        """Whether it is offered."""
        return self.line.active


class CampaignEditor(Editor):
    """Rules are written in a form of their own that takes the place of the campaign's."""

    def __init__(self, context: UiContext, row: CampaignRow | None, offered: Offered) -> None:
        title = tr("Catalogue", "New campaign") if row is None else tr("Catalogue", "Campaign")
        super().__init__(
            context,
            Shelf.CAMPAIGNS,
            title,
            row.id if row else None,
            active=row.active if row else True,
        )
        form = row.form if row else CampaignForm("")
        self._offered = offered
        self.rules: list[RuleForm] = list(form.rules)
        self.rule_editor: RuleEditor | None = None
        self.name = QLineEdit(form.name)
        self.initiative: Choice[str | None] = Choice(
            [
                (None, tr("Catalogue", "no initiative")),
                *((one.id, name_of(words(), one)) for one in offered.initiatives),
            ],
            form.initiative_id,
        )
        self.by_list = QCheckBox(tr("Catalogue", "Only households on its approved list"))
        self.by_list.setChecked(form.by_list)
        self.starts_on, self.ends_on = DateEdit(), DateEdit()
        self.starts_on.set_value(_partial(form.starts_on))
        self.ends_on.set_value(_partial(form.ends_on))
        self._lay_out()
        self._show_rules()
        self.settle()

    def typed(self) -> CampaignForm:
        """The campaign with its rules as they stand in the fields."""
        return CampaignForm(
            name=self.name.text(),
            initiative_id=self.initiative.value,
            starts_on=_iso(self.starts_on.value),
            ends_on=_iso(self.ends_on.value),
            rules=tuple(self.rules),
            by_list=self.by_list.isChecked(),
        )

    @property
    def is_touched(self) -> bool:
        """Also while a rule is being written."""
        return self.rule_editor is not None or super().is_touched

    def saver(self) -> "Callable[[Store], str]":
        """As a new campaign, or as the one it was."""
        form = self.typed()
        return lambda store: save_campaign(store, form, self.record_id)

    def save(self) -> None:
        """A rule that is being written is taken in first."""
        if self.rule_editor is not None:
            self.rule_editor.take()
        else:
            super().save()

    def edit_rule(self, at: int | None) -> None:
        """Write a new rule, or change the one at a place."""
        rule = self.rules[at] if at is not None else None
        editor = RuleEditor(self.context, rule, self._offered)
        editor.taken.connect(lambda form: self._on_taken(at, form))
        editor.left.connect(self._close_rule)
        self.rule_editor = editor
        self.form.hide()
        self.use_button.hide()
        self.save_button.setText(tr("Catalogue", "Take the rule"))
        self.body_column.addWidget(editor)
        editor.show()
        editor.begin()

    def _lay_out(self) -> None:
        name = self.form.add(tr("Catalogue", "Name"), self.name)
        self.form.add(tr("Catalogue", "Initiative"), self.initiative)
        days = QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(Field(tr("Catalogue", "First day"), self.starts_on))
        last = Field(tr("Catalogue", "Last day"), self.ends_on)
        row.addWidget(last)
        self.form.add_row(days)
        self.form.add_row(self.by_list)
        self._rules_head = self.form.add_heading(tr("Catalogue", "Who may receive what"))
        rules = QWidget()
        self._rules = QVBoxLayout(rules)
        self._rules.setContentsMargins(0, 0, 0, 0)
        self._rules.setSpacing(tokens.WITHIN)
        self.form.add_row(rules)
        self.add_rule = button(
            tr("Catalogue", "Add a rule"), lambda: self.edit_rule(None), icon="add", keys="Ctrl+M"
        )
        self.form.add_row(_leading(self.add_rule))
        self.causes.update({LabelMissing: name, LabelTaken: name, DatesReversed: last})

    def _show_rules(self) -> None:
        while (item := self._rules.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for at, rule in enumerate(self.rules):
            self._rules.addWidget(self._rule_row(at, rule))
        if not self.rules:
            nothing = tr("Catalogue", "Nothing yet: without a rule the desk offers no item.")
            self._rules.addWidget(label(nothing, "secondary", wrap=True))

    def _rule_row(self, at: int, rule: RuleForm) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(label(sentence_of(words(), rule, self._offered), wrap=True), 1)
        change = button("", lambda: self.edit_rule(at), kind="plain", icon="edit")
        change.setAccessibleName(tr("Catalogue", "Change the rule"))
        remove = button("", lambda: self._remove(at), kind="plain", icon="close")
        remove.setAccessibleName(tr("Catalogue", "Remove the rule"))
        for step in (change, remove):
            step.setToolTip(step.accessibleName())
            row.addWidget(step)
        return part

    def _remove(self, at: int) -> None:
        del self.rules[at]
        self._show_rules()
        self.add_rule.setFocus()

    def _on_taken(self, at: int | None, form: RuleForm) -> None:
        if at is None:
            self.rules.append(form)
        else:
            self.rules[at] = replace(form, id=self.rules[at].id)
        self._close_rule()
        self._show_rules()

    def _close_rule(self) -> None:
        if self.rule_editor is None:
            return
        self.body_column.removeWidget(self.rule_editor)
        self.rule_editor.hide()
        self.rule_editor.deleteLater()
        self.rule_editor = None
        self.message.clear()
        self.form.show()
        self.use_button.setVisible(self.record_id is not None)
        self.save_button.setText(tr("Catalogue", "Save"))
        self.add_rule.setFocus()


def _leading(part: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(part)
    row.addStretch(1)
    return holder


def _iso(value: PartialDate | None) -> str | None:
    return value.day.isoformat() if value and value.precision is Precision.DAY else None


def _partial(iso: str | None) -> PartialDate | None:
    return PartialDate(date.fromisoformat(iso)) if iso else None
