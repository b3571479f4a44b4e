"""Which files are found where a person points."""

from pathlib import Path

from app.services.exchange.files_in import files_in


def test_folders_are_looked_through_and_files_are_taken_as_they_are(tmp_path: Path) -> None:
    for name in ("b.qafila", "deep/er/a.QAFILA", ".hidden.qafila", ".Trash/c.qafila", "list.xlsx"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    odd = tmp_path / "list.xlsx"
    found = files_in([odd, tmp_path, tmp_path / "b.qafila", tmp_path / "missing"])
    names = [path.relative_to(tmp_path).as_posix() for path in found]
    assert names == ["list.xlsx", "b.qafila", "deep/er/a.QAFILA", "missing"]
