"""Files and folders appear whole or not at all."""

import errno
import os
from pathlib import Path
from unittest.mock import patch

import pytest

from app import files
from app.errors import DiskFailed, DiskFull, FolderTaken, StoreReadOnly


def _names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_file_replaces_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "كشف.csv"
    path.write_text("old")
    files.write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert _names(tmp_path) == ["كشف.csv"]


def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt), files.new_file(path) as file:  # noqa: PT012
        file.write(b"half")
        raise KeyboardInterrupt
    assert path.read_text() == "old"
    assert _names(tmp_path) == ["list.csv"]


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EIO, DiskFailed),
        (errno.EROFS, StoreReadOnly),
        (errno.EACCES, StoreReadOnly),
    ],
)
def test_what_the_disk_says_becomes_a_cause(
    tmp_path: Path, number: int, cause: type[Exception]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("old")
    with (
        patch.object(os, "fsync", side_effect=OSError(number, "said the disk")),
        pytest.raises(cause) as caught,
    ):
        files.write_file(path, b"new")
    assert caught.value.params == {"path": str(tmp_path)}  # type: ignore[attr-defined]
    assert path.read_text() == "old"
    assert _names(tmp_path) == ["list.csv"]


def test_a_file_in_a_missing_folder_names_the_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreReadOnly) as caught:
        files.write_file(tmp_path / "gone" / "a.pdf", b"")
    assert caught.value.params == {"path": str(tmp_path / "gone")}


def test_only_the_owner_reads_a_new_file(tmp_path: Path) -> None:
    files.write_file(tmp_path / "a", b"")
    if os.name == "posix":
        assert (tmp_path / "a").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("before", ["nothing", "empty", "replaceable"])
def test_a_folder_appears_whole(tmp_path: Path, before: str) -> None:
    path = tmp_path / "out"
    if before != "nothing":
        path.mkdir()
    if before == "replaceable":
        (path / "persons.csv").write_text("old")
        (path / "gone.csv").write_text("old")
    with files.new_folder(path, frozenset({"persons.csv", "gone.csv"})) as folder:
        (folder / "persons.csv").write_text("new")
    assert _names(path) == ["persons.csv"]
    assert (path / "persons.csv").read_text() == "new"
    assert _names(tmp_path) == ["out"]


def test_a_folder_of_other_files_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "documents"
    path.mkdir()
    (path / "letter.txt").write_text("mine")
    with pytest.raises(FolderTaken), files.new_folder(path, frozenset({"persons.csv"})):
        pass
    assert _names(path) == ["letter.txt"]
    assert _names(tmp_path) == ["documents"]


def test_a_file_in_the_way_of_a_folder_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("mine")
    with pytest.raises(FolderTaken), files.new_folder(path):
        pass
    assert path.read_text() == "mine"


def test_an_interrupted_folder_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.mkdir()
    (path / "a.csv").write_text("old")
    with pytest.raises(KeyboardInterrupt), files.new_folder(path, frozenset({"a.csv"})) as folder:  # noqa: PT012
        (folder / "a.csv").write_text("half")
        raise KeyboardInterrupt
    assert (path / "a.csv").read_text() == "old"
    assert _names(tmp_path) == ["out"]


def test_a_failed_rename_puts_the_old_folder_back(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.mkdir()
    (path / "a.csv").write_text("old")
    rename = Path.rename

    def fail_once(self: Path, target: Path) -> Path:
        if target == path and not self.name.endswith(".old"):
            raise OSError(errno.EIO, "said the disk")
        return rename(self, target)

    with (
        patch.object(Path, "rename", fail_once),
        pytest.raises(DiskFailed),
        files.new_folder(path, frozenset({"a.csv"})) as folder,
    ):
        (folder / "a.csv").write_text("new")
    assert (path / "a.csv").read_text() == "old"
    assert _names(tmp_path) == ["out"]
