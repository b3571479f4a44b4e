"""What every test stands on: no display, no chance, no clock."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from app.db.store import Store
from tests.support.stores import copy_store, new_store

settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=2_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def store_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store of a new workspace, to copy."""
    folder = tmp_path_factory.mktemp("template") / "store"
    new_store(folder).store.close()
    return folder


@pytest.fixture
def store(store_template: Path, tmp_path: Path) -> Iterator[Store]:
    """An open store of a new workspace with its defaults; clock and chance repeat themselves."""
    opened = copy_store(store_template, tmp_path / "store")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """Every test that needs a window gets our own application: one process has only one."""
    from app.ui.application import Application

    return Application
