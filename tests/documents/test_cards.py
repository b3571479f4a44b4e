"""Household cards: ten on a page, each read by a scanner, nothing outside its card."""

import pypdfium2
import pytest

from app.documents.cards import TALL, WIDE, HouseholdCard, cards_pdf
from app.domain.card_code import CardCode, read_card, write_card
from app.words.catalog import Words
from tests.documents.samples import ARABIC, ENGLISH, codes_on, page_images, text_of

BOTH = pytest.mark.parametrize("words", [ARABIC, ENGLISH], ids=["ar", "en"])


def household(number: int) -> str:
    return f"0199c000-0000-7000-9000-{number:012x}"


def card(number: int, name: str = "سعيد أحمد عبدالحميد", card_no: int = 1) -> HouseholdCard:
    text = write_card(CardCode(household(number), card_no))
    village = "جزيرة أولاد حمزة"
    return HouseholdCard("جمعية الأورمان", name, f"SH-{number}", village, text, card_no)


@BOTH
def test_ten_cards_a_page_are_all_read(words: Words) -> None:
    pages = page_images(cards_pdf([card(number) for number in range(1, 13)], words), 2)
    read = [[read_card(text).household_id for text in codes_on(page)] for page in pages]
    assert [len(found) for found in read] == [10, 2]
    assert {each for found in read for each in found} == {household(n) for n in range(1, 13)}


@pytest.mark.parametrize(("words", "number"), [(ARABIC, 1), (ENGLISH, 2)], ids=["ar", "en"])
def test_the_first_card_is_where_reading_begins(words: Words, number: int) -> None:
    (page,) = page_images(cards_pdf([card(1), card(2)], words), 2)
    right = page.crop((page.width // 2, 0, page.width, page.height))
    assert [read_card(text).household_id for text in codes_on(right)] == [household(number)]


def test_the_family_is_found_by_a_search_and_no_id_is_shown() -> None:
    text = text_of(cards_pdf([card(7)], ARABIC))
    for wanted in ("سعيد أحمد عبدالحميد", "جزيرة أولاد حمزة", "جمعية الأورمان", "SH-٧"):
        assert wanted in text


def test_a_card_that_replaces_another_says_so() -> None:
    assert "وما قبلها ملغى" in text_of(cards_pdf([card(7, card_no=2)], ARABIC))
    assert "ملغى" not in text_of(cards_pdf([card(7)], ARABIC))


@BOTH
def test_the_longest_name_stays_on_its_card(words: Words) -> None:
    long = "عبدالرحمن عبدالمنعم عبدالحميد عبدالعزيز عبدالفتاح عبدالوهاب أبوالعزائم السيد"
    document = pypdfium2.PdfDocument(cards_pdf([card(1, long, 3)], words))
    page = document[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(at) for at in range(text.count_chars())]
    _wide, tall = page.get_size()
    bottom = (tall - 5 * TALL) / 2 + 4 * TALL
    assert min(box[1] for box in boxes if box[3] > box[1]) >= bottom
    assert max(box[2] for box in boxes) - min(box[0] for box in boxes if box[2] > box[0]) <= WIDE
    document.close()
