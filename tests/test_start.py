"""The window or a command, and what the window is started with."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.__main__ import _window_options

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], {}),
        (["--store", "S"], {"--store": Path("S")}),
        (["--store=S"], {"--store": Path("S")}),
        (["--picture", "a=b.png"], {"--picture": Path("a=b.png")}),
        (["--picture=a.png", "--store", "S"], {"--store": Path("S"), "--picture": Path("a.png")}),
    ],
)
def test_the_window_opens_without_a_command(arguments, options):
    assert _window_options(arguments) == options


@pytest.mark.parametrize(
    "arguments", [["--store"], ["--store="], ["dump", "--store", "S"], ["--store", "S", "dump"]]
)
def test_everything_else_is_a_command_line(arguments):
    assert _window_options(arguments) is None


@pytest.mark.parametrize(("name", "code"), [("window.png", 0), ("no-such-folder/window.png", 1)])
def test_a_picture_of_the_window_is_written_where_it_can_be(tmp_path, name, code):
    picture = tmp_path / name
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    command = [sys.executable, "-m", "app", "--picture", str(picture)]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | homes | {"XDG_STATE_HOME": str(tmp_path)}, check=False
    )
    assert done.returncode == code
    assert picture.is_file() == (code == 0)
