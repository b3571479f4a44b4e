"""One widow, two laptops, offscreen through real windows: `python -m tools.widow_twice`.

Two volunteers write down the same widow in their own ways, and both give her a food box. After the
merge the coordinator finds that she is one, that she received twice, takes it back, and finds it
again; a third entry brings verdicts that contradict each other. Updates go back. What is left in
`out/widow-twice`: pictures, the three stores, and what they said at every step.
"""

import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt

from app.bootstrap import DEMO_PASSPHRASE
from app.domain.national_id import check_digits
from app.domain.quantity import ONE
from app.ui.desk.closing_view import DeskClosingView
from app.ui.desk.registration_form import RegistrationForm
from app.ui.pages.desk import DeskPage
from app.ui.pages.reports import ReportsPage
from app.ui.pages.review import ReviewPage
from app.ui.review.case_view import CaseView
from app.ui.review.double_aid import DoubleAidView
from app.ui.review.duplicates import DuplicatesView
from app.ui.review.verdicts import VerdictsView
from tools.driven import Driven, choosing
from tools.field_day import FieldDay
from tools.keys import CTRL, press, type_text
from tools.told import told_by

OUT: Final = Path(__file__).resolve().parent.parent / "out" / "widow-twice"
NAMES: Final = {"لابتوب 2": "هدى محمود", "لابتوب 3": "سلمى حسن"}
"""The laptops, and who works at each."""
STORY: Final = "story.json"
BOX: Final = "food-box"
_ITEM_KEYS: Final = (Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9)
_WITNESS: Final = "أحمد علي محمود"
_NOTE: Final = "سُجلت مرتين باسمين"


@dataclass(frozen=True)
class Entry:
    """The widow as somebody wrote her down."""

    name: str
    number: str


def _number(first: str) -> str:
    return first + str(min(check_digits(first)))


_TRUE: Final = _number("2680412250014")
WIDOW: Final = (
    Entry("فاطمة عبد الرحمن أحمد", _TRUE),
    # Two digits of one number have changed places.
    Entry("فاطمه عبدالرحمن احمد السيد", _TRUE[:10] + _TRUE[11] + _TRUE[10] + _TRUE[12:]),
    Entry("فاطمة عبدالرحمن أحمد السيد", ""),
)
"""On the first laptop, on the second, and at the coordinator's later."""


class WidowTwice(FieldDay):
    """The coordinator, her two volunteers, and the stick between them."""

    def __init__(self, out: Path) -> None:
        super().__init__(out, NAMES)
        self._homes: list[str] = []
        self._steps: dict[str, dict[str, Any]] = {}

    def play(self) -> None:
        """From the packs to the updates; what was so at each step is written down."""
        coordinator = self.coordinator
        coordinator.unlock(DEMO_PASSPHRASE)
        codes = [self.prepare(name, worker) for name, worker in NAMES.items()]
        for name, code in zip(NAMES, codes, strict=True):
            self.join(name, code)
        self._note(coordinator, "before")
        for laptop, entry in zip(self.laptops, WIDOW, strict=False):
            self._register(laptop, entry)
            self._give_box(laptop)
            self._close_desk(laptop)
        self.merge(coordinator, self.stick / "evening", "evening")
        self._note(coordinator, "merged")
        self._judge_person()
        self._join_families()
        self._judge_again()
        self._decide()
        self._contradict()
        self.update(coordinator)
        for laptop in self.laptops:
            (update,) = (self.stick / "updates").glob(f"*{laptop.name}*")
            self.merge(laptop, update, f"update-{laptop.name}")
            self.find(laptop, self._number_of(laptop, 0))
            laptop.picture(f"her-card-{laptop.name}")
            self._note(laptop, laptop.name)
        story = {"homes": self._homes, "steps": self._steps}
        (self.out / STORY).write_text(json.dumps(story, ensure_ascii=False), encoding="utf-8")
        self.close()

    def _note(self, window: Driven, step: str) -> None:
        """What the store and the window say now."""
        window.picture(step)
        self._steps[step] = told_by(window.store, self._homes, BOX)
        self._steps[step]["badge"] = window.badge("review")

    # --- at the desks ----------------------------------------------------------------------------

    def _register(self, laptop: Driven, entry: Entry) -> DeskPage:
        desk = laptop.page(DeskPage, "desk")
        laptop.until(desk.search.isVisible)
        laptop.keys(desk.search, Qt.Key.Key_N, CTRL)
        laptop.until(lambda: desk.form is not None)
        form = desk.form
        assert form is not None
        head = form.members[0]
        type_text(head.name, entry.name)
        if entry.number:
            type_text(head.number, entry.number)
        self._choose_village(laptop, form)
        laptop.until(lambda: "widow" in form.categories.offered)
        form.categories.set_values(["widow"])
        form.consent.setFocus()
        press(form.consent, Qt.Key.Key_Space)
        laptop.picture(f"register-{laptop.name}")
        laptop.keys(form.consent, Qt.Key.Key_Return, CTRL)
        laptop.until(lambda: desk.view is not None)
        assert desk.view is not None
        self._homes.append(desk.view.card.id)
        return desk

    def _choose_village(self, laptop: Driven, form: RegistrationForm) -> None:
        """An empty field offers the convoy's villages; the first is taken."""
        laptop.until(lambda: form.village.is_ready)
        form.village.setFocus()
        press(form.village, Qt.Key.Key_Down)
        press(form.village, Qt.Key.Key_Return)
        laptop.until(lambda: form.village.value is not None)

    def _give_box(self, laptop: Driven) -> None:
        """The box alone, of all that she may receive."""
        desk = laptop.page(DeskPage, "desk")
        view = desk.view
        assert view is not None
        for row, key in zip(view.rows, _ITEM_KEYS, strict=False):
            if row.is_given and row.found.item.id != BOX:
                press(row, key)
        assert [row.found.item.id for row in view.rows if row.is_given] == [BOX]
        laptop.picture(f"give-{laptop.name}")
        laptop.keys(desk.search, Qt.Key.Key_Return, CTRL)
        laptop.until(lambda: desk.view is None)

    def _close_desk(self, laptop: Driven) -> None:
        """Count by the book, two names, and the file on the stick."""
        desk = laptop.page(DeskPage, "desk")
        laptop.keys(desk.search, Qt.Key.Key_D, CTRL)
        laptop.until(lambda: desk.findChild(DeskClosingView) is not None)
        closing = desk.findChild(DeskClosingView)
        assert isinstance(closing, DeskClosingView)
        laptop.until(lambda: closing.table is not None)
        assert closing.table is not None
        for row in closing.table.rows:
            type_text(row.count, str(row.book // ONE))
        if not closing.closed_by.text():
            type_text(closing.closed_by, NAMES[laptop.name])
        type_text(closing.witness, _WITNESS)
        target = self.stick / "evening"
        target.mkdir(exist_ok=True)
        with choosing(target):
            laptop.keys(closing.witness, Qt.Key.Key_Return, CTRL)
            laptop.until(lambda: closing.closed is not None)
        laptop.picture(f"closed-{laptop.name}")
        laptop.keys(closing, Qt.Key.Key_Return, CTRL)
        laptop.until(desk.search.isVisible)

    # --- the review ------------------------------------------------------------------------------

    def _view(self, kind: type[CaseView[Any]], tab: str, rows: int) -> CaseView[Any]:
        """The tab, once it lists so many cases."""
        part = self.coordinator.page(ReviewPage, "review", tab).parts.part
        assert isinstance(part, kind)
        self.coordinator.until(lambda: part.model.rowCount() == rows)
        return part

    def _decide_by(self, part: CaseView[Any], key: Qt.Key, rows: int) -> None:
        """Into the card, a verdict by its key; so many cases are left."""
        self.coordinator.keys(part, Qt.Key.Key_Return)
        self.coordinator.keys(part, key)
        self.coordinator.until(lambda: part.model.rowCount() == rows)

    def _undo(self, part: CaseView[Any], rows: int) -> None:
        self.coordinator.keys(part, Qt.Key.Key_Z, CTRL)
        self.coordinator.until(lambda: part.model.rowCount() == rows)

    def _judge_person(self) -> None:
        """One person: people are counted otherwise, families not."""
        part = self._view(DuplicatesView, "duplicates", 1)
        self.coordinator.picture("pair")
        self._decide_by(part, Qt.Key.Key_F5, 0)
        self._note(self.coordinator, "one-person")
        self._view(DoubleAidView, "double_aid", 0)

    def _join_families(self) -> None:
        """Her families are one too: the second box shows. Taken back, it is as it was."""
        part = self._view(VerdictsView, "verdicts", 1)
        self._decide_by(part, Qt.Key.Key_F8, 2)
        self._note(self.coordinator, "one-family")
        self._view(DoubleAidView, "double_aid", 1)
        self.coordinator.picture("double-aid")
        part = self._view(VerdictsView, "verdicts", 2)
        self._undo(part, 1)
        self._note(self.coordinator, "families-apart")
        self._decide_by(part, Qt.Key.Key_F5, 0)
        self._note(self.coordinator, "taken-back")
        self._view(DoubleAidView, "double_aid", 0)

    def _judge_again(self) -> None:
        """Person and family at once, undone by the key, and once more."""
        part = self._view(DuplicatesView, "duplicates", 1)
        self._decide_by(part, Qt.Key.Key_F8, 0)
        self._note(self.coordinator, "again")
        self._undo(part, 1)
        self._note(self.coordinator, "undone")
        self._decide_by(part, Qt.Key.Key_F8, 0)
        self._note(self.coordinator, "once-more")
        page = self.coordinator.page(ReportsPage, "reports", "reach")
        self.coordinator.until(lambda: page.figures is not None)
        self.coordinator.picture("reach")

    def _decide(self) -> None:
        """The double aid: said what it was, taken back, and said again."""
        part = self._view(DoubleAidView, "double_aid", 1)
        self._decide_by(part, Qt.Key.Key_F5, 0)
        self._note(self.coordinator, "decided")
        self._undo(part, 1)
        self._note(self.coordinator, "decision-undone")
        assert isinstance(part, DoubleAidView)
        assert part.card is not None
        type_text(part.card.note, _NOTE)
        self.coordinator.keys(part.card.note, Qt.Key.Key_F5)
        self.coordinator.until(lambda: part.model.rowCount() == 0)
        self._note(self.coordinator, "decided-again")

    def _contradict(self) -> None:
        """A third entry: two people and yet the same; the wrong verdict is taken back."""
        desk = self._register(self.coordinator, WIDOW[2])
        self.coordinator.keys(desk.search, Qt.Key.Key_Escape)
        part = self._view(DuplicatesView, "duplicates", 2)
        self._decide_by(part, Qt.Key.Key_F6, 1)
        self._decide_by(part, Qt.Key.Key_F5, 0)
        self._note(self.coordinator, "contradicting")
        verdicts = self._view(VerdictsView, "verdicts", 4)
        self.coordinator.picture("contradiction")
        self._decide_by(verdicts, Qt.Key.Key_F5, 3)
        self._note(self.coordinator, "agreeing")

    def _number_of(self, laptop: Driven, home: int) -> str:
        return str(told_by(laptop.store, self._homes, BOX)["homes"][home]["number"])


def main(arguments: list[str]) -> int:
    """Play the day into the folder named, or `out/widow-twice`, and say what is there."""
    out = Path(arguments[0]) if arguments else OUT
    shutil.rmtree(out, ignore_errors=True)
    WidowTwice(out).play()
    print("A widow was registered and served twice, found to be one, and told everywhere.")
    print(f"  screenshots  {out / 'screenshots'}")
    print(f"  the stores   {out} (coordinator: {DEMO_PASSPHRASE})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
