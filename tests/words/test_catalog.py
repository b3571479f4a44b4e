import pytest

from app.words import catalog
from app.words.catalog import Words, marked
from app.words.plurals import FORMS, form_index

CATALOG = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG" sourcelanguage="en">
<context>
<name>Desk</name>
<message><source>Save</source><translation>حفظ</translation></message>
<message><source>From {place} on {day}</source><translation>{day} من {place}</translation></message>
<message><source>Later</source><translation type="unfinished"></translation></message>
<message numerus="yes"><source>%n families</source><translation>
<numerusform>لا أسر</numerusform><numerusform>أسرة</numerusform><numerusform>أسرتان</numerusform>
<numerusform>%n أسر</numerusform><numerusform>%n أسرةً</numerusform>
<numerusform>%n أسرة</numerusform>
</translation></message>
</context>
</TS>
"""


@pytest.fixture(autouse=True)
def _own_catalog(tmp_path, monkeypatch):
    for language in FORMS:
        (tmp_path / f"qafila_{language}.ts").write_text(CATALOG, encoding="utf-8")
    monkeypatch.setattr(catalog, "translations_dir", lambda: tmp_path)
    catalog._catalog.cache_clear()
    yield
    catalog._catalog.cache_clear()


@pytest.mark.parametrize(
    ("n", "form"),
    [
        (0, "zero"),
        (1, "one"),
        (2, "two"),
        (3, "few"),
        (10, "few"),
        (11, "many"),
        (99, "many"),
        (100, "other"),
        (102, "other"),
        (103, "few"),
        (111, "many"),
        (1_000_000, "other"),
        (-2, "two"),
    ],
)
def test_arabic_takes_the_form_that_cldr_says(n, form):
    assert FORMS["ar"][form_index("ar", n)] == form


def test_english_has_one_and_other():
    assert [FORMS["en"][form_index("en", n)] for n in (0, 1, 2, 21)] == [
        "other",
        "one",
        "other",
        "other",
    ]


def test_a_text_comes_from_the_catalog_and_else_from_the_source():
    words = Words("ar")
    assert words.translate("Desk", "Save") == "حفظ"
    assert words.translate("Other", "Save") == "Save"
    assert words.translate("Desk", "Later") == "Later"


@pytest.mark.parametrize(
    ("n", "text"),
    [(0, "لا أسر"), (2, "أسرتان"), (5, "٥ أسر"), (40, "٤٠ أسرةً"), (12_300, "١٢٬٣٠٠ أسرة")],
)
def test_plurals_are_counted_in_the_chosen_digits(n, text):
    assert Words("ar", "arab").translate("Desk", "%n families", n=n) == text


def test_a_plural_without_a_catalog_entry_still_counts():
    assert Words("en").translate("Other", "%n desks", n=1200) == "1,200 desks"


def test_parameters_move_with_the_sentence_and_numbers_are_grouped():
    text = Words("ar").translate("Desk", "From {place} on {day}", place="سوهاج", day=1500)
    assert text == "1,500 من سوهاج"


def test_what_is_put_in_is_not_read_again():
    text = Words("ar").translate("Desk", "From {place} on {day}", place="{day} %n", day="x")
    assert text == "x من {day} %n"


def test_a_missing_parameter_is_an_error():
    with pytest.raises(KeyError):
        Words("ar").translate("Desk", "From {place} on {day}", place="x")


def test_a_marked_pair_is_translated_later():
    pair = marked("Desk", "Save")
    assert Words("ar").of(pair) == "حفظ"
