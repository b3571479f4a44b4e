"""Check words: the same as qrcode's own, for every size of code."""

import random

import pytest
from qrcode import base, util
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

from app.documents.qr_check_words import with_check_words


@pytest.mark.parametrize(
    "level", [ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q, ERROR_CORRECT_H]
)
def test_every_version_gets_the_check_words_that_qrcode_makes(level: int) -> None:
    chance = random.Random(level)
    for version in range(1, 41):
        blocks = base.rs_blocks(version, level)
        words = chance.randbytes(sum(block.data_count for block in blocks))
        buffer = util.BitBuffer()
        buffer.buffer = list(words)
        assert with_check_words(words, blocks) == util.create_bytes(buffer, blocks)
