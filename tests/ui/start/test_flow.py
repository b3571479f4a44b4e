"""The start, through real windows; the layers below are replaced at `work`."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from app.errors import (
    DiskFull,
    FileDamaged,
    PassphraseTooWeak,
    PrinterRefused,
    StoreExists,
    StoreNotFound,
    WrongCode,
    WrongPassphrase,
    WrongRecoveryKey,
)
from app.ui import page_printer
from app.ui.bus import Bus
from app.ui.context import StartContext
from app.ui.start import recovery_print, work
from app.ui.start.create import CreateStep
from app.ui.start.flow import StartFlow
from app.ui.start.join import JoinStep
from app.ui.start.recovery_key import ASKED, ProveKeyStep, ShowKeyStep
from app.ui.start.unlock import RecoverStep, UnlockStep
from app.ui.start.welcome import WelcomeStep
from app.ui.widgets.form import Field
from app.words.errors import error_text
from tests.ui.keyboard import type_text

KEY = "1234 2345 3456 4567 5678 6789 7890 8901 9012 0123"
GOOD = "نخلة شباك قمر بحر"
DEMO = Path("/new/demonstration")


@pytest.fixture
def below(monkeypatch):
    """What the layers below would do; a test sets an error to be raised."""
    fake = SimpleNamespace(calls=[], error=None, store=object(), exists=True)

    def call(name, result):
        def called(*arguments):
            fake.calls.append((name, *arguments))
            if fake.error is not None:
                raise fake.error
            return result()

        return called

    made = SimpleNamespace(recovery_key=KEY)
    monkeypatch.setattr(work, "warm_up", lambda: None)
    monkeypatch.setattr(work, "exists", lambda folder: fake.exists)
    monkeypatch.setattr(
        work, "create", call("create", lambda: SimpleNamespace(store=fake.store, **vars(made)))
    )
    monkeypatch.setattr(work, "unlock", call("unlock", lambda: fake.store))
    monkeypatch.setattr(work, "join", call("join", lambda: fake.store))
    monkeypatch.setattr(work, "recover", call("recover", lambda: fake.store))
    monkeypatch.setattr(work, "demonstration", call("demonstration", lambda: fake.store))
    monkeypatch.setattr(work, "demonstration_passphrase", lambda: "demo-words")
    return fake


@pytest.fixture
def start(settings, tasks, below, qtbot):
    def make(known=None):
        context = StartContext(settings.words(), tasks, Bus(), settings)
        flow = StartFlow(context, known, Path("/new/store"), DEMO)
        flow.events = []
        flow.opened.connect(lambda store: flow.events.append(store))
        flow.finished.connect(lambda: flow.events.append("finished"))
        qtbot.addWidget(flow)
        flow.resize(1280, 720)
        with qtbot.waitExposed(flow):
            flow.show()
        flow.activateWindow()
        return flow

    return make


def fields(flow):
    return [field.field for field in flow.step.findChildren(Field)]


def wrong(flow):
    return [field.wrong for field in flow.step.findChildren(Field)]


def fill(flow, *texts):
    for field, text in zip(fields(flow), texts, strict=True):
        field.clear()
        type_text(field, text)


def press_enter(flow, qtbot):
    qtbot.keyClick(fields(flow)[-1], Qt.Key.Key_Return)


def click(flow, text, qtbot):
    (found,) = [made for made in flow.step.findChildren(QPushButton) if made.text() == text]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def word(settings, source):
    return settings.words().translate("Start", source)


def create(flow, qtbot, settings):
    click(flow, word(settings, "Create a workspace"), qtbot)
    fill(flow, "التحالف", "منى", GOOD, GOOD)
    press_enter(flow, qtbot)


def test_a_laptop_that_knows_no_store_is_welcomed(start):
    assert isinstance(start().step, WelcomeStep)


def test_the_language_is_asked_first(start, settings, qtbot):
    flow = start()
    other = "English" if settings.language == "ar" else "العربية"
    with qtbot.waitSignal(flow._context.bus.settings_chosen) as chosen:
        click(flow, other, qtbot)
    assert chosen.args[0].language != settings.language


def test_a_workspace_is_made_and_its_key_proven_before_work_begins(start, below, settings, qtbot):
    flow = start()
    create(flow, qtbot, settings)
    assert below.calls == [("create", Path("/new/store"), "التحالف", "منى", GOOD)]
    assert flow.events == [below.store]
    assert isinstance(flow.step, ShowKeyStep)
    assert set(KEY.split()) <= {shown.text() for shown in flow.step.findChildren(QLabel)}
    click(flow, word(settings, "It is on paper"), qtbot)
    assert isinstance(flow.step, ProveKeyStep)
    assert not set(KEY.split()) & {shown.text() for shown in flow.step.findChildren(QLabel)}
    fill(flow, KEY.split()[ASKED[0]], "0000")
    press_enter(flow, qtbot)
    assert flow.events == [below.store]
    assert [bool(text) for text in wrong(flow)] == [False, True]
    fill(flow, KEY.split()[ASKED[0]], KEY.split()[ASKED[1]])
    press_enter(flow, qtbot)
    assert flow.events == [below.store, "finished"]


def test_the_key_can_be_seen_again_until_it_is_proven(start, settings, qtbot):
    flow = start()
    create(flow, qtbot, settings)
    click(flow, word(settings, "It is on paper"), qtbot)
    click(flow, word(settings, "Show the key again"), qtbot)
    assert isinstance(flow.step, ShowKeyStep)


@pytest.mark.parametrize(
    ("texts", "at"),
    [
        (("", "منى", GOOD, GOOD), 0),
        (("التحالف", "  ", GOOD, GOOD), 1),
        (("التحالف", "منى", "", ""), 2),
        (("التحالف", "منى", GOOD, GOOD + "x"), 3),
    ],
)
def test_what_is_missing_is_said_beside_its_field(start, below, settings, qtbot, texts, at):
    flow = start()
    click(flow, word(settings, "Create a workspace"), qtbot)
    fill(flow, *texts)
    press_enter(flow, qtbot)
    assert [bool(text) for text in wrong(flow)] == [place == at for place in range(4)]
    assert fields(flow)[at].hasFocus()
    assert below.calls == []
    type_text(fields(flow)[at], "x")
    assert not any(wrong(flow))


def test_refusals_from_below_are_said_where_they_belong(start, below, settings, qtbot):
    flow = start()
    below.error = PassphraseTooWeak(minimum=8)
    create(flow, qtbot, settings)
    assert wrong(flow)[2] == error_text(settings.words(), below.error)
    below.error = StoreExists(path="/new/store")
    press_enter(flow, qtbot)
    assert flow.step.message.text == error_text(settings.words(), below.error)
    below.error = None
    press_enter(flow, qtbot)
    assert isinstance(flow.step, ShowKeyStep)


def test_strength_is_said_while_typing_and_typing_can_be_shown(start, settings, qtbot):
    flow = start()
    click(flow, word(settings, "Create a workspace"), qtbot)
    step, passphrase = flow.step, fields(flow)[2]
    assert isinstance(step, CreateStep)
    assert passphrase.echoMode() == QLineEdit.EchoMode.Password
    seen = []
    for text in ("1234", "56 نخلة ش", "باك قمر"):
        type_text(passphrase, text)
        seen.append(step._passphrase._badge.accessibleName())
    assert len(set(seen)) == 3
    step._passphrase._reveal.click()
    assert passphrase.echoMode() == QLineEdit.EchoMode.Normal


def test_a_known_store_asks_for_its_passphrase(start, below, settings, qtbot):
    flow = start(Path("/known"))
    assert isinstance(flow.step, UnlockStep)
    assert fields(flow)[0].hasFocus()
    below.error = WrongPassphrase()
    fill(flow, "wrong")
    press_enter(flow, qtbot)
    assert wrong(flow) == [error_text(settings.words(), below.error)]
    assert flow.events == []
    below.error = None
    fill(flow, GOOD)
    press_enter(flow, qtbot)
    assert below.calls[-1] == ("unlock", Path("/known"), GOOD)
    assert flow.events == [below.store, "finished"]


def test_the_recovery_key_opens_with_a_new_passphrase(start, below, settings, qtbot):
    flow = start(Path("/known"))
    click(flow, word(settings, "Use the recovery key"), qtbot)
    assert isinstance(flow.step, RecoverStep)
    below.error = WrongRecoveryKey()
    fill(flow, KEY, GOOD, GOOD)
    press_enter(flow, qtbot)
    assert wrong(flow)[0] == error_text(settings.words(), below.error)
    below.error = None
    press_enter(flow, qtbot)
    assert below.calls[-1] == ("recover", Path("/known"), KEY.replace(" ", ""), GOOD)
    assert flow.events == [below.store, "finished"]


def test_another_folder_is_opened_only_if_a_store_is_there(
    start, below, settings, qtbot, monkeypatch
):
    flow = start()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/elsewhere")
    below.exists = False
    click(flow, word(settings, "Open a workspace"), qtbot)
    missing = StoreNotFound(path="/elsewhere")
    assert flow.step.message.text == error_text(settings.words(), missing)
    below.exists = True
    click(flow, word(settings, "Open a workspace"), qtbot)
    assert isinstance(flow.step, UnlockStep)
    click(flow, word(settings, "Another workspace"), qtbot)
    assert isinstance(flow.step, WelcomeStep)


def test_without_a_printer_the_key_is_written_by_hand(start, settings, qtbot, monkeypatch):
    flow = start()
    create(flow, qtbot, settings)
    monkeypatch.setattr(page_printer, "choose_printer", lambda parent: None)
    click(flow, word(settings, "Print"), qtbot)
    assert flow.step.message.text == word(
        settings, "No printer was chosen. The digits can be written by hand."
    )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (None, "Sent to the printer. Check that it came out."),
        (PrinterRefused(), "The printer did not take it. Write the digits by hand."),
    ],
)
def test_printing_the_key_says_how_it_went(start, settings, qtbot, monkeypatch, error, said):
    flow, printed = start(), []

    def print_key(printer, workspace, key, words):
        printed.append((printer, workspace, key))
        if error:
            raise error

    monkeypatch.setattr(page_printer, "choose_printer", lambda parent: "printer")
    monkeypatch.setattr(recovery_print, "print_key", print_key)
    create(flow, qtbot, settings)
    click(flow, word(settings, "Print"), qtbot)
    assert printed == [("printer", "التحالف", KEY)]
    assert flow.step.message.text == word(settings, said)


def test_the_demonstration_opens_by_itself(start, below, settings, qtbot):
    flow = start()
    click(flow, word(settings, "Open the demonstration"), qtbot)
    assert below.calls[0][:2] == ("demonstration", DEMO)
    assert flow.events == [below.store, "finished"]


def test_a_demonstration_that_fails_can_be_tried_again_or_left(start, below, settings, qtbot):
    flow = start()
    below.error = DiskFull()
    click(flow, word(settings, "Open the demonstration"), qtbot)
    assert flow.step.message.text == error_text(settings.words(), below.error)
    below.error = None
    click(flow, word(settings, "Back"), qtbot)
    assert isinstance(flow.step, WelcomeStep)
    below.error = DiskFull()
    click(flow, word(settings, "Open the demonstration"), qtbot)
    below.error = None
    click(flow, word(settings, "Try again"), qtbot)
    assert flow.events == [below.store, "finished"]


def test_the_demonstrations_passphrase_is_no_secret(start, settings):
    flow = start(DEMO)
    assert any("demo-words" in shown.text() for shown in flow.step.findChildren(QLabel))


CODE = "12345 67890 12345 67890 12345"


def join(flow, qtbot, settings, code=CODE):
    if not isinstance(flow.step, JoinStep):
        click(flow, word(settings, "I have a pack"), qtbot)
    step = flow.step
    for edit, text in (
        (step.path, "/media/usb/p.qafila"),
        (step.code, code),
        (step.passphrase._first, GOOD),
        (step.passphrase._second, GOOD),
    ):
        edit.clear()
        type_text(edit, text)
    qtbot.keyClick(step.passphrase.last, Qt.Key.Key_Return)


def test_a_laptop_joins_with_its_pack_and_code(start, below, settings, qtbot):
    flow = start()
    join(flow, qtbot, settings)
    assert below.calls == [
        (
            *("join", Path("/new/store"), Path("/media/usb/p.qafila")),
            *(CODE.replace(" ", ""), GOOD),
        )
    ]
    assert flow.events == [below.store, "finished"]


@pytest.mark.parametrize(
    ("error", "place"),
    [(WrongCode(), 1), (FileDamaged(), 0), (PassphraseTooWeak(minimum=8), 2)],
)
def test_what_keeps_a_laptop_from_joining_is_said_beside_its_field(
    start, below, settings, qtbot, error, place
):
    flow = start()
    below.error = error
    join(flow, qtbot, settings)
    said = wrong(flow)
    assert said[place] == error_text(settings.words(), error)
    assert [at for at, text in enumerate(said) if text] == [place]
    below.error = None
    join(flow, qtbot, settings)
    assert flow.events[-1] == "finished"


def test_joining_asks_for_what_is_missing_and_takes_the_file_from_a_stick(
    start, below, settings, qtbot, monkeypatch
):
    flow = start()
    click(flow, word(settings, "I have a pack"), qtbot)
    click(flow, word(settings, "Join"), qtbot)
    assert wrong(flow)[0]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/media/usb/p.qafila", ""))
    click(flow, word(settings, "Choose…"), qtbot)
    assert flow.step.path.text() == "/media/usb/p.qafila"
    assert not wrong(flow)[0]
    click(flow, word(settings, "Join"), qtbot)
    assert wrong(flow)[1]
    assert below.calls == []
    click(flow, word(settings, "Back"), qtbot)
    assert isinstance(flow.step, WelcomeStep)
