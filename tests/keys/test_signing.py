"""Keys sign, verify and are named; the figures are RFC 8032's own (7.1, tests 1 and 2)."""

import hashlib

import pytest

from app.keys import signing

SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
PUBLIC = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
SIGNATURE_OF_NOTHING = bytes.fromhex(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
    "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
)


def test_matches_the_standards_own_figures() -> None:
    assert signing.public_key(SEED) == PUBLIC
    assert signing.sign(SEED, b"") == SIGNATURE_OF_NOTHING
    assert signing.verify(PUBLIC, b"", SIGNATURE_OF_NOTHING)


def test_generate_takes_its_bytes_from_the_given_source() -> None:
    assert signing.generate(lambda n: b"\x07" * n) == b"\x07" * 32


def test_device_id_is_the_first_half_of_the_keys_hash() -> None:
    assert signing.device_id(PUBLIC) == hashlib.sha256(PUBLIC).hexdigest()[:32]


def test_another_message_key_or_signature_is_refused() -> None:
    signature = signing.sign(SEED, b"one food box")
    other = signing.public_key(b"\x01" * 32)
    assert signing.verify(PUBLIC, b"one food box", signature)
    assert not signing.verify(PUBLIC, b"two food boxes", signature)
    assert not signing.verify(other, b"one food box", signature)


def test_a_signature_shifted_by_the_group_order_is_refused() -> None:
    """(R, S + L) would satisfy a careless verifier: one receipt, two codes."""
    order = 2**252 + 27742317777372353535851937790883648493
    signature = signing.sign(SEED, b"m")
    shifted = int.from_bytes(signature[32:], "little") + order
    forged = signature[:32] + shifted.to_bytes(32, "little")
    assert not signing.verify(PUBLIC, b"m", forged)


@pytest.mark.parametrize("signature", [b"", b"\x00" * 63, b"\x00" * 65])
def test_a_signature_of_the_wrong_length_is_refused(signature: bytes) -> None:
    assert not signing.verify(PUBLIC, b"m", signature)


def test_a_public_key_of_the_wrong_length_verifies_nothing() -> None:
    assert not signing.verify(PUBLIC[:-1], b"", SIGNATURE_OF_NOTHING)
