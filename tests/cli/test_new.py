"""`qafila new`."""

from pathlib import Path

import pytest

from app.bootstrap import open_store, open_store_with_recovery
from tests.support.commands import Commands
from tests.support.stores import PASSPHRASE, cheap_derivation


def test_a_new_workspace_opens_with_its_passphrase_and_its_recovery_key(
    qafila: Commands, tmp_path: Path
) -> None:
    folder = tmp_path / "data" / "store"
    with cheap_derivation():
        made = qafila("new", "--store", folder, "--workspace", "التحالف", "--json")
    assert (made.code, made.err) == (0, "")
    assert made.document.keys() >= {"recovery_key", "device_id", "workspace_id"}
    opened = open_store(folder, PASSPHRASE)
    assert opened.device_id == made.document["device_id"]
    opened.close()
    open_store_with_recovery(folder, made.document["recovery_key"], "a new passphrase").close()


def test_people_are_told_to_keep_the_recovery_key(qafila: Commands, tmp_path: Path) -> None:
    with cheap_derivation():
        made = qafila("new", "--store", tmp_path / "store", "--workspace", "W", "--user", "منى")
    assert made.code == 0
    assert "Recovery key: " in made.out
    assert "keep it apart from the laptop" in made.out


def test_a_workspace_is_never_overwritten(qafila: Commands, closed_store: Path) -> None:
    before = {path.name: path.read_bytes() for path in closed_store.iterdir() if path.is_file()}
    shown = qafila("new", "--store", closed_store, "--workspace", "W", "--json")
    assert (shown.code, shown.out) == (1, "")
    assert "already holds a workspace" in shown.err
    assert before == {
        path.name: path.read_bytes() for path in closed_store.iterdir() if path.is_file()
    }


def test_a_weak_passphrase_makes_nothing(
    qafila: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QAFILA_PASSPHRASE", "12345")
    shown = qafila("new", "--store", tmp_path / "store", "--workspace", "W")
    assert shown.code == 1
    assert "too easy to guess" in shown.err
    assert not (tmp_path / "store").exists()
