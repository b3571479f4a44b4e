"""Quarantine: changes that count for nothing until somebody who may looks at them."""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.services.catalogue import categories, items
from app.services.review.counts import open_counts
from app.services.review.quarantine import (
    Group,
    GroupKey,
    Quarantined,
    all_of_group,
    leave,
    quarantined,
    release,
    wait_again,
)
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.models.paged_table import Column
from app.ui.page import Badge
from app.ui.review.case_view import CaseCard, CaseKind, Cases, CaseView
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.words.catalog import marked
from app.words.merge import laptop_text
from app.words.numbers import isolated
from app.words.quarantine import cause_text, set_lines, why_text
from app.words.review import kind_text, name_text, written_text

if TYPE_CHECKING:
    from app.db.store import Store

_LINES: Final = 4


class QuarantineView(CaseView[Group]):
    """Above the list: what was looked at and left."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, _KIND)
        self.left = QCheckBox(tr("Quarantine", "Looked at and left"))
        self.left.toggled.connect(self._on_toggled)
        self.above.addWidget(self.left)

    def _on_toggled(self, left: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.load = lambda store: _load(store, left=left)
        self.read()


class GroupCard(CaseCard):
    """F5 lets all of a group count, F6 leaves it; each change can be let alone."""

    release_wanted = Signal(object)
    """The hashes of changes; None for the whole group."""

    leave_wanted = Signal()

    def __init__(self, group: Group, cases: Cases[Group]) -> None:
        super().__init__()
        self._cases = cases
        self.releases: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(label(_who(group), "value", wrap=True))
        why = why_text(words(), group.cause.value, group.user, group.device_id, group.laptop)
        column.addWidget(label(why, wrap=True))
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(tokens.BETWEEN)
        for one in group.changes:
            rows.addWidget(self._change(one))
        if group.count > len(group.changes):
            more = tr("Quarantine", "and %n more", n=group.count - len(group.changes))
            rows.addWidget(label(more, "caption"))
        column.addWidget(scrolled(inside), 1)
        actions = QHBoxLayout()
        actions.setSpacing(tokens.WITHIN)
        self.release_all = button(
            tr("Quarantine", "Release %n changes", n=group.count),
            lambda: self.release_wanted.emit(None),
            icon="check",
            keys="F5",
        )
        self.release_all.setEnabled(any(one.releasable for one in group.changes))
        self.leave_all = button(
            tr("Quarantine", "Leave them"), self.leave_wanted.emit, icon="minus", keys="F6"
        )
        actions.addWidget(self.release_all, 1)
        if not group.left:
            actions.addWidget(self.leave_all, 1)
        column.addLayout(actions)

    def begin(self) -> None:
        """Put the focus on leaving where nothing can be let, else on letting count."""
        (self.release_all if self.release_all.isEnabled() else self.leave_all).setFocus()

    def _change(self, one: Quarantined) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN // 2)
        head = QHBoxLayout()
        named = one.title.named.name_ar or one.household is None
        about = one.title if named else one.household
        head.addWidget(label(name_text(words(), about or one.title), "strong", wrap=True), 1)
        if one.releasable:
            alone = button(
                tr("Quarantine", "Release"), lambda: self.release_wanted.emit((one.change,))
            )
            self.releases.append(alone)
            head.addWidget(alone)
        column.addLayout(head)
        for line in list(set_lines(words(), one.fields, self._cases.extra))[:_LINES]:
            column.addWidget(label(line, "secondary", wrap=True))
        by = written_text(words(), one.author, self._cases.now)
        column.addWidget(label(by, "caption", wrap=True))
        return part


def _load(store: "Store", *, left: bool = False) -> Cases[Group]:
    groups = quarantined(store, left=left)
    named = (*items(store, unused=True), *categories(store, unused=True))
    names = {one.id: one for one in named}
    return Cases(groups, len(groups), store.sources.now(), names)


QUARANTINE: Final = Badge(lambda store: open_counts(store).quarantined, None)
"""How many changes wait."""


def _key(group: Group) -> GroupKey:
    return GroupKey(group.cause, group.device_id, group.user_id, group.record_type)


def _card(view: CaseView[Group], group: Group, cases: Cases[Group]) -> GroupCard:
    card = GroupCard(group, cases)

    def let(changes: Any) -> None:
        def work(store: "Store") -> tuple[str, ...]:
            chosen = changes or all_of_group(store, _key(group), left=group.left)
            release(store, chosen)
            return tuple(chosen)

        view.decide(
            work,
            lambda chosen: tr("Quarantine", "%n changes count now.", n=len(chosen)),
            wait_again,
            tr("Quarantine", "Taken back: they count no more, and wait as before."),
        )

    def leave_group() -> None:
        def work(store: "Store") -> tuple[str, ...]:
            chosen = all_of_group(store, _key(group))
            leave(store, chosen)
            return chosen

        view.decide(
            work,
            lambda chosen: tr(
                "Quarantine", "%n changes were left; they can be released any time.", n=len(chosen)
            ),
            wait_again,
            tr("Quarantine", "Taken back: they wait as before."),
        )

    card.release_wanted.connect(let)
    card.leave_wanted.connect(leave_group)
    return card


def _who(group: Group) -> str:
    who = isolated(group.user) or tr("Quarantine", "somebody")
    laptop = laptop_text(group.device_id, group.laptop)
    return tr("Quarantine", "{user} on {laptop}", user=who, laptop=laptop)


_KIND: Final[CaseKind[Group]] = CaseKind(
    columns=(
        Column(marked("Quarantine", "Who"), _who),
        Column(
            marked("Quarantine", "What"), lambda one: kind_text(words(), one.record_type), width=14
        ),
        Column(
            marked("Quarantine", "Changes"),
            lambda one: words().number(one.count),
            number=True,
            width=8,
        ),
        Column(
            marked("Quarantine", "Why"), lambda one: cause_text(words(), one.cause.value), width=16
        ),
    ),
    look=None,
    load=_load,
    key=_key,
    card=_card,
    icon="lock",
    empty=marked("Quarantine", "Nothing waits"),
    lesson=marked(
        "Quarantine",
        "What somebody wrote without the right to, or after their right was ended, arrives with "
        "everything else but counts for nothing until somebody lets it, or leaves it.",
    ),
)
