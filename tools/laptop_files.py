"""Files of two laptops that worked beside the sample's coordinator, one of them ended half-way,
and a file that was damaged on its stick: what the pictures of merging and reviewing show."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from sqlmodel import col, select

from app import bootstrap
from app.db.store import Store
from app.db.tables import Household
from app.domain.permissions import Role
from app.domain.quantity import ONE
from app.services.day import choose_day, today
from app.services.edit_people import edit_household, family_of
from app.services.exchange.end_access import end_laptop
from app.services.exchange.export import export_changes
from app.services.exchange.merge import merge_files
from app.services.exchange.pack import Order, make_pack
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.household_card import household_card
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from tests.support.stores import cheap_derivation

NAMES: Final = ("لابتوب 2", "لابتوب 3")
_FAMILIES: Final = ("هدى سعيد حسن محمود", "سلمى علي محمود شاكر", "كريمة سعد عبدالعال حسن")
_TO_BOTH: Final = 2


def write_files(coordinator: Store, work: Path, stick: Path, passphrase: str) -> None:
    """Lets two laptops in, has them work in the folder `work`, and leaves their files in `stick`.
    The second is ended after its first file, and writes another."""
    stick.mkdir(parents=True)
    ids = _families(coordinator)
    for number, name in enumerate(NAMES):
        laptop = _laptop(coordinator, name, work / str(number), passphrase)
        _serve(laptop, _FAMILIES[number], ids)
        _correct(laptop, ids[0], f"01{number}01234567{number}")
        _correct(laptop, ids[1], f"01{number}98765432{number}")
        first = export_changes(laptop, stick / f"{name}.qafila")
        if number:
            merge_files(coordinator, [first.path])
            end_laptop(coordinator, name)
            _serve(laptop, _FAMILIES[2], ids[3:4])
            export_changes(laptop, stick / f"{name} مساءً.qafila")
        laptop.close()
    damaged = stick / "copy.qafila"
    damaged.write_bytes((stick / f"{NAMES[0]}.qafila").read_bytes()[:-500])


def _families(store: Store) -> list[str]:
    """Four families of the sample's villages."""
    with store.read() as session:
        return list(session.exec(select(Household.id).order_by(col(Household.id)).limit(4)))


def _laptop(coordinator: Store, name: str, folder: Path, passphrase: str) -> Store:
    chosen = today(coordinator)
    assert chosen is not None
    pack = folder.parent / f"{folder.name}.qafila"
    pack.parent.mkdir(parents=True, exist_ok=True)
    with cheap_derivation():
        order = Order(name, Role.VOLUNTEER, convoy_id=chosen.convoy_id)
        packed = make_pack(coordinator, pack, order)
        laptop = bootstrap.join_workspace(folder, pack, packed.code, passphrase)
    choose_day(laptop, chosen.convoy_id, date.fromisoformat(chosen.day))
    return laptop


def _serve(laptop: Store, name: str, others: list[str]) -> None:
    """Registers a family and hands each what its first rule says; to the first of the others, on
    both laptops, whatever the answer."""
    with laptop.read() as session:
        village = session.exec(select(Household.village_id)).first()
    members = (NewMember(name=name, relationship="head", sex="female"),)
    family = NewHousehold(village_id=village or "", members=members, consent=Consent())
    own = register_household(laptop, family).household_id
    for household_id in (own, *others[:_TO_BOTH]):
        card = household_card(laptop, household_id)
        rule = card.items[0].answer.rule
        line = GivenLine(rule.item_id, ONE, rule.id, reason="supervisor_decided")
        record_hand_over(laptop, HandOver(household_id, (line,)))


def _correct(laptop: Store, household_id: str, phone: str) -> None:
    before = family_of(laptop, household_id).form
    edit_household(laptop, household_id, before, replace(before, phone=phone))
