"""A supervisor reads a pile of stubs of a lost laptop and makes its hand-overs again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.documents.receipt_pages import Paper
from app.domain.receipt_check import ReceiptState
from app.services.receipts import receipt_of
from app.ui.paper.verify_view import VerifyView
from tests.services.verifying.conftest import WORDS, hand_over, record_in
from tests.support.convoys import small_convoy
from tests.support.laptops import Fleet, register


@pytest.fixture
def stub(store, tmp_path: Path):
    """The receipt of a laptop that did not come back."""
    fleet = Fleet(tmp_path, store, small_convoy(store))
    laptop = fleet.laptop("لابتوب 2")
    given = hand_over(laptop, register(laptop, "سعاد محمود علي"))
    path = tmp_path / "stub.pdf"
    path.write_bytes(receipt_of(laptop, given.aid_record_id, Paper.A5, WORDS))
    laptop.close()
    return path, given


def test_the_pile_is_written_down_again(qtbot, store, stub, open_page) -> None:
    path, given = stub
    view = open_page("paper").parts.part
    assert isinstance(view, VerifyView)
    view.open_paths([path])
    assert [one.state for one in view.model.rows] == [ReceiptState.UNMERGED]
    assert view.recover.isVisible()
    qtbot.keyClick(view.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    found = record_in(store, given.aid_record_id)
    assert found is not None
    assert found.source == "recovered"
    assert view.message.text != ""
    assert view.recover.isHidden()
    assert [one.state for one in view.model.rows] == [ReceiptState.MERGED]
