import pytest
from PySide6.QtCore import Qt

from app.ui.settings_file import Settings
from app.ui.widgets.labels import label
from app.words.numbers import isolated, ltr


@pytest.fixture
def arabic(qapp):
    qapp.apply(Settings(language="ar"))


@pytest.fixture
def english(qapp):
    qapp.apply(Settings(language="en"))


def ink(made, width=300):
    """The columns in which something is painted, left to right."""
    made.setStyleSheet("background: white; color: black; font-size: 20px;")
    made.resize(width, 40)
    image = made.grab().toImage()
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 128 for y in range(image.height()))
    ]


@pytest.mark.usefixtures("arabic")
@pytest.mark.parametrize("text", [isolated("بطانية"), ltr("A5"), "A5 ورق"])
def test_an_arabic_line_starts_at_the_right_whatever_it_begins_with(qtbot, text):
    made = label(text)
    qtbot.addWidget(made)
    assert min(ink(made)) > 150


@pytest.mark.usefixtures("arabic")
def test_isolated_parts_follow_each_other_from_the_right(qtbot):
    alone, pair = label(isolated("بطانية")), label(f"{isolated('بطانية')} × {ltr('2')}")
    for made in (alone, pair):
        qtbot.addWidget(made)
    # The same word stands at the same place, and what follows it further left.
    assert max(ink(alone)) == max(ink(pair))
    assert min(ink(pair)) < min(ink(alone))


@pytest.mark.usefixtures("english")
def test_an_english_line_starts_at_the_left_even_with_an_arabic_name(qtbot):
    made = label("قافلة · desk 1")
    qtbot.addWidget(made)
    assert max(ink(made)) < 200


@pytest.mark.usefixtures("arabic")
def test_the_text_is_what_was_set(qtbot):
    made = label("أسرة")
    qtbot.addWidget(made)
    assert made.text() == "أسرة"
    made.setText("")
    assert made.text() == ""
    assert made.textFormat() == Qt.TextFormat.PlainText
