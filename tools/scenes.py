"""What the pictures show: a sample workspace, and the states of pages worth a look."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.bootstrap import create_demo, open_store
from app.documents.receipt_pages import Paper
from app.domain.override import OverrideReason
from app.domain.quantity import ONE, Quantity
from app.domain.slip_code import printed_number
from app.domain.stock import MovementKind
from app.services.desks.stick import remember_stick
from app.services.paper.slips import number_slips
from app.services.receipt_file import write_receipt_file
from app.services.receipt_list import ReceiptsWanted, receipt_ids, receipt_rows
from app.ui.context import StartContext
from app.ui.convoys.closing_view import ClosingView
from app.ui.convoys.convoy_card import ConvoyCard
from app.ui.convoys.desks_editor import DesksEditor
from app.ui.convoys.returns_view import ReturnsView
from app.ui.desk.closed_desk import ClosedDesk
from app.ui.desk.closing_view import DeskClosingView
from app.ui.laptops.prepare_form import PrepareForm
from app.ui.main_window import MainView
from app.ui.merging.take_view import TakeView
from app.ui.pages.people import PeoplePage
from app.ui.pages.reports import ReportsPage
from app.ui.pages.review import ReviewPage
from app.ui.paper.entry_view import EntryView
from app.ui.paper.slips_view import SlipsView
from app.ui.paper.verify_view import VerifyView
from app.ui.review.duplicates import DuplicatesView
from app.ui.review.verdicts import VerdictsView
from app.ui.shell import Shell
from app.ui.start.create import CreateStep
from app.ui.start.flow import StartFlow
from app.ui.start.recovery_key import ProveKeyStep, ShowKeyStep
from app.ui.start.step import Step
from app.ui.start.unlock import RecoverStep, UnlockStep
from app.ui.start.welcome import WelcomeStep
from app.ui.stock.history import MovementHistory
from app.ui.stock.movement_form import MovementForm
from app.ui.widgets.village_picker import VillagePicker
from app.words.catalog import Words
from tests.ui.keyboard import type_text
from tools.laptop_files import write_files
from tools.people_scenes import erasing, listed, taking_in
from tools.review_scenes import STICK, contradicted, listed_again, merge_stick, until
from tools.team_scenes import filling, joining, packing

Scene = tuple[str, Callable[[MainView], object]]

_WORKSPACE: Final = "التحالف الوطني للعمل الأهلي التنموي"
_HOUSEHOLDS: Final = 60
_SEED: Final = 1
_PASSPHRASE: Final = "four words are enough"
_KEY: Final = "0953 0243 8310 1057 4443 9052 0138 3170 9960 1569"
_FOLDER: Final = Path("/home/mona/.local/share/Qafila/store")


@dataclass(frozen=True)
class Sample:
    """A closed store and what opens it."""

    folder: Path
    passphrase: str

    def copied(self, folder: Path) -> "Sample":
        """The same again, so that what one round of pictures changes is not in the next."""
        shutil.copytree(self.folder, folder)
        return Sample(folder, self.passphrase)


def make_sample(folder: Path) -> Sample:
    """A convoy day to show, the same one every time, and a stick with two laptops' files."""
    create_demo(folder, _HOUSEHOLDS, _SEED, _PASSPHRASE)
    store = open_store(folder, _PASSPHRASE)
    write_files(store, folder.parent / "laptops", folder.parent / STICK, _PASSPHRASE)
    store.close()
    return Sample(folder, _PASSPHRASE)


def unlock(shell: Shell, sample: Sample) -> None:
    """Type the passphrase, as a person would."""
    assert isinstance(shell.view, StartFlow)
    edit = shell.view.step.findChild(QLineEdit)
    QTest.keyClicks(edit, sample.passphrase)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def start_steps(context: StartContext) -> Iterator[tuple[str, Step]]:
    """The screens before a store is open."""
    yield "welcome", WelcomeStep(context)
    yield "create", CreateStep(context, _FOLDER)
    yield "join", joining(context, _FOLDER)
    yield "key", ShowKeyStep(context, _WORKSPACE, _KEY)
    yield "prove", ProveKeyStep(context, _KEY)
    yield "unlock", UnlockStep(context, _FOLDER)
    yield "recover", RecoverStep(context, _FOLDER)


def press(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> Callable[[MainView], None]:
    """Press a key wherever the focus is."""

    def pressed(view: MainView) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(QApplication.focusWidget() or view, key, held)

    return pressed


def typed(text: str) -> Callable[[MainView], None]:
    """Type in place of what stands where the focus is."""

    def type_it(view: MainView) -> None:
        focused = QApplication.focusWidget() or view
        QTest.keyClick(focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        type_text(focused, text)

    return type_it


_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_DOWN: Final = press(Qt.Key.Key_Down)


def at(kind: type[QWidget], prepare: Callable[[Any], object]) -> Callable[[MainView], None]:
    """Prepare the visible part of a kind, e.g. put the focus there, once it is there."""

    def found(view: MainView) -> None:
        until(lambda: any(part.isVisible() for part in view.findChildren(kind)))
        prepare(next(part for part in view.findChildren(kind) if part.isVisible()))

    return found


def then(*steps: Callable[[MainView], object]) -> Callable[[MainView], None]:
    """One step after the other."""

    def all_of(view: MainView) -> None:
        for step in steps:
            step(view)
            QApplication.processEvents()

    return all_of


def _count(closing: ClosingView) -> None:
    """Agree with the book, but for the first item, of which one is missing."""
    until(lambda: bool(closing.rows))
    for number, row in enumerate(closing.rows):
        type_text(row.count, str(max(0, row.book // ONE - (number == 0))))


def _count_desk(closing: DeskClosingView) -> None:
    """The same at the desk, with two names and a stick to write to."""
    until(lambda: closing.table is not None)
    rows = closing.table.rows if closing.table is not None else []
    for number, row in enumerate(rows):
        type_text(row.count, str(max(0, row.book // ONE - (number == 0))))
    rows[0].reason.setCurrentIndex(1)
    type_text(closing.closed_by, "هدى سعيد حسن")
    type_text(closing.witness, "أحمد علي محمود")
    stick = closing.store.folder.parent / "USB-7"
    stick.mkdir(exist_ok=True)
    remember_stick(closing.store, stick)


def _plan_desks(editor: DesksEditor) -> None:
    """A desk of some letters, and one for walk-ins."""
    until(lambda: bool(editor.duties))
    type_text(editor.form.letters, "أ-ع")
    QTest.keyClick(editor, Qt.Key.Key_N, _CTRL)
    editor.form.walk_ins.setChecked(True)
    editor.count()


def _look_at_stick(part: TakeView) -> None:
    """What the laptops' files would bring."""
    part.open_paths([part.store.folder.parent / STICK])
    until(lambda: part.model.rowCount() > 0)


def _verify_one(part: VerifyView) -> None:
    """A receipt by the number under its code."""
    rows = receipt_rows(part.store, receipt_ids(part.store, ReceiptsWanted())[:1])
    type_text(part.field, rows[0].number)
    QTest.keyClick(part.field, Qt.Key.Key_Return)
    until(part.card.isVisible)


def _verify_pile(part: VerifyView) -> None:
    """A scanned PDF of every receipt."""
    path = part.store.folder.parent / "receipts.pdf"
    write_receipt_file(part.store, None, Paper.A4, Words("ar"), path)
    part.open_paths([path])
    until(lambda: part.model.rowCount() > 0)


def _type_slip(part: EntryView) -> None:
    """A slip with its family."""
    until(lambda: bool(part.head.convoy_id))
    for field, text in ((part.head.slip, printed_number(42)), (part.head.time, "9:30")):
        until(field.hasFocus)
        type_text(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    type_text(part.finder.search, "محمد")
    until(lambda: part.finder.results.count() > 0)
    QTest.keyClick(part.finder.search, Qt.Key.Key_Return)
    until(lambda: part.view is not None)


def _type_slip_again(part: EntryView) -> None:
    """Saved, and the same number once more."""
    for row in part.view.rows if part.view else ():
        if row.lacks_reason:
            row.choose_reason(OverrideReason.SUPERVISOR)
    part.save_button.click()
    until(lambda: part.view is None)
    type_text(part.head.slip, printed_number(42))
    QTest.keyClick(part.head.slip, Qt.Key.Key_Return)
    until(lambda: bool(part.message.text))


def _slips(part: SlipsView) -> None:
    """Slips of which one is in."""
    until(lambda: part.convoy.count() > 0)
    number_slips(part.store, part.convoy.value, 12)
    until(lambda: part.model.rowCount() > 0)


def _made(page: ReportsPage) -> None:
    """The figures are there."""
    until(lambda: page.figures is not None)


def _take_too_much(form: MovementForm) -> None:
    form.kind.setCurrentIndex(list(MovementKind).index(MovementKind.RETURNED) - 1)
    form.quantity.set_value(Quantity(99_999 * ONE))


# In this order, each from where the one before has left the page.
SCENES: Final[dict[str, tuple[Scene, ...]]] = {
    "desk": (
        ("results", typed("محمد")),
        ("household", press(Qt.Key.Key_Return)),
        ("next", press(Qt.Key.Key_Escape)),
        ("register", press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)),
        ("keys", press(Qt.Key.Key_F1)),
        (
            "closing",
            then(
                press(Qt.Key.Key_Escape),
                press(Qt.Key.Key_Escape),
                press(Qt.Key.Key_D, _CTRL),
                at(DeskClosingView, _count_desk),
            ),
        ),
        (
            "closed",
            then(press(Qt.Key.Key_Return, _CTRL), at(ClosedDesk, lambda done: done.begin())),
        ),
    ),
    "people": (
        ("family", typed("محمد")),
        ("history", press(Qt.Key.Key_F9)),
        ("edit", press(Qt.Key.Key_F4)),
        ("lists", then(press(Qt.Key.Key_Escape), at(PeoplePage, listed))),
        ("erase", then(press(Qt.Key.Key_Escape), at(PeoplePage, erasing))),
        ("taking-in", then(press(Qt.Key.Key_Escape), taking_in)),
    ),
    "convoys": (
        ("change", press(Qt.Key.Key_F4)),
        ("village", then(at(VillagePicker, VillagePicker.setFocus), typed("حمز"))),
        (
            "closing",
            then(
                press(Qt.Key.Key_Escape),
                press(Qt.Key.Key_Escape),
                at(ConvoyCard, lambda card: card.close_wanted.emit()),
                at(ClosingView, _count),
            ),
        ),
        (
            "desks",
            then(
                press(Qt.Key.Key_Escape),
                at(ConvoyCard, lambda card: card.desks_wanted.emit()),
                at(DesksEditor, _plan_desks),
            ),
        ),
        (
            "returns",
            then(
                press(Qt.Key.Key_Escape),
                at(ConvoyCard, lambda card: card.returns_wanted.emit()),
                at(ReturnsView, lambda view: until(lambda: view.cards.count() > 1)),
            ),
        ),
    ),
    "stock": (
        ("short", then(at(MovementForm, _take_too_much), press(Qt.Key.Key_Return, _CTRL))),
        ("voiding", then(at(MovementHistory, lambda one: one.table.setFocus()), _DOWN)),
    ),
    "receipts": (("found", typed("محمد")),),
    "paper": (
        ("receipt", at(VerifyView, _verify_one)),
        ("pile", at(VerifyView, _verify_pile)),
        ("entry", lambda view: view.open_page("paper", "entry")),
        ("slip", at(EntryView, _type_slip)),
        ("on-file", at(EntryView, _type_slip_again)),
        ("slips", then(lambda view: view.open_page("paper", "slips"), at(SlipsView, _slips))),
        ("cards", lambda view: view.open_page("paper", "cards")),
    ),
    "merge": (
        ("preview", at(TakeView, _look_at_stick)),
        ("merged", press(Qt.Key.Key_Return, _CTRL)),
        ("others", lambda view: view.open_page("merge", "others")),
        ("past", lambda view: view.open_page("merge", "past")),
        ("write", lambda view: view.open_page("merge", "write")),
    ),
    "review": (
        ("conflict", then(at(ReviewPage, merge_stick), press(Qt.Key.Key_Return))),
        ("double-aid", lambda view: view.open_page("review", "double_aid")),
        (
            "duplicates",
            then(
                lambda view: view.open_page("review", "duplicates"),
                at(DuplicatesView, listed_again),
            ),
        ),
        (
            "verdicts",
            then(
                lambda view: view.open_page("review", "verdicts"),
                at(VerdictsView, contradicted),
            ),
        ),
        ("quarantine", lambda view: view.open_page("review", "quarantine")),
        ("forks", lambda view: view.open_page("review", "forks")),
    ),
    "laptops": (
        ("ended", press(Qt.Key.Key_End)),
        ("another", _DOWN),
        ("form", press(Qt.Key.Key_N, _CTRL)),
        ("prepare", at(PrepareForm, filling)),
        ("code", at(PrepareForm, packing)),
        ("people", then(press(Qt.Key.Key_Return, _CTRL), press(Qt.Key.Key_Tab, _CTRL))),
        ("person", press(Qt.Key.Key_N, _CTRL)),
    ),
    "reports": (
        ("items", then(at(ReportsPage, _made), press(Qt.Key.Key_PageDown, _CTRL))),
        ("stock", then(_DOWN, at(ReportsPage, _made))),
        ("list", then(_DOWN, at(ReportsPage, _made))),
        ("reach", then(_DOWN, _DOWN, at(ReportsPage, _made))),
        ("person", lambda view: view.open_page("reports", "person")),
    ),
    "catalogue": (
        ("campaign", _DOWN),
        ("rule", press(Qt.Key.Key_M, _CTRL)),
        ("items", then(press(Qt.Key.Key_Escape), press(Qt.Key.Key_Tab, _CTRL), _DOWN)),
        ("organisations", then(press(Qt.Key.Key_Tab, _CTRL), _DOWN)),
        ("initiatives", then(press(Qt.Key.Key_Tab, _CTRL), _DOWN)),
        ("categories", then(press(Qt.Key.Key_Tab, _CTRL), _DOWN)),
    ),
    "settings": (("keys", press(Qt.Key.Key_F1)),),
}
