"""Where things are and where time and chance come from; nothing here reads a store."""

import secrets
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP_NAME = "Qafila"
VERSION = "0.1.0"


@dataclass(frozen=True)
class Sources:
    """The clock (milliseconds since 1970, UTC) and the source of random bytes; both replaceable."""

    now: Callable[[], int]
    random_bytes: Callable[[int], bytes]


def system_sources() -> Sources:
    """The laptop's own clock and the operating system's randomness."""
    return Sources(now=lambda: time.time_ns() // 1_000_000, random_bytes=secrets.token_bytes)


def base_dir() -> Path:
    """The folder that holds `resources/` and `translations/`: the repository, or the frozen app."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resource_path(name: str) -> Path:
    """A file of `resources/`, e.g. `resource_path("fonts/IBMPlexSansArabic-Regular.ttf")`."""
    return base_dir() / "resources" / name


def translations_dir() -> Path:
    """The folder of the `.ts` catalogs."""
    return base_dir() / "translations"


def default_store_dir() -> Path:
    """The user's store when no `--store` is given."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "store"


def settings_file() -> Path:
    """What is known before a store is open (language, theme, last store): nothing personal."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "settings.json"


def log_file() -> Path:
    """Where unexpected errors leave a line; nothing personal."""
    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False)) / "qafila.log"
