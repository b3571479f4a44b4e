"""What the killed processes do. Each tells a step only once it is done for good."""

from pathlib import Path
from threading import Event

from sqlalchemy import Connection

from app import bootstrap
from app.config import system_sources
from app.db.engine import open_engine
from app.db.migrations import MIGRATIONS, migrate
from app.db.store import BACKUPS, DATABASE
from app.domain.override import OverrideReason
from app.domain.quantity import ONE
from app.keys.header import open_with_passphrase
from app.services.doctor import rebuild
from app.services.hand_over import GivenLine, HandOver, NewProxy, record_hand_over
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


def copy_journal(connection: Connection) -> None:
    """A migration that takes a while and has two parts."""
    connection.exec_driver_sql("CREATE TABLE copied AS SELECT * FROM journal")
    connection.exec_driver_sql("CREATE TABLE counted AS SELECT count(*) AS changes FROM journal")


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
