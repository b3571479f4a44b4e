"""Duplicates: two on file who may be one person; somebody says whether they are."""

from typing import TYPE_CHECKING, Final

from app.services.matching.likely_pairs import Found, find_all, find_new
from app.services.matching.queue import PairCase, duplicate_queue
from app.services.matching.undecided import open_pairs
from app.services.matching.verdicts import (
    Before,
    Verdict,
    join_families,
    judge_people,
    judge_sure,
    undo_families,
    undo_people,
)
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.models.paged_table import Column
from app.ui.page import Badge
from app.ui.review.case_view import CaseKind, Cases, CaseView
from app.ui.review.comparing import Comparing, Finder
from app.ui.review.duplicates_card import VERDICTS, DuplicatesCard
from app.ui.tr import of, tr, words
from app.ui.widgets.buttons import button
from app.words.catalog import marked
from app.words.joined import joined
from app.words.matching import BANDS
from app.words.numbers import isolated

if TYPE_CHECKING:
    from app.db.store import Store


class DuplicatesView(CaseView[PairCase]):
    """Above the list: comparing who is new, or everybody. Below it: all the sure ones at once."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, _KIND)
        self.comparing = Comparing(context)
        self.comparing.compared.connect(self._on_compared)
        self.comparing.failed.connect(self._on_failed)
        self.comparing.stopped.connect(self._free)
        self.compare = button(
            tr("Review", "Compare who is new"), lambda: self._compare(find_new), keys="Ctrl+R"
        )
        self.compare_all = button(
            tr("Review", "Compare everybody"), lambda: self._compare(find_all)
        )
        for part in (self.compare, self.compare_all, self.comparing):
            self.above.addWidget(part)
        self.above.addStretch(1)
        self.all_sure = button("", self._all_sure, icon="check")
        self.under.addWidget(self.all_sure)
        self.under.addStretch(1)

    def shown(self, cases: Cases[PairCase]) -> None:
        """Offer the sure ones, where there are any."""
        sure = cases.extra or 0
        self.all_sure.setVisible(bool(sure))
        self.all_sure.setText(
            tr("Review", "All %n almost certain pairs are the same person", n=sure)
        )

    def _all_sure(self) -> None:
        def said(done: tuple[Before, ...]) -> str:
            return tr("Review", "%n pairs were judged the same person", n=len(done))

        self.decide(lambda store: judge_sure(store, Verdict.SAME), said, undo_people)

    def _compare(self, find: Finder) -> None:
        for one in (self.compare, self.compare_all):
            one.setEnabled(False)
        self.comparing.compare(find)

    def _on_compared(self, found: Found) -> None:
        self._free()
        text = tr("Review", "%n pairs on file may be one person", n=found.sure + found.review)
        self.message.say("done", text)
        self.read()

    def _on_failed(self, error: Exception) -> None:
        self._free()
        self.message.say("error", text_of(error))

    def _free(self) -> None:
        for one in (self.compare, self.compare_all):
            one.setEnabled(True)


def _load(store: "Store") -> Cases[PairCase]:
    queue = duplicate_queue(store)
    return Cases(queue.pairs, queue.total, store.sources.now(), queue.sure)


DUPLICATES: Final = Badge(open_pairs, None)
"""How many pairs nobody judged; new ones come with a comparison."""


def _card(view: CaseView[PairCase], case: PairCase, _cases: Cases[PairCase]) -> DuplicatesCard:
    card = DuplicatesCard(case)
    said = joined(words(), (isolated(case.one.name), isolated(case.other.name)))

    def judge(verdict: Verdict) -> None:
        view.decide(
            lambda store: judge_people(store, [case.key], verdict),
            lambda _: done_text(verdict),
            undo_people,
        )

    def done_text(verdict: Verdict) -> str:
        done = joined(words(), (said, of(VERDICTS[verdict])))
        if verdict is not Verdict.SAME or homes[0] == homes[1]:
            return done
        apart = tr("Review", "Their families are still two on file: see Verdicts.")
        return f"{done}. {apart}"

    homes = case.one.household_id, case.other.household_id

    def join() -> None:
        view.decide(
            lambda store: join_families(store, case.key, homes),
            lambda _: tr("Review", "{names}: one person, and one family", names=said),
            undo_families,
        )

    card.judged.connect(judge)
    card.families_wanted.connect(join)
    return card


def _certainty(case: PairCase) -> str:
    later = tr("Review", "put off") if case.later else ""
    return joined(words(), [part for part in (of(BANDS[case.band]), later) if part])


_KIND: Final[CaseKind[PairCase]] = CaseKind(
    columns=(
        Column(marked("Review", "Group"), lambda case: words().number(case.group), width=7),
        Column(marked("Review", "On file"), lambda case: isolated(case.one.name)),
        Column(marked("Review", "And"), lambda case: isolated(case.other.name)),
        Column(marked("Review", "How certain"), _certainty, width=14),
    ),
    look=None,
    load=_load,
    key=lambda case: case.key,
    card=_card,
    icon="people",
    empty=marked("Review", "No likely duplicates"),
    lesson=marked(
        "Review",
        "People who came or changed are compared with everybody on file after a merge, and when "
        "you open the review. Whoever may stand twice is shown here side by side. Nobody is joined "
        "but by a verdict, and every verdict can be taken back.",
    ),
)
