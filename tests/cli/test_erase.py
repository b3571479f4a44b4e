"""`qafila erase`."""

import json
from pathlib import Path

import pytest

from app.bootstrap import open_store
from tests.support.commands import Commands
from tests.support.convoys import small_convoy
from tests.support.stores import PASSPHRASE


@pytest.fixture
def workspace(qafila: Commands, tmp_path: Path) -> tuple[Path, str]:
    """A closed store with a family, and its recovery key."""
    folder = tmp_path / "store"
    made = qafila("new", "--store", folder, "--workspace", "قافلة", "--json")
    store = open_store(folder, PASSPHRASE)
    small_convoy(store)
    store.close()
    return folder, json.loads(made.out)["recovery_key"]


def number_of_the_family(qafila: Commands, folder: Path) -> str:
    found = json.loads(qafila("find", "--store", folder, "سعيد", "--json").out)
    return str(found["matches"][0]["number"])


def test_a_family_is_forgotten_with_the_recovery_key_alone(
    qafila: Commands, workspace: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, key = workspace
    number = number_of_the_family(qafila, folder)
    shown = qafila("erase", "--store", folder, number, "--preview", "--json").document
    assert (shown["preview"], shown["households"], shown["people"]) == (True, 1, 2)
    monkeypatch.delenv("QAFILA_RECOVERY_KEY", raising=False)
    assert qafila("erase", "--store", folder, number, "--reason", "asked").code == 1
    monkeypatch.setenv("QAFILA_RECOVERY_KEY", key)
    assert qafila("erase", "--store", folder, number).code == 1
    erased = qafila("erase", "--store", folder, number, "--reason", "asked", "--json")
    assert (erased.code, erased.document["people"]) == (0, 2)
    found = json.loads(qafila("find", "--store", folder, "سعيد", "--json").out)
    assert found["matches"] == []
    assert qafila("doctor", "--store", folder).code == 0
    assert qafila("erase", "--store", folder, number, "--reason", "asked").code == 1
