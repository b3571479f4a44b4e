"""Files that must not count, one told from the other, and none in the way of a good one."""

import json
import random
from datetime import date
from hashlib import sha256
from pathlib import Path

import pyrage
import pytest
import zstandard

from app import bootstrap
from app.db.store import Store
from app.db.tables import AidRecord, Household
from app.errors import OriginUntrusted
from app.keys import signing
from app.keys.age_identity import device_identity, public_half
from app.services.day import choose_day
from app.services.doctor import examine, rebuild
from app.services.exchange.end_access import end_laptop
from app.services.exchange.merge import merge_files
from app.services.exchange.results import Status
from app.services.exchange.update import update_laptop
from app.sync.container import SIGNED
from tests.support.convoys import small_convoy
from tests.support.laptops import Fleet, give_box, merged, register
from tests.support.raw import changes, tampered, whole
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, cheap_derivation, copy_store


@pytest.fixture
def laptop(fleet: Fleet) -> Store:
    made = fleet.laptop("أ")
    choose_day(made, fleet.convoy.today.convoy_id, date(2025, 11, 22))
    give_box(made, register(made, "هدى سعيد حسن"))
    return made


def sealed_for(fleet: Fleet, plain: bytes) -> bytes:
    """What anybody who knows the coordinator's recipient can write."""
    with whole(fleet.coordinator) as connection:
        key = connection.exec_driver_sql("SELECT private_key FROM own_device").scalar_one()
    recipient = pyrage.x25519.Recipient.from_str(public_half(device_identity(bytes(key))))
    return pyrage.encrypt(zstandard.compress(plain), [recipient])


def opened(fleet: Fleet, path: Path) -> list[bytes]:
    """The plain lines of a file for the coordinator."""
    with whole(fleet.coordinator) as connection:
        key = connection.exec_driver_sql("SELECT private_key FROM own_device").scalar_one()
    identity = pyrage.x25519.Identity.from_str(device_identity(bytes(key)))
    inside = pyrage.decrypt(path.read_bytes(), [identity])
    return zstandard.ZstdDecompressor().decompressobj().decompress(inside).split(b"\n")[:-1]


def signed(lines: list[bytes], private: bytes) -> bytes:
    """Lines (without their end) as the holder of a key would end them."""
    body = b"".join(line + b"\n" for line in lines)
    signature = signing.sign(private, SIGNED + sha256(body).digest())
    end = {"end": {"changes": len(lines) - 1, "signature": signature.hex()}}
    return body + json.dumps(end).encode() + b"\n"


def test_a_bad_file_never_blocks_the_others(fleet: Fleet, laptop: Store, tmp_path: Path) -> None:
    good = fleet.export(laptop)
    data = good.read_bytes()
    chance = random.Random(4)
    bad = []
    for number in range(12):
        at = chance.randrange(len(data))
        flipped = bytearray(data)
        flipped[at] ^= 1 << chance.randrange(8)
        bad.append(fleet.path())
        bad[-1].write_bytes(data[:at] if number % 2 else bytes(flipped))
    with cheap_derivation():
        other = bootstrap.create_workspace(
            tmp_path / "other", "أخرى", "منى", PASSPHRASE, sources=seeded_sources(50)
        ).store
    foreign = fleet.export(other)
    other.close()
    newer = fleet.path()
    newer.write_bytes(sealed_for(fleet, b'{"format":2}\n{"end":{}}\n'))
    before = changes(fleet.coordinator)
    results = merged(fleet.coordinator, *bad, foreign, newer, fleet.path(), good)
    assert {one.status for one in results[:12]} <= {Status.DAMAGED, Status.FOR_OTHERS}
    assert [one.status for one in results[12:]] == [
        Status.FOR_OTHERS,
        Status.NEWER,
        Status.MISSING,
        Status.NEW,
    ]
    added = len(changes(fleet.coordinator)) - len(before)
    assert added == results[-1].new > 0


def test_a_signed_file_with_anothers_changes_altered_is_damage(fleet: Fleet, laptop: Store) -> None:
    """The relay has a key of its own, and signs what it changed."""
    lines = opened(fleet, fleet.export(laptop))
    private = bytes(range(32))
    relay = signing.public_key(private)
    head = json.loads(lines[0])
    head["origin"] = signing.device_id(relay)
    head["heads"][head["origin"]] = [relay.hex(), []]
    first = json.dumps(head).encode()
    honest, altered, cut = fleet.path(), fleet.path(), fleet.path()
    honest.write_bytes(sealed_for(fleet, signed([first, *lines[1:-1]], private)))
    changed = [line.replace("هدى".encode(), "نهى".encode()) for line in lines[1:-1]]
    assert changed != lines[1:-1]
    altered.write_bytes(sealed_for(fleet, signed([first, *changed], private)))
    cut.write_bytes(sealed_for(fleet, signed([first, *lines[1:-2]], private)))
    results = merged(fleet.coordinator, altered, cut, honest)
    assert [one.status for one in results[:2]] == [Status.DAMAGED] * 2
    assert results[2].new == len(lines) - 2


def test_a_file_of_another_workspace_is_told(fleet: Fleet, laptop: Store) -> None:
    lines = opened(fleet, fleet.export(laptop))
    head = json.loads(lines[0]) | {"workspace": "another"}
    file = fleet.path()
    file.write_bytes(sealed_for(fleet, b"\n".join([json.dumps(head).encode(), *lines[1:], b""])))
    (result,) = merged(fleet.coordinator, file)
    assert result.status is Status.OTHER_WORKSPACE


def test_only_coordinators_make_updates(fleet: Fleet, laptop: Store) -> None:
    lines = opened(fleet, fleet.export(laptop))
    head = json.loads(lines[0]) | {"kind": "update", "more": {"acknowledged": {}}}
    with_key = bytes.fromhex(_device_key(laptop))
    file = fleet.path()
    file.write_bytes(sealed_for(fleet, signed([json.dumps(head).encode(), *lines[1:-1]], with_key)))
    (result,) = merged(fleet.coordinator, file)
    assert result.status is Status.UNTRUSTED
    assert isinstance(result.error, OriginUntrusted)


def _device_key(store: Store) -> str:
    with whole(store) as connection:
        found = connection.exec_driver_sql("SELECT hex(private_key) FROM own_device")
        return str(found.scalar_one())


def test_a_laptop_nobody_here_let_in_waits_until_somebody_did(
    store_template: Path, tmp_path: Path
) -> None:
    """Two copies of a coordinator's store: one made the pack, the other hears of it later."""
    here = copy_store(store_template, tmp_path / "here")
    fleet = Fleet(tmp_path, here, small_convoy(here))
    here.close()
    there = copy_store(tmp_path / "here", tmp_path / "there", seeded_sources(3))
    fleet.coordinator = here = bootstrap.open_store(
        tmp_path / "here", PASSPHRASE, sources=seeded_sources(4)
    )
    laptop = fleet.laptop("أ")
    family = register(laptop, "هدى سعيد حسن")
    file = fleet.export(laptop)
    (unknown,) = merged(there, file)
    assert (unknown.status, unknown.quarantined) == (Status.UNKNOWN_DEVICE, unknown.new)
    merged(there, fleet.export(here, full=True))
    with there.read() as session:
        assert session.get(Household, family) is not None
    assert examine(there).healthy
    fleet.close()
    there.close()


def test_an_ended_laptop_counts_up_to_its_end(fleet: Fleet, laptop: Store) -> None:
    before = fleet.export(laptop)
    merged(fleet.coordinator, before)
    end_laptop(fleet.coordinator, "أ")
    late = give_box(laptop, fleet.convoy.household_id)
    (result,) = merged(fleet.coordinator, fleet.export(laptop))
    assert (result.status, result.new, result.quarantined) == (Status.QUARANTINED, 1, 1)
    with fleet.coordinator.read() as session:
        assert session.get(AidRecord, late) is None
    assert examine(fleet.coordinator).healthy


def test_all_of_a_laptop_that_was_ended_before_its_first_file_waits(fleet: Fleet) -> None:
    laptop = fleet.laptop("أ")
    register(laptop, "سعاد حسن علي")
    end_laptop(fleet.coordinator, "أ")
    (file,) = merged(fleet.coordinator, fleet.export(laptop))
    assert file.status is Status.QUARANTINED
    assert file.quarantined == file.new > 0


def test_a_gap_is_named(fleet: Fleet, laptop: Store) -> None:
    merged(fleet.coordinator, fleet.export(laptop))
    merged(laptop, update_laptop(fleet.coordinator, fleet.path(), "أ").path)
    give_box(laptop, fleet.convoy.household_id)
    later = fleet.export(laptop)
    # A coordinator whose store is from before hears only of the end.
    fleet.coordinator.close()
    early = bootstrap.open_store(fleet.coordinator.folder, PASSPHRASE, sources=seeded_sources(9))
    fleet.coordinator = early
    tampered(early, "DELETE FROM journal WHERE device_id = ?", laptop.device_id)
    rebuild(early)
    (result,) = merge_files(early, [later]).files
    assert result.status is Status.GAPS
    assert [(gap.device_id, gap.first) for gap in result.gaps] == [(laptop.device_id, 1)]
    early.close()


def test_a_judgement_noted_wrongly_is_found_and_mended(fleet: Fleet, laptop: Store) -> None:
    merged(fleet.coordinator, fleet.export(laptop))
    tampered(
        fleet.coordinator,
        "UPDATE journal SET skipped = 1 WHERE device_id = ? AND record_type = 'aid_record'",
        laptop.device_id,
    )
    faults = {finding.fault.value for finding in examine(fleet.coordinator).findings}
    assert "judgements_wrong" in faults
    rebuild(fleet.coordinator)
    assert examine(fleet.coordinator).healthy
