from pathlib import Path

import pytest

from app.domain.importing.columns import Column, Kind
from app.errors import MappingColumnUnknown, MappingUnreadable
from app.services.importing.mapping_file import read_mapping
from tests.services.importing.spreadsheets import csv


@pytest.mark.parametrize(
    "text",
    [
        '{"كود": "household_no", "اسم الزوج": "NAME", "x": ""}',
        '\ufeff{"كود": "household_no", "اسم الزوج": "name", "x": null}',
        "كود,household_no\nاسم الزوج,name\nx,\n",
        "header;column\nكود;household_no\nاسم الزوج;name\n\nx;ignore\n",
    ],
)
def test_json_and_csv_say_the_same(tmp_path: Path, text: str) -> None:
    assert read_mapping(csv(tmp_path / "map", text), Kind.LIST) == {
        "كود": Column.HOUSEHOLD_NO,
        "اسم الزوج": Column.NAME,
        "x": Column.IGNORE,
    }


@pytest.mark.parametrize(
    "text", ["", "[1, 2]", "{", "a,b,c\n", "واحد فقط\n", "\x00", '{"a": "name"']
)
def test_anything_else_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(MappingUnreadable):
        read_mapping(csv(tmp_path / "map.json", text), Kind.LIST)


def test_a_missing_or_foreign_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MappingUnreadable):
        read_mapping(tmp_path / "none.json", Kind.LIST)
    (tmp_path / "b").write_bytes(b"\xd3\xe1\xc7\xe3,name")
    with pytest.raises(MappingUnreadable):
        read_mapping(tmp_path / "b", Kind.LIST)


def test_columns_that_such_a_file_cannot_have_are_refused(tmp_path: Path) -> None:
    path = csv(tmp_path / "map.json", '{"الصنف": "item"}')
    assert read_mapping(path, Kind.AID) == {"الصنف": Column.ITEM}
    with pytest.raises(MappingColumnUnknown) as raised:
        read_mapping(path, Kind.LIST)
    assert raised.value.params == {"column": "item"}
