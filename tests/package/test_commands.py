"""The packaged commands on a store of their own making."""

import json
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from tests.package.conftest import Machine

pytestmark = pytest.mark.package

# More receipts than one process draws by itself: the batch starts others.
HOUSEHOLDS = 360


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    return Machine(tmp_path_factory.mktemp("machine") / "home")


@pytest.fixture(scope="module")
def demo(machine: Machine, qafila: Path) -> dict[str, Any]:
    """A convoy day made by the packaged app, as its command answers it."""
    store = machine.home / "store"
    return answer(machine, qafila, "demo", "--store", store, "--households", HOUSEHOLDS)


def answer(machine: Machine, qafila: Path, *arguments: object) -> dict[str, Any]:
    machine.home.mkdir(exist_ok=True)
    done = machine.run(qafila, *arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    assert isinstance(document, dict)
    return document


def codes_of(page: pypdfium2.PdfPage) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())]


def test_receipts_can_be_read_by_a_scanner(machine: Machine, qafila: Path, demo: dict[str, Any]):
    out = machine.home / "receipts.pdf"
    made = answer(
        machine, qafila, "receipts", "--store", demo["store"], "--format", "a5", "--out", out
    )
    assert made["receipts"] > 200
    with pypdfium2.PdfDocument(out) as pdf:
        assert len(pdf) == made["receipts"]
        for page in (pdf[0], pdf[len(pdf) - 1]):
            codes = codes_of(page)
            assert codes
            assert all(re.fullmatch(r"[0-9]{100,}", code) for code in codes)


def test_people_are_found(machine: Machine, qafila: Path, demo: dict[str, Any]):
    assert answer(machine, qafila, "find", "--store", demo["store"], "محمد")


def test_a_store_is_in_order(machine: Machine, qafila: Path, demo: dict[str, Any]):
    assert answer(machine, qafila, "doctor", "--store", demo["store"])


def test_a_refused_command_says_why(machine: Machine, qafila: Path, tmp_path: Path):
    done = machine.run(qafila, "doctor", "--store", tmp_path / "nothing")
    assert (done.returncode, done.stdout) == (1, "")
    assert "There is no workspace" in done.stderr
