"""Verdicts: what was said of pairs, those first that contradict others; each can be taken back."""

from typing import TYPE_CHECKING, Final

from app.services.matching.judged import PERSON, Judged, Said, judged_pairs
from app.services.matching.verdicts import (
    Before,
    Verdict,
    judge_households,
    take_back_households,
    take_back_people,
    undo_households,
    undo_people,
)
from app.services.review.counts import open_counts
from app.ui.context import UiContext
from app.ui.models.paged_table import Column
from app.ui.models.row_look import RowLook
from app.ui.page import Badge
from app.ui.review.case_view import CaseKind, Cases, CaseView
from app.ui.review.verdict_card import VERDICTS, VerdictCard, both_text
from app.ui.tokens import State
from app.ui.tr import of, tr, words
from app.words.catalog import marked
from app.words.joined import joined
from app.words.review import name_text

if TYPE_CHECKING:
    from app.db.store import Store


class VerdictsView(CaseView[Judged]):
    """Nothing beside the list and the cards."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, _KIND)


def _load(store: "Store") -> Cases[Judged]:
    found = judged_pairs(store)
    return Cases(found.verdicts, found.total, store.sources.now())


CONTRADICTIONS: Final = Badge(lambda store: open_counts(store).contradictions, None)
"""How many verdicts contradict others; those that stand alone wait for nobody."""


def _take_back(store: "Store", said: Said) -> Before:
    take = take_back_people if said.kind == PERSON else take_back_households
    return take(store, said.one.record_id, said.other.record_id)


def _put_back(store: "Store", said: Said, before: Before) -> None:
    if said.kind == PERSON:
        undo_people(store, (before,))
    else:
        undo_households(store, before)


def _card(view: CaseView[Judged], judged: Judged, _cases: Cases[Judged]) -> VerdictCard:
    card = VerdictCard(judged)
    stands = tr("Verdicts", "The verdict stands again.")

    def take_back(said: Said) -> None:
        view.decide(
            lambda store: _take_back(store, said),
            lambda _: tr("Verdicts", "{names}: the verdict is taken back", names=both_text(said)),
            lambda store, before: _put_back(store, said, before),
            stands,
        )

    def join(homes: tuple[str, str]) -> None:
        view.decide(
            lambda store: judge_households(store, *homes, Verdict.SAME),
            lambda _: tr("Verdicts", "{names}: one family too", names=both_text(judged.said)),
            undo_households,
            tr("Verdicts", "Taken back: they are two families on file again."),
        )

    card.taken_back.connect(take_back)
    card.families_wanted.connect(join)
    return card


def _verdict(judged: Judged) -> str:
    said = judged.said
    against = tr("Verdicts", "contradicts others") if judged.against else ""
    return joined(words(), (of(VERDICTS[said.kind, said.verdict]), against))


_KIND: Final[CaseKind[Judged]] = CaseKind(
    columns=(
        Column(marked("Review", "On file"), lambda one: name_text(words(), one.said.one)),
        Column(marked("Review", "And"), lambda one: name_text(words(), one.said.other)),
        Column(marked("Verdicts", "Verdict"), _verdict, width=24),
    ),
    look=RowLook(lambda one: State.SUPERVISOR if one.against else None, column=2),
    load=_load,
    key=lambda one: one.said.key,
    card=_card,
    icon="people",
    empty=marked("Verdicts", "No verdicts yet"),
    lesson=marked(
        "Verdicts",
        "Whoever was judged one person or two stands here, and so do families. Verdicts that "
        "contradict each other come first. Any verdict can be taken back.",
    ),
)
