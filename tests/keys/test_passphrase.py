"""A passphrase gives the same key on every keyboard, and a weak one is refused."""

import unicodedata

import pytest

from app.errors import PassphraseTooWeak
from app.keys.passphrase import Derivation, check_strength, derive_key

CHEAP = Derivation(salt=b"\1" * 16, passes=1, memory_kib=8, lanes=1)


def test_the_defaults_are_the_standards_second_choice() -> None:
    """RFC 9106, section 4: t=3, p=4, m=2^16."""
    how = Derivation(salt=b"")
    assert (how.passes, how.lanes, how.memory_kib) == (3, 4, 65_536)


def test_composed_and_decomposed_letters_give_the_same_key() -> None:
    composed = "أحمد المُنى café"
    assert unicodedata.normalize("NFD", composed) != composed
    assert derive_key(composed, CHEAP) == derive_key(unicodedata.normalize("NFD", composed), CHEAP)


def test_another_letter_or_salt_gives_another_key() -> None:
    keys = {
        derive_key("قافلة", CHEAP),
        derive_key("قافله", CHEAP),
        derive_key("قافلة", Derivation(salt=b"\2" * 16, passes=1, memory_kib=8, lanes=1)),
    }
    assert len(keys) == 3
    assert {len(key) for key in keys} == {32}


def test_bytes_that_are_no_text_still_derive_a_key_of_their_own() -> None:
    assert derive_key("\udcff", CHEAP) != derive_key("\udcfe", CHEAP)


@pytest.mark.parametrize("weak", ["", "short", "aaaaaaaa", "abababab", "١٢١٢١٢١٢"])
def test_what_nobody_should_protect_people_with_is_refused(weak: str) -> None:
    with pytest.raises(PassphraseTooWeak):
        check_strength(weak)


@pytest.mark.parametrize("strong", ["كلمة سر طويلة", "12345678", "abcdefgh"])
def test_eight_characters_of_three_kinds_pass(strong: str) -> None:
    check_strength(strong)
