"""Keys and files shared with other organisations, in the window."""

import pytest
from PySide6.QtCore import Qt

from app.services.sharing.keys import shared_keys
from app.ui.merging.others_view import OthersView
from tests.ui.keyboard import type_text


@pytest.fixture
def view(open_page):
    page = open_page("merge")
    page.parts.show_part("others")
    assert isinstance(page.parts.part, OthersView)
    return page.parts.part


def test_a_key_is_made_shown_once_and_chosen(qtbot, store, view) -> None:
    assert view.name.hasFocus()
    assert not view.write.isEnabled()
    type_text(view.name, "الأورمان شتاء")
    qtbot.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    assert [one.name for one in shared_keys(store)] == ["الأورمان شتاء"]
    assert sum(sign.isdigit() for sign in view.message.text) == 40
    assert view.key.value == "الأورمان شتاء"
    assert view.write.isEnabled()
    assert view.name.text() == ""


def test_a_key_of_another_is_typed_in(qtbot, store, view) -> None:
    type_text(view.name, "الاتحاد")
    type_text(view.digits, "1234 5678")
    qtbot.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    assert view.message.text != ""
    assert shared_keys(store) == ()
    assert view.digits.text() != ""


def test_what_cannot_be_read_is_said_in_place(qtbot, view, tmp_path) -> None:
    type_text(view.name, "الأورمان")
    qtbot.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    path = tmp_path / "x.given"
    path.write_bytes(b"nothing")
    view.read_from(path)
    assert view.message.text != ""
    view.write_to(tmp_path / "ours.given", "الأورمان")
    assert not (tmp_path / "ours.given").exists()
