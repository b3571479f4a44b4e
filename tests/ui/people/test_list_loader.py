from itertools import pairwise

import pytest

from app.services.people_list import Kind, Sort, Wanted
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.ui.people import list_loader
from app.ui.people.list_loader import ListLoader

PAGE = 4


@pytest.fixture
def loader(live, monkeypatch):
    monkeypatch.setattr(list_loader, "PAGE", PAGE)
    monkeypatch.setattr(list_loader, "FIRST_PART", PAGE)
    monkeypatch.setattr(list_loader, "PART", 2 * PAGE)
    for number in range(21):
        member = NewMember(name=f"حسن {chr(0x627 + number)}")
        register_household(live.store, NewHousehold("EG260101", (member,), Consent()))
    return ListLoader(live)


def heard(loader):
    told = []
    loader.began.connect(lambda ids: told.append(("began", list(ids))))
    loader.grew.connect(lambda ids: told.append(("grew", list(ids))))
    loader.ended.connect(lambda count: told.append(("ended", count)))
    return told


@pytest.mark.parametrize("sort", list(Sort))
def test_a_list_begins_with_a_page_and_grows_by_whole_pages(loader, sort):
    told = heard(loader)
    loader.read(Wanted(Kind.HOUSEHOLDS, sort))
    assert told[0][0] == "began"
    assert told[-1] == ("ended", 21)
    for (_, before), (_, after) in pairwise(told[:-1]):
        assert after[: len(before)] == before
        assert len(before) % PAGE == 0
    assert len(set(told[-2][1])) == 21


def test_a_new_list_starts_anew(loader):
    told = heard(loader)
    loader.read(Wanted())
    loader.search("حسن ا", Wanted())
    assert told[-1] == ("ended", 1)
    assert told[-2][0] == "began"
    loader.read(Wanted(category_id="nobody"))
    assert told[-1] == ("ended", 0)
