"""A coordinator, the laptops that she prepares, and the stick between them, offscreen through real
windows: what every played day is made of."""

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt

from app.bootstrap import DEMO_PASSPHRASE, create_demo, open_store
from app.db.tables import Desk
from app.services.day import today
from app.services.demo.programme import load_stock
from app.ui.application import Application
from app.ui.laptops.code_view import CodeView
from app.ui.laptops.laptops_view import LaptopsView
from app.ui.laptops.prepare_form import PrepareForm
from app.ui.merging.take_view import TakeView
from app.ui.merging.write_view import WriteView
from app.ui.pages.desk import DeskPage
from app.ui.pages.laptops import LaptopsPage
from app.ui.pages.merge import MergePage
from tests.support.stores import cheap_derivation
from tools.driven import Driven, choosing
from tools.keys import CTRL, press, type_text

PASSPHRASE: Final = "كلمة مرور لهذا الجهاز 7"
"""Of every laptop that joins."""

_HOUSEHOLDS: Final = 60
_SEED: Final = 1
_ITEMS: Final = ("food-box", "blanket", "meat", "poultry-meat", "school-kit", "infant-milk", "cash")


class FieldDay:
    """A demonstration's coordinator with a desk and stock for each laptop."""

    def __init__(self, out: Path, names: Iterable[str]) -> None:
        self.out = out
        self.stick = out / "stick"
        self.stick.mkdir(parents=True)
        self.laptops: list[Driven] = []
        self._app = Application(sys.argv[:1])
        create_demo(out / "coordinator", _HOUSEHOLDS, _SEED)
        self._plan(names)
        self.coordinator = Driven(self._app, out, "coordinator", out / "coordinator")

    def close(self) -> None:
        """Close every window."""
        for window in (self.coordinator, *self.laptops):
            window.close()

    def _plan(self, names: Iterable[str]) -> None:
        store = open_store(self.out / "coordinator", DEMO_PASSPHRASE)
        chosen = today(store)
        assert chosen is not None
        for name in names:
            desk_id = store.new_id()
            with store.write() as session:
                session.add(Desk(id=desk_id, convoy_id=chosen.convoy_id, name=name))
            load_stock(store, replace(chosen, desk_id=desk_id, desk_name=name), _HOUSEHOLDS, _ITEMS)
        store.close()

    def prepare(self, name: str, worker: str) -> str:
        """A laptop for a desk that was planned, and who works there; its one-time code."""
        window = self.coordinator
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
        with choosing(self.stick), cheap_derivation():
            window.keys(form.team.name, Qt.Key.Key_Return, CTRL)
            window.until(lambda: isinstance(part.task, CodeView))
        shown = part.task
        assert isinstance(shown, CodeView)
        window.picture(f"code-{name}")
        window.keys(shown, Qt.Key.Key_Return, CTRL)
        return shown.sheet().code

    def join(self, name: str, code: str) -> Driven:
        """A laptop set up from its pack."""
        folder = self.out / f"laptop-{len(self.laptops)}"
        laptop = Driven(self._app, self.out, name, folder)
        self.laptops.append(laptop)
        with cheap_derivation():
            laptop.join(self.stick / f"{name}.qafila", code, PASSPHRASE)
        return laptop

    def find(self, laptop: Driven, number: str) -> DeskPage:
        """The family of that number, on the desk's card."""
        desk = laptop.page(DeskPage, "desk")
        laptop.until(desk.search.isVisible)
        type_text(desk.search, number)
        laptop.until(lambda: desk.view is not None or desk.results.count() > 0)
        if desk.view is None:
            press(desk.search, Qt.Key.Key_Return)
        laptop.until(lambda: desk.view is not None and desk.view.card.number == number)
        return desk

    def write(self, laptop: Driven, folder: str) -> None:
        """This laptop's file, on the stick."""
        part = laptop.page(MergePage, "merge", "write").parts.part
        assert isinstance(part, WriteView)
        laptop.until(part.export.isVisible)
        target = self.stick / folder
        target.mkdir(exist_ok=True)
        with choosing(target):
            laptop.keys(part, Qt.Key.Key_Return, CTRL)
            laptop.until(lambda: bool(part.export.message.text))
        laptop.picture(f"written-{laptop.name}")

    def merge(self, laptop: Driven, chosen: Path, name: str) -> None:
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

    def update(self, laptop: Driven) -> None:
        """Updates for the laptops that are still let in."""
        part = laptop.page(MergePage, "merge", "write").parts.part
        assert isinstance(part, WriteView)
        laptop.until(part.update_.list.isVisible)
        target = self.stick / "updates"
        target.mkdir()
        with choosing(target):
            laptop.keys(part, Qt.Key.Key_Return, CTRL)
            laptop.until(lambda: bool(part.update_.message.text))
        laptop.picture("updates")
