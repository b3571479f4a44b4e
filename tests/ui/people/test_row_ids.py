from array import array

import pytest

from app.ui.people.row_ids import RowIds


def test_a_list_of_rows_reads_as_texts():
    ids = RowIds(array("q", [7, 5, 9]))
    assert list(ids) == ["7", "5", "9"]
    assert (ids[1], ids[-1], ids[1:], len(ids)) == ("5", "9", ["5", "9"], 3)
    assert (ids.index("9"), ids.index("9", 1)) == (2, 2)
    for asked in ((("4"), 0), ("7", 1)):
        with pytest.raises(ValueError, match=r".*"):
            ids.index(*asked)
