"""Our own application, work done at once, and windows in both languages."""

from dataclasses import replace

import pytest

from app.ui.bus import Bus
from app.ui.context import UiContext
from app.ui.settings_file import Settings
from tests.ui.inline_tasks import InlineTasks


@pytest.fixture
def tasks(qapp):
    return InlineTasks()


@pytest.fixture(params=["ar", "en"])
def settings(request, qapp):
    chosen = replace(Settings(), language=request.param)
    qapp.apply(chosen)
    return chosen


@pytest.fixture
def context(settings, tasks):
    """A context whose store is nothing at all: enough for what reads no store."""
    return UiContext(object(), settings.words(), tasks, Bus(), settings)


@pytest.fixture
def live(settings, tasks, store):
    """A context over a real store, which tells the bus what each commit changed."""
    bus = Bus()
    store.on_commit(bus.changed.emit)
    return UiContext(store, settings.words(), tasks, bus, settings)
