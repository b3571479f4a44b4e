"""What a person sees when something went wrong, and what the log keeps of it.

The log holds where an unexpected error came from, never its text: that may quote a name or a
number of somebody.
"""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from app.errors import QafilaError
from app.ui.tr import words
from app.words.errors import error_text

_log = logging.getLogger("qafila")


def text_of(error: BaseException) -> str:
    """The words for an error; an unexpected one is logged and gets a general sentence."""
    if not isinstance(error, QafilaError):
        log_unexpected(error)
    return error_text(words(), error)


def log_unexpected(error: BaseException) -> None:
    """One line: the error's class and the chain of calls that led to it."""
    frames = traceback.extract_tb(error.__traceback__)
    calls = " > ".join(f"{Path(at.filename).name}:{at.lineno} {at.name}" for at in frames)
    _log.error("%s at %s", type(error).__name__, calls or "an unknown place")


def install_hook(show: Callable[[BaseException], object]) -> None:
    """Send exceptions that nothing caught to `show` instead of a traceback."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show(error)

    sys.excepthook = hook
