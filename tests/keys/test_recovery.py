"""The recovery key survives paper, phones and keyboards, and tells when it did not."""

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import WrongRecoveryKey
from app.keys import signing
from app.keys.recovery import RecoveryKey, read_recovery_key

secrets = st.binary(min_size=16, max_size=16)


@given(secrets)
def test_what_is_printed_is_read(secret: bytes) -> None:
    key = RecoveryKey(secret)
    groups = key.printed.split(" ")
    assert [len(group) for group in groups] == [4] * 10
    assert read_recovery_key(key.printed) == key


@given(secrets, st.integers(0, 39), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(secret: bytes, place: int, by: int) -> None:
    digits = list(RecoveryKey(secret).printed.replace(" ", ""))
    digits[place] = str((int(digits[place]) + by) % 10)
    with pytest.raises(WrongRecoveryKey):
        read_recovery_key("".join(digits))


@pytest.mark.parametrize("separator", ["", "-", "  ", "\n", " \u200f"])
def test_it_may_be_typed_in_any_grouping(separator: str) -> None:
    key = RecoveryKey(b"\7" * 16)
    assert read_recovery_key(key.printed.replace(" ", separator)) == key


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９"])
def test_it_may_be_typed_in_any_digits(digits: str) -> None:
    key = RecoveryKey(b"\7" * 16)
    assert read_recovery_key(key.printed.translate(str.maketrans("0123456789", digits))) == key


@pytest.mark.parametrize("typed", ["", "1234", "9" * 40, "0" * 41, "x" * 40, "²" * 40])
def test_what_cannot_be_one_is_refused(typed: str) -> None:
    with pytest.raises(WrongRecoveryKey):
        read_recovery_key(typed)


def test_its_keys_are_different_and_always_the_same() -> None:
    key = RecoveryKey(b"\7" * 16)
    assert key.signing_key != key.age_identity.encode()
    assert RecoveryKey(b"\7" * 16).signing_key == key.signing_key
    assert RecoveryKey(b"\x08" * 16).signing_key != key.signing_key
    assert len(signing.public_key(key.signing_key)) == 32


def test_its_identity_is_one_that_age_itself_reads() -> None:
    identity = pyrage.x25519.Identity.from_str(RecoveryKey(b"\7" * 16).age_identity)
    sealed = pyrage.encrypt(b"text", [identity.to_public()])
    assert pyrage.decrypt(sealed, [identity]) == b"text"
