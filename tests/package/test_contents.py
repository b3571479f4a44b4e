"""What is in the folder, and what is not."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader

from tests.package.conftest import ROOT
from tools.licences import runtime_distributions

pytestmark = pytest.mark.package

MEGABYTE = 1_000_000


def modules_of(program: Path) -> set[str]:
    archive = CArchiveReader(str(program))
    (name,) = (name for name in archive.toc if name.endswith(".pyz"))
    return set(archive.open_embedded_archive(name).toc)


def test_every_module_of_the_app_is_in_both_programs(qafila: Path, window: Path):
    files = (ROOT / "app").rglob("*.py")
    parts = [file.relative_to(ROOT).with_suffix("").parts for file in files]
    modules = {".".join(part[:-1] if part[-1] == "__init__" else part) for part in parts}
    assert len(modules) > 100
    assert modules <= modules_of(qafila)
    assert modules <= modules_of(window)


def test_resources_and_catalogs_are_there(folder: Path):
    inside = folder / "_internal"
    for name in ("resources", "translations"):
        wanted = {path.relative_to(ROOT) for path in (ROOT / name).rglob("*") if path.is_file()}
        assert wanted
        assert wanted <= {path.relative_to(inside) for path in (inside / name).rglob("*")}


def test_every_distribution_has_its_licence(folder: Path):
    texts = [path.name.lower() for path in (folder / "licences").iterdir()]
    own = {"pyside6-essentials": "qt", "pyside6-addons": "qt", "shiboken6": "qt"}
    for name in ["python", "pyinstaller", *runtime_distributions()]:
        begin = own.get(name, name.replace("-", "_"))
        assert any(text.replace("-", "_").startswith(begin) for text in texts), name
    assert "GNU GENERAL PUBLIC LICENSE" in (folder / "LICENSE.txt").read_text(encoding="utf-8")


def test_nothing_of_qml_of_development_or_of_other_languages_is_left(folder: Path):
    # Qt's plugin for FFmpeg, by which the camera is read, is linked to these five.
    linked = re.compile(r"libqt6(qml|qmlmeta|qmlmodels|qmlworkerscript|quick)\.so\.6")
    names = {path.name.lower() for path in folder.rglob("*")}
    names = {name for name in names if not linked.fullmatch(name)}
    unwanted = ("qml", "quick", "mypy", "hypothesis", "gtk", "wayland", "virtualkeyboard")
    assert not {name for name in names if any(word in name for word in unwanted)}
    assert {name for name in names if name.endswith(".qm")} == {"qtbase_ar.qm", "qtbase_en.qm"}


def test_what_reads_the_camera_is_there(folder: Path):
    """QtMultimedia imports QtNetwork by itself, and loads its plugin by name."""
    names = {path.name.split(".")[0] for path in folder.rglob("*")}
    assert {"QtMultimedia", "QtNetwork"} <= names
    assert any("ffmpegmediaplugin" in name for name in names)


def test_the_folder_fits_on_a_small_stick(folder: Path):
    size = sum(path.stat().st_size for path in folder.rglob("*") if not path.is_symlink())
    assert size < 270 * MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="reads how Linux links")
def test_no_library_misses_another(folder: Path):
    libraries = list(folder.rglob("*.so*"))
    assert len(libraries) > 50
    assert all(path.exists() for path in libraries)
    found = subprocess.run(
        ["ldd", *map(str, libraries)], capture_output=True, text=True, check=False
    )
    assert "not found" not in found.stdout
