"""Two laptops of one convoy with a desk each, and the coordinator's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.db.store import Store
from tests.support.convoys import small_convoy
from tests.support.laptops import Fleet


@pytest.fixture
def fleet(store: Store, tmp_path: Path) -> Iterator[Fleet]:
    """The coordinator's store is open; so are the laptops', until the end."""
    made = Fleet(tmp_path, store, small_convoy(store))
    yield made
    for laptop in made.laptops:
        laptop.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where a stick is mounted."""
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder
