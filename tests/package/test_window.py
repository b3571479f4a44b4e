"""The packaged window, compared with the one that runs from the repository.

Both draw the first view for a new user without a display. Fonts, words and icons are all in that
picture, so it is the same, dot by dot, only if each of them is loaded.
"""

import os
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from app.words.plurals import Language
from tests.package.conftest import Machine

pytestmark = pytest.mark.package

INSIDE = "_internal"


def picture(machine: Machine, *program: object) -> QImage:
    """The window of `program`; a null image when it drew none."""
    file = machine.home.parent / "window.png"
    file.unlink(missing_ok=True)
    machine.run(*program, "--picture", file)
    return QImage(str(file))


def from_the_repository(machine: Machine) -> QImage:
    drawn = picture(machine, sys.executable, "-m", "app")
    assert not drawn.isNull()
    return drawn


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_window_is_as_from_the_repository(machine: Machine, window: Path, language: Language):
    machine.choose(language)
    packaged = picture(machine, window)
    assert packaged == from_the_repository(machine)
    # Qt's own Arabic words are in no first view; that they are missing would be in the log.
    assert not machine.log.exists() or machine.log.read_text(encoding="utf-8") == ""


def test_the_program_of_the_terminal_opens_the_same_window(
    machine: Machine, qafila: Path, window: Path
):
    drawn = picture(machine, qafila)
    assert not drawn.isNull()
    assert drawn == picture(machine, window)


@pytest.mark.parametrize(
    "missing", ["resources/fonts", "resources/icons/folder.svg", "translations/qafila_ar.ts"]
)
def test_the_picture_tells_what_is_not_loaded(
    machine: Machine, window: Path, tmp_path: Path, missing: str
):
    copy = tmp_path / "copy"
    shutil.copytree(window.parent, copy, symlinks=True, copy_function=os.link)
    lost = copy / INSIDE / missing
    shutil.rmtree(lost) if lost.is_dir() else lost.unlink()
    assert picture(machine, copy / window.name) != from_the_repository(machine)


def test_the_log_tells_when_the_words_of_qt_are_missing(
    machine: Machine, window: Path, tmp_path: Path
):
    copy = tmp_path / "copy"
    shutil.copytree(window.parent, copy, symlinks=True, copy_function=os.link)
    for words in (copy / INSIDE).rglob("qtbase_*.qm"):
        words.unlink()
    picture(machine, copy / window.name)
    assert "words are missing: ar" in machine.log.read_text(encoding="utf-8")
