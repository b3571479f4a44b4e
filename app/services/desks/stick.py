"""Where sticks are found on this laptop: chosen once, then one key is enough."""

from pathlib import Path

from app.db.store import Store
from app.db.tables import Setting

_SETTING = "stick"


def stick_folder(store: Store) -> Path | None:
    """The folder that was used last; None while it is not there (no stick is in)."""
    with store.read() as session:
        setting = session.get(Setting, _SETTING)
    if setting is None or not setting.value:
        return None
    folder = Path(setting.value)
    return folder if folder.is_dir() else None


def remember_stick(store: Store, folder: Path) -> None:
    """Notes the folder for the next time."""
    with store.write() as session:
        session.merge(Setting(key=_SETTING, value=str(folder.absolute())))
