import logging

import pytest

from app.ui import launch


@pytest.fixture
def log():
    made = logging.getLogger("qafila")
    before = list(made.handlers)
    yield made
    for handler in set(made.handlers) - set(before):
        made.removeHandler(handler)
        handler.close()


def test_errors_leave_a_line_in_the_log(tmp_path, log):
    path = tmp_path / "logs" / "qafila.log"
    launch._log_to(path)
    log.error("somewhere")
    assert path.read_text(encoding="utf-8").endswith("ERROR somewhere\n")


def test_a_log_that_cannot_be_written_keeps_nobody_from_working(tmp_path, log, capsys):
    (tmp_path / "logs").write_text("a file where the folder should be", encoding="utf-8")
    launch._log_to(tmp_path / "logs" / "qafila.log")
    log.error("somewhere")
    assert "ERROR somewhere" in capsys.readouterr().err
