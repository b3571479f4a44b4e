"""How large the packaged app is, and how long it takes to start beside the repository's.

The window's figure is the time until its first view is drawn and saved as a picture, without a
display; the command's is that of `--help`. Medians of fresh processes, warm.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

RUNS: Final = 7
ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = ROOT / "dist" / "qafila"


def main() -> None:
    """Print the table."""
    if not FOLDER.is_dir():
        print("There is no packaged app: make package builds it.")
        return
    suffix = ".exe" if sys.platform == "win32" else ""
    source = [sys.executable, "-m", "app"]
    with tempfile.TemporaryDirectory() as home:
        for name, program in (("window", "qafila-window"), ("command", "qafila")):
            start = _window if name == "window" else _command
            packaged = _median(start, [str(FOLDER / f"{program}{suffix}")], Path(home))
            repository = _median(start, source, Path(home))
            ratio = packaged / repository
            print(f"{name}: {packaged:5.0f} ms, {ratio:.2f} × the repository's {repository:.0f} ms")
    files = [path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    print(f"folder: {size / 1e6:.0f} MB in {len(files)} files")


def _window(program: list[str], home: Path) -> float:
    """Seconds until the picture is there; closing the window is not counted."""
    picture = home / "window.png"
    start = time.time()
    _run([*program, "--picture", str(picture)], home)
    return picture.stat().st_mtime - start


def _command(program: list[str], home: Path) -> float:
    start = time.time()
    _run([*program, "--help"], home)
    return time.time() - start


def _median(measure, program: list[str], home: Path) -> float:
    """Milliseconds; the first run warms the disk's cache."""
    times = [measure(program, home) for _ in range(RUNS + 1)]
    return statistics.median(times[1:]) * 1000


def _run(command: list[str], home: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True)


if __name__ == "__main__":
    main()
