"""Bars begin where reading begins, in the colours of the theme."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from app.documents.report import Bar, Bars
from app.ui.reports.bar_chart import BarChart
from app.ui.settings_file import Settings
from app.ui.style import theme

BARS = Bars("Families", [Bar("a", 10, "10"), Bar("b", 5, "5"), Bar("c", 0, "0")])


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_bar_is_as_long_as_its_part_of_the_longest(qtbot, qapp, language, name) -> None:
    qapp.apply(replace(Settings(), language=language, theme=name))
    chart = BarChart()
    qtbot.addWidget(chart)
    chart.show_bars(BARS)
    chart.resize(600, chart.height())
    picture = chart.grab().toImage()
    colour = QColor(theme().accent).rgb()
    lengths, sides = [], []
    for row in (1, 2, 3):
        at = [x for x in range(600) if picture.pixel(x, row * 28 + 14) == colour]
        lengths.append(len(at))
        sides.append((min(at, default=0) + max(at, default=0)) / 2)
    assert lengths[0] == pytest.approx(2 * lengths[1], abs=2)
    assert lengths[2] == 0
    assert (sides[0] < sides[1]) is (language == "ar")
