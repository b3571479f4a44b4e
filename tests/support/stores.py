"""Real stores, made quickly: the key derivation is cheap, all else is as in the app."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from app import bootstrap
from app.config import Sources
from app.db.store import Store
from app.keys import header, one_time_code, verifier
from app.keys.passphrase import Derivation
from app.keys.recovery import SECRET_BYTES, RecoveryKey
from tests.support.sources import seeded_sources

PASSPHRASE = "كلمة مرور طويلة 7"
WORKSPACE = "التحالف الوطني"
USER = "منى"


@contextmanager
def cheap_derivation() -> Iterator[None]:
    """Argon2id with next to no memory, for headers written inside."""

    def cheap(salt: bytes, **how: int) -> Derivation:
        return Derivation(salt=salt, **({"passes": 1, "memory_kib": 8, "lanes": 1} | how))

    with (
        patch.object(header, "Derivation", cheap),
        patch.object(one_time_code, "Derivation", cheap),
        patch.object(verifier, "Derivation", cheap),
    ):
        yield


def recovery_key() -> str:
    """The recovery key of a workspace made with the default sources: its first chance."""
    return RecoveryKey(seeded_sources().random_bytes(SECRET_BYTES)).printed


def new_store(folder: Path, sources: Sources | None = None) -> bootstrap.NewWorkspace:
    """A new workspace in `folder`."""
    with cheap_derivation():
        return bootstrap.create_workspace(
            folder, WORKSPACE, USER, PASSPHRASE, sources=sources or seeded_sources()
        )


def copy_store(template: Path, folder: Path, sources: Sources | None = None) -> Store:
    """A copy of a closed store, opened."""
    shutil.copytree(template, folder)
    return bootstrap.open_store(folder, PASSPHRASE, sources=sources or seeded_sources(2))
