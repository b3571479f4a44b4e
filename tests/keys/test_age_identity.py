"""age keys of laptops and packs."""

import pyrage
import pytest

from app.errors import WrongCode
from app.keys.age_identity import device_identity, public_half
from app.keys.one_time_code import new_code, pack_identity, read_code
from tests.support.sources import seeded_sources
from tests.support.stores import cheap_derivation

KEY = bytes(range(32))


def test_a_laptop_opens_what_is_encrypted_to_its_recipient() -> None:
    recipient = pyrage.x25519.Recipient.from_str(public_half(device_identity(KEY)))
    sealed = pyrage.encrypt(b"for you", [recipient])
    assert pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(device_identity(KEY))])


def test_the_identity_of_a_key_never_changes() -> None:
    assert public_half(device_identity(KEY)) == (
        "age1w7m7mfqj9k7dmnwksv8mpwv88y3wsfp5r803n58sn6zq9hk5v9vsedl78l"
    )


def test_a_code_is_25_digits_and_a_wrong_one_shows() -> None:
    code = new_code(seeded_sources().random_bytes)
    digits = read_code(code.replace(" ", "-"))
    assert len(digits) == 25
    for place in range(25):
        wrong = digits[:place] + str((int(digits[place]) + 1) % 10) + digits[place + 1 :]
        with pytest.raises(WrongCode):
            read_code(wrong)
    with pytest.raises(WrongCode):
        read_code(digits[:-1])


def test_codes_typed_on_an_arabic_keyboard_open_the_same_pack() -> None:
    code = new_code(seeded_sources().random_bytes)
    with cheap_derivation():
        arabic = code.translate({48 + digit: 0x660 + digit for digit in range(10)})
        assert pack_identity(code) == pack_identity(arabic)
