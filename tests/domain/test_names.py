import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.names import equal_names, name_key, name_parts, normalise, skeleton

ARABIC = "اأإآٱبتثجحخدذرزسشصضطظعغفقكلمنهةويىئؤء ـًٌٍَُِّْ\u200f\u200c"


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("أحمد إبراهيم آدم ٱلله", "احمد ابراهيم ادم الله"),
        ("منى هدی", "مني هدي"),
        ("فاطمة", "فاطمه"),
        ("لؤي وائل علاء", "لوي وايل علا"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("\u200fمحمد\u200e\u202b علي\u200c", "محمد علي"),
        ("  محمد \t علي\u00a0حسن ", "محمد علي حسن"),
        ("شارع ١٢", "شارع 12"),
        ("محمد-علي/حسن (الكبير)", "محمد علي حسن الكبير"),
        ("ﻣﺤﻤﺪ ﷲ", "محمد الله"),
        ("Mohamed ALI", "mohamed ali"),
        ("", ""),
    ],
)
def test_normalise_folds(raw: str, folded: str) -> None:
    assert normalise(raw) == folded


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ("عبد الرحمن محمد", ("عبدالرحمن", "محمد")),
        ("عبد ال رحمن", ("عبدالرحمن",)),
        ("عبد الله", ("عبدالله",)),
        ("نور الدين أبو بكر", ("نورالدين", "ابوبكر")),
        ("أم كلثوم حسن", ("امكلثوم", "حسن")),
        ("محمد بن علي بن حسن", ("محمد", "علي", "حسن")),
        ("فاطمة بنت محمد", ("فاطمه", "محمد")),
        ("بنت محمد", ("بنت", "محمد")),
        ("محمد بن", ("محمد", "بن")),
        ("الله", ("الله",)),
        ("محمد عبد", ("محمد", "عبد")),
        ("ء", ()),
    ],
)
def test_parts_are_joined_as_people_say_them(raw: str, parts: tuple[str, ...]) -> None:
    assert name_parts(raw) == parts


def test_one_name_in_several_spellings_is_equal() -> None:
    spellings = ["أحمد عبد الرحمن", "احمد عبدالرحمن", "أحْمَد  عبدالرحمـن", "احمد بن عبد الرحمن"]
    assert {name_key(spelling) for spelling in spellings} == {"احمد عبدالرحمن"}
    assert all(equal_names(spellings[0], spelling) for spelling in spellings)


def test_brothers_are_not_equal() -> None:
    assert not equal_names("محمد علي حسن", "أحمد علي حسن")
    assert skeleton("محمد علي حسن") != skeleton("أحمد علي حسن")


def test_names_without_letters_equal_nothing() -> None:
    assert not equal_names("", "")
    assert not equal_names(" - ", "ء")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ذكي", "زكي"),
        ("ظاهر", "ضاهر"),
        ("صابر", "سابر"),
        ("ثروت", "سروت"),
        ("طارق", "تارك"),
        ("غالي", "خالي"),
        ("حسام", "هسام"),
        ("فاطمة", "فطمه"),
    ],
)
def test_letters_heard_alike_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) != ""


def test_a_name_of_weak_letters_keeps_a_skeleton() -> None:
    assert skeleton("يحيى") not in {"", skeleton("علي"), skeleton("هويا")}
    assert len(skeleton("يحيى محمد").split()) == 2


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet=ARABIC))
def test_keys_hold_only_folded_letters_and_single_blanks(text: str) -> None:
    key = name_key(text)
    assert not set(key) & set("أإآٱىةؤئءـًٌٍَُِّْ\u200f\u200c")
    assert "  " not in key
    assert key == key.strip()


@given(st.text(alphabet=ARABIC))
def test_the_key_ignores_what_a_list_adds(text: str) -> None:
    decorated = text.replace(" ", " \u200f \u0640").replace("م", "مُ")
    assert name_key(decorated) == name_key(text)


@given(st.text(alphabet=ARABIC))
def test_every_part_has_a_skeleton(text: str) -> None:
    assert len(skeleton(text).split()) == len(name_parts(text))
