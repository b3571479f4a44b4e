"""A convoy day on three laptops, offscreen through real windows: `python -m tools.three_laptops`.

A coordinator prepares three laptops; three volunteers work, one of them with a clock that says
2035. One family comes to two desks with a note passed between them, another with none; one phone is
corrected on two laptops; one laptop is ended half-way. Files are merged, the coordinator decides,
updates go back. What is left in `out/three-laptops`: pictures, the four stores, and who was who.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Final
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlmodel import col, select

from app.bootstrap import DEMO_PASSPHRASE
from app.config import Sources, system_sources
from app.db.tables import Household
from app.domain.entitlement import State
from app.services.household_card import HouseholdCard, household_card
from app.services.team.laptops import LaptopState
from app.ui.laptops.laptops_view import LaptopsView
from app.ui.merging.past_view import PastView
from app.ui.pages.desk import DeskPage
from app.ui.pages.laptops import LaptopsPage
from app.ui.pages.merge import MergePage
from app.ui.pages.people import PeoplePage
from app.ui.pages.review import ReviewPage
from app.ui.people.household_editor import HouseholdEditor
from app.ui.review.conflicts import ConflictsView
from app.ui.review.double_aid import DoubleAidView
from app.ui.review.quarantine import QuarantineView
from tools.driven import Driven, choosing
from tools.field_day import PASSPHRASE, FieldDay
from tools.keys import CTRL, type_text

OUT: Final = Path(__file__).resolve().parent.parent / "out" / "three-laptops"
NAMES: Final = {"لابتوب 2": "هدى محمود", "لابتوب 3": "سلمى حسن", "لابتوب 4": "كريم سعد"}
"""The laptops, and who works at each."""
STORY: Final = "story.json"
_AHEAD_MS: Final = 9 * 365 * 86_400_000
"""From 2026 to 2035."""
_NOTE: Final = "الأم استلمت مرة والابن مرة"
_FUNCTION_KEYS: Final = (Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8)


@contextmanager
def clock_ahead() -> Iterator[None]:
    """A laptop that is set up meanwhile has a clock that is nine years ahead."""
    right = system_sources()
    wrong = Sources(lambda: right.now() + _AHEAD_MS, right.random_bytes)
    with patch("app.bootstrap.system_sources", lambda: wrong):
        yield


def _may_receive(card: HouseholdCard) -> bool:
    return any(item.answer.state is State.MAY_RECEIVE for item in card.items)


class ThreeLaptops(FieldDay):
    """The coordinator, her three volunteers, and the stick between them."""

    def __init__(self, out: Path) -> None:
        super().__init__(out, NAMES)
        self._families: list[HouseholdCard] = []

    def play(self) -> None:
        """From the packs to the updates; then who was who is written down."""
        self.coordinator.unlock(DEMO_PASSPHRASE)
        codes = [self.prepare(name, worker) for name, worker in NAMES.items()]
        for (at, name), code in zip(enumerate(NAMES), codes, strict=True):
            with clock_ahead() if at == len(NAMES) - 1 else nullcontext():
                self.join(name, code)
        self._choose_families()
        first, second, third = self.laptops
        noted, twice, phone, late = (card.number for card in self._families)
        self._serve(first, noted)
        self._pass_note(first)
        self._pass_note(second)
        self._see_served(second, noted)
        self._serve(first, twice)
        self._serve(third, twice)
        for laptop, number in ((second, "01012345678"), (third, "01198765432")):
            self._correct_phone(laptop, self._families[2], number)
        self._serve(second, phone)
        self.write(third, "morning")
        self.merge(self.coordinator, self.stick / "morning", "morning")
        self._end(third.name)
        self._serve(third, late)
        for laptop in self.laptops:
            self.write(laptop, "evening")
        self.merge(self.coordinator, self.stick / "evening", "evening")
        self._settle_conflict(self.coordinator, second.name)
        self._decide_double_aid(self.coordinator)
        self._release(self.coordinator)
        self.update(self.coordinator)
        for laptop in (first, second):
            (update,) = (self.stick / "updates").glob(f"*{laptop.name}*")
            self.merge(laptop, update, f"update-{laptop.name}")
        self._tell()
        self.close()

    # --- before the day --------------------------------------------------------------------------

    def _choose_families(self) -> None:
        """Those of the story: noted, twice, phone, late."""
        store = self.coordinator.store
        with store.read() as session:
            ids = session.exec(select(Household.id).order_by(col(Household.id))).all()
        cards = [household_card(store, household_id) for household_id in ids]
        self._families = [card for card in cards if not card.history and _may_receive(card)][:4]

    def _end(self, name: str) -> None:
        """What the laptop writes from now on waits."""
        window = self.coordinator
        part = window.page(LaptopsPage, "laptops", "laptops").parts.part
        assert isinstance(part, LaptopsView)
        names = [one.name for one in part.model.rows]
        part.table.setCurrentIndex(part.model.index(names.index(name), 0))
        card = part.card
        assert card is not None
        card.ending.ask.setFocus()
        window.keys(card.ending.ask, Qt.Key.Key_Space)
        window.picture(f"end-{name}")
        card.ending.go.setFocus()
        window.keys(card.ending.go, Qt.Key.Key_Space)
        window.until(lambda: any(one.state is LaptopState.ENDED for one in part.model.rows))

    # --- the day ---------------------------------------------------------------------------------

    def _serve(self, laptop: Driven, number: str) -> None:
        """Hand over what the family may receive, and print."""
        desk = self.find(laptop, number)
        laptop.picture(f"serve-{laptop.name}")
        laptop.keys(desk.search, Qt.Key.Key_Return, CTRL)
        laptop.until(lambda: desk.view is None)

    def _pass_note(self, laptop: Driven) -> None:
        """The notes of the other desks are read off the stick, and this desk's is written."""
        desk = laptop.page(DeskPage, "desk")
        notes = self.stick / "notes"
        notes.mkdir(exist_ok=True)
        written = len(list(notes.iterdir()))
        with choosing(notes):
            laptop.keys(desk.search, Qt.Key.Key_F12)
            laptop.until(lambda: len(list(notes.iterdir())) > written)
            laptop.picture(f"note-{laptop.name}")

    def _see_served(self, laptop: Driven, number: str) -> None:
        """What another desk gave is known; the family is sent on."""
        desk = self.find(laptop, number)
        assert desk.view is not None
        assert not desk.view.lines
        laptop.picture("known-from-the-note")
        laptop.keys(desk.search, Qt.Key.Key_Escape)
        laptop.until(lambda: desk.view is None)

    def _correct_phone(self, laptop: Driven, card: HouseholdCard, phone: str) -> None:
        page = laptop.page(PeoplePage, "people", card.id)
        laptop.until(lambda: page.card is not None and page.card.family.household_id == card.id)
        laptop.keys(page, Qt.Key.Key_F4)
        laptop.until(lambda: isinstance(page.task, HouseholdEditor))
        assert isinstance(page.task, HouseholdEditor)
        page.task.phone.clear()
        type_text(page.task.phone, phone)
        laptop.keys(page.task.phone, Qt.Key.Key_Return, CTRL)
        laptop.until(lambda: page.task is None)

    # --- files -----------------------------------------------------------------------------------

    # --- the review ------------------------------------------------------------------------------

    def _settle_conflict(self, laptop: Driven, name: str) -> None:
        """The value of the laptop whose clock is right is taken."""
        part = laptop.page(ReviewPage, "review", "conflicts").parts.part
        assert isinstance(part, ConflictsView)
        laptop.until(lambda: part.model.rowCount() == 1)
        (conflict,) = part.model.rows
        at = [one.author.laptop for one in conflict.candidates].index(name)
        laptop.keys(part, Qt.Key.Key_Return)
        laptop.picture("conflict")
        laptop.keys(part, _FUNCTION_KEYS[at])
        laptop.until(lambda: part.model.rowCount() == 0)
        laptop.picture("conflict-settled")

    def _decide_double_aid(self, laptop: Driven) -> None:
        part = laptop.page(ReviewPage, "review", "double_aid").parts.part
        assert isinstance(part, DoubleAidView)
        laptop.until(lambda: part.model.rowCount() == 1)
        card = part.card
        assert card is not None
        laptop.picture("double-aid")
        type_text(card.note, _NOTE)
        laptop.keys(card.note, Qt.Key.Key_F5)
        laptop.until(lambda: part.model.rowCount() == 0)

    def _release(self, laptop: Driven) -> None:
        """The late family was served before the laptop was lost: it counts."""
        part = laptop.page(ReviewPage, "review", "quarantine").parts.part
        assert isinstance(part, QuarantineView)
        laptop.until(lambda: part.model.rowCount() > 0)
        laptop.picture("quarantine")
        while part.model.rowCount():
            rows = part.model.rowCount()
            laptop.keys(part, Qt.Key.Key_Return)
            laptop.keys(part, Qt.Key.Key_F5)
            laptop.until(lambda rows=rows: part.model.rowCount() < rows)
        laptop.picture("released")

    # --- afterwards ------------------------------------------------------------------------------

    def _tell(self) -> None:
        past = self.coordinator.page(MergePage, "merge", "past").parts.part
        assert isinstance(past, PastView)
        self.coordinator.picture("past-merges")
        noted, twice, phone, late = (card.id for card in self._families)
        story = {"noted": noted, "twice": twice, "phone": phone, "late": late}
        (self.out / STORY).write_text(json.dumps(story), encoding="utf-8")
        QApplication.processEvents()


def main(arguments: list[str]) -> int:
    """Play the day into the folder named, or `out/three-laptops`, and say what is there."""
    out = Path(arguments[0]) if arguments else OUT
    shutil.rmtree(out, ignore_errors=True)
    ThreeLaptops(out).play()
    print("Three laptops worked, were merged and brought up to date, through real windows.")
    print(f"  screenshots  {out / 'screenshots'}")
    print(f"  the stick    {out / 'stick'}")
    print(f"  the stores   {out} (coordinator: {DEMO_PASSPHRASE}; laptops: {PASSPHRASE})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
