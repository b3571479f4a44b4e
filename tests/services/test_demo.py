"""A demonstration: believable, whole, and the same for the same seed."""

import csv
import os
import subprocess
import sys
from collections import defaultdict
from datetime import date, time
from pathlib import Path

import pytest

from app.bootstrap import create_demo, open_store
from app.db.fold_tables import differences
from app.db.queries.desk_stock import desk_balances
from app.domain.names import normalise
from app.domain.national_id import read_national_id
from app.domain.phone import read_phone
from app.errors import FolderTaken, StoreExists
from app.services.day import today
from app.services.demo.clock import DemoClock
from app.services.dump import dump
from tests.support.stores import cheap_derivation

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "qafila-demo"
HOUSEHOLDS = 60
SEED = 5


def _demo(folder: Path, households: int, seed: int) -> None:
    with cheap_derivation():
        create_demo(folder, households, seed)


def _dumped(folder: Path, out: Path) -> dict[str, bytes]:
    store = open_store(folder, PASSPHRASE)
    dump(store, out)
    store.close()
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "store"
    _demo(folder, HOUSEHOLDS, SEED)
    return folder


@pytest.fixture(scope="module")
def dumped(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dump") / "out"
    _dumped(demo_folder, out)
    return out


def _rows(dumped: Path, name: str) -> list[dict[str, str]]:
    with (dumped / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_same_seed_gives_the_same_bytes_in_another_process(
    dumped: Path, tmp_path: Path
) -> None:
    """Sets come out in another order there, and the passphrase is another one."""
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "12345",
        "QAFILA_PASSPHRASE": "another passphrase",
    }
    for arguments in (
        ("demo", "--households", str(HOUSEHOLDS), "--seed", str(SEED)),
        ("dump", "--out", str(tmp_path / "out")),
    ):
        subprocess.run(
            [sys.executable, "-m", "app", *arguments, "--store", str(tmp_path / "store")],
            cwd=ROOT,
            env=environment,
            check=True,
            capture_output=True,
        )
    for path in dumped.iterdir():
        assert path.read_bytes() == (tmp_path / "out" / path.name).read_bytes(), path.name


def test_another_seed_gives_other_people(dumped: Path, tmp_path: Path) -> None:
    _demo(tmp_path / "store", 3, SEED + 1)
    other = _dumped(tmp_path / "store", tmp_path / "out")
    names = {row["name"] for row in _rows(dumped, "persons")}
    assert names.isdisjoint(row["name"] for row in _rows(tmp_path / "out", "persons"))
    assert other["devices.csv"] != (dumped / "devices.csv").read_bytes()


@pytest.mark.parametrize("households", [0, 1, 7])
def test_any_number_of_families_is_made(tmp_path: Path, households: int) -> None:
    _demo(tmp_path / "store", households, 1)
    _dumped(tmp_path / "store", tmp_path / "out")
    assert len(_rows(tmp_path / "out", "households")) == households


def test_the_day_is_in_full_swing(demo_folder: Path, dumped: Path) -> None:
    store = open_store(demo_folder, PASSPHRASE)
    chosen = today(store)
    assert chosen is not None
    with store.read() as session:
        left = desk_balances(session, chosen.convoy_id, chosen.desk_id)
        assert list(differences(session.connection())) == []
    store.close()
    assert all(quantity >= 0 for quantity in left.values())
    assert left["food-box"] > 0
    served = {row["household_id"] for row in _rows(dumped, "aid_records")}
    assert HOUSEHOLDS / 3 < len(served) < HOUSEHOLDS * 0.8


def test_families_look_like_families(dumped: Path) -> None:
    families = defaultdict(list)
    for person in _rows(dumped, "persons"):
        families[person["household_id"]].append(person)
    widows = {row["id"] for row in _rows(dumped, "households") if "widow" in row["categories"]}
    assert widows
    for household_id, people in families.items():
        heads = [person for person in people if person["relationship"] == "head"]
        assert len(heads) == 1
        if household_id in widows:
            assert heads[0]["sex"] == "f"
        children = [person for person in people if person["relationship"] in {"son", "daughter"}]
        lines = {child["name"].partition(" ")[2] for child in children}
        assert len(lines) <= 1
        assert len({child["name"] for child in children}) == len(children)


def test_documents_and_phones_are_valid_and_nobody_shares_one(dumped: Path) -> None:
    numbers = []
    for person in _rows(dumped, "persons"):
        if person["national_id"]:
            read = read_national_id(person["national_id"], today=date(2026, 3, 1))
            assert read.verified is (person["document_verified"] == "1")
            if read.verified:
                assert read.warnings == ()
                assert read.birth_date == date.fromisoformat(person["birth_date"])
                assert str(read.sex) == person["sex"]
                numbers.append(read.number)
        if person["phone"]:
            phone = read_phone(person["phone"])
            assert phone is not None
            assert (phone.number, phone.mobile, phone.warnings) == (person["phone"], True, ())
    assert len(numbers) == len(set(numbers)) > HOUSEHOLDS


def test_a_larger_demonstration_has_what_goes_wrong_on_a_day(tmp_path: Path) -> None:
    _demo(tmp_path / "store", 220, 2)
    _dumped(tmp_path / "store", tmp_path / "out")
    aid = _rows(tmp_path / "out", "aid_records")
    assert any(row["reason"] for row in aid), "overrides"
    assert any(row["owed"] == "1" for row in aid), "stock that ran out"
    assert any(row["voided"] == "1" for row in aid), "voids"
    assert any(row["proxy_id"] for row in aid), "proxy collectors"
    assert _rows(tmp_path / "out", "parked_cases")
    assert len({row["device_id"] for row in aid}) == 1
    days = {row["day"] for row in aid}
    assert len(days) == 2, "an earlier convoy, and this one"
    for row in aid:
        assert row["handed_at"].startswith(row["day"])


def test_spellings_vary_as_in_lists(dumped: Path) -> None:
    parts = {part for row in _rows(dumped, "persons") for part in row["name"].split()}
    assert len({normalise(part) for part in parts}) < len(parts)


def test_an_interrupted_demonstration_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise KeyboardInterrupt

    with cheap_derivation(), pytest.raises(KeyboardInterrupt):
        create_demo(tmp_path / "store", 10, 1, report=stop)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(demo_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreExists):
        create_demo(demo_folder, 1, 1)
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(FolderTaken):
        create_demo(tmp_path, 1, 1)


def test_progress_rises_to_its_total(tmp_path: Path) -> None:
    heard: list[float] = []
    with cheap_derivation():
        create_demo(
            tmp_path / "store", 12, 1, report=lambda done, total: heard.append(done / total)
        )
    assert heard == sorted(heard)
    assert heard[-1] == 1


def test_the_clock_never_goes_back() -> None:
    clock = DemoClock(1, date(2025, 12, 1))
    look = clock.sources.now
    first = look()
    clock.set(date(2025, 11, 1), time(9))
    assert look() > first
    clock.pass_by(60)
    assert look() >= first + 60_000
