"""Household cards: found in one scan, replaced by the next, recorded once the file is whole."""

from pathlib import Path

import pytest
from sqlmodel import select

from app.db.store import Store
from app.db.tables import Card, Disclosure
from app.documents.scanning import codes_in
from app.domain.card_code import CardCode, read_card, write_card
from app.errors import NoCards, StoreReadOnly
from app.services.cards import CardsWanted, card_count, write_cards
from app.services.find import find
from app.words.catalog import Words
from tests.support.convoys import VILLAGE, SmallConvoy, small_convoy
from tests.support.laptops import register

WORDS = Words("ar", "arab")


@pytest.fixture
def convoy(store: Store) -> SmallConvoy:
    return small_convoy(store)


def issue_card(store: Store, household_id: str, path: Path) -> int:
    return write_cards(store, CardsWanted(household_id=household_id, anew=True), WORDS, path)


def cards(store: Store) -> list[tuple[str, int, bool]]:
    with store.read() as session:
        rows = session.exec(select(Card).order_by(Card.household_id, Card.serial)).all()
        return [(row.household_id, row.serial, row.voided) for row in rows]


def test_a_card_finds_its_family_in_one_scan(
    store: Store, convoy: SmallConvoy, tmp_path: Path
) -> None:
    path = tmp_path / "card.pdf"
    assert issue_card(store, convoy.household_id, path) == 1
    ((_, code),) = codes_in(path)
    assert read_card(code) == CardCode(convoy.household_id, 1)
    found = find(store, code)
    assert [one.household_id for one in found.matches] == [convoy.household_id]
    assert (found.is_exact, found.newer_card) == (True, 0)


def test_a_new_card_voids_the_old_one_which_still_finds_the_family(
    store: Store, convoy: SmallConvoy, tmp_path: Path
) -> None:
    issue_card(store, convoy.household_id, tmp_path / "1.pdf")
    issue_card(store, convoy.household_id, tmp_path / "2.pdf")
    assert cards(store) == [(convoy.household_id, 1, True), (convoy.household_id, 2, False)]
    old = find(store, write_card(CardCode(convoy.household_id, 1)))
    assert [one.household_id for one in old.matches] == [convoy.household_id]
    assert old.newer_card == 2
    assert find(store, write_card(CardCode(convoy.household_id, 2))).newer_card == 0


def test_a_batch_gives_cards_to_those_who_have_none(
    store: Store, convoy: SmallConvoy, tmp_path: Path
) -> None:
    issue_card(store, convoy.household_id, tmp_path / "one.pdf")
    others = {register(store, f"أسرة {name}") for name in "أبتثجحخدذرزس"}
    wanted = CardsWanted(convoy_id=convoy.today.convoy_id)
    told: list[tuple[int, int]] = []
    assert card_count(store, wanted) == 12
    path = tmp_path / "cards.pdf"
    assert write_cards(store, wanted, WORDS, path, lambda *at: told.append(at)) == 12
    read = [(page, read_card(text)) for page, text in codes_in(path)]
    assert {card.household_id for _, card in read} == others
    assert [page for page, _ in read] == [1] * 10 + [2] * 2
    assert told[-1] == (12, 12)
    with pytest.raises(NoCards):
        write_cards(store, wanted, WORDS, path)
    anew = CardsWanted(village_id=VILLAGE, anew=True)
    assert write_cards(store, anew, WORDS, path) == 13
    assert {card.card_no for card in (read_card(text) for _, text in codes_in(path))} == {2}
    with store.read() as session:
        kinds = [row.kind for row in session.exec(select(Disclosure))]
    assert kinds == ["cards"] * 3


def test_what_was_stopped_gave_nobody_a_card(
    store: Store, convoy: SmallConvoy, tmp_path: Path
) -> None:
    wanted = CardsWanted(convoy_id=convoy.today.convoy_id)

    class Stopped(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        write_cards(store, wanted, WORDS, tmp_path / "cards.pdf", stop)
    with pytest.raises(StoreReadOnly):
        write_cards(store, wanted, WORDS, tmp_path / "missing" / "cards.pdf")
    assert cards(store) == []
    assert not (tmp_path / "cards.pdf").exists()


def test_nobody_has_no_card(store: Store, convoy: SmallConvoy, tmp_path: Path) -> None:
    with pytest.raises(NoCards):
        issue_card(store, "nobody", tmp_path / "card.pdf")
    assert card_count(store, CardsWanted()) == 0
