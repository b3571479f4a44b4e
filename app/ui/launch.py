"""Open the window and stay until it is closed."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QTimer

from app.config import log_file, settings_file
from app.ui import messages
from app.ui.application import Application
from app.ui.shell import Shell

_LOG_BYTES = 500_000


def launch(folder: Path | None = None, picture: Path | None = None) -> int:
    """The exit code. `folder` is the store to open; without it the last one.

    With `picture` the window's first view is drawn into that PNG file and the app ends, with 1
    when the file cannot be written: it shows what this machine shows, without a display too.
    """
    _log_to(log_file())
    app = Application(sys.argv[:1])
    shell = Shell(app, settings_file(), folder)
    messages.install_hook(shell.on_uncaught)
    shell.show()
    if picture is not None:
        QTimer.singleShot(0, lambda: app.exit(0 if shell.window.grab().save(str(picture)) else 1))
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
