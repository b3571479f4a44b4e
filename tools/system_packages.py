"""Install the system libraries that Qt and the tests load, or say how.

Runs under the system's own Python, before anything is installed. A library counts as present when
it can be loaded, so this works on any distribution; the packages are named as Debian 12 does.
"""

import ctypes
import os
import shutil
import subprocess
import sys

# What Qt loads without a display, then what it loads to show a window under X11.
LIBRARIES = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libfontconfig1": "libfontconfig.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libpulse0": "libpulse.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-xinerama0": "libxcb-xinerama.so.0",
    "libx11-xcb1": "libX11-xcb.so.1",
}
# Programs that only the tests use.
PROGRAMS = {"poppler-utils": "pdftotext"}
# What `make package` uses besides: PyInstaller reads libraries with objdump, and takes Python's own
# along, which Debian's interpreter does without; the window prints through CUPS.
PACKAGING_LIBRARIES = {"libpython3.11": "libpython3.11.so.1.0", "libcups2": "libcups.so.2"}
PACKAGING_PROGRAMS = {"binutils": "objdump"}


def missing(*, packaging: bool = False) -> list[str]:
    """The packages whose library does not load or whose program is not found."""
    libraries = LIBRARIES | (PACKAGING_LIBRARIES if packaging else {})
    programs = PROGRAMS | (PACKAGING_PROGRAMS if packaging else {})
    return [package for package, name in libraries.items() if not _loads(name)] + [
        package for package, name in programs.items() if not shutil.which(name)
    ]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _may_install() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def main() -> int:
    """0 when everything is there, perhaps after installing it; else 1 and the line to type."""
    if sys.platform != "linux":
        return 0
    packages = missing(packaging="--packaging" in sys.argv[1:])
    if not packages:
        return 0
    if _may_install():
        subprocess.run(["apt-get", "update", "-q"], check=False)
        install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
        if subprocess.run(install, check=False).returncode == 0:
            return 0
    print("These system packages are missing. Please type this line, then start again:\n")
    print(f"    sudo apt-get install --no-install-recommends {' '.join(packages)}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
