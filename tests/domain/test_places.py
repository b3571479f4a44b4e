import pytest

from app.domain.places import Gazetteer, Level, Place, bare_name, parse_places

LINES = """pcode,level,parent_pcode,name_ar,name_en,selectable
EG24,1,EG,المنيا,Menia,1
EG26,1,EG,سوهاج,Suhag,1
EG2400,2,EG24,خارج الزمام,Outside the Zimam,0
EG2401,2,EG24,مركز ملوى,Mallawi,1
EG2402,2,EG24,قسم ملوى,Mallawi,1
EG2601,2,EG26,مركز جرجا,Girga,1
EG240101,3,EG2401,السلام,,1
EG240201,3,EG2402,السلام,,1
EG260101,3,EG2601,السلام,,1
EG260102,3,EG2601,مدينه جرجا,,1
EG240102,3,EG2401,خارج الزمام,,0
""".splitlines()
HAMLET = Place("local-1", Level.HAMLET, "EG260101", "عزبة العرب")
GAZETTEER = Gazetteer.of([*parse_places(LINES), HAMLET])


def codes(*names: str) -> list[str]:
    return [place.code for place in GAZETTEER.named(*names)]


def test_rows_are_read() -> None:
    assert GAZETTEER.places["EG2401"] == Place(
        "EG2401", Level.DISTRICT, "EG24", "مركز ملوى", "Mallawi"
    )
    assert not GAZETTEER.places["EG2400"].selectable


@pytest.mark.parametrize("line", ["EG26,x,EG,سوهاج,Suhag,1", "EG26,9,EG,سوهاج,Suhag,1"])
def test_a_level_that_is_none_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match=r"x|9"):
        parse_places([LINES[0], line])


def test_a_missing_column_is_an_error() -> None:
    with pytest.raises(KeyError):
        parse_places(["pcode,level", "EG26,1"])


def test_what_a_place_lies_in() -> None:
    assert [place.code for place in GAZETTEER.within("local-1")] == ["EG260101", "EG2601", "EG26"]
    assert GAZETTEER.within("EG26") == ()
    assert GAZETTEER.within("nowhere") == ()
    district = GAZETTEER.ancestor("local-1", Level.DISTRICT)
    assert district is not None
    assert district.code == "EG2601"
    assert GAZETTEER.ancestor("EG26", Level.GOVERNORATE) == GAZETTEER.places["EG26"]
    assert GAZETTEER.ancestor("EG26", Level.VILLAGE) is None
    assert GAZETTEER.ancestor("nowhere", Level.VILLAGE) is None


def test_hamlets_that_lie_in_each_other_do_not_hang() -> None:
    loop = Gazetteer.of(
        [Place("a", Level.HAMLET, "b", "عزبة أ"), Place("b", Level.HAMLET, "a", "عزبة ب")]
    )
    assert [place.code for place in loop.within("a")] == ["b", "a"]


def test_namesakes_are_told_apart_by_what_they_lie_in() -> None:
    assert codes("السلام") == ["EG240101", "EG240201", "EG260101"]
    assert codes("السلام", "مركز جرجا") == ["EG260101"]
    assert codes("السلام", "جرجا", "سوهاج") == ["EG260101"]
    assert codes("السلام", "", "المنيا") == ["EG240101", "EG240201"]
    assert codes("السَلام ", "ملوي", "المنيا") == ["EG240101", "EG240201"]


def test_a_district_that_does_not_fit_is_not_asked_for() -> None:
    assert codes("السلام", "مركز طما", "سوهاج") == ["EG260101"]


def test_words_of_the_kind_do_not_matter() -> None:
    assert codes("جرجا") == codes("مدينة جرجا") == ["EG260102"]
    assert codes("قرية السلام", "جرجا") == ["EG260101"]
    assert codes("عزبه العرب") == codes("العرب") == ["local-1"]
    assert bare_name("مركز ملوى") == "ملوي"
    assert bare_name("مركز") == "مركز"


def test_land_where_nobody_lives_and_unknown_names_are_not_found() -> None:
    assert codes("خارج الزمام") == []
    assert codes("لا توجد") == []
    assert codes("") == []
    assert codes("المنيا") == []


def test_a_name_written_in_full_is_preferred() -> None:
    both = Gazetteer.of(
        [*parse_places(LINES), Place("EG260103", Level.VILLAGE, "EG2601", "قرية جرجا")]
    )
    assert [place.code for place in both.named("مدينة جرجا")] == ["EG260102"]
    assert [place.code for place in both.named("جرجا")] == ["EG260102", "EG260103"]
