"""Commands, a passphrase for them, and a store that is closed."""

import shutil
from pathlib import Path

import pytest

from tests.support.commands import Commands
from tests.support.stores import PASSPHRASE


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A user without settings, whose passphrase is in the environment."""
    monkeypatch.setenv("QAFILA_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("QAFILA_LANGUAGE", "en")
    monkeypatch.delenv("QAFILA_DEBUG", raising=False)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


@pytest.fixture
def qafila(capsys: pytest.CaptureFixture[str]) -> Commands:
    """`qafila(...)` runs one command."""
    return Commands(capsys)


@pytest.fixture
def closed_store(store_template: Path, tmp_path: Path) -> Path:
    """The folder of a new workspace that nobody has open."""
    folder = tmp_path / "store"
    shutil.copytree(store_template, folder)
    return folder
