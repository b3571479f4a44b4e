"""A dump says everything, the same way on every store, and leaves nothing half-written."""

import csv
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from app.db.store import Store
from app.db.tables import RECORDS, Household, Person, Setting
from app.domain.journal.change import chain_hash, payload_hash
from app.domain.quantity import ONE, Quantity
from app.domain.void_reason import VoidReason
from app.errors import DiskFull, FolderTaken
from app.services import dump as dump_module
from app.services.dump import dump
from app.services.dump_columns import FILES, JOURNAL_FILE, JOURNAL_KEYS, elements, instant
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.void import void_hand_over
from tests.support.convoys import BLANKET, BLANKET_RULE, BOX, BOX_RULE, small_convoy
from tests.support.sources import START
from tests.support.stores import copy_store

ROOT = Path(__file__).resolve().parents[2]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _hand_over(store: Store) -> str:
    convoy = small_convoy(store)
    given = record_hand_over(
        store,
        HandOver(
            convoy.household_id,
            (
                GivenLine(BOX, ONE, BOX_RULE),
                GivenLine(BLANKET, Quantity(1500), BLANKET_RULE),
            ),
            person_id=convoy.person_ids[0],
        ),
    )
    return given.aid_record_id


def test_every_column_of_every_record_is_dumped() -> None:
    dumped = {file.record_type: file for file in FILES}
    assert dumped.keys() == RECORDS.keys()
    for record_type, spec in RECORDS.items():
        missing = spec.defaults.keys() - set(dumped[record_type].columns)
        # Lines stand in rows of their own.
        assert missing == ({"lines"} if record_type == "aid_record" else set()), record_type


@pytest.mark.parametrize("name", [*(file.name for file in FILES), JOURNAL_FILE])
def test_the_documentation_lists_the_columns_in_their_order(name: str) -> None:
    text = (ROOT / "docs" / "dump.md").read_text(encoding="utf-8")
    section = text.split(f"### {name}\n")[1].split("\n### ")[0]
    documented = [
        cell.strip(" `")
        for line in section.splitlines()
        if line.startswith("| `")
        for cell in [line.split("|")[1]]
    ]
    columns = {file.name: file.columns for file in FILES} | {JOURNAL_FILE: JOURNAL_KEYS}
    assert documented == list(columns[name])


def test_persons_begin_with_the_promised_columns(store: Store, tmp_path: Path) -> None:
    with store.write() as session:
        for number, document in ((1, "national_id"), (2, "passport")):
            session.add(
                Person(
                    id=f"p{number}",
                    household_id="h",
                    name='منى، "علي"\r=1+1',
                    document_type=document,
                    document_no="29805122601234",
                    sex="f",
                    categories=frozenset({"widow", "a|b"}),
                )
            )
    dump(store, tmp_path / "out")
    text = (tmp_path / "out" / "persons.csv").read_text(encoding="utf-8")
    assert text.startswith(
        "id,household_id,name,national_id,document_type,document_no,birth_date,sex,phone,"
    )
    first, second = _rows(tmp_path / "out" / "persons.csv")
    assert first["name"] == 'منى، "علي"\r=1+1'
    assert (first["national_id"], first["document_no"]) == ("29805122601234",) * 2
    assert (second["national_id"], second["document_no"]) == ("", "29805122601234")
    assert (first["birth_date"], first["document_verified"], first["active"]) == ("", "0", "1")
    assert first["categories"] == r"a\|b|widow"
    assert b"\r\n" not in (tmp_path / "out" / "households.csv").read_bytes()


def test_aid_records_are_one_row_a_line(store: Store, tmp_path: Path) -> None:
    record_id = _hand_over(store)
    void_hand_over(store, record_id, VoidReason.WRONG_HOUSEHOLD)
    dump(store, tmp_path / "out")
    header = (tmp_path / "out" / "aid_records.csv").read_text(encoding="utf-8")
    assert header.startswith(
        "id,aid_record_id,receipt_no,convoy_id,household_id,person_id,item,quantity,"
        "handed_at,device_id,voided,"
    )
    box, blanket = _rows(tmp_path / "out" / "aid_records.csv")
    assert box["aid_record_id"] == blanket["aid_record_id"] == record_id
    assert (box["item"], box["quantity"], box["receipt_no"]) == ("901", "1", "1")
    assert (blanket["item"], blanket["quantity"]) == ("902", "1.5")
    assert box["device_id"] == store.device_id
    assert (box["voided"], box["void_reason"]) == ("1", "wrong_household")
    assert box["handed_at"].startswith("2025-11-22T07:")
    assert box["handed_at"].endswith("Z")


def test_rows_are_sorted_by_id(store: Store, tmp_path: Path) -> None:
    _hand_over(store)
    with store.write() as session:
        for id_ in ("b", "a", "C"):
            session.add(Household(id=id_))
    dump(store, tmp_path / "out")
    for file in FILES:
        ids = [row["id"] for row in _rows(tmp_path / "out" / file.name)]
        assert ids == sorted(ids), file.name


def test_the_journal_verifies_from_the_dump_alone(store: Store, tmp_path: Path) -> None:
    _hand_over(store)
    dump(store, tmp_path / "out")
    previous = bytes(32)
    lines = (tmp_path / "out" / JOURNAL_FILE).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        entry: dict[str, Any] = json.loads(line)
        assert tuple(entry) == JOURNAL_KEYS
        assert entry["seq"] == number
        fields = line.partition('"fields":')[2].rpartition(',"actor":')[0]
        assert json.loads(fields) == entry["fields"]
        payload = payload_hash(bytes.fromhex(entry["salt"]), fields.encode())
        assert payload.hex() == entry["payload_hash"]
        digest = chain_hash(
            prev_hash=previous,
            device_id=entry["device_id"],
            seq=entry["seq"],
            record_type=entry["record_type"],
            record_id=entry["record_id"],
            base=[bytes.fromhex(head) for head in entry["base"]],
            actor=entry["actor"],
            grant=bytes.fromhex(entry["grant"]),
            recorded_at=entry["recorded_at"],
            payload=payload,
        )
        assert (entry["prev_hash"], entry["hash"]) == (previous.hex(), digest.hex())
        previous = digest
    assert len(lines) > 50


def test_dumping_again_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    _hand_over(store)
    first = dump(store, tmp_path / "first")
    second = dump(store, tmp_path / "second")
    assert _bytes(tmp_path / "first") == _bytes(tmp_path / "second")
    assert first.digest == second.digest
    assert first.rows["disclosures.csv"] == 0


def test_a_dump_is_journalled_and_shows_once_something_follows(
    store: Store, tmp_path: Path
) -> None:
    made = dump(store, tmp_path / "first")
    with store.write() as session:
        session.add(Household(id="later"))
    dump(store, tmp_path / "second")
    (disclosed,) = _rows(tmp_path / "second" / "disclosures.csv")
    assert (disclosed["kind"], disclosed["digest"]) == ("dump", made.digest)
    assert int(disclosed["rows"]) == sum(made.rows.values())
    lines = (tmp_path / "second" / JOURNAL_FILE).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["record_type"] for line in lines[-2:]] == ["disclosure", "household"]


def test_what_belongs_to_one_laptop_is_not_dumped(
    store: Store, store_template: Path, tmp_path: Path
) -> None:
    twin = copy_store(store_template, tmp_path / "twin")
    with twin.write() as session:
        session.add(Setting(key="today", value="somewhere"))
    dump(store, tmp_path / "one")
    dump(twin, tmp_path / "two")
    twin.close()
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


def test_an_earlier_dump_is_replaced_and_other_files_are_not(store: Store, tmp_path: Path) -> None:
    dump(store, tmp_path / "out")
    with store.write() as session:
        session.add(Household(id="new"))
    dump(store, tmp_path / "out")
    assert [row["id"] for row in _rows(tmp_path / "out" / "households.csv")] == ["new"]
    (tmp_path / "out" / "letter.txt").write_text("mine")
    before = _bytes(tmp_path / "out")
    with pytest.raises(FolderTaken):
        dump(store, tmp_path / "out")
    assert _bytes(tmp_path / "out") == before


def test_a_full_disk_leaves_no_dump_and_no_record_of_one(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _hand_over(store)

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(dump_module, "_journal_line", full)
        with pytest.raises(DiskFull):
            dump(store, tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["store"]
    assert dump(store, tmp_path / "out").rows["disclosures.csv"] == 0


def test_the_report_ends_at_its_total(store: Store, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    dump(store, tmp_path / "out", lambda done, total: heard.append((done, total)))
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1] > 0


def test_the_digest_is_that_of_sha256sum(store: Store, tmp_path: Path) -> None:
    made = dump(store, tmp_path / "out")
    lines = [
        f"{sha256(data).hexdigest()}  {name}\n" for name, data in _bytes(tmp_path / "out").items()
    ]
    assert made.digest == sha256("".join(lines).encode()).hexdigest()


@pytest.mark.parametrize(
    ("milliseconds", "text"),
    [
        (START, "2025-11-22T07:00:00.000Z"),
        (START + 7, "2025-11-22T07:00:00.007Z"),
        (-1, "1969-12-31T23:59:59.999Z"),
        (-62135596800000, "0001-01-01T00:00:00.000Z"),
        (253402300799999, "9999-12-31T23:59:59.999Z"),
        (253402300800000, 253402300800000),
        (-(2**53), -(2**53)),
    ],
)
def test_an_instant_is_iso_8601_in_utc(milliseconds: int, text: str | int) -> None:
    assert instant(milliseconds) == text


def test_elements_can_be_told_apart() -> None:
    assert elements({"b", "a"}) == "a|b"
    assert elements({"a|b", "c\\"}) == r"a\|b|c\\"
    assert elements(()) == ""
