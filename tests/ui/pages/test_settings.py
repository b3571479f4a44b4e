from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QLabel

from app import bootstrap
from app.config import VERSION
from app.errors import PassphraseTooWeak, WrongPassphrase
from app.ui.pages.settings import SettingsPage
from app.ui.printing import AS_PDF, NETWORK
from app.ui.widgets.choice import Choice
from app.words.errors import error_text
from tests.ui.keyboard import type_text


@pytest.fixture
def chosen(context):
    seen = []
    context.bus.settings_chosen.connect(seen.append)
    return seen


@pytest.fixture
def page(context, qtbot, chosen, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office", "Thermal"])

    def make(**changes):
        made = SettingsPage(replace(context, settings=replace(context.settings, **changes)))
        qtbot.addWidget(made)
        made.resize(1150, 700)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.opened(None)
        return made

    return make


def pick(choice, value):
    choice.choose(value)
    choice.activated.emit(choice.currentIndex())


def test_every_choice_takes_effect_at_once(page, chosen, context, qtbot):
    language = page()._language
    other = "en" if context.settings.language == "ar" else "ar"
    assert language.hasFocus()
    qtbot.keyClick(language, Qt.Key.Key_Down if other == "en" else Qt.Key.Key_Up)
    assert chosen == [replace(context.settings, language=other)]


def test_printers_are_offered_beside_none_and_pdf(page):
    assert page().printing.printer._values == ["", AS_PDF, NETWORK, "Office", "Thermal"]


def test_a_printer_that_is_away_stays_chosen(page):
    assert page(printer="Gone").printing.printer.value == "Gone"


def test_keeping_receipts_as_files_needs_a_folder(page, chosen, monkeypatch):
    pick(page().printing.printer, AS_PDF)
    assert chosen[0].printer == AS_PDF
    assert chosen[0].receipts_folder.endswith("Qafila")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/stick/receipts")
    page(printer=AS_PDF, receipts_folder="/old").printing._choose_folder()
    assert chosen[1].receipts_folder == "/stick/receipts"


def test_paper_is_chosen(page, chosen):
    choices = page().findChildren(Choice)
    (size,) = [choice for choice in choices if "thermal80" in choice._values]
    pick(size, "thermal80")
    assert chosen[0].receipt_size == "thermal80"


def change(form, old, first, second):
    edits = (form.old_edit, form.new._first, form.new._second)
    for edit, text in zip(edits, (old, first, second), strict=True):
        edit.clear()
        type_text(edit, text)
    form.go.click()


def test_the_passphrase_changes_only_with_the_present_one(page, monkeypatch, settings):
    calls, errors = [], [WrongPassphrase(), PassphraseTooWeak(minimum=8)]

    def change_passphrase(store, old, new):
        calls.append((old, new))
        if errors:
            raise errors.pop(0)

    monkeypatch.setattr(bootstrap, "change_passphrase", change_passphrase)
    made = page()
    form = made.passphrase
    change(form, "old", "نخلة شباك", "نخلة قمر")
    assert (calls, bool(form.new.second.wrong)) == ([], True)
    change(form, "bad", "نخلة شباك", "نخلة شباك")
    assert form.old.wrong
    change(form, "old", "نخلة", "نخلة")
    assert form.new.first.wrong == error_text(settings.words(), PassphraseTooWeak(minimum=8))
    change(form, "old", "نخلة شباك", "نخلة شباك")
    assert calls[-1] == ("old", "نخلة شباك")
    assert form.message.text
    assert (form.old_edit.text(), form.new._first.text()) == ("", "")


def test_the_page_names_its_version_licences_and_sources(page):
    shown = " ".join(label.text() for label in page().findChildren(QLabel))
    for part in (VERSION, "GNU GPL", "CAPMAS", "CC BY 3.0 IGO", "egy-names", "OFL", "LGPL"):
        assert part in shown
