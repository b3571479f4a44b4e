"""What the killed processes do. Each tells a step only once it is done for good."""

import random
from pathlib import Path
from threading import Event
from uuid import uuid4

from sqlalchemy import Connection

from app import bootstrap
from app.config import system_sources
from app.db.engine import open_engine
from app.db.migrations import MIGRATIONS, migrate
from app.db.reference import name_parts_by_share
from app.db.store import BACKUPS, DATABASE
from app.domain.override import OverrideReason
from app.domain.quantity import ONE
from app.keys.header import open_with_passphrase
from app.services.doctor import rebuild
from app.services.exchange.export import export_changes
from app.services.exchange.merge import merge_files
from app.services.hand_over import GivenLine, HandOver, NewProxy, record_hand_over
from app.services.importing.aid import import_aid
from app.services.importing.lists import import_list
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.services.void import undo_hand_over
from tests.e2e.kill import Tell
from tests.support.convoys import BLANKET, BOX, VILLAGE
from tests.support.stores import PASSPHRASE, USER, WORKSPACE, cheap_derivation

OTHER_PASSPHRASE = "عبارة ثانية طويلة"


def serve(folder: Path, tell: Tell) -> None:
    """Registers families of two, hands two items to each through a new proxy, with a receipt to
    print, and takes every third hand-over back."""
    store = bootstrap.open_store(folder, PASSPHRASE)
    number = 0
    while True:
        number += 1
        family = register_household(
            store,
            NewHousehold(
                village_id=VILLAGE,
                members=(NewMember("سعيد أحمد", "head"), NewMember("منى علي", "wife")),
                consent=Consent(),
            ),
        )
        tell(f"household {family.household_id}")
        lines = tuple(
            GivenLine(item, ONE, reason=OverrideReason.STOCK_DIFFERS) for item in (BOX, BLANKET)
        )
        proxy = NewProxy("حسن محمود")
        command = HandOver(family.household_id, lines, new_proxy=proxy, paper="a5")
        given = record_hand_over(store, command)
        tell(f"aid_record {given.aid_record_id}")
        if number % 3 == 0:
            undo_hand_over(store, given.aid_record_id)
            tell(f"void {given.aid_record_id}")


FAMILIES = 30
"""In every list that is taken in; two people each."""


def take_in_lists(folder: Path, tell: Tell) -> None:
    """Takes in one list of new families after another, each followed by a sheet of what they were
    given."""
    store = bootstrap.open_store(folder, PASSPHRASE)
    fathers = [part.name for part in name_parts_by_share() if part.gender == "m"]
    lists = folder.parent / "lists"
    lists.mkdir(exist_ok=True)
    while True:
        mark = uuid4().hex[:8]
        chance = random.Random(mark)
        people = [
            (f"{mark}-{family}", " ".join(chance.sample(fathers, 4)), phone)
            for family in range(FAMILIES)
            for phone in (f"010{chance.randrange(10**8):08}", f"011{chance.randrange(10**8):08}")
        ]
        rows = "".join(f"{number},{name},{phone},{VILLAGE}\n" for number, name, phone in people)
        file = lists / f"{mark}.csv"
        file.write_text("household_no,name,phone,village_code\n" + rows, encoding="utf-8")
        import_list(store, file)
        tell(f"list {mark}")
        rows = "".join(f"{name},{phone},بطانية,1,2025-11-22\n" for _, name, phone in people)
        file.write_text("name,phone,item,quantity,date\n" + rows, encoding="utf-8")
        import_aid(store, file)
        tell(f"aid {mark}")


def hold(folder: Path, tell: Tell) -> None:
    """Keeps a store open."""
    _store = bootstrap.open_store(folder, PASSPHRASE)
    tell("open")
    Event().wait()


def found(folder: Path, tell: Tell) -> None:
    """Makes a new workspace."""
    with cheap_derivation():
        bootstrap.create_workspace(folder, WORKSPACE, USER, PASSPHRASE)
    tell("founded")


def change_passphrases(folder: Path, tell: Tell) -> None:
    """Changes the passphrase to and fro."""
    now, then = PASSPHRASE, OTHER_PASSPHRASE
    try:
        store = bootstrap.open_store(folder, now)
    except bootstrap.WrongPassphrase:
        now, then = then, now
        store = bootstrap.open_store(folder, now)
    with cheap_derivation():
        while True:
            bootstrap.change_passphrase(store, now, then)
            tell(then)
            now, then = then, now


def copy_journal(connection: Connection) -> frozenset[str]:
    """A migration that takes a while and has two parts."""
    connection.exec_driver_sql("CREATE TABLE copied AS SELECT * FROM journal")
    connection.exec_driver_sql("CREATE TABLE counted AS SELECT count(*) AS changes FROM journal")
    return frozenset()


def migrate_store(folder: Path, tell: Tell) -> None:
    """Brings a store to a later schema."""
    header = bootstrap.header_of(folder)
    with cheap_derivation():
        key = open_with_passphrase(header, PASSPHRASE)
    engine = open_engine(folder / DATABASE, key)
    migrate(engine, key, folder / BACKUPS, system_sources(), [*MIGRATIONS, copy_journal])
    tell("migrated")


def rebuild_store(folder: Path, tell: Tell) -> None:
    """Folds the journal into the tables, again and again."""
    store = bootstrap.open_store(folder, PASSPHRASE)
    while True:
        rebuild(store)
        tell("rebuilt")


def merge_again_and_again(folder: Path, tell: Tell) -> None:
    """Takes in the files beside the store, one after another."""
    store = bootstrap.open_store(folder, PASSPHRASE)
    for file in sorted((folder.parent / "files").glob("*.qafila")):
        (result,) = merge_files(store, [file]).files
        tell(f"{file.name} {result.status.value}")
    store.close()


def export_again_and_again(folder: Path, tell: Tell) -> None:
    """Registers a family, and writes all there is over the file from before."""
    store = bootstrap.open_store(folder, PASSPHRASE)
    members = (NewMember("سعيد أحمد", "head"), NewMember("منى علي", "wife"))
    family = NewHousehold(village_id=VILLAGE, members=members, consent=Consent())
    while True:
        register_household(store, family)
        written = export_changes(store, folder.parent / "all.qafila", full=True)
        tell(str(written.changes))
