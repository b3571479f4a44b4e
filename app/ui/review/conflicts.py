"""Conflicts: fields that were changed in parallel, settled one by one or many alike at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.domain.journal.value import Value
from app.domain.permissions import Action
from app.services.named import Named
from app.services.review.conflicts import (
    Conflict,
    ConflictKey,
    FromLaptop,
    Latest,
    laptops_in_conflict,
    open_conflicts,
    settle_conflict,
    settle_many,
)
from app.services.review.taking_back import take_back_changes
from app.services.rights import may_now
from app.ui.context import UiContext
from app.ui.models.paged_table import Column
from app.ui.page import Badge
from app.ui.review.case_view import CaseKind, Cases, CaseView
from app.ui.review.conflict_card import ConflictCard
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.words.catalog import marked
from app.words.joined import joined
from app.words.merge import laptop_text
from app.words.named import HasNames
from app.words.review import kind_text, name_text, set_text

if TYPE_CHECKING:
    from app.db.store import Store

Kind = tuple[str, str]
"""A record type and a field or set; both empty for all."""

_ALL: Final[Kind] = ("", "")


@dataclass(frozen=True)
class Beside:
    """What the list of conflicts needs besides its rows; `may_undo`: whoever is at work may take a
    change back, as a coordinator may."""

    names: Mapping[str, HasNames]
    laptops: tuple[Named, ...]
    may_undo: bool


class ConflictsView(CaseView[Conflict]):
    """Below the list: only one field of one kind of record, and all of those listed at once."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, _KIND)
        self.only: Choice[Kind] = Choice([(_ALL, tr("Review", "All fields"))])
        self.method: Choice[Latest | FromLaptop] = Choice([(Latest(), _latest())])
        self.settle_all = button(tr("Review", "Settle all listed"), self._on_settle_all)
        for part in (self.only, self.method):
            part.may_shrink()
            self.under.addWidget(part, 1)
        self.under.addWidget(self.settle_all)
        self.only.chosen.connect(self._on_only)

    def _on_only(self, kind: Kind) -> None:
        self.load = lambda store: _load(store, kind)
        self.read()

    def shown(self, cases: Cases[Conflict]) -> None:
        """Offer the fields there are, and the laptops whose values may be taken."""
        if self.only.value == _ALL:
            kinds = sorted({_kind_of(case.key) for case in cases.rows})
            said = [(kind, _kind_text(kind)) for kind in kinds]
            self.only.set_options([(_ALL, tr("Review", "All fields")), *said])
        elif not cases.rows:
            self.only.choose(_ALL)
            self._on_only(_ALL)
            return
        laptops: list[tuple[Latest | FromLaptop, str]] = [
            (FromLaptop(one.id), tr("Review", "What {laptop} wrote", laptop=_laptop(one)))
            for one in cases.extra.laptops
        ]
        self.method.set_options([(Latest(), _latest()), *laptops], self.method.value)
        self.settle_all.setText(tr("Review", "Settle %n at once", n=len(cases.rows)))

    def _on_settle_all(self) -> None:
        keys, method = [case.key for case in self.cases.rows], self.method.value
        self.decide(
            lambda store: settle_many(store, keys, method),
            lambda done: tr("Review", "%n conflicts were settled.", n=done.conflicts),
            (lambda store, done: take_back_changes(store, done.changes))
            if self.cases.extra.may_undo
            else None,
        )


def _count(store: "Store") -> int:
    return open_conflicts(store, count=0).total


CONFLICTS: Final = Badge(_count, None)
"""How many there are; any change may begin one or end it."""


def _load(store: "Store", kind: Kind = _ALL) -> Cases[Conflict]:
    record_type, field = kind
    found = open_conflicts(store, record_type=record_type, field=field)
    laptops = laptops_in_conflict(store, [one.key for one in found.conflicts])
    extra = Beside(found.names, laptops, may_now(store, Action.GRANT))
    return Cases(found.conflicts, found.total, store.sources.now(), extra)


def _card(view: CaseView[Conflict], case: Conflict, cases: Cases[Conflict]) -> ConflictCard:
    card = ConflictCard(case, cases.extra.names, cases.now)

    def take(value: Value) -> None:
        view.decide(
            lambda store: settle_conflict(store, case.key, value),
            lambda _: tr("Review", "Settled: {name}", name=name_text(words(), case.title)),
            (lambda store, change: take_back_changes(store, (change,)))
            if cases.extra.may_undo
            else None,
        )

    card.taken.connect(take)
    card.opened.connect(lambda record: view.context.bus.page_wanted.emit("people", record))
    return card


def _kind_of(key: ConflictKey) -> Kind:
    return key.record_type, key.field.partition(":")[0]


def _kind_text(kind: Kind) -> str:
    record_type, field = kind
    return joined(words(), (kind_text(words(), record_type), set_text(words(), record_type, field)))


def _field_of(case: Conflict) -> str:
    return set_text(words(), *_kind_of(case.key))


def _laptop(named: Named) -> str:
    return laptop_text(named.id, named.name_ar)


def _latest() -> str:
    return tr("Review", "What was written last")


_KIND: Final[CaseKind[Conflict]] = CaseKind(
    columns=(
        Column(marked("Review", "About"), lambda case: name_text(words(), case.title)),
        Column(marked("Review", "Field"), _field_of, width=20),
        Column(
            marked("Review", "Values"),
            lambda case: words().number(len(case.candidates)),
            number=True,
            width=6,
        ),
    ),
    look=None,
    load=_load,
    key=lambda case: case.key,
    card=_card,
    icon="review",
    empty=marked("Review", "No conflicts"),
    lesson=marked(
        "Review",
        "When two laptops change the same thing without knowing of each other, both values are "
        "kept and stand here side by side until somebody chooses.",
    ),
)
