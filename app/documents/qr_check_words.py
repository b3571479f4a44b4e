"""The codewords of a QR code with their check words, in the order in which they are drawn
(ISO/IEC 18004, 7.5 and 7.6).

qrcode divides polynomials coefficient by coefficient, which takes as long as all the rest of a
receipt. Here a block's whole remainder is one number, and each word of data one look into a table.
A test holds the two together.
"""

from collections.abc import Sequence
from functools import cache, reduce
from itertools import zip_longest
from operator import mul

from qrcode.base import Polynomial, RSBlock, gexp, glog


def with_check_words(words: bytes, blocks: Sequence[RSBlock]) -> list[int]:
    """The words of all blocks in turns, then their check words in turns."""
    data, checks, start = [], [], 0
    for block in blocks:
        part = words[start : start + block.data_count]
        start += block.data_count
        data.append(part)
        checks.append(_check_words(part, block.total_count - block.data_count))
    return _in_turns(data) + _in_turns(checks)


def _in_turns(parts: Sequence[bytes]) -> list[int]:
    return [word for turn in zip_longest(*parts) for word in turn if word is not None]


def _check_words(data: bytes, count: int) -> bytes:
    """The remainder of the division by the generator polynomial of so many check words."""
    multiples, top, mask = _multiples(count), 8 * (count - 1), (1 << 8 * count) - 1
    rest = 0
    for word in data:
        rest = (rest << 8 & mask) ^ multiples[word ^ rest >> top]
    return rest.to_bytes(count, "big")


@cache
def _multiples(count: int) -> tuple[int, ...]:
    """The generator polynomial but for its first term, times each field element, as one number."""
    _, *rest = reduce(mul, (Polynomial([1, gexp(power)], 0) for power in range(count)))
    return tuple(
        int.from_bytes(bytes(_product(factor, term) for term in rest), "big")
        for factor in range(256)
    )


def _product(one: int, other: int) -> int:
    """In the field of 256 elements."""
    return int(gexp(glog(one) + glog(other))) if one and other else 0
