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
from dataclasses import replace
from pathlib import Path
from typing import Final
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlmodel import col, select

from app.bootstrap import DEMO_PASSPHRASE, create_demo, open_store
from app.config import Sources, system_sources
from app.db.tables import Desk, Household
from app.domain.entitlement import State
from app.services.day import today
from app.services.demo.programme import load_stock
from app.services.household_card import HouseholdCard, household_card
from app.services.team.laptops import LaptopState
from app.ui.application import Application
from app.ui.laptops.code_view import CodeView
from app.ui.laptops.laptops_view import LaptopsView
from app.ui.laptops.prepare_form import PrepareForm
from app.ui.merging.past_view import PastView
from app.ui.merging.take_view import TakeView
from app.ui.merging.write_view import WriteView
from app.ui.pages.desk import DeskPage
from app.ui.pages.laptops import LaptopsPage
from app.ui.pages.merge import MergePage
from app.ui.pages.people import PeoplePage
from app.ui.pages.review import ReviewPage
from app.ui.people.household_editor import HouseholdEditor
from app.ui.review.conflicts import ConflictsView
from app.ui.review.double_aid import DoubleAidView
from app.ui.review.quarantine import QuarantineView
from tests.support.stores import cheap_derivation
from tools.driven import Driven, choosing
from tools.keys import CTRL, press, type_text

OUT: Final = Path(__file__).resolve().parent.parent / "out" / "three-laptops"
NAMES: Final = {"لابتوب 2": "هدى محمود", "لابتوب 3": "سلمى حسن", "لابتوب 4": "كريم سعد"}
"""The laptops, and who works at each."""
PASSPHRASE: Final = "كلمة مرور لهذا الجهاز 7"
STORY: Final = "story.json"
_HOUSEHOLDS: Final = 60
_SEED: Final = 1
_AHEAD_MS: Final = 9 * 365 * 86_400_000
"""From 2026 to 2035."""
_ITEMS: Final = ("food-box", "blanket", "meat", "poultry-meat", "school-kit", "infant-milk", "cash")
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


class ThreeLaptops:
    """The coordinator, her three volunteers, and the stick between them."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._stick = out / "stick"
        self._stick.mkdir(parents=True)
        self._app = Application(sys.argv[:1])
        self._laptops: list[Driven] = []
        create_demo(out / "coordinator", _HOUSEHOLDS, _SEED)
        self._families = self._plan()
        self._coordinator = Driven(self._app, out, "coordinator", out / "coordinator")

    def play(self) -> None:
        """From the packs to the updates; then who was who is written down."""
        self._coordinator.unlock(DEMO_PASSPHRASE)
        codes = [self._prepare(name, worker) for name, worker in NAMES.items()]
        for at, code in enumerate(codes):
            self._join(at, code)
        first, second, third = self._laptops
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
        self._write(third, "morning")
        self._merge(self._coordinator, self._stick / "morning", "morning")
        self._end(third.name)
        self._serve(third, late)
        for laptop in self._laptops:
            self._write(laptop, "evening")
        self._merge(self._coordinator, self._stick / "evening", "evening")
        self._settle_conflict(self._coordinator, second.name)
        self._decide_double_aid(self._coordinator)
        self._release(self._coordinator)
        self._update(self._coordinator)
        for laptop in (first, second):
            (update,) = (self._stick / "updates").glob(f"*{laptop.name}*")
            self._merge(laptop, update, f"update-{laptop.name}")
        self._tell()
        for window in (self._coordinator, *self._laptops):
            window.close()

    # --- before the day --------------------------------------------------------------------------

    def _plan(self) -> list[HouseholdCard]:
        """Desks with stock; the families of the story: noted, twice, phone, late."""
        store = open_store(self._out / "coordinator", DEMO_PASSPHRASE)
        chosen = today(store)
        assert chosen is not None
        for name in NAMES:
            desk_id = store.new_id()
            with store.write() as session:
                session.add(Desk(id=desk_id, convoy_id=chosen.convoy_id, name=name))
            load_stock(store, replace(chosen, desk_id=desk_id, desk_name=name), _HOUSEHOLDS, _ITEMS)
        with store.read() as session:
            ids = session.exec(select(Household.id).order_by(col(Household.id))).all()
        cards = [household_card(store, household_id) for household_id in ids]
        store.close()
        return [card for card in cards if not card.history and _may_receive(card)][:4]

    def _prepare(self, name: str, worker: str) -> str:
        """A laptop for a desk that was planned, and who works there; its one-time code."""
        window = self._coordinator
        part = window.page(LaptopsPage, "laptops", "laptops").parts.part
        assert isinstance(part, LaptopsView)
        window.until(lambda: bool(part.model.rows))
        window.keys(part, Qt.Key.Key_N, CTRL)
        form = part.task
        assert isinstance(form, PrepareForm)
        window.until(lambda: form.desk.desk.count() > 1)
        type_text(form.name, name)
        form.desk.desk.setCurrentIndex(form.desk.desk.findText(name))
        type_text(form.team.name, worker)
        window.picture(f"prepare-{name}")
        with choosing(self._stick), cheap_derivation():
            window.keys(form.team.name, Qt.Key.Key_Return, CTRL)
            window.until(lambda: isinstance(part.task, CodeView))
        shown = part.task
        assert isinstance(shown, CodeView)
        window.picture(f"code-{name}")
        window.keys(shown, Qt.Key.Key_Return, CTRL)
        return shown.sheet().code

    def _end(self, name: str) -> None:
        """What the laptop writes from now on waits."""
        window = self._coordinator
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

    def _join(self, at: int, code: str) -> None:
        name = list(NAMES)[at]
        laptop = Driven(self._app, self._out, name, self._out / f"laptop-{at}")
        self._laptops.append(laptop)
        wrong = clock_ahead() if at == len(NAMES) - 1 else nullcontext()
        with cheap_derivation(), wrong:
            laptop.join(self._stick / f"{name}.qafila", code, PASSPHRASE)

    # --- the day ---------------------------------------------------------------------------------

    def _find(self, laptop: Driven, number: str) -> DeskPage:
        """The family of that number, on the desk's card."""
        desk = laptop.page(DeskPage, "desk")
        laptop.until(desk.search.isVisible)
        type_text(desk.search, number)
        laptop.until(lambda: desk.view is not None or desk.results.count() > 0)
        if desk.view is None:
            press(desk.search, Qt.Key.Key_Return)
        laptop.until(lambda: desk.view is not None and desk.view.card.number == number)
        return desk

    def _serve(self, laptop: Driven, number: str) -> None:
        """Hand over what the family may receive, and print."""
        desk = self._find(laptop, number)
        laptop.picture(f"serve-{laptop.name}")
        laptop.keys(desk.search, Qt.Key.Key_Return, CTRL)
        laptop.until(lambda: desk.view is None)

    def _pass_note(self, laptop: Driven) -> None:
        """The notes of the other desks are read off the stick, and this desk's is written."""
        desk = laptop.page(DeskPage, "desk")
        notes = self._stick / "notes"
        notes.mkdir(exist_ok=True)
        written = len(list(notes.iterdir()))
        with choosing(notes):
            laptop.keys(desk.search, Qt.Key.Key_F12)
            laptop.until(lambda: len(list(notes.iterdir())) > written)
            laptop.picture(f"note-{laptop.name}")

    def _see_served(self, laptop: Driven, number: str) -> None:
        """What another desk gave is known; the family is sent on."""
        desk = self._find(laptop, number)
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

    def _write(self, laptop: Driven, folder: str) -> None:
        """This laptop's file, on the stick."""
        part = laptop.page(MergePage, "merge", "write").parts.part
        assert isinstance(part, WriteView)
        laptop.until(part.export.isVisible)
        target = self._stick / folder
        target.mkdir(exist_ok=True)
        with choosing(target):
            laptop.keys(part, Qt.Key.Key_Return, CTRL)
            laptop.until(lambda: bool(part.export.message.text))
        laptop.picture(f"written-{laptop.name}")

    def _merge(self, laptop: Driven, chosen: Path, name: str) -> None:
        """Choose a file or a whole folder, look, and merge."""
        part = laptop.page(MergePage, "merge", "take").parts.part
        assert isinstance(part, TakeView)
        part.leave()
        with choosing(chosen):
            button = part.folder_button if chosen.is_dir() else part.choose_button
            button.setFocus()
            laptop.keys(button, Qt.Key.Key_Space)
            laptop.until(lambda: part.merge_button.isVisible() and part.merge_button.isEnabled())
        laptop.picture(f"preview-{name}")
        laptop.keys(part, Qt.Key.Key_Return, CTRL)
        laptop.until(lambda: bool(part.message.text))
        laptop.picture(f"merged-{name}")

    def _update(self, laptop: Driven) -> None:
        """Updates for the laptops that are still let in."""
        part = laptop.page(MergePage, "merge", "write").parts.part
        assert isinstance(part, WriteView)
        laptop.until(part.update_.list.isVisible)
        target = self._stick / "updates"
        target.mkdir()
        with choosing(target):
            laptop.keys(part, Qt.Key.Key_Return, CTRL)
            laptop.until(lambda: bool(part.update_.message.text))
        laptop.picture("updates")

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
        past = self._coordinator.page(MergePage, "merge", "past").parts.part
        assert isinstance(past, PastView)
        self._coordinator.picture("past-merges")
        noted, twice, phone, late = (card.id for card in self._families)
        story = {"noted": noted, "twice": twice, "phone": phone, "late": late}
        (self._out / STORY).write_text(json.dumps(story), encoding="utf-8")
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
