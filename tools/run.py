"""What `make run` starts: the app in a window, where there is a display for it."""

import os
import subprocess
import sys


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, else with X11 or Wayland."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> int:
    """Open the app; without a display, say so."""
    if has_display():
        return subprocess.run([sys.executable, "-m", "app"], check=False).returncode
    print("There is no display here to open a window on.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
