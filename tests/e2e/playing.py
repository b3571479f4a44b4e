"""Plays a day of `tools` through the windows, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]


def play(tool: str, out: Path) -> str:
    """Plays it into the folder `out`; returns what it said."""
    done = subprocess.run(
        [sys.executable, "-m", f"tools.{tool}", str(out)],
        cwd=_ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
