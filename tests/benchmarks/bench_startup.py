"""How long until the window is there, and from the passphrase until the first page takes a key.

Each figure is the median of several fresh processes, warm, offscreen; the passphrase's derivation,
slow on purpose, is measured by itself and taken out of the second figure. Beside them stand a bare
Python and an empty Qt window: what nobody can go under.
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
PASSPHRASE: Final = "four words are enough"

EMPTY_WINDOW: Final = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.show()
app.processEvents()
import time
print(time.time())
"""

OUR_WINDOW: Final = """
import sys
from pathlib import Path
from app.ui.application import Application
from app.ui.shell import Shell
folder = Path(sys.argv[1])
app = Application([])
shell = Shell(app, folder / "settings.json", folder / "store")
shell.show()
app.processEvents()
import time
shown = time.time()
"""

UNLOCK: Final = (
    OUR_WINDOW
    + """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from app.keys import header
from app.ui.main_window import MainView
shell.window.activateWindow()
derived = []
original = header.derive_key
def timed(*arguments):
    start = time.perf_counter()
    key = original(*arguments)
    derived.append(time.perf_counter() - start)
    return key
header.derive_key = timed
edit = shell.view.step.findChild(QLineEdit)
deadline = time.perf_counter() + 3   # a person reads and types for longer than this
while time.perf_counter() < deadline:
    app.processEvents()
QTest.keyClicks(edit, sys.argv[2])
start = time.perf_counter()
QTest.keyClick(edit, Qt.Key.Key_Return)
while not (isinstance(shell.view, MainView) and QApplication.focusWidget()):
    app.processEvents()
print(time.perf_counter() - start, sum(derived))
shell.close()
"""
)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _make_store(folder / "store")
        python = _median(["-c", "import time; print(time.time())"])
        empty = _median(["-c", EMPTY_WINDOW])
        ours = _median(["-c", OUR_WINDOW + "print(shown)", str(folder)])
        print(f"{'bare Python':<44} {python:6.0f} ms")
        print(f"{'empty Qt window':<44} {empty:6.0f} ms")
        print(f"{'our window':<44} {ours:6.0f} ms   {ours / empty:4.1f} × empty   budget 400 ms")
        waits = [_unlock(folder) for _ in range(RUNS)]
        whole = statistics.median(wait for wait, _ in waits)
        derivation = statistics.median(derived for _, derived in waits)
        usable = statistics.median(wait - derived for wait, derived in waits)
        print(f"{'passphrase to first key':<44} {whole:6.0f} ms")
        print(f"{'  of which key derivation':<44} {derivation:6.0f} ms")
        print(f"{'  without it':<44} {usable:6.0f} ms   budget 900 ms")


def _make_store(folder: Path) -> None:
    from app.bootstrap import create_workspace

    create_workspace(folder, "التحالف", "منى", PASSPHRASE).store.close()


def _median(arguments: list[str]) -> float:
    times = [_timed(arguments) for _ in range(RUNS + 1)]
    return statistics.median(times[1:])  # the first one warms the disk's cache


def _timed(arguments: list[str]) -> float:
    """Milliseconds from starting the process until it prints the time."""
    start = time.time()
    return (float(_run(arguments)) - start) * 1000


def _unlock(folder: Path) -> tuple[float, float]:
    wait, derived = _run(["-c", UNLOCK, str(folder), PASSPHRASE]).split()
    return float(wait) * 1000, float(derived) * 1000


def _run(arguments: list[str]) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    return done.stdout
