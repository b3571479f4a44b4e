"""`qafila demo`."""

from pathlib import Path

import pytest

from app.bootstrap import open_store
from tests.support.commands import Commands
from tests.support.stores import PASSPHRASE, cheap_derivation


def test_a_demonstration_opens_with_the_passphrase_given(qafila: Commands, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "store"
    with cheap_derivation():
        made = qafila("demo", "--store", folder, "--households", 4, "--seed", 9, "--json")
    assert (made.code, made.err) == (0, "")
    assert made.document["households"] == 4
    assert made.document["store"] == str(folder)
    opened = open_store(folder, PASSPHRASE)
    assert opened.device_id == made.document["device_id"]
    opened.close()


def test_without_a_passphrase_the_demonstrations_own_is_told(
    qafila: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("QAFILA_PASSPHRASE")
    with cheap_derivation():
        made = qafila("demo", "--store", tmp_path / "store", "--households", 1)
    assert made.code == 0
    assert "A demonstration of 1 family is ready" in made.out
    assert "Its passphrase: qafila-demo" in made.out
    open_store(tmp_path / "store", "qafila-demo").close()


def test_a_store_is_never_overwritten(qafila: Commands, closed_store: Path) -> None:
    shown = qafila("demo", "--store", closed_store, "--households", 1)
    assert (shown.code, shown.out) == (1, "")
    assert "already holds a workspace" in shown.err


@pytest.mark.parametrize("households", ["-1", "many"])
def test_a_number_is_needed(qafila: Commands, tmp_path: Path, households: str) -> None:
    shown = qafila("demo", "--store", tmp_path / "store", "--households", households)
    assert shown.code == 2
