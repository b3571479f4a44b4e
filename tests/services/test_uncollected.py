"""The search for circles is off inside, and afterwards as it was."""

import gc

import pytest

from app.services.uncollected import uncollected


def test_it_is_off_inside_and_on_again_even_after_an_error() -> None:
    def fail() -> None:
        with uncollected():
            assert not gc.isenabled()
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert gc.isenabled()


def test_who_is_inside_already_stays_without() -> None:
    with uncollected():
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
