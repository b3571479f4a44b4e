"""Files of format 1, written once and never again, stay readable for ever."""

import json
from pathlib import Path

from sqlmodel import select

from app import bootstrap
from app.db.store import Store
from app.db.tables import AidRecord, Person
from app.services.doctor import examine
from app.services.exchange.merge import Status
from tests.support.laptops import merged
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE

FROZEN = Path(__file__).resolve().parents[2] / "fixtures" / "exchange"


def joined(folder: Path, name: str) -> Store:
    code = json.loads((FROZEN / "codes.json").read_text(encoding="utf-8"))[name]
    return bootstrap.join_workspace(
        folder, FROZEN / name, code, PASSPHRASE, sources=seeded_sources(8)
    )


def test_the_frozen_pack_of_a_laptop_makes_one(tmp_path: Path) -> None:
    store = joined(tmp_path / "laptop", "pack-laptop.qafila")
    with store.read() as session:
        names = {person.name for person in session.exec(select(Person))}
    store.close()
    assert names == {"سعيد أحمد عبدالحميد", "منى علي حسن"}


def test_the_frozen_export_and_update_are_taken_in(tmp_path: Path) -> None:
    store = joined(tmp_path / "coordinator", "pack-coordinator.qafila")
    files = [FROZEN / "export.qafila", FROZEN / "update.qafila"]
    early, update = merged(store, *files)
    assert (early.status, early.quarantined) == (Status.NEW, 0)
    assert (update.status, update.error) == (Status.NEW, None)
    with store.read() as session:
        names = {person.name for person in session.exec(select(Person))}
        given = session.exec(select(AidRecord)).all()
    assert "هدى سعيد حسن" in names
    assert len(given) == 1
    assert examine(store).healthy
    store.close()
