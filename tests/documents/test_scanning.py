"""Codes are found in pictures and scanned PDFs, and other files are refused by name."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.documents.receipt_pages import Paper, receipt_pdf
from app.documents.scanning import codes_in
from app.errors import FileMissing, PictureUnreadable
from tests.documents.samples import ARABIC, page_images, receipt


def receipts() -> list:
    return [receipt("ar", number, 2) for number in (1, 2)]


def scanned(folder: Path, suffix: str) -> Path:
    """Two receipts as an office scanner gives them."""
    pages = [
        page.convert("L")
        for one in receipts()
        for page in page_images(receipt_pdf(one, Paper.A5, ARABIC), 200 / 72)
    ]
    path = folder / f"كعوب{suffix}"
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=200)
    return path


@pytest.mark.parametrize("suffix", [".pdf", ".tif"])
def test_every_page_is_read(tmp_path: Path, suffix: str) -> None:
    told: list[tuple[int, int]] = []
    found = list(codes_in(scanned(tmp_path, suffix), lambda *done: told.append(done)))
    expected = {(page, code) for page, one in enumerate(receipts(), 1) for code in one.codes}
    assert set(found) == expected
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("turn", [0, 90, 180, 270, 7])
def test_a_photograph_is_read_however_it_was_held(tmp_path: Path, turn: int) -> None:
    (one, _) = receipts()
    (page,) = page_images(receipt_pdf(one, Paper.A5, ARABIC), 150 / 72)
    path = tmp_path / "photo.jpg"
    page.rotate(turn, expand=True, fillcolor=255).save(path, quality=60)
    assert {text for _, text in codes_in(path)} == set(one.codes)


def test_a_picture_without_a_code_has_none(tmp_path: Path) -> None:
    path = tmp_path / "white.png"
    Image.new("L", (300, 300), 255).save(path)
    assert list(codes_in(path)) == []


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    whole = BytesIO()
    Image.new("L", (300, 300), 255).save(whole, "PNG")
    torn = whole.getvalue()[: len(whole.getvalue()) // 2]
    for name, data in {
        "empty": b"",
        "text.txt": "سعيد".encode(),
        "torn.png": torn,
        "torn.pdf": b"%PDF-1.7\n%",
    }.items():
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(PictureUnreadable):
            list(codes_in(path))
    with pytest.raises(FileMissing):
        list(codes_in(tmp_path / "nothing.png"))
    with pytest.raises(FileMissing):
        list(codes_in(tmp_path))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (20_000, 20_000)).save(path, optimize=True)
    with pytest.raises(PictureUnreadable):
        list(codes_in(path))
