import json

import pytest

from app.ui import settings_file
from app.ui.settings_file import Settings


def test_what_is_saved_is_loaded(tmp_path):
    path = tmp_path / "new" / "settings.json"
    chosen = Settings(language="en", theme="dark", digits="latn", last_store="/home/x/قافلة")
    settings_file.save(chosen, path)
    assert settings_file.load(path) == chosen
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "\x00", '{"theme": "dark'])
def test_a_damaged_file_means_defaults(tmp_path, text):
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert settings_file.load(path) == Settings()


def test_bytes_that_are_no_text_mean_defaults(tmp_path):
    path = tmp_path / "settings.json"
    path.write_bytes(b"\xff\xfe\x00{")
    assert settings_file.load(path) == Settings()


def test_no_file_means_defaults(tmp_path):
    assert settings_file.load(tmp_path / "none.json") == Settings()


def test_unknown_values_fall_back_one_by_one(tmp_path):
    path = tmp_path / "settings.json"
    saved = {"language": "fr", "theme": "dark", "digits": 7, "colour": "red", "printer": None}
    path.write_text(json.dumps(saved), encoding="utf-8")
    assert settings_file.load(path) == Settings(theme="dark")


def test_english_is_written_with_ascii_digits():
    assert Settings(language="en", digits="arab").words().number(12) == "12"
    assert Settings(language="ar", digits="arab").words().number(12) == "١٢"
