"""A coordinator with a convoy, and a laptop whose receipts come back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from app.db.store import Store
from app.db.tables import AidRecord, Convoy
from app.domain.quantity import ONE
from app.domain.receipt_code import read_code
from app.services.day import choose_day
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.receipts import receipt_documents
from app.words.catalog import Words
from tests.support.convoys import BLANKET, BLANKET_RULE, BOX, BOX_RULE, small_convoy
from tests.support.laptops import Fleet, register

WORDS = Words("ar", "arab")


@pytest.fixture
def fleet(store: Store, tmp_path: Path) -> Iterator[Fleet]:
    made = Fleet(tmp_path, store, small_convoy(store))
    yield made
    for laptop in made.laptops:
        laptop.close()


@dataclass(frozen=True)
class Given:
    """A hand-over on the laptop, with the texts of its receipt's codes."""

    aid_record_id: str
    household_id: str
    codes: tuple[str, ...]


def hand_over(laptop: Store, household_id: str) -> Given:
    """A box and two blankets."""
    with laptop.read() as session:
        convoy_id = session.exec(select(Convoy.id)).one()
    choose_day(laptop, convoy_id, date(2025, 11, 22))
    lines = (
        GivenLine(BOX, ONE, BOX_RULE, reason="supervisor_decided"),
        GivenLine(BLANKET, ONE * 2, BLANKET_RULE, reason="supervisor_decided"),
    )
    done = record_hand_over(laptop, HandOver(household_id, lines))
    codes = next(
        document.codes
        for document in receipt_documents(laptop, None, WORDS)
        if read_code(document.codes[0]).record.aid_record_id == done.aid_record_id
    )
    return Given(done.aid_record_id, household_id, codes)


@pytest.fixture
def laptop(fleet: Fleet) -> Store:
    return fleet.laptop("لابتوب 2")


@pytest.fixture
def given(laptop: Store) -> Given:
    """A family that the coordinator has not heard of, and what it received."""
    return hand_over(laptop, register(laptop, "سعاد محمود علي حسن"))


def record_in(store: Store, aid_record_id: str) -> AidRecord | None:
    with store.read() as session:
        found = session.get(AidRecord, aid_record_id)
        if found is not None:
            session.expunge(found)
        return found
