from PIL import Image

from tools.app_icon import write_ico


def test_the_icon_has_every_size_and_is_drawn(tmp_path):
    path = tmp_path / "new" / "app.ico"
    write_ico(path)
    with Image.open(path) as icon:
        assert icon.info["sizes"] == {(size, size) for size in (16, 20, 24, 32, 48, 64, 256)}
        assert len(icon.convert("RGBA").getcolors(65536)) > 2
