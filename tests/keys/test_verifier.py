"""A secret kept as its verifier."""

import pytest

from app.keys.verifier import make_verifier, verifies
from tests.support.sources import seeded_sources
from tests.support.stores import cheap_derivation


def made(secret: str) -> str:
    with cheap_derivation():
        return make_verifier(secret, seeded_sources(1).random_bytes)


def test_only_the_secret_itself_fits() -> None:
    kept = made("كلمة مرور طويلة 7")
    assert kept.startswith("$argon2id$v=19$")
    assert verifies(kept, "كلمة مرور طويلة 7")
    assert not verifies(kept, "كلمة مرور طويلة 8")


def test_the_same_letters_composed_otherwise_fit() -> None:
    assert verifies(made("caf\u00e9 fort bon"), "cafe\u0301 fort bon")


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "nothing",
        "$argon2id$v=19$m=8,t=1,p=1$!!$!!",
        "$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$x",
        "$argon2id$v=19$m=99999999,t=1,p=1$c29tZXNhbHRzb21l$c29tZXNhbHRzb21lc29tZXNhbHQ",
        "$argon2id$v=19$m=8,t=999999,p=1$c29tZXNhbHRzb21l$c29tZXNhbHRzb21lc29tZXNhbHQ",
    ],
)
def test_what_is_no_verifier_or_would_take_for_ever_fits_nothing(kept: str) -> None:
    assert not verifies(kept, "nothing")
