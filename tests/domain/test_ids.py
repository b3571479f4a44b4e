import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import uuid7


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_an_id_is_a_version_7_uuid_that_carries_its_time(now_ms: int, chance: bytes) -> None:
    text = uuid7(now_ms, lambda count: chance[:count])
    parsed = uuid.UUID(text)
    assert str(parsed) == text
    assert (parsed.version, parsed.variant) == (7, uuid.RFC_4122)
    assert parsed.int >> 80 == now_ms


def test_the_same_time_and_chance_give_the_same_id() -> None:
    # The example of RFC 9562, appendix A.6.
    chance = 0xCC3 << 68 | 0x18C4DC0C0C07398F
    made = uuid7(0x017F22E279B0, lambda count: chance.to_bytes(count, "big"))
    assert made == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_all_random_bits_are_used() -> None:
    low = uuid7(0, lambda count: bytes(count))
    high = uuid7(0, lambda count: b"\xff" * count)
    assert (uuid.UUID(low).int ^ uuid.UUID(high).int).bit_count() == 74


@pytest.mark.parametrize("now_ms", [-1, 2**48])
def test_a_time_that_does_not_fit_is_an_error(now_ms: int) -> None:
    with pytest.raises(ValueError, match="48 bits"):
        uuid7(now_ms, lambda count: bytes(count))
