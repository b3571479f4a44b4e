from typing import Literal

import pytest

from app.domain.importing.columns import Column
from app.domain.importing.plan_list import State
from app.domain.importing.remarks import RECOGNISED, REFUSALS, Code, Remark
from app.words.catalog import Words
from app.words.importing import column_name, reason_text, state_title


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_that_can_be_said_of_a_list_has_words(language: Literal["ar", "en"]) -> None:
    words = Words(language)
    said = [reason_text(words, Remark(code, "12")) for code in Code]
    named = [column_name(words, column) for column in Column]
    titled = [state_title(words, state) for state in State]
    for texts in (said, named, titled):
        assert len(set(texts)) == len(texts)
        assert all(texts)


def test_reasons_quote_what_stands_in_the_list() -> None:
    text = reason_text(Words("ar"), Remark(Code.ITEM_UNKNOWN, "سيارة"))
    assert text == "لا يوجد صنف باسم \u2068سيارة\u2069"


def test_codes_are_parted_into_three_kinds() -> None:
    assert {Code.NO_NAME, Code.UNIT_DOES_NOT_FIT} <= REFUSALS
    assert {Code.SAME_ID, Code.AID_ON_FILE} <= RECOGNISED
    assert not REFUSALS & RECOGNISED
    assert Code.ID_UNVERIFIED not in REFUSALS | RECOGNISED
