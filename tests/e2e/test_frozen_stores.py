"""Stores of every schema that was ever released open, migrate, and hold what they held."""

import csv
import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text

from app import bootstrap
from app.bootstrap import DEMO_PASSPHRASE
from app.db.migrations import MIGRATIONS
from app.db.store import BACKUPS
from app.services.doctor import examine
from app.services.dump import dump
from tests.support.sources import seeded_sources

FROZEN = Path(__file__).resolve().parents[1] / "fixtures" / "stores"
JOURNAL = "journal.jsonl"


def digest_of(file: Path, columns: list[str]) -> str:
    """Of the rows of a dumped file, in these columns: later schemas add some and take none away."""
    if not columns:
        return sha256(file.read_bytes()).hexdigest()
    with file.open(encoding="utf-8-sig", newline="") as source:
        rows = [[row[name] for name in columns] for row in csv.DictReader(source)]
    return sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


@pytest.mark.parametrize("folder", sorted(FROZEN.iterdir()), ids=lambda folder: folder.name)
def test_a_store_of_an_earlier_schema_is_what_it_was(folder: Path, tmp_path: Path) -> None:
    """`expected.json` says, by dumped file, in which columns it has which digest."""
    shutil.copytree(folder, tmp_path / "store")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    store = bootstrap.open_store(tmp_path / "store", DEMO_PASSPHRASE, sources=seeded_sources(3))
    diagnosis = examine(store)
    assert (diagnosis.healthy, diagnosis.findings) == (True, ())
    with store.read() as session:
        version = session.connection().execute(text("PRAGMA user_version")).scalar_one()
    assert version == len(MIGRATIONS)
    assert list((tmp_path / "store" / BACKUPS).glob("before-schema-*.db"))
    dump(store, tmp_path / "dump")
    store.close()
    found = {
        name: digest_of(tmp_path / "dump" / name, told["columns"])
        for name, told in expected.items()
    }
    assert found == {name: told["sha256"] for name, told in expected.items()}
