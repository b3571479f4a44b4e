"""The doctor finds every kind of harm, only harm, and mends what follows from the journal."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from app.db import fold_tables, folding, journal_session, projections
from app.db.engine import PAGE_BYTES
from app.db.journal import insert_changes, to_row
from app.db.journal_session import latest_change
from app.db.store import BACKUPS, DATABASE, Store
from app.db.tables import AidRecord, Device, Grant, Household, Person, User, Village, place
from app.domain.health import Diagnosis, Fault, Finding
from app.domain.journal import fold as fold_module
from app.domain.journal.change import GENESIS, Change, Writer, write_change
from app.domain.journal.fold import FoldedRecord
from app.errors import BackupFailed, JournalDamaged
from app.keys import signing
from app.services.doctor import examine, rebuild
from app.words.catalog import Words
from app.words.doctor import FAULTS, finding_text, verdict_text
from tests.support.raw import changes, contents, tampered, whole
from tests.support.stores import copy_store

LINE = {"item": "food-box", "quantity": 1000}


@pytest.fixture
def busy(store: Store) -> Store:
    """A store with something of everything in it."""
    with store.write() as session:
        session.add(Household(id="h1", number="1", phone="0100", categories=frozenset({"widow"})))
        session.add(Person(id="p1", household_id="h1", name="سعاد"))
        session.add(AidRecord(id="a1", household_id="h1", lines=(LINE,)))
        session.add(Village(id="v1", name_ar="عزبة النخل", district_id="EG2401"))
    with store.write() as session:
        session.get_one(Household, "h1").phone = "0101"
        session.get_one(AidRecord, "a1").voided = True
    return store


def found(store: Store) -> dict[Fault, Finding]:
    return {finding.fault: finding for finding in examine(store).findings}


def imported(store: Store, *arrived: Change) -> None:
    """Takes changes of other laptops in, as they are."""
    with store.write() as session:
        insert_changes(session.connection(), [to_row(change, None) for change in arrived])
        for record_type, record_id in sorted({(c.record_type, c.record_id) for c in arrived}):
            fold_tables.refold(session.connection(), record_type, record_id)


OTHER_KEY = b"\7" * 32
OTHER = signing.device_id(signing.public_key(OTHER_KEY))


def other_change(seq: int, prev: bytes, *, grant: bytes = GENESIS, **parts: object) -> Change:
    given = {"record_type": "proxy", "record_id": f"p{seq}", "base": (), "values": {"name": "x"}}
    return write_change(
        Writer(OTHER, "u2", grant),
        seq=seq,
        prev_hash=prev,
        salt=bytes(16),
        recorded_at=0,
        **(given | parts),
    )


def introduction(prev: bytes = GENESIS) -> Change:
    values = {"name": "لابتوب ٢", "public_key": signing.public_key(OTHER_KEY).hex()}
    return other_change(1, prev, record_type="device", record_id=OTHER, values=values)


def let_in(store: Store) -> bytes:
    """Makes the other laptop and its user volunteers; the user's grant."""
    public = signing.public_key(OTHER_KEY).hex()
    with store.write() as session:
        session.add(Device(id=OTHER, name="لابتوب ٢", public_key=public))
        session.add(User(id="u2", name="هدى"))
        session.add(Grant(id="g1", subject_type="device", subject_id=OTHER, role="volunteer"))
        own = Grant(id="g2", subject_type="user", subject_id="u2", role="volunteer")
        session.add(own)
        session.flush()
        return latest_change(session.connection(), own)


# A healthy store


def test_a_new_store_is_healthy(store: Store) -> None:
    diagnosis = examine(store)
    assert diagnosis == Diagnosis((), len(changes(store)), 1)
    assert diagnosis.healthy


def test_a_store_that_was_worked_with_is_healthy(busy: Store) -> None:
    assert examine(busy).findings == ()


def test_looking_changes_nothing_and_tells_nobody(busy: Store) -> None:
    told: list[frozenset[str]] = []
    busy.on_commit(told.append)
    before = changes(busy)
    examine(busy)
    assert changes(busy) == before
    assert told == []


def test_the_look_says_how_far_it_is_and_can_be_stopped(
    busy: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.doctor._STEP", 1)
    steps: list[tuple[int, int]] = []
    diagnosis = examine(busy, lambda done, total: steps.append((done, total)))
    total = 2 * diagnosis.changes
    assert steps == [(done, total) for done in range(1, total + 1)]

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        examine(busy, stop)
    assert examine(busy).healthy


def test_what_has_not_arrived_yet_is_no_fault(busy: Store) -> None:
    given = let_in(busy)
    first = other_change(1, GENESIS, grant=given)
    second = other_change(2, first.hash, grant=given)
    third = other_change(3, second.hash, grant=given, base=(second.hash,), record_id="p2")
    imported(busy, first, third)
    diagnosis = examine(busy)
    assert diagnosis.findings == (
        Finding(Fault.CHANGES_AWAITED, 1, OTHER),
        Finding(Fault.CHANGES_HELD, 1),
    )
    assert diagnosis.healthy
    assert diagnosis.devices == 2


# The journal


@pytest.mark.parametrize(
    "harm",
    [
        'UPDATE journal SET fields = cast(\'{"phone":"0999"}\' AS blob) WHERE position = ?',
        "UPDATE journal SET actor = 'somebody' WHERE position = ?",
        "UPDATE journal SET recorded_at = recorded_at + 1 WHERE position = ?",
        "UPDATE journal SET salt = zeroblob(16) WHERE position = ?",
        "UPDATE journal SET base = zeroblob(32) WHERE position = ?",
        "UPDATE journal SET fields = cast('not json' AS blob) WHERE position = ?",
        "UPDATE journal SET record_type = 'Not A Name' WHERE position = ?",
    ],
)
def test_an_altered_change_is_found_and_nothing_is_built_on_it(busy: Store, harm: str) -> None:
    tampered(busy, harm, len(changes(busy)))
    diagnosis = examine(busy)
    assert Finding(Fault.CHANGES_ALTERED, 1, busy.device_id) in diagnosis.findings
    assert not diagnosis.complete
    assert not diagnosis.rebuild_helps
    with whole(busy) as connection:
        before = contents(connection)
    with pytest.raises(JournalDamaged):
        rebuild(busy)
    with whole(busy) as connection:
        assert contents(connection) == before
    assert not (busy.folder / BACKUPS).exists()


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE journal SET seq = 'nine' WHERE position = 5",
        "UPDATE journal SET hash = zeroblob(31) WHERE position = 5",
        "UPDATE journal SET base = zeroblob(31) WHERE position = 5",
        "UPDATE journal SET salt = null WHERE position = 5",
        "UPDATE journal SET fields = 'text' WHERE position = 5",
        "UPDATE journal SET record_id = x'00' WHERE position = 5",
    ],
)
def test_a_row_that_cannot_be_a_change_is_found(busy: Store, harm: str) -> None:
    tampered(busy, harm)
    diagnosis = examine(busy)
    assert diagnosis.findings == (Finding(Fault.JOURNAL_MALFORMED, 1),)
    assert not diagnosis.complete
    with pytest.raises(JournalDamaged):
        rebuild(busy)


def test_an_erased_change_is_no_harm(busy: Store) -> None:
    tampered(busy, "UPDATE journal SET fields = null, salt = null, skipped = 1 WHERE position = 5")
    faults = found(busy)
    assert Fault.CHANGES_ALTERED not in faults
    assert Fault.JOURNAL_MALFORMED not in faults


def test_a_change_that_was_taken_out_is_found(busy: Store) -> None:
    tampered(busy, "DELETE FROM journal WHERE seq = 5")
    faults = found(busy)
    assert faults[Fault.CHAIN_BROKEN] == Finding(Fault.CHAIN_BROKEN, 1, busy.device_id)
    assert not examine(busy).healthy


def test_a_chain_that_was_written_anew_in_the_middle_is_found(busy: Store) -> None:
    """Each change is genuine by itself, but what follows names another one before it."""
    old = changes(busy)[4]
    forged = write_change(
        Writer(old.device_id, old.actor, old.grant),
        seq=old.seq,
        prev_hash=old.prev_hash,
        record_type=old.record_type,
        record_id=old.record_id,
        base=old.base,
        values={**old.values, "name_ar": "forged"},
        salt=bytes(16),
        recorded_at=old.recorded_at,
    )
    tampered(busy, "DELETE FROM journal WHERE seq = ?", old.seq)
    with busy.write() as session:
        insert_changes(session.connection(), [to_row(forged, 1)])
    assert found(busy)[Fault.CHAIN_UNLINKED].count == 1


def test_a_number_used_twice_is_found(busy: Store) -> None:
    first = introduction()
    twins = [other_change(2, first.hash, values={"name": name}) for name in ("x", "y")]
    imported(busy, first, *twins)
    assert found(busy)[Fault.CHAIN_FORKED] == Finding(Fault.CHAIN_FORKED, 1, OTHER)
    assert not examine(busy).healthy


# Keys


def test_a_device_that_nobody_introduced_is_found(busy: Store) -> None:
    imported(busy, other_change(1, GENESIS))
    assert found(busy)[Fault.DEVICE_UNKNOWN] == Finding(Fault.DEVICE_UNKNOWN, 1, OTHER)


def test_a_device_whose_id_is_not_its_keys_is_found(busy: Store) -> None:
    values = {"public_key": signing.public_key(b"\1" * 32).hex()}
    false = other_change(1, GENESIS, record_type="device", record_id=OTHER, values=values)
    imported(busy, false)
    assert found(busy)[Fault.DEVICE_FALSE].where == OTHER


@pytest.mark.parametrize("key", ["", "not hex", "00"])
def test_a_device_without_a_readable_key_is_found(busy: Store, key: str) -> None:
    values = {"public_key": key}
    imported(busy, other_change(1, GENESIS, record_type="device", record_id=OTHER, values=values))
    assert found(busy)[Fault.DEVICE_FALSE].where == OTHER


def test_a_private_key_of_another_device_is_found(busy: Store) -> None:
    tampered(busy, "UPDATE own_device SET private_key = ?", OTHER_KEY)
    assert Fault.OWN_KEY_FALSE in found(busy)


def test_a_coordinator_whom_the_workspace_did_not_sign_is_found(busy: Store) -> None:
    values = {"subject_type": "user", "subject_id": "u9", "role": "coordinator"}
    first = introduction()
    forged = signing.sign(OTHER_KEY, b"anything").hex()
    grants = [
        other_change(2, first.hash, record_type="grant", record_id="g1", values=values),
    ]
    grants.append(
        other_change(
            3,
            grants[0].hash,
            record_type="grant",
            record_id="g2",
            values=values | {"certificate": forged},
        )
    )
    imported(busy, first, *grants)
    assert found(busy)[Fault.CERTIFICATE_FALSE].count == 2


def test_a_second_workspace_is_found(busy: Store) -> None:
    first = introduction()
    imported(busy, first, other_change(2, first.hash, record_type="workspace", values={}))
    assert found(busy)[Fault.WORKSPACE_UNCLEAR].count == 2


# The tables

TABLE_HARM = [
    ("UPDATE household SET phone = '0999'", Fault.TABLE_DIFFERS, "household"),
    ("UPDATE household SET declared_size = 'many'", Fault.TABLE_DIFFERS, "household"),
    ("UPDATE household SET categories = 'not json'", Fault.TABLE_DIFFERS, "household"),
    ("UPDATE household SET consent_sharing = 2", Fault.TABLE_DIFFERS, "household"),
    ("DELETE FROM household", Fault.TABLE_DIFFERS, "household"),
    ("UPDATE person SET id = 'p9'", Fault.TABLE_DIFFERS, "person"),
    ("UPDATE journal SET version = 7 WHERE position = 5", Fault.VERSIONS_WRONG, ""),
    ("UPDATE journal SET version = null WHERE position = 5", Fault.VERSIONS_WRONG, ""),
    ("UPDATE aid_line SET quantity = 2000", Fault.DERIVED_DIFFERS, "aid_line"),
    ("DELETE FROM aid_line", Fault.DERIVED_DIFFERS, "aid_line"),
    ("UPDATE aid_line SET aid_record_id = 'gone'", Fault.DERIVED_DIFFERS, "aid_line"),
    ("UPDATE search_person SET name_key = 'x'", Fault.DERIVED_DIFFERS, "search"),
    ("DELETE FROM search_household", Fault.DERIVED_DIFFERS, "search"),
    ("UPDATE place SET name_ar = 'x' WHERE id = 'v1'", Fault.DERIVED_DIFFERS, "place"),
    ("UPDATE place SET official = 0 WHERE id = 'EG24'", Fault.DERIVED_DIFFERS, "place"),
]


@pytest.mark.parametrize(("harm", "fault", "where"), TABLE_HARM, ids=[one[0] for one in TABLE_HARM])
def test_harmed_tables_are_found_and_rebuilt(
    busy: Store, harm: str, fault: Fault, where: str
) -> None:
    with whole(busy) as connection:
        before = contents(connection)
    tampered(busy, harm)
    diagnosis = examine(busy)
    told = {(finding.fault, finding.where) for finding in diagnosis.findings}
    assert (fault, where) in told
    assert not diagnosis.healthy
    assert diagnosis.rebuild_helps
    rebuild(busy)
    assert examine(busy).healthy
    with whole(busy) as connection:
        after = contents(connection)
    if "official = 0" in harm:  # a place made to look local is gone: the resources bring it back
        before["place"] = [row for row in before["place"] if row[0] != "EG24"]
    assert after == before


def test_rebuilding_keeps_a_verified_backup_and_tells_the_listeners(busy: Store) -> None:
    told: list[frozenset[str]] = []
    busy.on_commit(told.append)
    rebuilt = rebuild(busy)
    assert rebuilt.backup.exists()
    assert rebuilt.records == len({(c.record_type, c.record_id) for c in changes(busy)})
    assert "household" in told[0]


def test_nothing_is_rebuilt_without_a_backup(busy: Store) -> None:
    (busy.folder / BACKUPS).write_bytes(b"a file where the folder should be")
    tampered(busy, "DELETE FROM household")
    with pytest.raises(BackupFailed):
        rebuild(busy)
    assert found(busy)[Fault.TABLE_DIFFERS].where == "household"


def test_a_rebuild_that_fails_half_way_leaves_the_tables(
    busy: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with whole(busy) as connection:
        before = contents(connection)

    def fail(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(projections, "rebuild", fail)
    with pytest.raises(KeyboardInterrupt):
        rebuild(busy)
    with whole(busy) as connection:
        assert contents(connection) == before


def test_working_goes_on_after_a_rebuild(busy: Store) -> None:
    rebuild(busy)
    with busy.write() as session:
        session.get_one(Household, "h1").phone = "0102"
    assert examine(busy).healthy


# Deliberately broken code: the doctor must not be blind to it


def test_a_broken_fold_is_found(busy: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def forgets_the_last(*arguments: object) -> FoldedRecord:
        result = fold_module.fold(*arguments)
        return replace(result, fields=dict(list(result.fields.items())[:-1]))

    monkeypatch.setattr(folding, "fold", forgets_the_last)
    assert found(busy)[Fault.TABLE_DIFFERS].count >= 1


def test_a_session_that_forgets_to_journal_is_found(
    busy: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_session, "insert_changes", lambda *_: None)
    with busy.write() as session:
        session.add(Household(id="h2"))
    assert found(busy)[Fault.TABLE_DIFFERS].where == "household"


def test_a_projection_that_is_not_refreshed_is_found(
    busy: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projections, "refresh", lambda *_: None)
    with busy.write() as session:
        session.get_one(AidRecord, "a1").voided = False
    assert found(busy)[Fault.DERIVED_DIFFERS].where == "aid_line"


def test_a_projection_that_counts_wrongly_is_found(
    busy: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tuple(
        replace(one, rows=lambda *_: iter(())) if one.table is not place else one
        for one in projections.PROJECTIONS
    )
    monkeypatch.setattr(projections, "PROJECTIONS", wrong)
    assert found(busy)[Fault.DERIVED_DIFFERS].where == "aid_line"


# The file


def test_damaged_pages_are_counted_and_stop_the_look(
    busy: Store, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with busy.read() as session:
        roots = text("SELECT rootpage FROM sqlite_master WHERE name IN ('aid_line', 'place')")
        pages = list(session.connection().scalars(roots))
    busy.close()
    file = busy.folder / DATABASE
    data = bytearray(file.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE_BYTES + 77] ^= 1
    file.write_bytes(data)
    harmed = copy_store(busy.folder, tmp_path / "copy")
    diagnosis = examine(harmed)
    with pytest.raises(BackupFailed):
        rebuild(harmed)
    harmed.close()
    assert diagnosis.findings == (Finding(Fault.PAGES_DAMAGED, 2),)
    assert not diagnosis.complete
    assert capfd.readouterr().err == ""


# Words


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_fault_has_words(language: str) -> None:
    words = Words(language)
    assert set(FAULTS) == set(Fault)
    for fault in Fault:
        text = finding_text(words, Finding(fault, 3, "household"))
        assert "{" not in text


@pytest.mark.parametrize(
    ("findings", "complete", "expected"),
    [
        ((), True, "healthy"),
        ((Finding(Fault.CHANGES_HELD),), True, "healthy"),
        ((Finding(Fault.TABLE_DIFFERS),), True, "rebuild"),
        ((Finding(Fault.CHAIN_BROKEN),), True, "backup"),
        ((Finding(Fault.PAGES_DAMAGED),), False, "backup"),
    ],
)
def test_the_verdict_says_what_to_do(
    findings: tuple[Finding, ...], complete: bool, expected: str
) -> None:
    assert expected in verdict_text(Words("en"), Diagnosis(findings, 1, 1, complete))


def test_findings_hold_nothing_personal(busy: Store) -> None:
    tampered(busy, "UPDATE aid_line SET quantity = 2000")
    assert found(busy)[Fault.DERIVED_DIFFERS].where == "aid_line"
    tampered(busy, "UPDATE household SET phone = '0999'")
    assert found(busy)[Fault.TABLE_DIFFERS].where == "household"
