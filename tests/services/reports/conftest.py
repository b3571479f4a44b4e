"""A convoy day to report on, made once."""

from collections.abc import Iterator

import pytest

from app.db.store import Store
from tests.support.reported import reported_world


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A demonstration with two convoys, voids, overrides, promises and parked cases. Reports only
    read it."""
    store = reported_world(tmp_path_factory.mktemp("reported") / "store", households=40, seed=5)
    yield store
    store.close()
