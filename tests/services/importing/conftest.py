"""The lists of associations, copied where their reports may stand beside them."""

import shutil
from pathlib import Path

import pytest

from tests.services.importing.spreadsheets import FAMILIES, HANDOVER, PERSONS


@pytest.fixture
def families(tmp_path: Path) -> Path:
    return Path(shutil.copy(FAMILIES, tmp_path))


@pytest.fixture
def persons(tmp_path: Path) -> Path:
    return Path(shutil.copy(PERSONS, tmp_path))


@pytest.fixture
def handover(tmp_path: Path) -> Path:
    return Path(shutil.copy(HANDOVER, tmp_path))
