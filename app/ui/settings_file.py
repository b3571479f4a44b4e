"""What the window remembers on this laptop; nothing personal, so it is plain JSON."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Final, Literal, get_args

from app.files import write_file
from app.ui.tokens import ThemeName
from app.words.catalog import Words
from app.words.numbers import Digits
from app.words.plurals import Language

ReceiptSize = Literal["a5", "a4", "thermal80", "thermal58"]
PrinterTakes = Literal["pages", "dots"]
"""What a printer of the system is sent: pages by its driver, or dots (ESC/POS) past it."""
LockMinutes = Literal["2", "5", "10", "30"]


@dataclass(frozen=True)
class Settings:
    """The choices, with what holds before anyone has chosen."""

    language: Language = "ar"
    theme: ThemeName = "light"
    digits: Digits = "arab"
    last_store: str = ""
    printer: str = ""
    receipt_size: ReceiptSize = "a5"
    receipts_folder: str = ""
    printer_address: str = ""
    printer_takes: PrinterTakes = "pages"
    lock_minutes: LockMinutes = "10"
    """Without a key or a click, until the window asks who is at work."""

    def words(self) -> Words:
        """The words these settings ask for; English is always written with 0-9."""
        return Words(self.language, self.digits if self.language == "ar" else "latn")


_CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "language": get_args(Language),
    "theme": get_args(ThemeName),
    "digits": get_args(Digits),
    "receipt_size": get_args(ReceiptSize),
    "printer_takes": get_args(PrinterTakes),
    "lock_minutes": get_args(LockMinutes),
}


def load(path: Path) -> Settings:
    """The saved settings; whatever is missing, damaged or unknown falls back to its default."""
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(saved, dict):
        return Settings()
    known = {field.name for field in fields(Settings)}
    return Settings(**{k: v for k, v in saved.items() if k in known and _is_valid(k, v)})


def _is_valid(name: str, value: object) -> bool:
    return isinstance(value, str) and (name not in _CHOICES or value in _CHOICES[name])


def save(settings: Settings, path: Path) -> None:
    """Write the settings so that a power cut leaves the old or the new ones, never a part.

    Raises what `app.files.write_file` raises.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode())


def with_store(settings: Settings, folder: Path) -> Settings:
    """The same settings, with the store that is open now as the last one."""
    return replace(settings, last_store=str(folder))
