"""A volunteer's first minutes, offscreen through the real window: `python -m tools.convoy_day`.

On a demonstration of a convoy day a new family is registered and receives two items; its receipt is
printed as a PDF. What is left in `out/convoy-day` is what the window showed, the receipt, and the
store.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.bootstrap import DEMO_PASSPHRASE, create_demo
from app.domain.national_id import check_digits
from app.ui import settings_file
from app.ui.application import Application
from app.ui.desk.household_view import HouseholdView
from app.ui.desk.registration_form import RegistrationForm
from app.ui.main_window import MainView
from app.ui.pages.desk import DeskPage
from app.ui.printing import AS_PDF
from app.ui.settings_file import Settings
from app.ui.shell import Shell
from app.ui.start.flow import StartFlow
from tools.keys import CTRL, press, type_text
from tools.screenshots import WatchedTasks, settle

OUT: Final = Path(__file__).resolve().parent.parent / "out" / "convoy-day"
HEAD: Final = "عبدالمنعم شاذلي محمود الجندي"
WIFE: Final = "كريمة سعد عبدالعال حسن"
ITEMS: Final = 2
_HOUSEHOLDS: Final = 60
_SEED: Final = 1
_PATIENCE: Final = 60.0  # seconds; a laptop under load is slow, not broken
_ITEM_KEYS: Final = (Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9)


class ConvoyDay:
    """The window, and somebody at its keyboard."""

    def __init__(self, out: Path) -> None:
        self.store = out / "store"
        self.receipts = out / "receipts"
        self._pictures = out / "screenshots"
        self._pictures.mkdir(parents=True)
        create_demo(self.store, _HOUSEHOLDS, _SEED)
        settings = Settings(printer=AS_PDF, receipts_folder=str(self.receipts))
        settings_file.save(settings, out / "settings.json")
        self._tasks = WatchedTasks()
        self._app = Application(sys.argv[:1])
        self._shell = Shell(self._app, out / "settings.json", self.store, tasks=self._tasks)

    def play(self) -> None:
        """From the passphrase to the printed receipt, and on to the next family."""
        self._shell.show()
        self._shell.window.activateWindow()
        self._unlock()
        desk = self._desk()
        self._register(desk)
        self._hand_over(desk)
        self._look_up(desk)
        self._shell.close()
        self._shell.window.close()

    def _unlock(self) -> None:
        flow = self._shell.view
        assert isinstance(flow, StartFlow)
        edit = flow.step.findChild(QLineEdit)
        assert isinstance(edit, QLineEdit)
        type_text(edit, DEMO_PASSPHRASE)
        self._picture("1-passphrase")
        press(edit, Qt.Key.Key_Return)
        self._until(lambda: isinstance(self._shell.view, MainView))

    def _desk(self) -> DeskPage:
        self._until(lambda: self._shell.view.findChild(DeskPage) is not None)
        desk = self._shell.view.findChild(DeskPage)
        assert isinstance(desk, DeskPage)
        self._until(desk.search.isVisible)
        self._picture("2-desk")
        return desk

    def _register(self, desk: DeskPage) -> None:
        number = _national_id()
        type_text(desk.search, number)
        self._until(lambda: bool(desk.message.text))
        press(desk.search, Qt.Key.Key_N, CTRL)
        self._until(lambda: desk.form is not None)
        form = desk.form
        assert form is not None
        type_text(form.members[0].name, HEAD)
        press(form.members[0].name, Qt.Key.Key_M, CTRL)
        type_text(form.members[1].name, WIFE)
        self._choose_village(form)
        form.consent.setFocus()
        press(form.consent, Qt.Key.Key_Space)
        self._picture("3-new-family")
        press(form.consent, Qt.Key.Key_Return, CTRL)
        self._until(lambda: desk.view is not None)

    def _choose_village(self, form: RegistrationForm) -> None:
        """An empty field offers the convoy's villages; the first is taken."""
        self._until(lambda: form.village.is_ready)
        form.village.setFocus()
        press(form.village, Qt.Key.Key_Down)
        press(form.village, Qt.Key.Key_Return)
        self._until(lambda: form.village.value is not None)

    def _hand_over(self, desk: DeskPage) -> None:
        view = desk.view
        assert view is not None
        self._leave_two(view)
        self._picture("4-card")
        press(desk.search, Qt.Key.Key_Return, CTRL)
        self._until(lambda: any(self.receipts.glob("*.pdf")))
        self._until(lambda: desk.view is None)
        self._picture("5-handed-over")

    @staticmethod
    def _leave_two(view: HouseholdView) -> None:
        """Untick what is beyond two items, by the keys of their rows."""

        given = [row for row in view.rows if row.is_given]
        for row in given[ITEMS:]:
            press(row, _ITEM_KEYS[view.rows.index(row)])

    def _look_up(self, desk: DeskPage) -> None:
        """The next in the queue, by a part of the name."""
        type_text(desk.search, HEAD.split()[1])
        self._until(lambda: desk.results.count() > 0)
        self._picture("6-found")
        press(desk.search, Qt.Key.Key_Return)
        self._until(lambda: desk.view is not None)
        self._picture("7-already-received")

    def _picture(self, name: str) -> None:
        settle(self._app, self._tasks)
        self._shell.window.grab().save(str(self._pictures / f"{name}.png"))

    def _until(self, reached: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not reached():
            if time.monotonic() > end:
                self._picture("stuck")
                raise TimeoutError
            settle(self._app, self._tasks)


def _national_id() -> str:
    """A number for the head of household, with a right check digit."""
    first = "2850314260135"
    return first + str(min(check_digits(first)))


def main(arguments: list[str]) -> int:
    """Play the day into the folder named, or `out/convoy-day`, and say what is there."""
    out = Path(arguments[0]) if arguments else OUT
    shutil.rmtree(out, ignore_errors=True)
    day = ConvoyDay(out)
    day.play()
    print(
        f"A family was registered and received {ITEMS} items, through the real window, offscreen."
    )
    print(f"  screenshots  {out / 'screenshots'}")
    print(f"  receipts     {out / 'receipts'}")
    print(f"  the store    {out / 'store'} (passphrase: {DEMO_PASSPHRASE})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
