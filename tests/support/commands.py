"""Commands run in this process, with what they printed."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import run

DOCUMENTATION = Path(__file__).resolve().parents[2] / "docs" / "commands.md"


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    command: str
    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The one JSON document on standard output; its keys must be those that are documented."""
        parsed = json.loads(self.out)
        assert isinstance(parsed, dict)
        assert list(parsed) == documented_keys(self.command)
        return parsed


def documented_keys(command: str) -> list[str]:
    """The keys of a command's JSON as `docs/commands.md` lists them."""
    text = DOCUMENTATION.read_text(encoding="utf-8")
    section = text.split(f"\n### {command}\n")[1].split("\n### ")[0]
    return [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")]


class Commands:
    """Calls commands as a terminal would, without a process for each."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture

    def __call__(self, *arguments: object) -> Outcome:
        """Runs `qafila arguments…`."""
        self._capture.readouterr()
        code = run([str(argument) for argument in arguments])
        printed = self._capture.readouterr()
        return Outcome(str(arguments[0]), code, printed.out, printed.err)
