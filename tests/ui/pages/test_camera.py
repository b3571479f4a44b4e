"""Receipts held before a camera: played by frames of a real receipt."""

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from app.documents.receipt_pages import Paper
from app.domain.quantity import ONE
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.receipts import receipt_of
from app.ui.paper.camera import CameraFrames, Frames
from app.ui.paper.camera_panel import CameraPanel
from app.ui.paper.verify_view import VerifyView
from app.words.catalog import Words
from tests.documents.samples import page_images
from tests.support.convoys import BOX, BOX_RULE, small_convoy


class Played(Frames):
    """Gives the frames it is told to."""

    def __init__(self, parent):
        super().__init__(parent)
        self.is_on = False
        self.looked_at = 0

    def start(self):
        self.is_on = True

    def stop(self):
        self.is_on = False

    def show(self, image):
        def given():
            self.looked_at += 1
            return image

        self.frame.emit(given)


def frame_of(picture: Image.Image) -> QImage:
    """1280 by 720, as cameras of laptops give it."""
    frame = Image.new("RGB", (1280, 720), (90, 80, 70))
    picture = picture.convert("RGB")
    picture.thumbnail((1100, 1500))
    frame.paste(picture.crop((0, 0, picture.width, 720)), (90, 0))
    data = frame.tobytes()
    return QImage(data, 1280, 720, 1280 * 3, QImage.Format.Format_RGB888).copy()


@pytest.fixture
def receipt(store) -> QImage:
    convoy = small_convoy(store)
    done = record_hand_over(store, HandOver(convoy.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    pdf = receipt_of(store, done.aid_record_id, Paper.THERMAL80, Words("ar"))
    (page,) = page_images(pdf, 300 / 72)
    width, height = page.size
    return frame_of(page.crop((0, height // 3, width, height)))


@pytest.fixture
def panel(live, qtbot):
    made = CameraPanel(live, Played)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.start()
    return made


@pytest.fixture
def seen(panel):
    found = []
    panel.scanned.connect(found.append)
    return found


def show(panel, image, qtbot):
    """A frame that is not too soon after the last."""
    panel._since.invalidate()
    panel._frames.show(image)


def test_two_frames_make_a_receipt_certain(panel, seen, receipt, qtbot) -> None:
    show(panel, receipt, qtbot)
    assert seen == []
    show(panel, receipt, qtbot)
    assert len(seen) == 1
    assert seen[0].isdigit()
    show(panel, receipt, qtbot)
    assert len(seen) == 1


def test_frames_that_come_too_soon_are_not_looked_at(panel, receipt) -> None:
    for _ in range(30):
        panel._frames.show(receipt)
    assert panel._frames.looked_at == 1


def test_the_camera_goes_out_when_the_panel_is_hidden(panel, seen, receipt, qtbot) -> None:
    panel.hide()
    assert not panel._frames.is_on
    show(panel, receipt, qtbot)
    assert panel._frames.looked_at == 0


def test_without_a_camera_one_line_says_so(panel) -> None:
    before = panel.text.text()
    panel._frames.failed.emit()
    assert panel.text.text() != before
    assert not panel._frames.is_on


def test_a_system_without_cameras_fails_in_words(live, qtbot, monkeypatch) -> None:
    import builtins

    real = builtins.__import__

    def without(name, *rest):
        if name == "PySide6.QtMultimedia":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    made = CameraPanel(live, CameraFrames)
    qtbot.addWidget(made)
    made.show()
    made.start()
    assert not made.is_on


def test_leaving_the_tab_puts_the_camera_out(store, receipt, open_page, keys, monkeypatch) -> None:
    monkeypatch.setattr("app.ui.paper.camera_panel.CameraPanel.__init__.__defaults__", (Played,))
    page = open_page("paper", "verify")
    view = page.parts.part
    assert isinstance(view, VerifyView)
    view.camera_button.click()
    view.camera._frames.show(receipt)
    view.camera._since.invalidate()
    view.camera._frames.show(receipt)
    assert view.card.isVisible()
    page.parts.show_part("slips")
    assert not view.camera._frames.is_on
    assert not view.camera_button.isChecked()
