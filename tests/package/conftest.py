"""The packaged app, run as on a machine that has neither Python nor this repository."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.ui import settings_file
from app.ui.settings_file import Settings
from app.words.plurals import Language

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "dist" / "qafila"
PASSPHRASE = "كلمة مرور طويلة 7"

_SUFFIX = ".exe" if sys.platform == "win32" else ""
# Windows finds its own libraries and fonts by these.
_OF_THE_SYSTEM = ("SYSTEMROOT", "WINDIR", "SYSTEMDRIVE", "TEMP", "TMP", "COMSPEC")


@dataclass(frozen=True)
class Machine:
    """A user's home in which programs run without a display."""

    home: Path

    @property
    def log(self) -> Path:
        """What the app logged."""
        return next(self.home.rglob("qafila.log"), self.home / "qafila.log")

    def choose(self, language: Language) -> None:
        """Let the window speak `language`."""
        for folder in (self.home / ".config" / "Qafila", self.home / "Local" / "Qafila"):
            folder.mkdir(parents=True, exist_ok=True)
            settings_file.save(Settings(language=language), folder / "settings.json")

    def run(self, *command: object, timeout: float = 120) -> subprocess.CompletedProcess[str]:
        """A program's outcome; nothing of this process's surroundings reaches it."""
        system = {name: os.environ[name] for name in _OF_THE_SYSTEM if name in os.environ}
        home = str(self.home)
        surroundings = system | {
            "HOME": home,
            "USERPROFILE": home,
            "LOCALAPPDATA": str(self.home / "Local"),
            "APPDATA": str(self.home / "Roaming"),
            "QT_QPA_PLATFORM": "offscreen",
            "QAFILA_PASSPHRASE": PASSPHRASE,
            "QAFILA_LANGUAGE": "en",
        }
        return subprocess.run(
            [str(part) for part in command],
            cwd=ROOT,
            env=surroundings,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A new user's machine."""
    return Machine(tmp_path / "home")


@pytest.fixture(scope="session")
def folder() -> Path:
    """The folder that `make package` made."""
    assert FOLDER.is_dir(), "make package builds it"
    return FOLDER


@pytest.fixture(scope="session")
def window(folder: Path) -> Path:
    """The program without a console."""
    return folder / f"qafila-window{_SUFFIX}"


@pytest.fixture(scope="session")
def qafila(folder: Path) -> Path:
    """The program of the terminal."""
    return folder / f"qafila{_SUFFIX}"
