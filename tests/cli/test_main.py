"""What every command promises: exit codes, messages, languages, never a traceback."""

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli import main
from app.cli.command import Call
from app.db.store import Store
from app.errors import DiskFull
from tests.support.commands import Commands, documented_keys
from tests.support.stores import PASSPHRASE, cheap_derivation

ROOT = Path(__file__).resolve().parents[2]


def _replace_dump(monkeypatch: pytest.MonkeyPatch, run: object) -> None:
    commands = tuple(
        replace(command, run=run) if command.name == "dump" else command
        for command in main.COMMANDS
    )
    monkeypatch.setattr(main, "COMMANDS", commands)


def test_every_command_has_a_help_text(qafila: Commands) -> None:
    for command in main.COMMANDS:
        shown = qafila(command.name, "--help")
        assert shown.code == 0
        assert "--store" in shown.out
        assert shown.err == ""


def test_every_command_is_documented() -> None:
    for command in main.COMMANDS:
        assert documented_keys(command.name)


@pytest.mark.parametrize(
    "arguments", [("dump",), ("no-such-command",), ("new", "--workspace"), ("--json",)]
)
def test_wrong_usage_leaves_with_2(qafila: Commands, arguments: tuple[str, ...]) -> None:
    shown = qafila(*arguments)
    assert (shown.code, shown.out) == (2, "")
    assert "This command is not complete or not known." in shown.err


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "not complete"), ("ar", "ناقص"), ("ar", "الاستخدام"), ("xx", "ناقص")],
)
def test_messages_speak_the_chosen_language(
    qafila: Commands, monkeypatch: pytest.MonkeyPatch, language: str, text: str
) -> None:
    monkeypatch.setenv("QAFILA_LANGUAGE", language)
    assert text in qafila("dump").err


def test_the_language_of_the_window_is_kept(
    qafila: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("QAFILA_LANGUAGE")
    settings = tmp_path / "settings.json"
    monkeypatch.setattr("app.cli.language.settings_file", lambda: settings)
    settings.write_text(json.dumps({"language": "en"}))
    assert "not complete" in qafila("dump").err
    settings.write_text("damaged")
    assert "ناقص" in qafila("dump").err


def test_a_store_that_is_not_there_is_said(qafila: Commands, tmp_path: Path) -> None:
    shown = qafila("dump", "--store", tmp_path / "nowhere", "--out", tmp_path / "out")
    assert (shown.code, shown.out) == (1, "")
    assert f"There is no workspace in {tmp_path / 'nowhere'}." in shown.err
    assert not (tmp_path / "nowhere").exists()


def test_a_wrong_passphrase_is_said(
    qafila: Commands, monkeypatch: pytest.MonkeyPatch, closed_store: Path, tmp_path: Path
) -> None:
    monkeypatch.setenv("QAFILA_PASSPHRASE", "another passphrase")
    shown = qafila("dump", "--store", closed_store, "--out", tmp_path / "out")
    assert (shown.code, shown.out) == (1, "")
    assert "does not open the workspace" in shown.err
    assert not (tmp_path / "out").exists()


def test_without_a_passphrase_nobody_is_waited_for(
    qafila: Commands, monkeypatch: pytest.MonkeyPatch, closed_store: Path, tmp_path: Path
) -> None:
    monkeypatch.delenv("QAFILA_PASSPHRASE")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    shown = qafila("dump", "--store", closed_store, "--out", tmp_path / "out")
    assert shown.code == 1
    assert "QAFILA_PASSPHRASE" in shown.err


@pytest.mark.parametrize(("again", "code"), [("long enough 1", 0), ("long enough 2", 1)])
def test_a_new_passphrase_is_typed_twice(
    qafila: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, again: str, code: int
) -> None:
    class Someone(io.StringIO):
        def isatty(self) -> bool:
            return True

    typed = iter(["long enough 1", again])
    monkeypatch.delenv("QAFILA_PASSPHRASE")
    monkeypatch.setattr(sys, "stdin", Someone())
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    with cheap_derivation():
        shown = qafila("new", "--store", tmp_path / "store", "--workspace", "W")
    assert shown.code == code
    assert ("not alike" in shown.err) is bool(code)


def test_a_store_in_use_is_said(qafila: Commands, store: Store, tmp_path: Path) -> None:
    shown = qafila("dump", "--store", store.folder, "--out", tmp_path / "out")
    assert shown.code == 1
    assert "open in another window" in shown.err


def test_an_unknown_user_is_said(qafila: Commands, closed_store: Path, tmp_path: Path) -> None:
    shown = qafila("dump", "--store", closed_store, "--user", "سعاد", "--out", tmp_path / "out")
    assert shown.code == 1
    assert "Nobody called سعاد" in shown.err
    assert not (tmp_path / "out").exists()


def test_unexpected_errors_are_one_sentence(
    qafila: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(_: Call) -> int:
        raise RuntimeError("a secret name")

    _replace_dump(monkeypatch, fail)
    shown = qafila("dump", "--out", tmp_path)
    assert (shown.code, shown.out) == (1, "")
    assert "Something unexpected happened" in shown.err
    assert "secret" not in shown.err
    assert "Traceback" not in shown.err
    monkeypatch.setenv("QAFILA_DEBUG", "1")
    assert "a secret name" in qafila("dump", "--out", tmp_path).err


def test_causes_are_said_in_words(
    qafila: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(_: Call) -> int:
        raise DiskFull(path="/")

    _replace_dump(monkeypatch, fail)
    shown = qafila("dump", "--out", tmp_path)
    assert shown.code == 1
    assert shown.err.startswith("The disk is full")


def test_ctrl_c_stops_quietly(
    qafila: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stop(_: Call) -> int:
        raise KeyboardInterrupt

    _replace_dump(monkeypatch, stop)
    shown = qafila("dump", "--out", tmp_path)
    assert (shown.code, shown.err) == (130, "Stopped; nothing was changed.\n")


def test_marks_of_direction_stay_out_of_terminals(
    qafila: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def say(call: Call) -> int:
        call.answer({}, ["\u2068قافلة\u2069 \u20661\u2069"])
        return 0

    _replace_dump(monkeypatch, say)
    assert qafila("dump", "--out", tmp_path).out == "قافلة 1\n"


def test_a_command_in_a_process_of_its_own_speaks_utf_8(tmp_path: Path) -> None:
    """A console of another encoding must neither stop a command nor garble its answer."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "cp1256:strict",
        "QAFILA_LANGUAGE": "ar",
        "QAFILA_PASSPHRASE": PASSPHRASE,
    }
    done = subprocess.run(
        [sys.executable, "-m", "app", "dump", "--store", tmp_path / "قافلة ✓", "--out", tmp_path],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert str(tmp_path / "قافلة ✓") in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr


def test_commands_do_not_load_qt_or_the_database_before_they_need_them() -> None:
    code = (
        "import sys; from app.cli.main import run; run(['--help']);"
        "sys.exit(any(name.split('.')[0] in {'PySide6', 'sqlalchemy', 'sqlmodel', 'reportlab'}"
        " for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0
