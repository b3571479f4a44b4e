"""The laptops page over a real workspace with a convoy."""

import pytest

from app.ui.pages.laptops import LaptopsPage
from tests.support.convoys import small_convoy


@pytest.fixture
def convoy(store):
    return small_convoy(store)


@pytest.fixture
def show(live, qtbot):
    def make(tab=""):
        page = LaptopsPage(live)
        qtbot.addWidget(page)
        page.resize(1190, 760)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.opened(tab or None)
        part = page.parts.part
        part.page = page  # which would go with the last who knows it
        return part

    return make
