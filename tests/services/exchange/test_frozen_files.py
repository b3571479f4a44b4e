"""Files of format 1, written once and never again, stay readable for ever."""

import json
from pathlib import Path

from sqlmodel import select

from app import bootstrap
from app.db.store import Store
from app.db.tables import (
    AidRecord,
    Convoy,
    ConvoyKey,
    Desk,
    Erasure,
    Household,
    Person,
    ServedElsewhere,
    given_by_others,
)
from app.domain.given import identity_digest
from app.domain.permissions import Role
from app.services.day import today
from app.services.doctor import examine
from app.services.exchange.results import Status
from app.services.team.members import team_here
from app.services.team.unlocking import unlock_as
from tests.support.laptops import merged
from tests.support.raw import changes
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE

FROZEN = Path(__file__).resolve().parents[2] / "fixtures" / "exchange"


def secret_of(name: str) -> str:
    secret = json.loads((FROZEN / "codes.json").read_text(encoding="utf-8"))[name]
    assert isinstance(secret, str)
    return secret


def joined(folder: Path, name: str) -> Store:
    code = secret_of(name)
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


def test_the_frozen_changes_of_which_only_hashes_are_left(tmp_path: Path) -> None:
    store = joined(tmp_path / "coordinator", "pack-erased.qafila")
    (result,) = merged(store, FROZEN / "export-erased.qafila")
    assert (result.status, result.error) == (Status.NEW, None)
    with store.read() as session:
        (given,) = session.exec(select(AidRecord))
        assert session.get(Household, given.household_id) is None
        assert session.exec(select(Erasure)).one().reason == "requested"
    bare = {one.record_type for one in changes(store) if one.fields is None}
    assert bare == {"household", "person"}
    assert examine(store).healthy
    store.close()


def test_the_frozen_note_of_a_desk_is_taken_in(tmp_path: Path) -> None:
    store = joined(tmp_path / "coordinator", "pack-coordinator.qafila")
    with store.write() as session:
        (convoy,) = session.exec(select(Convoy))
        session.add(ConvoyKey(id=convoy.id, key=secret_of("served.qafila")))
    (result,) = merged(store, FROZEN / "served.qafila")
    assert (result.status, result.new, result.kind) == (Status.NEW, 1, "served")
    with store.read() as session:
        (noted,) = session.exec(select(ServedElsewhere))
        (family,) = session.exec(select(Household))
    assert (noted.household_id, noted.item_id, noted.quantity) == (family.id, "test-box", 1000)
    assert (noted.day, noted.voided) == ("2025-11-22", False)
    store.close()


def test_the_frozen_pack_of_a_team_finds_its_desk_people_and_digests(tmp_path: Path) -> None:
    store = joined(tmp_path / "laptop", "pack-team.qafila")
    day = today(store)
    assert day is not None
    assert (day.convoy_name, day.desk_name, day.day) == ("قافلة سوهاج", "مكتب ٢", "2025-11-22")
    team = {one.name: one for one in team_here(store)}
    assert {name: one.role for name, one in team.items()} == {
        "سامية": Role.VOLUNTEER,
        "هدى": Role.SUPERVISOR,
    }
    unlock_as(store, team["هدى"].id, secret_of("pack-team.qafila PIN"))
    assert store.actor == team["هدى"].id
    with store.read() as session:
        (given,) = session.connection().execute(select(given_by_others)).all()
        key = session.exec(select(ConvoyKey)).one().key
        (desk,) = session.exec(select(Desk).where(Desk.id == day.desk_id))
    assert given.digest == identity_digest(bytes.fromhex(key), "passport", "A1234567")
    assert (given.kind, given.month) == ("food", "2025-11")
    assert (desk.letters, desk.walk_ins) == (frozenset({"س"}), True)
    store.close()
