import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.passphrase import Strength, guess_bits, strength


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", Strength.WEAK),
        ("12345678", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("password123", Strength.WEAK),
        ("Password123!", Strength.WEAK),
        ("محمد أحمد محمد", Strength.WEAK),
        ("abcabcabcabcabcabc", Strength.WEAK),
        ("r7#kQp2v", Strength.FAIR),
        ("نخلة شباك", Strength.FAIR),
        ("نخلة شباك قمر بحر", Strength.STRONG),
        ("correct horse battery", Strength.STRONG),
    ],
)
def test_what_people_choose(passphrase, expected):
    assert strength(passphrase) is expected


@given(st.text(max_size=60))
def test_every_text_has_an_estimate(passphrase):
    assert 0 <= guess_bits(passphrase) <= 8 * max(1, 18 * len(passphrase))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20), st.integers(2, 9))
def test_saying_it_again_adds_next_to_nothing(word, times):
    assert guess_bits(word * times) <= guess_bits(word) + 10 * (times * len(word)) ** 0.5 + (
        2 * times * len(word)
    )
