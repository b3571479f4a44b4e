"""Every code that a rule can answer with has its words in both languages."""

from enum import StrEnum

import pytest

from app.domain.national_id import IdError, IdWarning
from app.domain.people import (
    DocumentType,
    HouseholdWarning,
    NoDocument,
    Relationship,
)
from app.domain.phone import PhoneWarning
from app.words import household, national_id, people, phone
from app.words.catalog import Marked, Words

TABLES: list[tuple[dict[str, Marked], list[type[StrEnum]]]] = [
    (dict(national_id.TEXTS), [IdError, IdWarning]),
    (dict(phone.TEXTS), [PhoneWarning]),
    (dict(household.TEXTS), [HouseholdWarning]),
    (dict(people.RELATIONSHIPS), [Relationship]),
    (dict(people.DOCUMENTS), [DocumentType]),
    (dict(people.NO_DOCUMENT), [NoDocument]),
]


@pytest.mark.parametrize(("table", "codes"), TABLES)
def test_every_code_has_words_in_both_languages(
    table: dict[str, Marked], codes: list[type[StrEnum]]
) -> None:
    assert set(table) == {code for kind in codes for code in kind}
    for pair in table.values():
        assert Words("en").of(pair) == pair.source
        assert not Words("ar").of(pair).isascii()
