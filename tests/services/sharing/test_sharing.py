"""Two organisations tell each other whom they served: never more than a perhaps."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyrage
import pytest
import zstandard
from sqlmodel import col, select

from app.bootstrap import create_workspace
from app.db.store import Store
from app.db.tables import AidRecord, given_by_others
from app.domain.quantity import ONE
from app.domain.void_reason import VoidReason
from app.errors import (
    FileDamaged,
    FileForOthers,
    FileIsOwn,
    FileMissing,
    LabelMissing,
    LabelTaken,
    NothingToShare,
    SharedKeyNotFound,
    WrongSharedKey,
)
from app.keys.age_identity import public_half
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.household_card import household_card
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.services.sharing.files import read_given, write_given
from app.services.sharing.keys import (
    enter_shared_key,
    forget_shared_key,
    make_shared_key,
    secrets,
    shared_keys,
)
from app.services.sharing.perhaps import Perhaps
from app.services.void import void_hand_over
from tests.support.convoys import BOX, BOX_RULE, VILLAGE, SmallConvoy, small_convoy
from tests.support.laptops import Fleet
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, cheap_derivation

ID = "27501012600019"
ORMAN = "جمعية الأورمان"
KEY = "الأورمان شتاء 2026"


@pytest.fixture
def convoy(store: Store) -> SmallConvoy:
    return small_convoy(store)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """Another organisation's workspace, with a convoy of its own."""
    with cheap_derivation():
        made = create_workspace(
            tmp_path / "other", ORMAN, "هدى", PASSPHRASE, sources=seeded_sources(99)
        )
    small_convoy(made.store)
    yield made.store
    made.store.close()


def family(store: Store, number: str = ID, *, sharing: bool = True) -> str:
    member = NewMember(
        name="سعاد محمود علي", relationship="head", document_type="national_id", document_no=number
    )
    command = NewHousehold(VILLAGE, (member,), Consent(sharing=sharing))
    return register_household(store, command).household_id


def give(store: Store, household_id: str) -> str:
    lines = (GivenLine(BOX, ONE, BOX_RULE),)
    return record_hand_over(store, HandOver(household_id, lines)).aid_record_id


@pytest.fixture
def agreed(store: Store, convoy: SmallConvoy, other: Store) -> None:
    """Both hold the key; one made it, the other typed it in."""
    enter_shared_key(other, KEY, make_shared_key(store, KEY))


@pytest.fixture
def file(other: Store, agreed: None, tmp_path: Path) -> Path:
    give(other, family(other))
    path = tmp_path / "orman.given"
    shared = write_given(other, path, KEY)
    assert (shared.people, shared.digests) == (1, 1)
    return path


def test_the_desk_hears_perhaps_and_nothing_else_changes(store: Store, file: Path) -> None:
    here = family(store)
    before = household_card(store, here)
    assert before.perhaps == ()
    learned = read_given(store, file)
    assert (learned.organisation, learned.key_name, learned.ours) == (ORMAN, KEY, 1)
    assert learned.first_month == learned.last_month == "2025-11"
    after = household_card(store, here)
    assert after.perhaps == (Perhaps("", "2025-11", ORMAN),)
    assert after.items == before.items
    assert household_card(store, family(store, "27501012600027")).perhaps == ()


def test_a_later_file_takes_the_place_of_the_earlier(
    store: Store, other: Store, file: Path, tmp_path: Path
) -> None:
    read_given(store, file)
    read_given(store, file)
    here = family(store)
    second = family(other, "27501012600027")
    give(other, second)
    with other.read() as session:
        first = session.exec(select(AidRecord.id).order_by(col(AidRecord.id))).first()
    void_hand_over(other, first, VoidReason.TRIAL)
    path = tmp_path / "later.given"
    write_given(other, path, KEY)
    assert read_given(store, path).ours == 0
    assert household_card(store, here).perhaps == ()


def test_only_who_agreed_to_sharing_and_has_a_document_is_told_of(
    other: Store, agreed: None, tmp_path: Path
) -> None:
    give(other, family(other, sharing=False))
    with pytest.raises(NothingToShare):
        write_given(other, tmp_path / "a.given", KEY)
    assert not (tmp_path / "a.given").exists()


def test_a_period_leaves_the_rest_out(other: Store, agreed: None, tmp_path: Path) -> None:
    give(other, family(other))
    with pytest.raises(NothingToShare):
        write_given(other, tmp_path / "a.given", KEY, date(2026, 1, 1))


def test_nobody_without_the_key_reads_a_file(store: Store, file: Path, tmp_path: Path) -> None:
    forget_shared_key(store, KEY)
    with pytest.raises(FileForOthers):
        read_given(store, file)
    make_shared_key(store, KEY)
    with pytest.raises(FileForOthers):
        read_given(store, file)
    data = file.read_bytes()
    assert ID.encode() not in data
    assert "الأورمان".encode() not in data


def test_a_damaged_file_changes_nothing(store: Store, file: Path, tmp_path: Path) -> None:
    read_given(store, file)
    data = file.read_bytes()
    path = tmp_path / "broken.given"
    for at in range(0, len(data), 7):
        for broken in (data[:at], data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :]):
            path.write_bytes(broken)
            with pytest.raises((FileDamaged, FileForOthers)):
                read_given(store, path)
    with store.read() as session:
        assert len(session.connection().execute(given_by_others.select()).all()) == 1
    with pytest.raises(FileMissing):
        read_given(store, tmp_path / "none.given")


def test_what_a_key_holder_forges_is_refused_where_it_makes_no_sense(
    store: Store, other: Store, agreed: None, tmp_path: Path
) -> None:
    with store.read() as session:
        secret = secrets(session.connection())[KEY]
    recipient = pyrage.x25519.Recipient.from_str(public_half(secret.age_identity))
    path = tmp_path / "forged.given"
    for text in (
        b"",
        b"{}",
        b"[" * 100_000,
        b'{"format":"qafila given","version":1}',
        (
            b'{"format":"qafila given","version":1,"organisation":"x","origin":"y","made_at":1,'
            b'"given":[["food","2025-13","AAAA"]]}'
        ),
        (
            b'{"format":"qafila given","version":1,"organisation":"x","origin":"y","made_at":1,'
            b'"given":[["food","2025-11","AAAA"]]}'
        ),
        b"0" * (130 << 20),
    ):
        packed = zstandard.ZstdCompressor().compress(text)
        path.write_bytes(pyrage.encrypt(packed, [recipient]))
        with pytest.raises(FileDamaged):
            read_given(store, path)


def test_our_own_file_is_not_taken_for_anothers(
    store: Store, convoy: SmallConvoy, agreed: None, tmp_path: Path
) -> None:
    give(store, family(store))
    write_given(store, tmp_path / "own.given", KEY)
    with pytest.raises(FileIsOwn):
        read_given(store, tmp_path / "own.given")


def test_keys_are_named_once_and_typed_right(store: Store, convoy: SmallConvoy) -> None:
    digits = make_shared_key(store, KEY)
    assert [one.name for one in shared_keys(store)] == [KEY]
    with pytest.raises(LabelTaken):
        make_shared_key(store, KEY)
    with pytest.raises(LabelMissing):
        make_shared_key(store, "  ")
    wrong = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    for typed in (wrong, digits[:-2], ""):
        with pytest.raises(WrongSharedKey):
            enter_shared_key(store, "ثانٍ", typed)
    for unknown in ("لا", ""):
        with pytest.raises(SharedKeyNotFound):
            forget_shared_key(store, unknown)


def test_a_desk_learns_of_its_own_villages_and_never_the_key(
    store: Store, convoy: SmallConvoy, file: Path, tmp_path: Path
) -> None:
    here = family(store)
    read_given(store, file)
    fleet = Fleet(tmp_path, store, convoy)
    laptop = fleet.laptop("أ")
    assert shared_keys(laptop) == ()
    assert [one.organisation for one in household_card(laptop, here).perhaps] == [ORMAN]
    laptop.close()
