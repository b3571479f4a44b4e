"""A laptop's whole way by commands: pack, join, export, update, merge."""

from pathlib import Path

import pytest

from app.bootstrap import open_store
from tests.support.commands import Commands
from tests.support.convoys import small_convoy
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, cheap_derivation


@pytest.fixture
def joined(qafila: Commands, closed_store: Path, tmp_path: Path) -> Path:
    pack = tmp_path / "p.qafila"
    with cheap_derivation():
        packed = qafila(
            *("pack", "--store", closed_store, "--out", pack, "--device", "لابتوب ١"),
            *("--role", "volunteer", "--villages", "EG260101", "--json"),
        )
        assert (packed.code, packed.err) == (0, "")
        assert packed.document.keys() >= {"code", "device_id"}
        code = packed.document["code"]
        made = qafila("join", "--store", tmp_path / "s2", pack, "--code", code, "--json")
    assert (made.code, made.err) == (0, "")
    assert made.document["device_id"] == packed.document["device_id"]
    return tmp_path / "s2"


def test_a_laptop_is_prepared_and_what_it_did_is_merged(
    qafila: Commands, closed_store: Path, joined: Path, tmp_path: Path
) -> None:
    people = tmp_path / "dumped"
    assert qafila("dump", "--store", joined, "--out", people).code == 0
    file = tmp_path / "f.qafila"
    written = qafila("export", "--store", joined, "--out", file, "--json")
    assert written.code == 0
    assert written.document["changes"] > 0
    preview = qafila("merge", "--store", closed_store, file, "--preview", "--json")
    merged = qafila("merge", "--store", closed_store, file, "--json")
    assert (preview.code, merged.code) == (0, 0)
    assert preview.document["files"] == merged.document["files"]
    (one,) = merged.document["files"]
    assert one.keys() >= {"file", "status", "new", "known", "held", "quarantined", "gaps"}
    assert (one["status"], one["new"]) == ("new", written.document["changes"])
    assert merged.document["totals"].keys() >= {
        "conflicts",
        "double_aid",
        "duplicates",
        "conservation",
    }
    assert merged.document["totals"]["conservation"]["holds"] is True
    again = qafila("merge", "--store", closed_store, file)
    assert "all of it known" in again.out
    update = tmp_path / "u.qafila"
    sent = qafila(
        "update", "--store", closed_store, "--out", update, "--device", "لابتوب ١", "--json"
    )
    assert sent.code == 0
    assert qafila("merge", "--store", joined, update).code == 0
    last = qafila("export", "--store", joined, "--out", tmp_path / "l.qafila", "--json")
    assert last.document["changes"] == 0


def test_a_note_for_other_desks_is_written_and_merged(
    qafila: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QAFILA_PASSPHRASE")
    with cheap_derivation():
        assert qafila("demo", "--store", tmp_path / "demo", "--households", 5).code == 0
    monkeypatch.setenv("QAFILA_PASSPHRASE", "qafila-demo")
    note = tmp_path / "served.qafila"
    written = qafila("served", "--store", tmp_path / "demo", "--out", note, "--json")
    assert (written.code, written.err) == (0, "")
    assert written.document["hand_overs"] > 0
    read = qafila("merge", "--store", tmp_path / "demo", note, "--json")
    (one,) = read.document["files"]
    assert (one["status"], one["kind"]) == ("new", "served")
    again = qafila("merge", "--store", tmp_path / "demo", note, "--json")
    assert again.document["files"][0]["known"] == one["new"]


def test_a_note_needs_a_convoy(qafila: Commands, closed_store: Path, tmp_path: Path) -> None:
    shown = qafila("served", "--store", closed_store, "--out", tmp_path / "n.qafila")
    assert shown.code == 1
    assert "No convoy is chosen" in shown.err
    assert not (tmp_path / "n.qafila").exists()


def test_a_laptop_is_wiped_once_all_of_it_was_acknowledged(
    qafila: Commands, closed_store: Path, joined: Path, tmp_path: Path
) -> None:
    assert qafila("dump", "--store", joined, "--out", tmp_path / "dumped").code == 0
    early = qafila("wipe", "--store", joined, "--json")
    assert early.code == 1
    assert (early.document["wiped"], early.document["alone"]) == (False, {"disclosure": 1})
    assert "nothing was wiped" in early.err
    file, update = tmp_path / "f.qafila", tmp_path / "u.qafila"
    assert qafila("export", "--store", joined, "--out", file).code == 0
    assert qafila("merge", "--store", closed_store, file).code == 0
    options = ("--out", update, "--device", "لابتوب ١")
    assert qafila("update", "--store", closed_store, *options).code == 0
    assert qafila("merge", "--store", joined, update).code == 0
    preview = qafila("wipe", "--store", joined, "--preview", "--json")
    assert (preview.code, preview.document["wiped"], preview.document["alone"]) == (0, False, {})
    shown = qafila("wipe", "--store", joined)
    assert (shown.code, shown.err) == (0, "")
    assert "wiped" in shown.out
    assert qafila("doctor", "--store", joined).code == 0
    refused = qafila("wipe", "--store", closed_store)
    assert refused.code == 1
    assert "coordinator's laptop" in refused.err


def test_what_cannot_be_read_is_refused_with_its_name(
    qafila: Commands, closed_store: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.qafila"
    bad.write_bytes(b"nothing of ours")
    shown = qafila("merge", "--store", closed_store, bad, tmp_path / "none.qafila", "--json")
    assert shown.code == 1
    assert [one["status"] for one in shown.document["files"]] == ["damaged", "missing"]
    assert "bad.qafila: " in shown.err


def test_a_laptop_may_not_prepare_others(qafila: Commands, joined: Path, tmp_path: Path) -> None:
    options = ("--out", tmp_path / "x.qafila", "--device", "x", "--role", "volunteer")
    shown = qafila("pack", "--store", joined, *options)
    assert shown.code == 1
    assert "may not do this" in shown.err


def test_a_coordinator_needs_the_recovery_key(
    qafila: Commands, closed_store: Path, tmp_path: Path
) -> None:
    options = ("--out", tmp_path / "x.qafila", "--device", "x", "--role", "coordinator")
    shown = qafila("pack", "--store", closed_store, *options)
    assert shown.code == 1
    assert "recovery key" in shown.err


def test_a_team_gets_pins_and_a_desk_that_joining_finds(
    qafila: Commands, closed_store: Path, tmp_path: Path
) -> None:
    opened = open_store(closed_store, PASSPHRASE, sources=seeded_sources(3))
    small_convoy(opened)
    opened.close()
    pack = tmp_path / "team.qafila"
    with cheap_derivation():
        packed = qafila(
            *("pack", "--store", closed_store, "--out", pack, "--device", "لابتوب ٣"),
            *("--role", "supervisor", "--convoy", "قافلة سوهاج", "--desk", "مكتب ٣"),
            *("--member", "سامية:volunteer", "--member", "هدى", "--letters", "س,م"),
            *("--numbers", "1-40", "--walk-ins", "--json"),
        )
        assert (packed.code, packed.err) == (0, "")
        team = packed.document["team"]
        joined = qafila(
            *("join", "--store", tmp_path / "s3", pack),
            *("--code", packed.document["code"], "--json"),
        )
    assert [(one["name"], one["role"]) for one in team] == [
        ("سامية", "volunteer"),
        ("هدى", "supervisor"),
    ]
    assert all(len(one["pin"]) == 4 for one in team)
    assert joined.document["desk_id"] == packed.document["desk_id"] is not None
    assert joined.document["user_id"] == team[0]["user_id"]
    assert joined.document["day"]


def test_a_member_is_not_granted_more_than_the_laptop(
    qafila: Commands, closed_store: Path, tmp_path: Path
) -> None:
    options = ("--out", tmp_path / "x.qafila", "--device", "x", "--role", "volunteer")
    shown = qafila("pack", "--store", closed_store, *options, "--member", "هدى:supervisor")
    assert shown.code == 1
    assert "more than this laptop" in shown.err


def test_a_laptop_and_a_person_are_ended_by_name(
    qafila: Commands, closed_store: Path, joined: Path, tmp_path: Path
) -> None:
    ended = qafila("end", "--store", closed_store, "--laptop", "لابتوب ١", "--json")
    assert (ended.code, ended.document) == (0, {"ended": "لابتوب ١"})
    again = qafila("end", "--store", closed_store, "--laptop", "لابتوب ١")
    assert (again.code, again.out) == (1, "")
    person = qafila("end", "--store", closed_store, "--person", "لابتوب ١")
    assert person.code == 0
    assert qafila("end", "--store", closed_store, "--person", "nobody").code == 1
    assert qafila("end", "--store", closed_store).code == 2
    folder = tmp_path / "stick"
    folder.mkdir()
    with_work = folder / "late.qafila"
    assert qafila("export", "--store", joined, "--out", with_work, "--full").code == 0
    (folder / "other.txt").write_text("")
    merged = qafila("merge", "--store", closed_store, folder, "--json")
    assert merged.code == 0
    assert [one["file"] for one in merged.document["files"]] == [str(with_work)]
