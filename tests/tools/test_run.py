import sys

import pytest

from tools import run, system_packages


@pytest.fixture
def no_display(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("no_display")
class TestDisplay:
    def test_none_without_a_server(self):
        assert not run.has_display()

    @pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
    def test_x11_and_wayland_show_windows(self, monkeypatch, name):
        monkeypatch.setenv(name, ":0")
        assert run.has_display()

    def test_offscreen_is_no_display(self, monkeypatch):
        monkeypatch.setenv("DISPLAY", ":0")
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        assert not run.has_display()

    def test_other_systems_always_have_one(self, monkeypatch):
        monkeypatch.setattr(sys, "platform", "win32")
        assert run.has_display()


class TestSystemPackages:
    @pytest.fixture(autouse=True)
    def _machine(self, monkeypatch):
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(sys, "argv", ["system_packages.py"])
        monkeypatch.setattr(system_packages, "_loads", lambda name: name != "libEGL.so.1")
        monkeypatch.setattr(system_packages.shutil, "which", lambda name: None)

    def test_what_does_not_load_is_missing(self):
        assert system_packages.missing() == ["libegl1", "poppler-utils"]

    def test_packaging_needs_more(self):
        assert system_packages.missing(packaging=True) == ["libegl1", "poppler-utils", "binutils"]

    def test_the_exact_line_is_printed_where_nothing_may_be_installed(self, capsys):
        assert system_packages.main() == 1
        line = "sudo apt-get install --no-install-recommends libegl1 poppler-utils"
        assert line in capsys.readouterr().out

    def test_the_administrator_gets_them_installed(self, monkeypatch):
        called = []

        class Done:
            returncode = 0

        monkeypatch.setattr(system_packages, "_may_install", lambda: True)
        monkeypatch.setattr(
            system_packages.subprocess, "run", lambda line, check: called.append(line) or Done
        )
        assert system_packages.main() == 0
        assert called[1][:3] == ["apt-get", "install", "-y"]
        assert called[1][-2:] == ["libegl1", "poppler-utils"]

    def test_nothing_is_done_when_nothing_is_missing(self, monkeypatch):
        monkeypatch.setattr(system_packages, "missing", lambda *, packaging: [])
        assert system_packages.main() == 0
