import logging
import sys

from app.errors import DiskFull
from app.ui import messages
from app.words.errors import UNEXPECTED


def fail(secret):
    raise ValueError(secret)


def test_a_known_cause_is_said_and_not_logged(settings, caplog):
    assert messages.text_of(DiskFull()) not in {"", settings.words().of(UNEXPECTED)}
    assert caplog.records == []


def test_an_unexpected_error_is_logged_without_what_it_quotes(settings, caplog):
    try:
        fail("سعيد 29805120103456")
    except ValueError as error:
        text = messages.text_of(error)
    assert text == settings.words().of(UNEXPECTED)
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert "ValueError at" in record.getMessage()
    assert "test_messages.py" in record.getMessage()
    assert "29805120103456" not in caplog.text
    assert "سعيد" not in caplog.text


def test_the_hook_shows_instead_of_printing(monkeypatch, capsys):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    shown = []
    messages.install_hook(shown.append)
    error = ValueError("secret")
    sys.excepthook(ValueError, error, None)
    assert shown == [error]
    assert capsys.readouterr().err == ""
