import pytest

from coranto.config import FILE_NAME, Limits, Settings, find_settings, read_settings
from coranto.errors import ConfigError


def test_a_folder_without_settings_has_the_defaults(tmp_path):
    assert find_settings(tmp_path) == Settings()


def test_settings_are_read_with_the_store_beside_them(tmp_path):
    (tmp_path / FILE_NAME).write_text('db = "my.db"\nworkers = 3\n[limits]\nmax_chars = 9\n')
    assert find_settings(tmp_path) == Settings(db=tmp_path / "my.db", workers=3, limits=Limits(max_chars=9))


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("workerz = 1", "workerz"),
        ("workers = 0", "workers"),
        ("workers = true", "workers"),
        ("limits = 3", "limits"),
        ("[limits]\nmax_char = 1", "max_char"),
        ("[limits]\nmax_chars = '1'", "max_chars"),
        ("db = 1", "db"),
        ("db = ", "TOML"),
    ],
)
def test_a_slip_is_an_error_that_names_it(tmp_path, content, named):
    (tmp_path / FILE_NAME).write_text(content)
    with pytest.raises(ConfigError, match=named):
        read_settings(tmp_path / FILE_NAME)
