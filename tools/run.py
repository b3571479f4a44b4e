"""What `make run` starts: the app on a demonstration, or the same day offscreen.

Without a display nobody could see a window: there the convoy day is played through the real
windows, and its pictures, receipts and store are left in `out/`.
"""

import os
import subprocess
import sys
from pathlib import Path

from app.bootstrap import DEMO_PASSPHRASE, create_demo, store_exists

DEMO = Path(__file__).resolve().parent.parent / "out" / "demo" / "store"
HOUSEHOLDS = 200
SEED = 1


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, else with X11 or Wayland."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> int:
    """The exit code of what was started."""
    if not has_display():
        print("There is no display here: playing a convoy day offscreen.", flush=True)
        return subprocess.run([sys.executable, "-m", "tools.convoy_day"], check=False).returncode
    if not store_exists(DEMO):
        print(f"Making a demonstration of {HOUSEHOLDS} families …", flush=True)
        create_demo(DEMO, HOUSEHOLDS, SEED)
    print(f"The demonstration's passphrase: {DEMO_PASSPHRASE}", flush=True)
    arguments = [sys.executable, "-m", "app", "--store", str(DEMO)]
    return subprocess.run(arguments, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
