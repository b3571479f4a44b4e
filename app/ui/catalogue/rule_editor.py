"""Write one rule; above its fields stands the sentence that it makes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.entitlement import Frequency, Per
from app.domain.quantity import LARGEST, ONE, ZERO
from app.errors import (
    AgesReversed,
    DaysMissing,
    ItemMissing,
    QafilaError,
    QuantityMissing,
    SizesReversed,
    TimesMissing,
)
from app.services.campaigns import RuleForm, check_rule
from app.ui import tokens
from app.ui.catalogue.rule_names import Offered, sentence_of
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.choice import Choice
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.form import Field, Form
from app.ui.widgets.labels import label
from app.ui.widgets.quantity_edit import QuantityEdit
from app.ui.widgets.village_set import VillageSet
from app.words.named import name_of


class RuleEditor(QWidget):
    """What is left empty does not restrict."""

    taken = Signal(object)
    """The finished RuleForm."""
    left = Signal()

    def __init__(self, context: UiContext, rule: RuleForm | None, offered: Offered) -> None:
        super().__init__()
        self._offered = offered
        rule = rule or RuleForm("")
        self.sentence = label(role="strong", wrap=True)
        self.item: Choice[str] = Choice(_items(offered, rule.item_id), rule.item_id)
        self.quantity = QuantityEdit(rule.quantity or ONE, least=ZERO, most=LARGEST)
        self.per: Choice[Per] = Choice(
            [
                (Per.HOUSEHOLD, tr("Catalogue", "Each household")),
                (Per.PERSON, tr("Catalogue", "Each person")),
            ],
            rule.per,
        )
        self.frequency: Choice[Frequency] = Choice(
            [
                (Frequency.ONCE, tr("Catalogue", "Once in the campaign")),
                (Frequency.EVERY, tr("Catalogue", "Again after some days")),
                (Frequency.AT_MOST, tr("Catalogue", "A number of times")),
            ],
            rule.frequency,
        )
        self.days, self.times = _number(rule.days), _number(rule.times)
        self.villages = VillageSet(context)
        self.villages.set_values(rule.villages)
        self.categories = CheckList(3)
        self.categories.set_options(
            (one.id, name_of(words(), one)) for one in offered.categories if one.active
        )
        self.categories.set_values(rule.categories)
        self.min_size, self.max_size = _number(rule.min_size), _number(rule.max_size)
        self.min_age, self.max_age = _number(rule.min_age), _number(rule.max_age)
        self.excluded_by = CheckList(3)
        self.excluded_by.set_options(
            (one.id, name_of(words(), one)) for one in offered.items if one.active
        )
        self.excluded_by.set_values(rule.excluded_by)
        self._causes: dict[type[QafilaError], Field] = {}
        self._lay_out()
        self._wire()
        self._tell()

    def begin(self) -> None:
        """Put the cursor at the item."""
        self.item.setFocus()

    def typed(self) -> RuleForm:
        """The rule as it stands in the fields."""
        frequency = self.frequency.value
        repeats = frequency is not Frequency.ONCE
        return RuleForm(
            item_id=self.item.value if self.item.count() else "",
            quantity=self.quantity.value or ZERO,
            per=self.per.value,
            frequency=frequency,
            days=_value(self.days) if repeats else None,
            times=_value(self.times) if repeats else None,
            villages=self.villages.values,
            categories=self.categories.values,
            min_size=_value(self.min_size),
            max_size=_value(self.max_size),
            min_age=_value(self.min_age),
            max_age=_value(self.max_age),
            excluded_by=self.excluded_by.values,
        )

    def take(self) -> None:
        """Hand the rule over, or say beside its field what is wrong."""
        for field in self.findChildren(Field):
            field.clear_wrong()
        rule = self.typed()
        try:
            check_rule(rule)
        except QafilaError as error:
            self._causes[type(error)].show_wrong(text_of(error))
            return
        self.taken.emit(rule)

    def _lay_out(self) -> None:
        form = Form()
        item = Field(tr("Catalogue", "Item"), self.item)
        quantity = Field(tr("Catalogue", "Quantity"), self.quantity)
        form.add_row(_beside(item, quantity))
        form.add_row(
            _beside(
                Field(tr("Catalogue", "For whom"), self.per),
                Field(tr("Catalogue", "How often"), self.frequency),
            )
        )
        days = Field(tr("Catalogue", "Days between two times"), self.days)
        times = Field(tr("Catalogue", "Times in all"), self.times)
        self._repeats = _beside(days, times)
        form.add_row(self._repeats)
        form.add(tr("Catalogue", "Only in these villages"), self.villages)
        form.add(tr("Catalogue", "Only for these categories"), self.categories)
        sizes = Field(tr("Catalogue", "Largest family"), self.max_size)
        ages = Field(tr("Catalogue", "Highest age"), self.max_age)
        form.add_row(_beside(Field(tr("Catalogue", "Smallest family"), self.min_size), sizes))
        form.add_row(_beside(Field(tr("Catalogue", "Lowest age"), self.min_age), ages))
        form.add(tr("Catalogue", "Not for whom received"), self.excluded_by)
        self._causes = {
            ItemMissing: item,
            QuantityMissing: quantity,
            DaysMissing: days,
            TimesMissing: times,
            SizesReversed: sizes,
            AgesReversed: ages,
        }
        back = button(tr("Catalogue", "Back without the rule"), self.left.emit, kind="plain")
        shortcut(self, "Escape", tr("Catalogue", "Back without the rule"), self.left.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.sentence)
        column.addWidget(form)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        column.addLayout(row)

    def _wire(self) -> None:
        for choice in (self.item, self.per, self.frequency):
            choice.currentIndexChanged.connect(lambda _: self._tell())
        for edit in self._numbers():
            edit.textChanged.connect(lambda _: self._tell())
        for chosen in (self.categories, self.excluded_by, self.villages):
            chosen.changed.connect(self._tell)
        self.quantity.value_changed.connect(self._tell)

    def _numbers(self) -> tuple[DigitsLineEdit, ...]:
        return (
            self.days,
            self.times,
            self.min_size,
            self.max_size,
            self.min_age,
            self.max_age,
        )

    def _tell(self) -> None:
        """Say the sentence, and ask only for what this frequency needs."""
        rule = self.typed()
        self.sentence.setText(sentence_of(words(), rule, self._offered) if rule.item_id else "")
        self._repeats.setVisible(rule.frequency is not Frequency.ONCE)


def _items(offered: Offered, chosen: str) -> list[tuple[str, str]]:
    shown = [one for one in offered.items if one.active or one.id == chosen]
    return [(one.id, name_of(words(), one)) for one in shown]


def _number(value: int | None) -> DigitsLineEdit:
    made = DigitsLineEdit(longest=3)
    made.setText("" if value is None else str(value))
    return made


def _value(edit: DigitsLineEdit) -> int | None:
    return int(edit.text()) if edit.text() else None


def _beside(*fields: QWidget) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(tokens.BETWEEN)
    for field in fields:
        row.addWidget(field, 1)
    return part
