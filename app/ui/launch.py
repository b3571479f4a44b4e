"""Open the window and stay until it is closed."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.config import log_file, settings_file
from app.ui import messages
from app.ui.application import Application
from app.ui.shell import Shell

_LOG_BYTES = 500_000


def launch(folder: Path | None = None) -> int:
    """The exit code. `folder` is the store to open; without it the last one."""
    _log_to(log_file())
    app = Application(sys.argv[:1])
    shell = Shell(app, settings_file(), folder)
    messages.install_hook(shell.on_uncaught)
    shell.show()
    return app.exec()


def _log_to(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger("qafila").addHandler(handler)
