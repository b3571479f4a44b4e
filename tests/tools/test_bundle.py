import pytest

from tools.bundle import Entry, wanted

QT = "PySide6/Qt"
LINKS = {
    "libqxcb.so": ["libQt6XcbQpa.so.6", "libc.so.6"],
    "libQt6XcbQpa.so.6": ["libQt6Gui.so.6", "libX11.so.6"],
    "libqgtk3.so": ["libgtk-3.so.0"],
    "libgtk-3.so.0": ["libX11.so.6"],
    "qwindows.dll": ["Qt6Gui.dll"],
    "QtGui.abi3.so": ["libQt6Gui.so.6"],
}


def binary(place: str, kind: str = "BINARY") -> Entry:
    return (place, f"/somewhere/{place.rpartition('/')[2]}", kind)


def places(binaries: list[Entry], datas: list[Entry] | None = None) -> set[str]:
    def imports_of(source: str) -> list[str]:
        return LINKS.get(source.removeprefix("/somewhere/"), [])

    return {place for place, _, _ in wanted(binaries, datas or [], imports_of)}


def test_a_library_stays_while_something_that_stays_needs_it():
    kept = {
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/lib/libQt6XcbQpa.so.6",
        f"{QT}/lib/libQt6Gui.so.6",
        "libX11.so.6",
    }
    dropped = {
        f"{QT}/plugins/platformthemes/libqgtk3.so",
        "libgtk-3.so.0",
        f"{QT}/lib/libQt6Qml.so",
    }
    assert places([binary(place) for place in kept | dropped]) == kept


def test_libraries_of_windows_are_named_in_any_case():
    kept = {"PySide6/plugins/platforms/qwindows.dll", "PySide6/qt6gui.dll"}
    dropped = {"PySide6/opengl32sw.dll", "PySide6/qml/QtQuick/qtquick2plugin.dll"}
    assert places([binary(place) for place in kept | dropped]) == kept


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("PySide6/QtGui.abi3.so", "EXTENSION"),
        ("libpython3.11.so.1.0", "BINARY"),
        ("python311.dll", "BINARY"),
        ("pypdfium2_raw/libpdfium.so", "BINARY"),
    ],
)
def test_what_is_loaded_by_its_name_stays(place, kind):
    assert places([binary(place, kind)]) == {place}


def test_links_lead_somewhere():
    library, module = f"{QT}/lib/libQt6Gui.so.6", binary("PySide6/QtGui.abi3.so", "EXTENSION")
    links: list[Entry] = [
        ("libQt6Gui.so.6", library, "SYMLINK"),
        ("libQt6Qml.so.6", f"{QT}/lib/libQt6Qml.so.6", "SYMLINK"),
    ]
    assert places([binary(library), module], links) == {library, module[0], "libQt6Gui.so.6"}


def test_of_the_translations_of_qt_two_stay():
    datas = [
        (f"{QT}/translations/{name}.qm", name, "DATA")
        for name in ("qtbase_ar", "qtbase_en", "qtbase_de", "assistant_ar")
    ]
    datas += [(f"{QT}/qml/x/qmldir", "x", "DATA"), ("translations/qafila_ar.ts", "y", "DATA")]
    assert places([], datas) == {
        f"{QT}/translations/qtbase_ar.qm",
        f"{QT}/translations/qtbase_en.qm",
        "translations/qafila_ar.ts",
    }
