"""Gather the licences of all that the packaged app is made of.

Installed distributions carry their own texts; what they leave out lies in `licences/`. System
libraries that are taken along on Linux are covered by the texts that Debian keeps for them.
"""

import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
# Distributions without a text of their own, and how the names of ours begin.
_OUR_TEXTS = {"PySide6_Essentials": "Qt", "PySide6_Addons": "Qt", "shiboken6": "Qt"}
_DEBIAN_TEXTS = Path("/usr/share/doc")


class LicenceMissing(Exception):
    """A distribution goes into the folder without its licence."""


def gather(target: Path, system_libraries: Iterable[str] = ()) -> None:
    """Fill the new folder `target`. `system_libraries` are files of the machine that are taken
    along. Raises LicenceMissing."""
    shutil.copytree(ROOT / "licences", target)
    shutil.copy(_python_licence(), target / "Python.txt")
    # PyInstaller's own starter is part of both programs.
    for name in [*runtime_distributions(), "pyinstaller"]:
        _copy_texts(distribution(name), target)
    for package in sorted(_debian_packages(system_libraries)):
        shutil.copy(_DEBIAN_TEXTS / package / "copyright", target / f"Debian-{package}.txt")


def runtime_distributions() -> list[str]:
    """The pinned distributions of the app that are installed on this kind of machine."""
    names = _PINNED.findall((ROOT / "locks/runtime.txt").read_text(encoding="utf-8"))
    return [name for name in names if _installed(name)]


def texts_of(found: Distribution) -> list[Path]:
    """The licence texts that a distribution carries."""
    files = [file for file in found.files or () if file.parts[0].endswith(".dist-info")]
    texts = [file for file in files if "licenses" in file.parts or _LICENCE_FILE.match(file.name)]
    return [Path(str(found.locate_file(file))) for file in texts]


def _copy_texts(found: Distribution, target: Path) -> None:
    name, texts = found.name, texts_of(found)
    if not texts and not any(target.glob(f"{_OUR_TEXTS.get(name, name)}-*")):
        raise LicenceMissing(name)
    for text in texts:
        inside = text.parts[text.parts.index(_info_folder(text)) + 1 :]
        part = "-".join(part for part in inside if part not in {"licenses", "BUILD_LICENSES"})
        suffix = "" if text.suffix in {".txt", ".md", ".rst"} else ".txt"
        shutil.copy(text, target / f"{name}-{part}{suffix}")


def _info_folder(text: Path) -> str:
    return next(part for part in text.parts if part.endswith(".dist-info"))


def _installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _python_licence() -> Path:
    """Beside the standard library on Linux, above it on Windows."""
    library = Path(sysconfig.get_path("stdlib"))
    candidates = (library / "LICENSE.txt", library.parent / "LICENSE.txt")
    return next(path for path in candidates if path.is_file())


def _debian_packages(libraries: Iterable[str]) -> set[str]:
    """The packages that `libraries` belong to; none where there is no dpkg."""
    paths = sorted({path for library in libraries for path in _names_of(Path(library))})
    if not paths or not shutil.which("dpkg-query"):
        return set()
    command = ["dpkg-query", "--search", *paths]
    # It answers for those that it knows, and fails if there is one that it does not.
    found = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return {line.split(":")[0] for line in found.splitlines() if ": " in line}


def _names_of(library: Path) -> set[str]:
    """A library as linked and as it is; Debian 12 still knows `/usr/lib` as `/lib` too."""
    names = {str(library), str(library.resolve())}
    return names | {name.removeprefix("/usr") for name in names}
