"""Which language a command answers in."""

import json
import os
from typing import cast, get_args

from app.config import settings_file
from app.words.catalog import Words
from app.words.plurals import Language


def chosen_words() -> Words:
    """QAFILA_LANGUAGE, else what was chosen in the window, else Arabic. Digits are 0–9, as in what
    people paste into other programs."""
    for asked in (os.environ.get("QAFILA_LANGUAGE"), _from_settings()):
        if asked in get_args(Language):
            return Words(cast("Language", asked))
    return Words()


def _from_settings() -> object:
    try:
        saved = json.loads(settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return saved.get("language") if isinstance(saved, dict) else None
