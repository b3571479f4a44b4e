from importlib.metadata import distribution

import pytest

from tools import licences
from tools.licences import LicenceMissing, gather, runtime_distributions, texts_of


def test_every_runtime_distribution_has_a_text(tmp_path):
    gather(tmp_path / "licences")
    names = {path.name for path in (tmp_path / "licences").iterdir()}
    assert {
        "Python.txt",
        "Qt-LGPL-3.0.txt",
        "qrcode-LICENSE.txt",
        "sqlcipher3-LICENSE.txt",
        "sqlcipher3-SQLCipher.txt",
        "pypdfium2-pdfium.txt",
        "pyinstaller-COPYING.txt",
    } <= names
    assert len(runtime_distributions()) > 25


def test_texts_of_a_distribution_are_whole_files():
    (text,) = texts_of(distribution("qrcode"))
    assert "Copyright" in text.read_text(encoding="utf-8")


def test_a_distribution_without_a_text_stops_the_build(tmp_path, monkeypatch):
    monkeypatch.setattr(licences, "texts_of", lambda _found: [])
    with pytest.raises(LicenceMissing):
        gather(tmp_path / "licences")


def test_system_libraries_bring_the_text_of_their_package(tmp_path, monkeypatch):
    texts = tmp_path / "doc"
    (texts / "libx11-6").mkdir(parents=True)
    (texts / "libx11-6" / "copyright").write_text("X11", encoding="utf-8")
    monkeypatch.setattr(licences, "_DEBIAN_TEXTS", texts)
    monkeypatch.setattr(licences, "_debian_packages", lambda _libraries: {"libx11-6"})
    gather(tmp_path / "licences", ["/usr/lib/libX11.so.6"])
    assert (tmp_path / "licences" / "Debian-libx11-6.txt").read_text(encoding="utf-8") == "X11"


def test_without_dpkg_no_package_is_known(monkeypatch):
    monkeypatch.setattr(licences.shutil, "which", lambda _name: None)
    assert licences._debian_packages(["/usr/lib/libX11.so.6"]) == set()
