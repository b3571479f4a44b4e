"""Which of the files that PyInstaller collects go into the folder that is handed out.

For every Qt module in use PyInstaller takes all its plugins, and the libraries that any of them
needs. Here plugins are chosen by name; a library stays only while something that stays needs it.
The rules name files of Linux and of Windows alike: what is not there is not missed.
"""

from collections.abc import Callable, Iterable
from pathlib import PurePath

Entry = tuple[str, str, str]
"""What PyInstaller keeps of a file: its place in the folder, where it comes from, its kind."""

MODULES_LEFT_OUT = (
    # Names of places and telephone companies: only numbers are read.
    "phonenumbers.carrierdata",
    "phonenumbers.geodata",
    "phonenumbers.tzdata",
    # Tools of development, found through what libraries offer them.
    "_pytest",
    "distutils",
    "doctest",
    "hypothesis",
    "mypy",
    "pdb",
    "pydantic.mypy",
    "pydantic.v1",
    "pydoc",
    "pygments",
    "pytest",
    "rich",
    "setuptools",
    "tkinter",
    "fontTools",
    "fpdf",
    "numpy",
    "pandas",
    "uharfbuzz",
    # Offered by what we use of Qt, and not used. (QtMultimedia imports QtNetwork.)
    "PySide6.QtConcurrent",
    "PySide6.QtDBus",
    "PySide6.QtMultimediaWidgets",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    # Kinds of picture and of database that nobody hands us.
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingft",
    "PIL._imagingtk",
    "sqlalchemy.dialects.mssql",
    "sqlalchemy.dialects.mysql",
    "sqlalchemy.dialects.oracle",
    "sqlalchemy.dialects.postgresql",
)

_QT_PLUGINS = {
    # "offscreen" makes pictures of the window where there is no display.
    "platforms": {"qxcb", "qwindows", "qoffscreen"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport"},
    "iconengines": {"qsvgicon"},
    "multimedia": {"ffmpegmediaplugin", "windowsmediaplugin"},
    "imageformats": {"qico", "qjpeg", "qsvg", "qwebp"},
}
_QT_TRANSLATIONS = {"qtbase_ar.qm", "qtbase_en.qm"}

# Where libraries lie that are there for others; what lies elsewhere is loaded by its name.
_LIBRARY_FOLDERS = {"", "PySide6", "PySide6/Qt/lib", "shiboken6", "pillow.libs"}


def wanted(
    binaries: Iterable[Entry], datas: Iterable[Entry], imports_of: Callable[[str], Iterable[str]]
) -> list[Entry]:
    """The extension modules, the plugins we use, the libraries these need, and the data.

    `imports_of` gives the file names of the libraries that a file is linked to.
    """
    kept = _needed([entry for entry in binaries if _wanted_plugin(entry)], imports_of)
    places = {PurePath(place) for place, _, _ in kept}
    for entry in datas:
        # A link beside the programs leads to where the library lies.
        if PurePath(entry[1]) in places if entry[2] == "SYMLINK" else _wanted_data(entry):
            kept.append(entry)
    return kept


def _needed(entries: list[Entry], imports_of: Callable[[str], Iterable[str]]) -> list[Entry]:
    by_name = {PurePath(source).name.lower(): source for _, source, _ in entries}
    waiting = [source for place, source, kind in entries if not _is_library(place, kind)]
    needed = set(waiting)
    while waiting:
        for name in imports_of(waiting.pop()):
            source = by_name.get(name.lower())
            if source and source not in needed:
                needed.add(source)
                waiting.append(source)
    return [entry for entry in entries if entry[1] in needed]


def _wanted_data(entry: Entry) -> bool:
    """Of Qt only its own words in our two languages."""
    place = PurePath(entry[0])
    if place.parts[0] != "PySide6":
        return True
    return place.parent.name == "translations" and place.name in _QT_TRANSLATIONS


def _wanted_plugin(entry: Entry) -> bool:
    place = PurePath(entry[0])
    if place.parts[0] != "PySide6":
        return True
    if "plugins" not in place.parts:
        return "qml" not in place.parts
    return place.stem.removeprefix("lib") in _QT_PLUGINS.get(place.parent.name, ())


def _is_library(place: str, kind: str) -> bool:
    path = PurePath(place)
    if kind == "EXTENSION" or path.name.lower().startswith(("libpython", "python")):
        return False
    folder = path.parent.as_posix()
    return ("" if folder == "." else folder) in _LIBRARY_FOLDERS
